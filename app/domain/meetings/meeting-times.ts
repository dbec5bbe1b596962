import { DateTime } from "luxon";
import { HOME_ZONE } from "#app/clock.ts";
import type { Moment } from "#db/tables.ts";

const LOCAL = "yyyy-MM-dd'T'HH:mm";

function local(moment: Moment): DateTime {
  return DateTime.fromISO(moment, { zone: HOME_ZONE });
}

/** What a new meeting's form begins with: half past eight on a working day, a week from now. */
export function weekAhead(now: Moment): { startsAt: string; endsAt: string } {
  const day = local(now).plus({ days: 7 });
  const workday = day.weekday > 5 ? day.plus({ days: 8 - day.weekday }) : day;
  const start = workday.set({ hour: 8, minute: 30 });
  return { startsAt: start.toFormat(LOCAL), endsAt: start.plus({ minutes: 90 }).toFormat(LOCAL) };
}

/** When a meeting called now can begin: two hours on, at the next quarter of an hour. */
export function soonestStart(now: Moment): string {
  const quarters = Math.ceil(local(now).plus({ hours: 2 }).toSeconds() / 900);
  return DateTime.fromSeconds(quarters * 900, { zone: HOME_ZONE }).toFormat(LOCAL);
}

/** So many minutes after a local time. */
export function minutesOn(startsAt: string, minutes: number): string {
  return DateTime.fromISO(startsAt, { zone: "utc" }).plus({ minutes }).toFormat(LOCAL);
}
