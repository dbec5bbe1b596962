import { dayOf, endOf } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";
import type { WorkCalendar } from "../policies/calendar.ts";
import { type Due, type DueRule, dueOf, isLimit } from "../policies/due.ts";
import type { PolicyKey } from "../policies/policy.ts";
import type { CorrectionRound, OutletKind } from "./correction-case.ts";

/** The rule by which each kind of press agency publishes a correction, and a feedback on the same timing. */
export const RULE_OF = {
  online: "press.correction.online",
  daily: "press.correction.daily",
  broadcast: "press.correction.daily",
  weekly: "press.correction.periodical",
  magazine: "press.correction.periodical",
  rare_magazine: "press.correction.periodical",
} as const satisfies Record<OutletKind, PolicyKey>;

/** Comes out in issues: the law says the next one, whose day an officer types in. */
export const isPeriodical = (kind: OutletKind): boolean =>
  RULE_OF[kind] === "press.correction.periodical";

/** What a press agency owes on a feedback. */
const DEEDS = ["feedback", "correction", "written_reply", "answer"] as const;
export type PressDeed = (typeof DEEDS)[number];

/**
 * A clock of the press agency. `due`: explained by the due function. `next-issue`: the day is the typed one, or not known.
 * `unstarted`: the law counts from an event that has not been recorded. `silent`: the law in force says no number.
 */
export type PressClock = { deed: PressDeed } & (
  | { state: "due"; due: Due }
  | { state: "next-issue"; rule: DueRule; day: Day | null; start: Moment }
  | { state: "unstarted"; rule: DueRule }
  | { state: "silent" }
);

export interface ClockRules {
  ruleOn: (key: PolicyKey, day: Day) => DueRule | undefined;
  calendar: WorkCalendar;
}

type Sent = Pick<CorrectionRound, "asks" | "conclusion" | "sentAt" | "nextIssueDay">;

/**
 * The clocks that a sent feedback starts, by the law of the day on which the press agency got it. Feedback is
 * published on the timing of corrections. For a correction itself the law counts from the written conclusion of a
 * competent body, or from when the press agency found out: without a conclusion enclosed that clock has not started.
 */
export function pressClocks(kind: OutletKind, round: Sent, rules: ClockRules): PressClock[] {
  const { sentAt, asks, conclusion, nextIssueDay } = round;
  if (!sentAt) return [];
  const asked = asks.split(",");
  const own = clockOf(RULE_OF[kind], sentAt, nextIssueDay, rules);
  const clocks: PressClock[] = [];
  if (asked.includes("feedback")) clocks.push({ deed: "feedback", ...own });
  if (asked.includes("correction") || asked.includes("apology"))
    clocks.push({ deed: "correction", ...(conclusion ? own : unstarted(own)) });
  if (kind === "rare_magazine" && conclusion)
    clocks.push({
      deed: "written_reply",
      ...clockOf("press.correction.rare_reply", sentAt, null, rules),
    });
  if (asked.includes("answer"))
    clocks.push({ deed: "answer", ...clockOf("press.answer_request", sentAt, null, rules) });
  return clocks;
}

type Clock = PressClock extends infer One
  ? One extends { deed: PressDeed }
    ? Omit<One, "deed">
    : never
  : never;

function clockOf(key: PolicyKey, start: Moment, issue: Day | null, rules: ClockRules): Clock {
  const rule = rules.ruleOn(key, dayOf(start));
  if (!rule) return { state: "silent" };
  if (!isLimit(rule)) return { state: "next-issue", rule, day: issue, start };
  return { state: "due", due: dueOf(rule, start, rules.calendar) };
}

function unstarted(clock: Clock): Clock {
  if (clock.state === "due") return { state: "unstarted", rule: clock.due.rule };
  return clock.state === "next-issue" ? { state: "unstarted", rule: clock.rule } : clock;
}

/** The first moment that is too late; undefined where there is none to name. */
export function endOfClock(clock: PressClock): Moment | undefined {
  if (clock.state === "due") return clock.due.at;
  return clock.state === "next-issue" && clock.day ? endOf(clock.day) : undefined;
}

/** By when the press agency should have done the first of what it owes. */
export function firstDue(clocks: PressClock[]): Moment | undefined {
  return clocks.flatMap((clock) => endOfClock(clock) ?? []).toSorted()[0];
}
