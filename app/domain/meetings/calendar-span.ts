import { daysAfter } from "#app/clock.ts";
import type { Day } from "#db/tables.ts";
import { monthsAfter } from "../policies/calendar.ts";

export const VIEWS = ["month", "week", "agenda"] as const;
export type View = (typeof VIEWS)[number];

/** The days that a view of the calendar shows, and a day of the view before and after it. */
export interface CalendarSpan {
  from: Day;
  until: Day; // the first day no longer shown
  previous: Day;
  next: Day;
}

const AGENDA_DAYS = 28;

/** A month is shown in whole weeks, a week from its Monday; the agenda runs for four weeks from the Monday of a day. */
export function spanOf(view: View, on: Day): CalendarSpan {
  const monday = mondayOf(on);
  if (view !== "month") {
    const days = view === "week" ? 7 : AGENDA_DAYS;
    return {
      ...{ from: monday, until: daysAfter(monday, days) },
      ...{ previous: daysAfter(monday, -days), next: daysAfter(monday, days) },
    };
  }
  const first: Day = `${on.slice(0, 7)}-01`;
  const next = monthsAfter(first, 1);
  const last = daysAfter(next, -1);
  return {
    ...{ from: mondayOf(first), until: daysAfter(mondayOf(last), 7) },
    ...{ previous: monthsAfter(first, -1), next },
  };
}

/** Every day of a span, in order. */
export function daysIn({ from, until }: Pick<CalendarSpan, "from" | "until">): Day[] {
  const days: Day[] = [];
  for (let day = from; day < until; day = daysAfter(day, 1)) days.push(day);
  return days;
}

function mondayOf(day: Day): Day {
  const sinceMonday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return daysAfter(day, -sinceMonday);
}
