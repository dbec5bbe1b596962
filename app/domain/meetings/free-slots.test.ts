import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { localTime } from "#app/clock.ts";
import { calendarOf, type Holiday } from "../policies/calendar.ts";
import { officeSlots } from "./free-slots.ts";

const weekdaysOnly = calendarOf([]);
const off = (day: string): Holiday => ({ day, kind: "off", name: "Tết Nguyên đán" });
const TET_2027 = calendarOf(
  ["2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09"].map(off),
);
const SWAPPED = calendarOf([
  { day: "2026-08-31", kind: "off", name: "Quốc khánh" },
  { day: "2026-08-22", kind: "work", name: "Làm bù" },
]);

const starts = (...asked: Parameters<typeof officeSlots>) =>
  officeSlots(...asked).map(({ startsAt }) => localTime(startsAt));
const daysOf = (...asked: Parameters<typeof officeSlots>) => [
  ...new Set(starts(...asked).map((start) => start.slice(0, 10))),
];

describe("the hours at which an office can hold something", () => {
  it("are its hours in two halves, every half hour", () => {
    const first = starts("2026-12-01", 90, weekdaysOnly).filter((at) =>
      at.startsWith("2026-12-01"),
    );

    expect(first.map((at) => at.slice(11))).toEqual([
      ...["07:30", "08:00", "08:30", "09:00", "09:30", "10:00"],
      ...["13:30", "14:00", "14:30", "15:00", "15:30"],
    ]);
  });

  it("run over the noon rest only for what is longer than half a day", () => {
    const day = (minutes: number) =>
      starts("2026-12-01", minutes, weekdaysOnly)
        .filter((at) => at.startsWith("2026-12-01"))
        .map((at) => at.slice(11));

    expect(day(240)).toEqual(["07:30"]);
    expect(day(241)).toEqual([
      "07:30",
      "08:00",
      "08:30",
      "09:00",
      "09:30",
      "10:00",
      "10:30",
      "11:00",
      "11:30",
      "12:00",
      "12:30",
    ]);
    expect(day(570)).toEqual(["07:30"]);
    expect(day(571)).toEqual([]);
  });

  it.each([
    [
      "over Tết",
      "2027-02-04",
      TET_2027,
      [
        "2027-02-04",
        "2027-02-10",
        "2027-02-11",
        "2027-02-12",
        "2027-02-15",
        "2027-02-16",
        "2027-02-17",
      ],
    ],
    [
      "on a swapped Saturday",
      "2026-08-21",
      SWAPPED,
      [
        "2026-08-21",
        "2026-08-22",
        "2026-08-24",
        "2026-08-25",
        "2026-08-26",
        "2026-08-27",
        "2026-08-28",
        "2026-09-01",
        "2026-09-02",
        "2026-09-03",
      ],
    ],
    [
      "over a year's end",
      "2026-12-31",
      calendarOf([off("2027-01-01")]),
      [
        "2026-12-31",
        "2027-01-04",
        "2027-01-05",
        "2027-01-06",
        "2027-01-07",
        "2027-01-08",
        "2027-01-11",
        "2027-01-12",
        "2027-01-13",
      ],
    ],
  ] as const)("are those of working days: %s", (_, from, calendar, days) => {
    expect(daysOf(from, 60, calendar)).toEqual(days);
  });

  it("are in order, whole, on working days, within two weeks, whatever is asked", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 600 }),
        fc.integer({ min: 0, max: 400 }),
        (minutes, on) => {
          const from = new Date(Date.UTC(2026, 7, 15) + on * 86_400_000).toISOString().slice(0, 10);
          const slots = officeSlots(from, minutes, SWAPPED);
          const shown = slots.map(({ startsAt, endsAt }) => [
            localTime(startsAt),
            localTime(endsAt),
          ]);

          for (const [start = "", end = ""] of shown) {
            expect(SWAPPED.offOn(start.slice(0, 10))).toBeUndefined();
            expect(start.slice(0, 10)).toBe(end.slice(0, 10));
            expect(start.slice(11) >= "07:30" && end.slice(11) <= "17:00").toBe(true);
            expect(/:[03]0$/.test(start)).toBe(true);
            if (minutes <= 240)
              expect(end.slice(11) <= "11:30" || start.slice(11) >= "13:30").toBe(true);
          }
          expect(slots.map(({ startsAt }) => startsAt)).toEqual(
            slots.map(({ startsAt }) => startsAt).toSorted(),
          );
          expect(
            slots.every(
              ({ startsAt, endsAt }) =>
                Date.parse(endsAt) - Date.parse(startsAt) === minutes * 60_000,
            ),
          ).toBe(true);
        },
      ),
    );
  });

  it("are the same wherever the server stands", () => {
    const zone = process.env.TZ;
    const seen = ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"].map((name) => {
      process.env.TZ = name;
      return officeSlots("2026-08-21", 90, SWAPPED);
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;

    expect(seen[1]).toEqual(seen[0]);
    expect(seen[2]).toEqual(seen[0]);
    expect(seen[0]?.[0]?.startsAt).toBe("2026-08-21T00:30:00.000Z");
  });
});
