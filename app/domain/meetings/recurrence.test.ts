import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, it, test } from "vitest";
import { daysAfter } from "#app/clock.ts";
import { calendarOf } from "../policies/calendar.ts";
import {
  type DayOffWay,
  datesOf,
  LAST_DATE,
  nominalDays,
  type Recurrence,
  type Rhythm,
  recurrenceRule,
  WEEKDAYS,
  WEEKS,
} from "./recurrence.ts";

const year = (of: number) => ({ from: `${of}-01-01`, until: `${of}-12-31` });
const calendar = calendarOf([
  { day: "2026-02-16", kind: "off", name: "Tết Nguyên đán" },
  { day: "2026-02-17", kind: "off", name: "Tết Nguyên đán" },
  { day: "2026-02-18", kind: "off", name: "Tết Nguyên đán" },
  { day: "2026-02-19", kind: "off", name: "Tết Nguyên đán" },
  { day: "2026-02-20", kind: "off", name: "Tết Nguyên đán" },
  { day: "2026-08-22", kind: "work", name: "Làm bù" },
  { day: "2027-01-01", kind: "off", name: "Tết Dương lịch" },
]);

describe("the days that a rhythm names", () => {
  it.each<[string, Rhythm, string[]]>([
    [
      "the first Thursday of the first month of every quarter",
      { every: "quarter", month: 1, on: { week: 1, weekday: 4 } },
      ["2026-01-01", "2026-04-02", "2026-07-02", "2026-10-01"],
    ],
    [
      "the last Friday of the last month of every quarter",
      { every: "quarter", month: 3, on: { week: -1, weekday: 5 } },
      ["2026-03-27", "2026-06-26", "2026-09-25", "2026-12-25"],
    ],
    [
      "the last day of the middle month of every quarter",
      { every: "quarter", month: 2, on: { date: LAST_DATE } },
      ["2026-02-28", "2026-05-31", "2026-08-31", "2026-11-30"],
    ],
    [
      "every hundred days",
      { every: "days", days: 100 },
      ["2026-01-01", "2026-04-11", "2026-07-20", "2026-10-28"],
    ],
  ])("%s", (_, rhythm, days) => {
    expect(nominalDays({ rhythm, ...year(2026) })).toEqual(days);
  });

  it("takes the last day of a month that has no 31st", () => {
    const days = nominalDays({ rhythm: { every: "month", on: { date: 31 } }, ...year(2027) });

    expect(days.slice(0, 4)).toEqual(["2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30"]);
  });

  it("runs over a year's end", () => {
    const span = { from: "2026-12-15", until: "2027-01-31" };

    expect(nominalDays({ rhythm: { every: "days", days: 10 }, ...span })).toEqual([
      "2026-12-15",
      "2026-12-25",
      "2027-01-04",
      "2027-01-14",
      "2027-01-24",
    ]);
  });
});

describe("a date that is off", () => {
  const twentieth = (dayOff: DayOffWay, span: Pick<Recurrence, "from" | "until">) =>
    datesOf({ rhythm: { every: "month", on: { date: 20 } }, dayOff, ...span }, calendar);
  const february = { from: "2026-02-01", until: "2026-02-28" };

  it("goes to the working day before it, over all of Tết", () => {
    const [date] = twentieth("before", february);

    expect(date).toMatchObject({ nominal: "2026-02-20", day: "2026-02-13" });
    expect(date?.off).toMatchObject({ why: "holiday", name: "Tết Nguyên đán" });
  });

  it.each<[DayOffWay, string | null]>([
    ["after", "2026-02-23"],
    ["skip", null],
    ["keep", "2026-02-20"],
  ])("or elsewhere, as is wished (%s)", (dayOff, day) => {
    expect(twentieth(dayOff, february)[0]?.day).toBe(day);
  });

  it("is none on a Saturday that is worked in exchange", () => {
    const august = { from: "2026-08-22", until: "2026-08-22" };
    const rhythm = { every: "days" as const, days: 7 };

    expect(datesOf({ rhythm, dayOff: "before", ...august }, calendar)[0]).toEqual({
      nominal: "2026-08-22",
      day: "2026-08-22",
      off: null,
    });
  });

  it("goes back over a year's end", () => {
    const january = { from: "2027-01-01", until: "2027-01-01" };
    const rhythm = { every: "days" as const, days: 7 };

    expect(datesOf({ rhythm, dayOff: "before", ...january }, calendar)[0]?.day).toBe("2026-12-31");
  });

  it("is left out where it would fall on a day that is one already", () => {
    const rhythm = { every: "days" as const, days: 2 };
    const dates = datesOf(
      { rhythm, dayOff: "before", from: "2026-02-13", until: "2026-02-24" },
      calendar,
    );

    expect(dates.map(({ day }) => day)).toEqual([
      "2026-02-13",
      null,
      null,
      null,
      null,
      "2026-02-23",
    ]);
  });
});

const anyOn = fc.oneof(
  fc.record({ date: fc.constantFrom(LAST_DATE, ...Array.from({ length: 28 }, (_, i) => i + 1)) }),
  fc.record({ week: fc.constantFrom(...WEEKS), weekday: fc.constantFrom(...WEEKDAYS) }),
);
const anyRhythm: fc.Arbitrary<Rhythm> = fc.oneof(
  fc.record({ every: fc.constant("month" as const), on: anyOn }),
  fc.record({
    every: fc.constant("quarter" as const),
    month: fc.constantFrom(1 as const, 2 as const, 3 as const),
    on: anyOn,
  }),
  fc.record({ every: fc.constant("days" as const), days: fc.integer({ min: 2, max: 366 }) }),
);
const anySpan = fc
  .tuple(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 730 }))
  .map(([start, length]) => {
    const from = daysAfter("2024-01-01", start);
    return { from, until: daysAfter(from, length) };
  });

test("says to calendar programs, by RFC 5545, the very days that it names itself", () => {
  fc.assert(
    fc.property(anyRhythm, anySpan, (rhythm, span) => {
      const days = nominalDays({ rhythm, ...span });

      expect(expanded(recurrenceRule(rhythm) as string, days[0], span.until)).toEqual(days);
    }),
    { numRuns: 500 },
  );
});

test("says nothing by RFC 5545 where calendar programs would leave short months out", () => {
  expect(recurrenceRule({ every: "month", on: { date: 29 } })).toBeUndefined();
});

test("never gives a day that is off, twice or out of order, whatever the holidays", () => {
  const holidays = fc.array(
    fc.integer({ min: 0, max: 3700 }).map((days) => ({
      day: daysAfter("2024-01-01", days),
      kind: "off" as const,
      name: "Nghỉ",
    })),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(anyRhythm, anySpan, holidays, (rhythm, span, off) => {
      const worked = calendarOf(off);
      const given = datesOf({ rhythm, dayOff: "before", ...span }, worked).flatMap(
        ({ day }) => day ?? [],
      );

      expect(given.filter((day) => worked.offOn(day))).toEqual([]);
      expect(given).toEqual([...new Set(given)].toSorted());
    }),
    { numRuns: 300 },
  );
});

/** The days of a rule as ical.js reads it, from a first one that the rule must name too. */
function expanded(rule: string, first: string | undefined, until: string): string[] {
  if (!first) return [];
  const start = ICAL.Time.fromDateTimeString(`${first}T08:30:00`);
  const days = ICAL.Recur.fromString(rule).iterator(start);
  const found: string[] = [];
  for (let next = days.next(); next && found.length < 800; next = days.next()) {
    const day = next.toString().slice(0, 10);
    if (day > until) break;
    found.push(day);
  }
  return found;
}
