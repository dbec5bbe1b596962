import { endOf, startOf } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";

/** Days that figures are of, both included, as the calendar hangs in Viet Nam. */
export interface Span {
  from: Day;
  until: Day;
}

/** A month, a quarter, half a year or a year, written 2026-09, 2026-Q3, 2026-H2 and 2026. */
export interface Period extends Span {
  code: string;
  length: Length;
}

export const LENGTHS = ["month", "quarter", "half", "year"] as const;
export type Length = (typeof LENGTHS)[number];

const MONTHS: Record<Length, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The period that a code names; undefined when it names none. */
export function readPeriod(code: string): Period | undefined {
  const [, year = "", part = ""] = /^(20\d\d)(?:-(0[1-9]|1[0-2]|Q[1-4]|H[12]))?$/.exec(code) ?? [];
  if (!year) return undefined;
  const length = lengthOf(part);
  const place = Number(part.replace(/\D/g, "") || 1);
  return periodFrom(length, Number(year), (place - 1) * MONTHS[length]);
}

function lengthOf(part: string): Length {
  if (!part) return "year";
  if (part.startsWith("Q")) return "quarter";
  return part.startsWith("H") ? "half" : "month";
}

/** The period of a length that a day is in. */
export function periodOf(day: Day, length: Length): Period {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const months = MONTHS[length];
  return periodFrom(length, year, Math.floor((month - 1) / months) * months);
}

/** So many periods of the same length later, or earlier. */
export function periodBeside({ from, length }: Period, steps: number): Period {
  const [year = 0, month = 1] = from.split("-").map(Number);
  return periodFrom(length, year, month - 1 + steps * MONTHS[length]);
}

function periodFrom(length: Length, year: number, firstMonth: number): Period {
  const first = new Date(Date.UTC(year, firstMonth, 1));
  const last = new Date(Date.UTC(year, firstMonth + MONTHS[length], 0));
  const from = first.toISOString().slice(0, 10);
  return { code: codeOf(length, from), length, from, until: last.toISOString().slice(0, 10) };
}

function codeOf(length: Length, from: Day): string {
  const [year = "", month = ""] = from.split("-");
  const place = Math.floor((Number(month) - 1) / MONTHS[length]) + 1;
  if (length === "year") return year;
  if (length === "month") return `${year}-${month}`;
  return `${year}-${length === "quarter" ? "Q" : "H"}${place}`;
}

/** The months that a span touches, each cut to it. */
export function monthsOf({ from, until }: Span): Span[] {
  const months: Span[] = [];
  for (let month = periodOf(from, "month"); month.from <= until; month = periodBeside(month, 1))
    months.push({
      from: month.from < from ? from : month.from,
      until: month.until > until ? until : month.until,
    });
  return months;
}

/** The first moment of a span, and the first one after it. */
export function momentsOf({ from, until }: Span): { begins: Moment; ends: Moment } {
  return { begins: startOf(from), ends: endOf(until) };
}
