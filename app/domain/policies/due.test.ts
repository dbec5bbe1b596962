import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { daysAfter, endOf, startOf } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Day } from "#db/tables.ts";
import { calendarOf, type Holiday, monthsAfter } from "./calendar.ts";
import { dueOf, type Limit, progressOf } from "./due.ts";
import { dueSentence } from "./due-sentence.ts";
import type { PolicyKey } from "./policy.ts";

const [vi, en] = [messagesIn("vi"), messagesIn("en")];

const CLOCKS = {
  h: { unit: "hours", clock: "clock_hours" },
  wd: { unit: "days", clock: "working_days" },
  d: { unit: "days", clock: "calendar_days" },
  m: { unit: "months", clock: "months" },
} as const;

/** A rule as short as it can be said: 15 wd. */
function limit(short: string, key: PolicyKey = "reply.forwarded_opinion"): Limit {
  const [value = "", clock = "d"] = short.split(" ");
  const measured = { value, ...CLOCKS[clock as keyof typeof CLOCKS] };
  const named = { id: key, key, scope: "national", legalRef: "Điều 1", verifiedBy: null } as const;
  return { ...named, ...measured, statutory: 1 };
}

const off = (day: Day, name = "Nghỉ"): Holiday => ({ day, kind: "off", name });
const work = (day: Day): Holiday => ({ day, kind: "work", name: "Làm bù" });

const TET = ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"].map((day) =>
  off(day, "Tết Nguyên đán"),
);
const YEAR: Holiday[] = [
  off("2026-01-01", "Tết Dương lịch"),
  off("2026-01-02", "Nghỉ hoán đổi"),
  work("2026-01-10"),
  ...TET,
  work("2026-08-22"),
  off("2026-08-31", "Nghỉ hoán đổi"),
  off("2026-09-01", "Quốc khánh"),
  off("2026-09-02", "Quốc khánh"),
  off("2026-11-24", "Ngày Văn hóa Việt Nam"),
  off("2027-01-01", "Tết Dương lịch"),
];

const at = (day: Day, time = "08:30") => new Date(`${day}T${time}:00+07:00`).toISOString();

const zones = ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"];
const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

describe.each(zones)("on a machine in %s", (zone) => {
  const dueOn = (...asked: Parameters<typeof dueOf>) => {
    process.env.TZ = zone;
    expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toMatch(
      zone === "Asia/Ho_Chi_Minh" ? /^Asia\/(Ho_Chi_Minh|Saigon)$/ : zone,
    );
    return dueOf(...asked);
  };

  it.each<{ what: string; rule: string; from: string; due: string; sentence: string }>([
    {
      what: "the example of the house",
      rule: "15 wd",
      from: at("2026-11-23"),
      due: "2026-12-15",
      sentence: "15 ngày làm việc từ 23/11/2026, trừ 24/11 → 15/12/2026",
    },
    {
      what: "the last minute before the law changed",
      rule: "30 d",
      from: at("2026-06-30", "23:59"),
      due: "2026-07-30",
      sentence: "30 ngày từ 30/06/2026 → 30/07/2026",
    },
    {
      what: "the first minute after it",
      rule: "15 wd",
      from: at("2026-07-01", "00:00"),
      due: "2026-07-22",
      sentence: "15 ngày làm việc từ 01/07/2026 → 22/07/2026",
    },
    {
      what: "working days over Tết",
      rule: "5 wd",
      from: at("2026-02-13"),
      due: "2026-02-27",
      sentence: "5 ngày làm việc từ 13/02/2026, trừ 16/02–20/02 → 27/02/2026",
    },
    {
      what: "calendar days that end in Tết",
      rule: "5 d",
      from: at("2026-02-12"),
      due: "2026-02-23",
      sentence: "5 ngày từ 12/02/2026 → 23/02/2026 (ngày cuối 17/02 là ngày nghỉ)",
    },
    {
      what: "a swapped Saturday, and the days it was swapped for",
      rule: "10 wd",
      from: at("2026-08-20"),
      due: "2026-09-07",
      sentence:
        "10 ngày làm việc từ 20/08/2026, trừ 31/08–02/09, tính cả 22/08 làm bù → 07/09/2026",
    },
    {
      what: "a limit of days that ends on a swapped Saturday, which is worked",
      rule: "2 d",
      from: at("2026-08-20"),
      due: "2026-08-22",
      sentence: "2 ngày từ 20/08/2026 → 22/08/2026",
    },
    {
      what: "a year's end",
      rule: "3 wd",
      from: at("2026-12-30"),
      due: "2027-01-05",
      sentence: "3 ngày làm việc từ 30/12/2026, trừ 01/01/2027 → 05/01/2027",
    },
    {
      what: "months, and their last day where there is none of that number",
      rule: "3 m",
      from: at("2026-11-30"),
      due: "2027-03-01",
      sentence: "3 tháng từ 30/11/2026 → 01/03/2027 (ngày cuối 28/02/2027 là ngày nghỉ)",
    },
    {
      what: "the days of grace of Decree 244/2026, whose last is a Saturday",
      rule: "45 d",
      from: at("2026-07-01", "00:00"),
      due: "2026-08-17",
      sentence: "45 ngày từ 01/07/2026 → 17/08/2026 (ngày cuối 15/08 là ngày nghỉ)",
    },
    {
      what: "receipt late in the evening, which is tomorrow nowhere but in Viet Nam's own clock",
      rule: "1 wd",
      from: at("2026-11-25", "23:30"),
      due: "2026-11-26",
      sentence: "1 ngày làm việc từ 25/11/2026 → 26/11/2026",
    },
  ])("counts $what", ({ rule, from, due, sentence }) => {
    const found = dueOn(limit(rule), from, calendarOf(YEAR));

    expect(found.day).toBe(due);
    expect(found.at).toBe(endOf(due));
    expect(dueSentence(vi, found)).toBe(sentence);
  });

  it("runs hours through nights, weekends and holidays", () => {
    const found = dueOn(
      limit("24 h", "incident.initial_statement"),
      at("2026-02-16", "22:15"),
      calendarOf(YEAR),
    );

    expect(found.at).toBe(at("2026-02-17", "22:15"));
    expect(found.skipped).toEqual([]);
    expect(dueSentence(vi, found)).toBe("24 giờ từ 22:15 16/02/2026 → 22:15 17/02/2026");
  });

  it("counts a notice back from the meeting", () => {
    const meeting = at("2026-09-03", "09:00");
    const hours = dueOn(limit("24 h", "pressconf.notice_before"), meeting, calendarOf(YEAR));
    const days = dueOn(limit("2 wd", "foreign.conf_notice"), meeting, calendarOf(YEAR));

    expect(hours.at).toBe(at("2026-09-02", "09:00"));
    expect(days.day).toBe("2026-08-27");
    expect(dueSentence(vi, days)).toBe(
      "2 ngày làm việc trước 03/09/2026, trừ 31/08–02/09 → 27/08/2026",
    );
  });
});

it("says it in English", () => {
  const calendar = calendarOf(YEAR);
  const said = (short: string, from: string) =>
    dueSentence(en, dueOf(limit(short), from, calendar));

  expect(said("15 wd", at("2026-11-23"))).toBe(
    "15 working days from 23/11/2026, without 24/11 → 15/12/2026",
  );
  expect(said("1 d", at("2026-11-27"))).toBe(
    "1 day from 27/11/2026 → 30/11/2026 (the last day, 28/11, is a day off)",
  );
});

it("names every day that it passes over, and knows the regime", () => {
  const due = dueOf(limit("2 wd"), at("2026-02-13"), calendarOf(TET));

  expect(due.regime).toBe("2017");
  expect(due.skipped.map(({ day, why, name }) => [day.slice(8), why, name])).toEqual([
    ["14", "weekend", null],
    ["15", "weekend", null],
    ...["16", "17", "18", "19", "20"].map((day) => [day, "holiday", "Tết Nguyên đán"]),
    ["21", "weekend", null],
    ["22", "weekend", null],
  ]);
  expect(dueOf(limit("2 wd"), at("2026-07-01", "00:00"), calendarOf([])).regime).toBe("2026");
  expect(dueOf(limit("2 wd"), at("2017-03-29"), calendarOf([])).regime).toBeUndefined();
});

describe("against a plain count, day by day", () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((n) => daysAfter("2024-01-01", n));
  const holidays = fc.uniqueArray(
    fc.record({ day, kind: fc.constantFrom("off" as const, "work" as const), name: fc.string() }),
    { selector: (holiday) => holiday.day, maxLength: 300 },
  );
  const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
  const momentOf = (start: Day, minute: number) =>
    new Date(Date.parse(startOf(start)) + minute * 60_000).toISOString();

  /** Every day of the years as a wall calendar would show it, without any arithmetic of ours. */
  const WALL: { day: Day; weekend: boolean }[] = [];
  const walk = new Date(Date.UTC(2023, 0, 1));
  while (walk.getUTCFullYear() < 2036) {
    const name = walk.toLocaleDateString("en-US", { weekday: "short", timeZone: "UTC" });
    WALL.push({ day: walk.toISOString().slice(0, 10), weekend: name === "Sat" || name === "Sun" });
    walk.setUTCDate(walk.getUTCDate() + 1);
  }
  const worked = (table: Holiday[]) => {
    const entries = new Map(table.map((holiday) => [holiday.day, holiday.kind]));
    return (one: { day: Day; weekend: boolean }) =>
      entries.has(one.day) ? entries.get(one.day) === "work" : !one.weekend;
  };

  it("finds the n-th working day after the start", () => {
    fc.assert(
      fc.property(
        day,
        minutes,
        fc.integer({ min: 1, max: 60 }),
        holidays,
        (start, minute, n, table) => {
          const due = dueOf(limit(`${n} wd`), momentOf(start, minute), calendarOf(table));
          const after = WALL.filter((one) => one.day > start);

          const expected = after.filter(worked(table))[n - 1]?.day ?? "";
          expect(due.day).toBe(expected);
          expect(due.at).toBe(endOf(expected));
          expect(due.skipped.map((one) => one.day)).toEqual(
            after.filter((one) => one.day < expected && !worked(table)(one)).map((one) => one.day),
          );
        },
      ),
      { numRuns: 150 },
    );
  });

  it("finds the first working day on or after the last calendar day", () => {
    fc.assert(
      fc.property(
        day,
        minutes,
        fc.integer({ min: 0, max: 90 }),
        holidays,
        (start, minute, n, table) => {
          const due = dueOf(limit(`${n} d`), momentOf(start, minute), calendarOf(table));
          const from = WALL.findIndex((one) => one.day === start) + n;

          const expected = WALL.slice(from).find(worked(table))?.day;
          expect(due.day).toBe(expected);
          expect(due.movedFrom).toBe(expected === WALL[from]?.day ? null : WALL[from]?.day);
        },
      ),
      { numRuns: 150 },
    );
  });

  it("finds the same day of a later month, or that month's last", () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), (start, n) => {
        const months = [...new Set(WALL.map((one) => one.day.slice(0, 7)))];
        const target = months[months.indexOf(start.slice(0, 7)) + n] ?? "";
        const days = WALL.map((one) => one.day).filter((one) => one.startsWith(target));

        const same = `${target}${start.slice(7)}`;
        expect(monthsAfter(start, n)).toBe(days.includes(same) ? same : days.at(-1));
      }),
    );
  });
});

describe("the progress of a limit", () => {
  const due = dueOf(
    limit("10 h", "incident.initial_statement"),
    at("2026-09-01", "00:00"),
    calendarOf([]),
  );

  it.each([
    { time: "00:00", state: "calm", share: 0 },
    { time: "04:59", state: "calm", share: 0.498 },
    { time: "05:00", state: "due", share: 0.5 },
    { time: "07:59", state: "due", share: 0.798 },
    { time: "08:00", state: "urgent", share: 0.8 },
    { time: "09:59", state: "urgent", share: 0.998 },
    { time: "10:00", state: "late", share: 1 },
    { time: "15:00", state: "late", share: 1.5 },
  ])("is $state at $time", ({ time, state, share }) => {
    const progress = progressOf(due, at("2026-09-01", time));

    expect(progress.state).toBe(state);
    expect(progress.share).toBeCloseTo(share, 3);
  });

  it("stands still once the thing is done, and still says when it was late", () => {
    const now = at("2026-12-01");
    const inTime = progressOf(due, now, at("2026-09-01", "04:00"));
    const late = progressOf(due, now, at("2026-09-01", "11:00"));

    expect(inTime).toMatchObject({ state: "done", share: 0.4 });
    expect(late.state).toBe("done");
    expect(late.left).toBe(-60 * 60 * 1000);
  });

  it("is late at once where something is due at once", () => {
    const atOnce = dueOf(limit("0 h", "press.correction.online"), at("2026-09-01"), calendarOf([]));

    expect(progressOf(atOnce, at("2026-09-01")).state).toBe("late");
    expect(progressOf(atOnce, at("2026-09-01", "08:29")).state).toBe("calm");
  });
});
