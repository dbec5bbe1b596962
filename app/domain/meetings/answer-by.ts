import { daysAfter, localTime, readLocalTime } from "#app/clock.ts";
import type { Moment } from "#db/tables.ts";
import type { WorkCalendar } from "../policies/calendar.ts";

/** By when to ask for answers, as it is suggested: at a clock time of the last working day before the meeting's. */
export function usualAnswerBy(
  { startsAt, zone }: { startsAt: Moment; zone: string },
  time: string,
  calendar: WorkCalendar,
): Moment | null {
  let day = daysAfter(localTime(startsAt, zone).slice(0, 10), -1);
  while (calendar.offOn(day)) day = daysAfter(day, -1);
  return readLocalTime(`${day}T${time}`, zone) ?? null;
}
