import { beforeAll, describe, expect, it } from "vitest";
import { nationalAtlas, wording } from "#app/test/atlas.ts";
import type { AreaEntry, Atlas, Found } from "./atlas.ts";

let atlas: Atlas;
let current: AreaEntry[];
let former: AreaEntry[];
beforeAll(async () => {
  atlas = await nationalAtlas();
  current = atlas.provinces().flatMap(({ id }) => atlas.within(id));
  const predecessors = current.flatMap(({ id }) => atlas.predecessorsOf(id));
  former = [...new Map(predecessors.map(({ area }) => [area.id, area])).values()];
});

it("has 3,321 communes of today, made of 10,040 former units", () => {
  expect(current).toHaveLength(3321);
  expect(former).toHaveLength(10_040);
});

const asWritten = (text: string) => text;
const withoutMarks = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replaceAll("đ", "d")
    .replaceAll("Đ", "d")
    .toLowerCase();

/** The forms of address that name a unit beyond doubt, unless another has the very same words. */
const FORMS: Record<
  string,
  { units(): AreaEntry[]; of(unit: AreaEntry): string; by: "fullName" | "name" }
> = {
  "a commune of today by its full name and province": {
    units: () => current,
    of: ({ fullName, province }) => `${fullName}, ${province.name}`,
    by: "fullName",
  },
  "a commune of today by its name and province": {
    units: () => current,
    of: ({ name, province }) => `${name} ${province.name}`,
    by: "name",
  },
  "a former unit by its full name, district and province": {
    units: () => former,
    of: wording,
    by: "fullName",
  },
  "a former unit by its full name and district": {
    units: () => former,
    of: ({ fullName, district, province }) => `${fullName}, ${district ?? province.name}`,
    by: "fullName",
  },
  "a former unit by its full name and old province": {
    units: () => former,
    of: ({ fullName, province }) => `${fullName}, ${province.name}`,
    by: "fullName",
  },
  "a former unit by its full name and today's province": {
    units: () => former,
    of: (unit) => `${unit.fullName}, ${atlas.successorsOf(unit.id)[0]?.province.name}`,
    by: "fullName",
  },
};

describe.each(Object.entries(FORMS))("%s", (_, { units, of, by }) => {
  it.each([
    ["as it is written", asWritten],
    ["without marks", withoutMarks],
  ])("%s is found before all that is called otherwise", (_, write) => {
    // Another that had the very name or type before, and is found by that, is no worse an answer.
    const isNamesake = ({ area, matched }: Found, unit: AreaEntry) =>
      write(area[by]).toLowerCase() === write(unit[by]).toLowerCase() ||
      (matched.via === "alias" && write(matched.text) === write(unit.name));

    const lost = units().filter((unit) => {
      const asked = write(of(unit));
      const places = (limit: number) => {
        const found = atlas.search(asked, limit);
        return { found, at: found.findIndex(({ area }) => area.id === unit.id) };
      };
      const near = places(5);
      const { found, at } = near.at >= 0 ? near : places(50);
      return at < 0 || !found.slice(0, at).every((other) => isNamesake(other, unit));
    });

    expect(lost.map(wording)).toEqual([]);
  });
});

it("is found first wherever nothing else is called so: all 10,040 by name, district and province", () => {
  const notFirst = former.filter((unit) => atlas.search(wording(unit), 1)[0]?.area.id !== unit.id);

  expect(notFirst.map(wording)).toEqual([]);
});

it("leads from each former unit to all units that it went into, most of its people first", () => {
  const divided = former.filter(({ id }) => atlas.successorsOf(id).length > 1);
  const steps = former.flatMap(({ id }) => atlas.successorsOf(id));
  const wrong = divided.filter(({ id }) => {
    const extents = atlas.successorsOf(id).map(({ extent }) => extent);
    return extents.includes("part_area_all_people") && extents[0] !== "part_area_all_people";
  });

  expect(divided).toHaveLength(441);
  expect(steps).toHaveLength(10_571);
  expect(wrong.map(wording)).toEqual([]);
});
