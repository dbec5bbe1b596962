import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysIn, spanOf, VIEWS } from "./calendar-span.ts";

describe("the days of a view", () => {
  it.each([
    ["month", "2026-12-15", "2026-11-30", "2027-01-04", "2026-11-01", "2027-01-01"],
    ["month", "2027-02-28", "2027-02-01", "2027-03-01", "2027-01-01", "2027-03-01"],
    ["month", "2028-02-29", "2028-01-31", "2028-03-06", "2028-01-01", "2028-03-01"],
    ["week", "2026-12-31", "2026-12-28", "2027-01-04", "2026-12-21", "2027-01-04"],
    ["week", "2026-11-30", "2026-11-30", "2026-12-07", "2026-11-23", "2026-12-07"],
    ["week", "2026-12-06", "2026-11-30", "2026-12-07", "2026-11-23", "2026-12-07"],
    ["agenda", "2026-12-02", "2026-11-30", "2026-12-28", "2026-11-02", "2026-12-28"],
  ] as const)("%s of %s: %s to %s", (view, on, from, until, previous, next) => {
    expect(spanOf(view, on)).toEqual({ from, until, previous, next });
  });

  const anyDay = fc
    .date({ min: new Date("2000-01-01"), max: new Date("2100-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));

  it("holds the day asked for, begins on a Monday, and is whole weeks", () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), anyDay, (view, on) => {
        const span = spanOf(view, on);
        const days = daysIn(span);

        expect(days).toContain(on);
        expect(days.length % 7).toBe(0);
        expect(new Date(span.from).getUTCDay()).toBe(1);
        expect(days.at(-1) as string).toBe(daysIn({ ...span, from: on }).at(-1));
      }),
    );
  });

  it("leads forth and back without leaving a day out", () => {
    fc.assert(
      fc.property(fc.constantFrom(...VIEWS), anyDay, (view, on) => {
        const { from, until, next, previous } = spanOf(view, on);

        expect(spanOf(view, spanOf(view, next).previous).from).toBe(from);
        expect(spanOf(view, next).from <= until).toBe(true);
        expect(spanOf(view, previous).until >= from).toBe(true);
      }),
    );
  });
});
