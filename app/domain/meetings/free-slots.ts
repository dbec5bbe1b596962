import { daysAfter, HOME_ZONE, readLocalTime } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";
import type { WorkCalendar } from "../policies/calendar.ts";

/**
 * When offices are open to the press: the usual hours of Vietnamese state offices, in two halves around the noon rest.
 * No law sets them for the whole country (each province does, within some half an hour of these), and they bind
 * nobody: they only decide which hours are suggested.
 */
const OFFICE_HOURS = [
  { from: "07:30", until: "11:30" },
  { from: "13:30", until: "17:00" },
] as const;
const WHOLE_DAY = [{ from: OFFICE_HOURS[0].from, until: OFFICE_HOURS[1].until }] as const;

const STEP_MINUTES = 30;
const DAYS_AHEAD = 14;

export interface Times {
  startsAt: Moment;
  endsAt: Moment;
}

/**
 * Every hour of the two weeks from a day on at which something of so many minutes fits into the office's hours, on
 * working days, in steps of half an hour, in order. What is longer than half a day may run over the noon rest.
 */
export function officeSlots(from: Day, minutes: number, calendar: WorkCalendar): Times[] {
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) => daysAfter(from, ahead));
  return days
    .filter((day) => !calendar.offOn(day))
    .flatMap((day) => {
      const halves = OFFICE_HOURS.flatMap((half) => slotsWithin(day, half, minutes));
      return halves.length > 0
        ? halves
        : WHOLE_DAY.flatMap((all) => slotsWithin(day, all, minutes));
    });
}

function slotsWithin(
  day: Day,
  { from, until }: { from: string; until: string },
  minutes: number,
): Times[] {
  const [opens, closes] = [timeOn(day, from), timeOn(day, until)];
  const slots: Times[] = [];
  for (let start = opens; start + minutes * 60_000 <= closes; start += STEP_MINUTES * 60_000)
    slots.push({ startsAt: written(start), endsAt: written(start + minutes * 60_000) });
  return slots;
}

function timeOn(day: Day, hour: string): number {
  return Date.parse(readLocalTime(`${day}T${hour}`, HOME_ZONE) ?? "");
}

function written(time: number): Moment {
  return new Date(time).toISOString();
}
