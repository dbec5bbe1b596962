import { describe, expect, it } from "vitest";
import { byQuestion, type Mark, type Marks, shareOf, standingOf, worstOf } from "./compliance.ts";

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
});
