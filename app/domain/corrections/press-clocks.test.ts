import { afterEach, describe, expect, it } from "vitest";
import { endOf } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Day } from "#db/tables.ts";
import { calendarOf, type Holiday } from "../policies/calendar.ts";
import type { DueRule } from "../policies/due.ts";
import { dueSentence } from "../policies/due-sentence.ts";
import type { PolicyKey } from "../policies/policy.ts";
import type { OutletKind } from "./correction-case.ts";
import { endOfClock, firstDue, type PressDeed, pressClocks } from "./press-clocks.ts";

const at = (day: Day, time = "08:30") => new Date(`${day}T${time}:00+07:00`).toISOString();

const off = (day: Day): Holiday => ({ day, kind: "off", name: "Nghỉ" });
const work = (day: Day): Holiday => ({ day, kind: "work", name: "Làm bù" });

const calendar = calendarOf([
  off("2026-01-01"),
  off("2026-01-02"),
  work("2026-01-10"),
  ...["16", "17", "18", "19", "20"].map((day) => off(`2026-02-${day}`)),
  work("2026-08-22"),
  ...["2026-08-31", "2026-09-01", "2026-09-02", "2026-11-24", "2027-01-01"].map(off),
]);

/** Both regimes as the law's file has them (tested against it in cases.server.test.ts). */
const OLD: Partial<Record<PolicyKey, string>> = {
  "press.correction.online": "0 clock_hours",
  "press.correction.daily": "2 calendar_days",
  "press.correction.periodical": "next_issue",
  "press.correction.rare_reply": "0 clock_hours",
  "press.answer_request": "15 calendar_days",
};
const NEW: Partial<Record<PolicyKey, string>> = {
  ...OLD,
  "press.correction.rare_reply": "2 calendar_days",
  "press.answer_request": "15 working_days",
};

function ruleOn(key: PolicyKey, day: Day): DueRule | undefined {
  const short = (day < "2026-07-01" ? OLD : NEW)[key];
  if (!short) return undefined;
  const [value = "", clock] = short.split(" ");
  return {
    ...{ id: key, key, value, legalRef: "Điều 1", scope: "national", statutory: 1 },
    ...{ verifiedBy: null, clock: (clock as DueRule["clock"]) ?? null },
    unit: clock === "clock_hours" ? "hours" : clock ? "days" : "choice",
  };
}

const zones = ["UTC", "Asia/Ho_Chi_Minh"];
const machine = process.env.TZ;
afterEach(() => {
  if (machine === undefined) delete process.env.TZ;
  else process.env.TZ = machine;
});

interface Sent {
  asks?: string;
  conclusion?: string | null;
  nextIssueDay?: Day | null;
}

const clocks = (kind: OutletKind, sentAt: string | null, sent: Sent = {}) =>
  pressClocks(
    kind,
    { asks: "feedback", conclusion: null, nextIssueDay: null, ...sent, sentAt },
    { ruleOn, calendar },
  );

describe.each(zones)("on a machine in %s", (zone) => {
  const ends = (deed: PressDeed, ...asked: Parameters<typeof clocks>) => {
    process.env.TZ = zone;
    const clock = clocks(...asked).find((one) => one.deed === deed);
    return clock && endOfClock(clock);
  };

  it.each<[what: string, kind: OutletKind, sent: string, due: string]>([
    ["online: at once, before 01/07/2026", "online", at("2026-06-30"), at("2026-06-30")],
    ["online: at once, since", "online", at("2026-07-01"), at("2026-07-01")],
    [
      "online: at once, in the night before Tết",
      "online",
      at("2026-02-16", "23:50"),
      at("2026-02-16", "23:50"),
    ],
    ["daily: two days, before 01/07/2026", "daily", at("2026-06-29"), endOf("2026-07-01")],
    [
      "daily: two days from its last minute",
      "daily",
      at("2026-06-30", "23:59"),
      endOf("2026-07-02"),
    ],
    [
      "daily: two days from its first minute",
      "daily",
      at("2026-07-01", "00:00"),
      endOf("2026-07-03"),
    ],
    ["radio and television as dailies", "broadcast", at("2026-07-06"), endOf("2026-07-08")],
    ["daily: the last day is a Saturday", "daily", at("2026-07-02"), endOf("2026-07-06")],
    [
      "daily: the last day is a Saturday that is worked",
      "daily",
      at("2026-08-20"),
      endOf("2026-08-22"),
    ],
    ["daily: the last day is in Tết", "daily", at("2026-02-14"), endOf("2026-02-23")],
    ["daily: the last day is New Year's", "daily", at("2026-12-30"), endOf("2027-01-04")],
    ["daily: over the year's end before", "daily", at("2025-12-31"), endOf("2026-01-05")],
  ])("%s", (_, kind, sent, due) => {
    expect(ends("feedback", kind, sent)).toBe(due);
    const asks = { asks: "correction", conclusion: "Kết luận số 5" };
    expect(ends("correction", kind, sent, asks), "a correction, with a conclusion").toBe(due);
  });

  it.each<[kind: OutletKind, sent: string]>([
    ["weekly", at("2026-06-30")],
    ["weekly", at("2026-07-01")],
    ["magazine", at("2026-12-31")],
    ["rare_magazine", at("2026-02-13")],
  ])("a %s publishes in its next issue, on the day that was typed in (sent %s)", (kind, sent) => {
    expect(ends("feedback", kind, sent, { nextIssueDay: "2027-01-07" })).toBe(endOf("2027-01-07"));
    expect(ends("feedback", kind, sent), "whose day is not made up").toBeUndefined();
  });

  it.each<[what: string, sent: string, due: string]>([
    ["15 calendar days, before 01/07/2026", at("2026-06-30", "23:59"), endOf("2026-07-15")],
    ["15 calendar days that end in Tết", at("2026-02-03"), endOf("2026-02-23")],
    ["15 working days, since", at("2026-07-01", "00:00"), endOf("2026-07-22")],
    ["15 working days over a worked Saturday and 2/9", at("2026-08-20"), endOf("2026-09-14")],
    ["15 working days over 24/11", at("2026-11-23"), endOf("2026-12-15")],
    ["15 working days over the year's end", at("2026-12-21"), endOf("2027-01-12")],
  ])("an answer on what was published, when asked for: %s", (_, sent, due) => {
    expect(ends("answer", "online", sent, { asks: "answer" })).toBe(due);
  });

  it.each<[sent: string, due: string]>([
    [at("2026-06-30", "23:59"), at("2026-06-30", "23:59")],
    [at("2026-07-01", "00:00"), endOf("2026-07-03")],
    [at("2026-12-30"), endOf("2027-01-04")],
  ])("a magazine that comes out seldom answers a conclusion in writing (sent %s)", (sent, due) => {
    expect(ends("written_reply", "rare_magazine", sent, { conclusion: "Số 5" })).toBe(due);
    expect(ends("written_reply", "rare_magazine", sent)).toBeUndefined();
    expect(ends("written_reply", "magazine", sent, { conclusion: "Số 5" })).toBeUndefined();
  });
});

describe("a correction", () => {
  const asks = { asks: "correction,apology,feedback" };

  it("has no clock until a written conclusion reached the press agency; the feedback has", () => {
    const [feedback, correction] = clocks("daily", at("2026-07-06"), asks);
    expect(feedback).toMatchObject({ deed: "feedback", state: "due" });
    expect(correction).toMatchObject({
      ...{ deed: "correction", state: "unstarted" },
      rule: { key: "press.correction.daily" },
    });
  });

  it("asked for together with an apology has one clock, not two", () => {
    const deeds = clocks("online", at("2026-07-06"), asks).map(({ deed }) => deed);
    expect(deeds).toEqual(["feedback", "correction"]);
  });
});

it("nothing runs before the feedback was sent, nor by a law that says no number", () => {
  expect(clocks("daily", null)).toEqual([]);
  const silent = pressClocks(
    "daily",
    { asks: "feedback", conclusion: null, nextIssueDay: null, sentAt: at("2026-07-06") },
    { ruleOn: () => undefined, calendar },
  );
  expect(silent).toEqual([{ deed: "feedback", state: "silent" }]);
  expect(firstDue(silent)).toBeUndefined();
});

it("what is due first is named first, and explained as every clock of the house", () => {
  const all = clocks("daily", at("2026-08-20"), { asks: "answer,feedback" });
  expect(firstDue(all)).toBe(endOf("2026-08-22"));
  const [feedback] = all;
  const sentence = feedback?.state === "due" && dueSentence(messagesIn("vi"), feedback.due);
  expect(sentence).toBe("2 ngày từ 20/08/2026 → 22/08/2026");
});
