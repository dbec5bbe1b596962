import { z } from "zod";
import { readDay } from "#app/clock.ts";
import type { Day } from "#db/tables.ts";
import { monthsAfter } from "../policies/calendar.ts";
import {
  DAY_OFF_WAYS,
  type DayOfMonth,
  LAST_DATE,
  nominalDays,
  type Recurrence,
  type Rhythm,
  WEEKDAYS,
  WEEKS,
} from "./recurrence.ts";

/** By what the meetings of a series recur: the days, and the hour that each begins with. */
export interface SeriesRule extends Recurrence {
  at: string; // 08:30, in the zone of its meetings
  minutes: number;
}

export const RHYTHMS = ["month", "quarter", "days"] as const;
export const WAYS_IN_MONTH = ["date", "weekday"] as const;
export const DURATIONS = [60, 90, 120, 180, 240] as const;
/** 1 to 31, and the last day of each month. */
export const DATES = [...Array.from({ length: 31 }, (_, i) => i + 1), LAST_DATE];

/** How far the meetings of a new series are brought at once. */
export const BEGINNINGS = ["draft", "scheduled", "announced"] as const;
export type Beginning = (typeof BEGINNINGS)[number];

/** As many dates as one series has at most: a year of every third day. */
const MOST_DATES = 122;
const LONGEST_MONTHS = 24;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A rule as its form sends it, in the address: whatever does not fit gives way to the usual. */
const RuleQuery = z.object({
  every: z.enum(RHYTHMS).catch("quarter"),
  by: z.enum(WAYS_IN_MONTH).catch("weekday"),
  date: z.coerce
    .number()
    .refine((date) => DATES.includes(date))
    .catch(20),
  week: z.coerce.number().pipe(z.literal(WEEKS)).catch(1),
  weekday: z.coerce.number().pipe(z.literal(WEEKDAYS)).catch(4),
  month: z.coerce
    .number()
    .pipe(z.literal([1, 2, 3]))
    .catch(1),
  days: z.coerce.number().int().min(2).max(366).catch(10),
  dayOff: z.enum(DAY_OFF_WAYS).catch("before"),
  from: z.string().transform(readDay).optional().catch(undefined),
  until: z.string().transform(readDay).optional().catch(undefined),
  at: z.string().regex(TIME).catch("08:30"),
  minutes: z.coerce.number().pipe(z.literal(DURATIONS)).catch(90),
});
export type RuleQuery = Record<keyof z.output<typeof RuleQuery>, string>;

/** What is wrong with a rule as a whole; each has a sentence in `words.series.problems`. */
export type RuleProblem = "ends-before-it-begins" | "too-long" | "too-many";

/** The rule that an address asks for, next year's press conferences unless it says otherwise. */
export function readRule(
  query: Iterable<[string, unknown]>,
  today: Day,
): { rule: SeriesRule; problem?: RuleProblem } {
  const asked = RuleQuery.parse(Object.fromEntries(query));
  const from = asked.from ?? usualFrom(today);
  const until = asked.until ?? yearFrom(from);
  const { dayOff, at, minutes } = asked;
  const rule = { rhythm: rhythmOf(asked), dayOff, from, until, at, minutes };
  if (until < from) return { rule, problem: "ends-before-it-begins" };
  if (until > monthsAfter(from, LONGEST_MONTHS)) return { rule, problem: "too-long" };
  return nominalDays(rule).length > MOST_DATES ? { rule, problem: "too-many" } : { rule };
}

function rhythmOf({ every, by, ...asked }: z.output<typeof RuleQuery>): Rhythm {
  if (every === "days") return { every, days: asked.days };
  const on: DayOfMonth =
    by === "date" ? { date: asked.date } : { week: asked.week, weekday: asked.weekday };
  return every === "month" ? { every, on } : { every, month: asked.month as 1 | 2 | 3, on };
}

/** In the last quarter one plans the year to come, before that the rest of this one. */
function usualFrom(today: Day): Day {
  const month = Number(today.slice(5, 7));
  return month >= 10 ? `${Number(today.slice(0, 4)) + 1}-01-01` : today;
}

function yearFrom(from: Day): Day {
  return `${from.slice(0, 4)}-12-31`;
}

/** A rule as the fields of its form. */
export function ruleQuery({ rhythm, dayOff, from, until, at, minutes }: SeriesRule): RuleQuery {
  const on = rhythm.every === "days" ? undefined : rhythm.on;
  const dated = on && "date" in on ? on : undefined;
  const weekly = on && "week" in on ? on : undefined;
  return {
    every: rhythm.every,
    by: dated ? "date" : "weekday",
    date: String(dated?.date ?? 20),
    week: String(weekly?.week ?? 1),
    weekday: String(weekly?.weekday ?? 4),
    month: String(rhythm.every === "quarter" ? rhythm.month : 1),
    days: String(rhythm.every === "days" ? rhythm.days : 10),
    ...{ dayOff, from, until, at, minutes: String(minutes) },
  };
}

/** The same rule for the year that follows on it. */
export function followingYear(rule: SeriesRule): SeriesRule {
  const year = Number(rule.until.slice(0, 4)) + 1;
  if (rule.rhythm.every !== "days")
    return { ...rule, from: `${year}-01-01`, until: `${year}-12-31` };
  const last = nominalDays(rule).at(-1) ?? rule.until;
  const [next = rule.until] = nominalDays({
    rhythm: rule.rhythm,
    from: last,
    until: monthsAfter(last, 13),
  }).slice(1);
  return { ...rule, from: next, until: `${next.slice(0, 4)}-12-31` };
}

/** A kept rule. */
export function ruleIn({ rule }: { rule: string }): SeriesRule {
  return JSON.parse(rule) as SeriesRule;
}

/** When the meeting of a day begins and ends, as its form writes it; the zone is the meeting's. */
export function hourOn(day: Day, { at }: Pick<SeriesRule, "at">): string {
  return `${day}T${at}`;
}
