import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differencesOf, readinessFrom, yearInHand, yearRules } from "./annual.ts";
import { LENGTHS, momentsOf, monthsOf, periodBeside, periodOf, readPeriod } from "./period.ts";
import { median, shareOf } from "./statistics.ts";

describe("a period", () => {
  it.each([
    { code: "2026-02", from: "2026-02-01", until: "2026-02-28" },
    { code: "2028-02", from: "2028-02-01", until: "2028-02-29" },
    { code: "2026-Q3", from: "2026-07-01", until: "2026-09-30" },
    { code: "2026-H1", from: "2026-01-01", until: "2026-06-30" },
    { code: "2026-H2", from: "2026-07-01", until: "2026-12-31" },
    { code: "2026", from: "2026-01-01", until: "2026-12-31" },
  ])("is named $code", ({ code, from, until }) => {
    expect(readPeriod(code)).toMatchObject({ code, from, until });
  });

  it.each(["", "26", "2026-13", "2026-00", "2026-Q5", "2026-H3", "2026-Q0", "1999", "2026-1", "x"])(
    "is not named %s",
    (code) => {
      expect(readPeriod(code)).toBeUndefined();
    },
  );

  it("begins and ends with days in Viet Nam", () => {
    expect(momentsOf({ from: "2025-12-15", until: "2026-12-14" })).toEqual({
      begins: "2025-12-14T17:00:00.000Z",
      ends: "2026-12-14T17:00:00.000Z",
    });
  });

  it("and those beside it cover every day once", () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date("2001-01-01"), max: new Date("2099-01-01"), noInvalidDate: true }),
        fc.constantFrom(...LENGTHS),
        (date, length) => {
          const period = periodOf(date.toISOString().slice(0, 10), length);
          const next = periodBeside(period, 1);
          const dayAfterLast = new Date(Date.parse(period.until) + 86_400_000);

          expect(period.from <= date.toISOString().slice(0, 10)).toBe(true);
          expect(next.from).toBe(dayAfterLast.toISOString().slice(0, 10));
          expect(periodBeside(next, -1)).toEqual(period);
          expect(readPeriod(period.code)).toEqual(period);
        },
      ),
    );
  });

  it("is cut into its months, the first and last as far as they belong to it", () => {
    const months = monthsOf({ from: "2025-12-15", until: "2026-12-14" });

    expect(months).toHaveLength(13);
    expect(months[0]).toEqual({ from: "2025-12-15", until: "2025-12-31" });
    expect(months.at(-1)).toEqual({ from: "2026-12-01", until: "2026-12-14" });
  });
});

describe("a year's report", () => {
  const rule = (key: string, value: string) => ({
    ...{ key: `report.annual.${key}`, value, fromDay: "2026-07-01", untilDay: null },
    ...{ legalRef: "Nghị định 244/2026/NĐ-CP, Điều 10", scope: "national" as const },
  });
  const rules = [rule("from", "12-15"), rule("to", "12-14"), rule("due", "12-20")];

  it("is of the days that the rules name, due on the last day before theirs", () => {
    expect(yearRules(rules, 2026)).toMatchObject({
      span: { from: "2025-12-15", until: "2026-12-14" },
      ...{ lastDay: "2026-12-19", lawFrom: "2026-07-01" },
    });
    expect(yearRules(rules, 2027)).toMatchObject({ lawFrom: undefined });
  });

  it("is none where no rule is in force", () => {
    expect(yearRules(rules, 2025)).toBeUndefined();
    expect(yearRules(rules.slice(1), 2026)).toBeUndefined();
  });

  it("of a calendar year begins and ends in it, should the rules say so", () => {
    const calendar = [rule("from", "01-01"), rule("to", "12-31"), rule("due", "12-20")];
    expect(yearRules(calendar, 2027)?.span).toEqual({ from: "2027-01-01", until: "2027-12-31" });
  });

  it.each([
    ["2026-11-30", 2026],
    ["2026-12-31", 2026],
    ["2027-01-31", 2026],
    ["2027-02-01", 2027],
  ])("in hand on %s is that of %s", (day, year) => {
    expect(yearInHand(day)).toBe(year);
  });

  it("is got ready from the month before", () => {
    expect(readinessFrom({ lastDay: "2026-12-19" })).toBe("2026-11-01");
    expect(readinessFrom({ lastDay: "2027-01-05" })).toBe("2026-12-01");
  });

  it("differs from what was frozen by what came, went or changed", () => {
    const one = (id: string, counts = true) => ({
      ...{ id, agencyId: "a", title: id, at: "2026-01-01", counts },
      standing: counts ? ("answered" as const) : ("open" as const),
    });
    const nothing = { 1: [], 2: [], 4: [], 5: [], 6: [] };
    const frozen = { ...nothing, 3: [one("kept"), one("gone"), one("changed", false)] };
    const now = { ...nothing, 3: [one("kept"), one("changed"), one("new")] };

    expect(differencesOf(frozen, frozen)).toEqual([]);
    expect(differencesOf(frozen, now)).toEqual([
      {
        ...{ indicator: 3, frozen: { count: 2, of: 3 }, now: { count: 3, of: 3 } },
        ...{ added: [one("new")], gone: [one("gone")] },
        changed: [{ before: one("changed", false), now: one("changed") }],
      },
    ]);
  });
});

describe("a figure", () => {
  it("in the middle is one of an odd many, the mean of two of an even", () => {
    expect(median([])).toBeNull();
    expect(median([5])).toBe(5);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 1, 2, 9])).toBe(5.5);
  });

  it("is a share only of ten and more", () => {
    expect(shareOf(9, 9)).toBeUndefined();
    expect(shareOf(5, 10)).toBe(50);
    expect(shareOf(0, 0)).toBeUndefined();
  });
});
