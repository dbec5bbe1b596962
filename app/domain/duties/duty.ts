import type { Moment } from "#db/tables.ts";
import { type Due, progressOf } from "../policies/due.ts";
import type { PolicyKey } from "../policies/policy.ts";

/** What an agency owes the press again and again, by the rule that asks for it (Decree 244/2026, art. 6). */
export const DUTIES = [
  "info.province.monthly",
  "briefing.province.max_gap",
  "briefing.commune.max_gap",
] as const satisfies PolicyKey[];
export type DutyKey = (typeof DUTIES)[number];

/** What was done that counts: a meeting that was held, a statement that was published. */
export interface Evidence {
  of: "meeting" | "statement";
  id: string;
  subject: string;
  at: Moment;
}

export type DutyState = "calm" | "soon" | "overdue";

/** Three quarters of the gap: from then on somebody should see to it. */
const SOON = 0.75;

/** How a duty stands at a moment: what is left of the gap since it was last done. */
export function dutyStateAt(due: Due, at: Moment): DutyState {
  const { share, left } = progressOf(due, at);
  if (left <= 0) return "overdue";
  return share >= SOON ? "soon" : "calm";
}

/** From when the gap is counted: what was done last, else the day from which the rule holds. */
export function countedFrom(last: Evidence | undefined, ruleFrom: Moment): Moment {
  return last && last.at > ruleFrom ? last.at : ruleFrom;
}

/** Meetings that give the press information: a press conference counts for every duty, a coordination meeting only for that. */
export const COUNTS = {
  "info.province.monthly": ["press_conference", "press_coordination"],
  "briefing.province.max_gap": ["press_conference"],
  "briefing.commune.max_gap": ["press_conference"],
} as const satisfies Record<DutyKey, readonly string[]>;

/** Duties that a published statement does as well: it gives information, but is no conference. */
export const DONE_BY_STATEMENTS: readonly DutyKey[] = ["info.province.monthly"];

/** Of two, what was done last. */
export function later(one: Evidence | undefined, other: Evidence | undefined) {
  return one && other && one.at < other.at ? other : (one ?? other);
}
