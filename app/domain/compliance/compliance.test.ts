import { describe, expect, it } from "vitest";
import {
  byProvince,
  byQuestion,
  byShare,
  type Mark,
  type Marks,
  shareOf,
  sharesOf,
  standingOf,
  worstOf,
} from "./compliance.ts";

const marks = (changes: Partial<Marks> = {}): Marks => ({
  designated: "yes",
  published: "yes",
  confirmed: "yes",
  regulation: "yes",
  trained: "yes",
  ...changes,
});

it.each<[Mark[], Mark]>([
  [["yes", "no", "waiting"], "no"],
  [["yes", "waiting"], "waiting"],
  [["yes", "none"], "yes"],
  [[], "none"],
])("of %j the worst is %s", (all, worst) => {
  expect(worstOf(all)).toBe(worst);
});

it.each<[Partial<Marks>, string]>([
  [{}, "in-order"],
  [{ published: "waiting", trained: "none" }, "in-order"],
  [{ trained: "no" }, "lacking"],
  [{ designated: "no", trained: "no" }, "nobody"],
])("an agency with %j stands as %s", (changes, standing) => {
  expect(standingOf(marks(changes))).toBe(standing);
});

describe("many agencies", () => {
  const agencies = (["yes", "none", "no", "waiting", "no"] as const).map((trained, i) => ({
    name: i,
    marks: marks({ trained }),
  }));

  it("are counted where they are asked, and only there", () => {
    const all = agencies.map((agency) => agency.marks);

    expect(shareOf(all, "trained")).toEqual({ yes: 1, asked: 4 });
    expect(shareOf([], "trained")).toEqual({ yes: 0, asked: 0 });
  });

  it("come in the order of what is lacking, those alike as they were", () => {
    expect(byQuestion(agencies, "trained").map(({ name }) => name)).toEqual([2, 4, 3, 0, 1]);
  });

  it("are told apart by province, in the order of the provinces", () => {
    const [hue, angiang, vinhlong] = byProvince(
      [{ id: "hue" }, { id: "an-giang" }, { id: "vinh-long" }],
      [
        { provinceId: "an-giang", marks: marks({ trained: "no" }) },
        { provinceId: "hue", marks: marks() },
        { provinceId: "an-giang", marks: marks({ trained: "none" }) },
      ],
    );

    expect(hue).toMatchObject({ id: "hue", standings: ["in-order"] });
    expect(angiang?.standings).toEqual(["lacking", "in-order"]);
    expect(angiang?.shares.trained).toEqual({ yes: 0, asked: 1 });
    expect(vinhlong?.standings).toEqual([]);
  });

  it("come by the share of their province, those where nothing is asked last", () => {
    const provinces = (["yes", "none", "no"] as const).map((trained) => ({
      id: trained,
      shares: sharesOf([marks({ trained })]),
    }));

    expect(byShare(provinces, "trained").map(({ id }) => id)).toEqual(["no", "yes", "none"]);
    expect(byShare(provinces, "regulation").map(({ id }) => id)).toEqual(["yes", "none", "no"]);
  });
});
