import type { Day, Row } from "#db/tables.ts";

export type Holiday = Pick<Row<"holiday">, "day" | "kind" | "name">;

/** A day that was passed over in counting: a weekend, or a weekday that is off by its name. */
export interface DayOff {
  day: Day;
  why: "weekend" | "holiday";
  name: string | null;
}

/** Which days are worked. */
export interface WorkCalendar {
  /** Why a day is off; undefined for a working day. */
  offOn(day: Day): DayOff | undefined;
  /** The name of a weekend day that is worked in exchange for another. */
  workedOn(day: Day): string | undefined;
}

/** Saturdays and Sundays are off, and the holidays of the table; a day of the table that is worked is not. */
export function calendarOf(holidays: Holiday[]): WorkCalendar {
  const named = new Map(holidays.map((holiday) => [holiday.day, holiday]));
  return {
    offOn(day) {
      const entry = named.get(day);
      if (entry?.kind === "work") return undefined;
      const name = entry?.name ?? null;
      if (isWeekend(day)) return { day, why: "weekend", name };
      return entry && { day, why: "holiday", name };
    },
    workedOn(day) {
      const entry = named.get(day);
      return entry?.kind === "work" && isWeekend(day) ? entry.name : undefined;
    },
  };
}

/** The same day of a month so many months later; the month's last day where there is no such day. */
export function monthsAfter(day: Day, months: number): Day {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const last = lastOfMonth.getUTCDate();
  lastOfMonth.setUTCDate(Math.min(date, last));
  return written(lastOfMonth.getTime());
}

/** Whether a day is a Saturday or a Sunday, before holidays and swapped days are asked about. */
export function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(timeOf(day)).getUTCDay());
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function written(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
