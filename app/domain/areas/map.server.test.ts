import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { findArea, placesOf, searchAreas } from "./areas.server.ts";
import type { AreaEntry } from "./atlas.ts";
import { loadMap, unmarked } from "./map.server.ts";

describe.each(databases)("the map of the country on $name", ({ open }) => {
  let house: Opened;
  beforeAll(async () => {
    house = await open();
    await loadMap(house.db);
  });
  afterAll(() => house.close());

  const count = async (
    table: "area" | "agency" | "succession",
    where: Record<string, string> = {},
  ) => {
    let query = house.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as("n"));
    for (const [column, value] of Object.entries(where))
      query = query.where(column as never, "=", value as never);
    return Number((await query.executeTakeFirstOrThrow()).n);
  };

  it("holds 34 provinces and 3,321 communes of today, each with its People's Committee", async () => {
    expect(await count("area", { era: "2025", level: "province" })).toBe(34);
    expect(await count("area", { era: "2025", level: "commune" })).toBe(3321);
    expect(await count("agency")).toBe(3355);
    const agency = house.db.selectFrom("agency").select("name").where("id", "=", "pc-30307");
    expect(await agency.executeTakeFirst()).toEqual({ name: "Ủy ban nhân dân phường Long Xuyên" });
  });

  it("holds the 10,040 former units with all that became of them", async () => {
    const { n } = await house.db
      .selectFrom("succession")
      .select((eb) => eb.fn.count<number>("formerId").distinct().as("n"))
      .executeTakeFirstOrThrow();

    expect(Number(n)).toBe(10_040);
    expect(await count("succession")).toBe(10_571);
  });

  it("is loaded once", async () => {
    expect(await loadMap(house.db)).toBe(false);
  });

  it("tells old and new units of one number apart", async () => {
    expect((await findArea(house.db, "2025", "30307"))?.fullName).toBe("Phường Long Xuyên");
    expect((await findArea(house.db, "2004", "30307"))?.fullName).toBe("Phường Mỹ Hòa");
    expect(await findArea(house.db, "2025", "99999")).toBeUndefined();
  });

  it("knows what a province was called before its type changed", async () => {
    const atlas = await placesOf(house.db);

    expect(atlas.fullNameOn("2025-75", "2026-03-01")).toBe("Tỉnh Đồng Nai");
    expect(atlas.fullNameOn("2025-75", "2026-04-30")).toBe("Thành phố Đồng Nai");
  });

  it("says which four communes the city of Long Xuyên became, and what Phường Long Xuyên was made of", async () => {
    const atlas = await placesOf(house.db);
    const [city] = await searchAreas(house.db, "thành phố long xuyên", 1);
    const parts = atlas.predecessorsOf("2025-30307").map(({ area }) => area.name);

    expect(city?.successors.map(({ code }) => code)).toEqual(["30307", "30292", "30301", "30313"]);
    expect(parts.toSorted()).toEqual(
      ["Mỹ Bình", "Mỹ Hòa", "Mỹ Long", "Mỹ Phước", "Mỹ Quý", "Mỹ Xuyên"].toSorted(),
    );
  });

  it("leads from a divided unit to every unit that it went into", async () => {
    const { formerId } = await house.db
      .selectFrom("succession")
      .select("formerId")
      .where("partial", "=", 1)
      .groupBy("formerId")
      .having((eb) => eb.fn.countAll(), ">", 2)
      .orderBy("formerId")
      .executeTakeFirstOrThrow();
    const steps = await count("succession", { formerId });
    const divided = (await findArea(house.db, "2004", formerId.slice(5))) as AreaEntry;
    const [found] = await searchAreas(house.db, `${divided.fullName}, ${divided.district}`, 1);

    expect(found?.area.id).toBe(formerId);
    expect(found?.successors).toHaveLength(steps);
  });
});

/** Every unit of the country, asked for in full, in every form that an address is written in. */
describe("every unit of the country", () => {
  let house: Opened;
  beforeAll(async () => {
    house = await (databases[0] as (typeof databases)[number]).open();
    await loadMap(house.db);
  });
  afterAll(() => house.close());

  const asWritten = (text: string) => text;
  const withoutMarks = (text: string) => unmarked(text).toLowerCase();

  async function askedFor(units: AreaEntry[], form: (unit: AreaEntry) => string) {
    const atlas = await placesOf(house.db);
    const missed = { first: [] as string[], five: [] as string[] };
    for (const unit of units) {
      const found = atlas.search(form(unit), 5).map(({ area }) => area.id);
      if (found[0] !== unit.id) missed.first.push(form(unit));
      if (!found.includes(unit.id)) missed.five.push(form(unit));
    }
    return missed;
  }

  async function units(current: boolean) {
    const atlas = await placesOf(house.db);
    const rows = await house.db.selectFrom("area").select("id").execute();
    return rows
      .map(({ id }) => atlas.entry(id) as AreaEntry)
      .filter(
        (unit) => unit.current === current && /^\d/.test(unit.code) && unit.level !== "province",
      );
  }

  const inProvince = ({ fullName, province }: AreaEntry) => `${fullName}, ${province.name}`;
  const inDistrict = ({ fullName, district, province }: AreaEntry) =>
    `${fullName}, ${district ?? province.name}`;
  const inBoth = ({ fullName, district, province }: AreaEntry) =>
    [fullName, district, province.name].filter(Boolean).join(", ");

  it("is first by its name and province, with marks", async () => {
    const current = await units(true);

    expect(current).toHaveLength(3321);
    expect((await askedFor(current, inProvince)).first).toEqual([]);
  });

  it("is among the first five without marks, where tones alone tell some apart", async () => {
    const missed = await askedFor(await units(true), (unit) => withoutMarks(inProvince(unit)));

    expect(missed.five).toEqual([]);
    expect(missed.first.length).toBeLessThanOrEqual(16);
  });

  it("is first by a former name, district and province, with marks", async () => {
    const former = await units(false);

    expect(former).toHaveLength(10_040);
    expect((await askedFor(former, inBoth)).first).toEqual([]);
  });

  it.each([
    { how: "district and province, without marks", form: inBoth, write: withoutMarks, second: 30 },
    { how: "district alone", form: inDistrict, write: asWritten, second: 20 },
    { how: "district alone, without marks", form: inDistrict, write: withoutMarks, second: 50 },
  ])("is among the first five by a former name and $how", async ({ form, write, second }) => {
    const missed = await askedFor(await units(false), (unit) => write(form(unit)));

    expect(missed.five).toEqual([]);
    expect(missed.first.length).toBeLessThanOrEqual(second);
  });

  it("is found by a former name and province, today's unit of that name before it", async () => {
    const atlas = await placesOf(house.db);
    const missing = (await units(false)).filter(
      (unit) => !atlas.search(inProvince(unit), 20).some(({ area }) => area.id === unit.id),
    );

    expect(missing.map(inProvince)).toEqual([]);
  });
});
