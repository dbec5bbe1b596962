import { DateTime } from "luxon";
import { HOME_ZONE, later, localTime, readLocalTime } from "#app/clock.ts";
import type { Moment } from "#db/tables.ts";

/** What a new meeting's form begins with: half past eight a week from now, on Monday where that is a weekend. */
export function weekAhead(now: Moment): { startsAt: string; endsAt: string } {
  const day = DateTime.fromISO(now, { zone: HOME_ZONE }).plus({ days: 7 });
  const workday = day.weekday > 5 ? day.plus({ days: 8 - day.weekday }) : day;
  const startsAt = localTime(workday.set({ hour: 8, minute: 30 }).toUTC().toISO() as Moment);
  return { startsAt, endsAt: minutesAfter(startsAt, 90) };
}

const QUARTER = 15 * 60 * 1000;
const TWO_HOURS = 8 * QUARTER;

/** When a meeting called now can begin: two hours on, at the next quarter of an hour. */
export function soonestStart(now: Moment): string {
  const quarters = Math.ceil((Date.parse(now) + TWO_HOURS) / QUARTER);
  return localTime(new Date(quarters * QUARTER).toISOString());
}

/** A local time of Viet Nam so many minutes later. */
export function minutesAfter(startsAt: string, minutes: number): string {
  const start = readLocalTime(startsAt);
  return start ? localTime(later(start, { minutes })) : startsAt;
}
