import { daysAfter } from "#app/clock.ts";
import type { Day } from "#db/tables.ts";
import type { DayOff, WorkCalendar } from "../policies/calendar.ts";

/** The week of a month that a weekday is in: the first to the fourth, or the last. */
export const WEEKS = [1, 2, 3, 4, -1] as const;
/** Monday is 1, as in ISO 8601. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
/** The last day of a month, whatever its number. */
export const LAST_DATE = -1;

export type Week = (typeof WEEKS)[number];
export type Weekday = (typeof WEEKDAYS)[number];

/** A date of the month (in a shorter month its last day), or a weekday of one of its weeks. */
export type DayOfMonth = { date: number } | { week: Week; weekday: Weekday };

export type Rhythm =
  | { every: "month"; on: DayOfMonth }
  | { every: "quarter"; month: 1 | 2 | 3; on: DayOfMonth } // which month of the quarter
  | { every: "days"; days: number };

/** Where a date goes that is off: the working day before or after it, nowhere, or it is kept. */
export const DAY_OFF_WAYS = ["before", "after", "skip", "keep"] as const;
export type DayOffWay = (typeof DAY_OFF_WAYS)[number];

/** On which days something recurs. */
export interface Recurrence {
  rhythm: Rhythm;
  dayOff: DayOffWay;
  from: Day;
  until: Day; // the last day that may be one
}

/** A date that a recurrence names, and what the calendar of working days makes of it. */
export interface RecurrenceDate {
  nominal: Day;
  day: Day | null; // null when it is left out
  off: DayOff | null; // why the nominal day is off
}

/** The days that the rhythm itself names, holidays or not, in their order. */
export function nominalDays({
  rhythm,
  from,
  until,
}: Pick<Recurrence, "rhythm" | "from" | "until">) {
  const days: Day[] = [];
  if (rhythm.every === "days") {
    for (let day = from; day <= until; day = daysAfter(day, rhythm.days)) days.push(day);
    return days;
  }
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = monthAfter(month)) {
    if (rhythm.every === "quarter" && ((monthOf(month) - 1) % 3) + 1 !== rhythm.month) continue;
    const day = dayIn(month, rhythm.on);
    if (day >= from && day <= until) days.push(day);
  }
  return days;
}

/** The dates of a recurrence by the calendar of working days. No day is given twice: what is moved onto another is left out. */
export function datesOf(recurrence: Recurrence, calendar: WorkCalendar): RecurrenceDate[] {
  const taken = new Set<Day>();
  return nominalDays(recurrence).map((nominal) => {
    const off = calendar.offOn(nominal) ?? null;
    const moved = off ? movedFrom(nominal, recurrence.dayOff, calendar) : nominal;
    const day = moved !== null && taken.has(moved) ? null : moved;
    if (day) taken.add(day);
    return { nominal, day, off };
  });
}

/** Where a day that is off goes. */
export function movedFrom(day: Day, way: DayOffWay, calendar: WorkCalendar): Day | null {
  if (way === "keep") return day;
  if (way === "skip") return null;
  let moved = day;
  while (calendar.offOn(moved)) moved = daysAfter(moved, way === "before" ? -1 : 1);
  return moved;
}

const BYDAY = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

/**
 * The rhythm as RFC 5545 says it, without its end; undefined where it cannot: a 29th to 31st that is the last day
 * of a shorter month is left out of that month by every calendar program.
 */
export function recurrenceRule(rhythm: Rhythm): string | undefined {
  if (rhythm.every === "days") return `FREQ=DAILY;INTERVAL=${rhythm.days}`;
  const { on } = rhythm;
  if ("date" in on && on.date > 28) return undefined;
  const day =
    "date" in on ? `BYMONTHDAY=${on.date}` : `BYDAY=${on.week}${BYDAY[on.weekday - 1] ?? ""}`;
  return `FREQ=MONTHLY${rhythm.every === "quarter" ? ";INTERVAL=3" : ""};${day}`;
}

const monthOf = (month: string) => Number(month.slice(5));

function monthAfter(month: string): string {
  const next = monthOf(month) + 1;
  return next > 12
    ? `${Number(month.slice(0, 4)) + 1}-01`
    : `${month.slice(0, 5)}${String(next).padStart(2, "0")}`;
}

function dayIn(month: string, on: DayOfMonth): Day {
  const last = new Date(Date.UTC(Number(month.slice(0, 4)), monthOf(month), 0)).getUTCDate();
  const dated = (date: number) => `${month}-${String(date).padStart(2, "0")}`;
  if ("date" in on) return dated(on.date === LAST_DATE ? last : Math.min(on.date, last));
  if (on.week === -1) {
    const back = (weekdayOf(dated(last)) - on.weekday + 7) % 7;
    return dated(last - back);
  }
  const first = 1 + ((on.weekday - weekdayOf(dated(1)) + 7) % 7);
  return dated(first + (on.week - 1) * 7);
}

function weekdayOf(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
}
