import { dayOf } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";
import { monthsAfter } from "../policies/calendar.ts";
import type { PolicyKey } from "../policies/policy.ts";

/** What is kept for a time only, by the rule that says how long. */
export const KEPT = [
  "retention.attendance_months",
  "retention.letters_months",
  "retention.trial_mail_months",
] as const satisfies PolicyKey[];
export type Kept = (typeof KEPT)[number];

/** How many of each kind were let go of. */
export interface Removed {
  meetings: number;
  invitations: number;
  attendances: number;
  questions: number; // that lost their asker's name
  letters: number;
  inbound: number; // mail that came in and is settled
  trialMail: number;
  logLines: number;
}

export const NOTHING: Removed = {
  meetings: 0,
  invitations: 0,
  attendances: 0,
  questions: 0,
  letters: 0,
  inbound: 0,
  trialMail: 0,
  logLines: 0,
};

/** What was removed by two rounds together. */
export function sumOf(one: Removed, other: Partial<Removed>): Removed {
  const keys = Object.keys(NOTHING) as (keyof Removed)[];
  return Object.fromEntries(keys.map((key) => [key, one[key] + (other[key] ?? 0)])) as never;
}

/** The last day on which something is kept that was over at a moment. */
export function lastDayKept(over: Moment, months: number): Day {
  return monthsAfter(dayOf(over), months);
}
