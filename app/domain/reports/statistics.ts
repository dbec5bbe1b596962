import { dayOf, daysAfter } from "#app/clock.ts";
import type { Day, Moment, Row } from "#db/tables.ts";
import type { WorkCalendar } from "../policies/calendar.ts";
import type { Share } from "../questions/promise.ts";
import type { Span } from "./period.ts";

/** How requests of the press kept to one kind of time limit; those that no rule sets a time for are not among them. */
export interface Timeliness {
  of: number;
  onTime: number;
  late: number;
  running: number;
  overdue: number;
}

/** A number of things in each month of a span. */
export interface MonthLine extends Span {
  received: number;
  answered: number; // of those received then
  held: number;
}

export interface OutletLine {
  outlet: string | null;
  people: number;
  walkIns: number;
  meetings: number;
}

/** What an office did with the press in a period, in numbers: of agencies and press agencies, never of persons. */
export interface Statistics {
  span: Span;
  meetings: { kind: Row<"meeting">["kind"]; announced: number; held: number; cancelled: number }[];
  outlets: OutletLine[]; // most people first
  queries: {
    received: number;
    answered: number; // by the agency's own account
    confirmed: number; // by the asker's
    disputed: number;
    refused: number;
    withdrawn: number;
    forwarded: number;
    open: number;
    medianHours: number | null; // clock hours from receipt to answer
    medianDays: number | null; // working days, the day of receipt not counted
  };
  times: { statutory: Timeliness; house: Timeliness };
  refusals: { ground: string | null; count: number }[];
  promises: Share;
  corrections: { found: number; feedback: number; outcomes: { outcome: string; count: number }[] };
  registry: { on: Day; agencies: number; covered: number };
  months: MonthLine[];
}

/** The middle one of numbers, the mean of the middle two of an even many; null of none. */
export function median(numbers: number[]): number | null {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] = [
    sorted[sorted.length % 2 === 1 ? middle : middle - 1],
    sorted[middle],
  ];
  return (low + high) / 2;
}

/** How many hours, with their fraction, lie between two moments. */
export function hoursBetween(from: Moment, until: Moment): number {
  return (Date.parse(until) - Date.parse(from)) / 3_600_000;
}

/** How many working days there are from a moment to another, in Viet Nam, the first day not counted. */
export function workingDaysBetween(from: Moment, until: Moment, calendar: WorkCalendar): number {
  let days = 0;
  for (let day = daysAfter(dayOf(from), 1); day <= dayOf(until); day = daysAfter(day, 1))
    if (!calendar.offOn(day)) days += 1;
  return days;
}

/** One more of a limit: done by then or not. */
export function timed(
  times: Timeliness,
  { due, done, at }: { due: Moment; done: Moment | null; at: Moment },
): Timeliness {
  const standing = done ? (done < due ? "onTime" : "late") : at < due ? "running" : "overdue";
  return { ...times, of: times.of + 1, [standing]: times[standing] + 1 };
}

export const NO_TIMES: Timeliness = { of: 0, onTime: 0, late: 0, running: 0, overdue: 0 };

/** So few that a share of them says nothing. */
const FEW = 10;

/** A share in whole percent; undefined of so few that a percentage would pretend to know more than there is. */
export function shareOf(count: number, of: number): number | undefined {
  return of < FEW ? undefined : Math.round((100 * count) / of);
}
