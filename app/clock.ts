import { DateTime, FixedOffsetZone } from "luxon";
import type { Day, Moment } from "#db/tables.ts";

/** The zone in which the offices of Viet Nam live: UTC+7, no daylight saving. */
export const HOME_ZONE = "Asia/Ho_Chi_Minh";

/** The same as an offset, which is many times quicker than a zone that has to be looked up. */
export const HOME_OFFSET = FixedOffsetZone.instance(7 * 60);
const HOME_OFFSET_MS = 7 * 3_600_000;

export function now(): Moment {
  return new Date().toISOString();
}

/** The signature under what somebody does now: the clock is looked at again once its turn has come. */
export function signedNow<By>(by: By): { by: By; at: Moment; clock: () => Moment } {
  return { by, at: now(), clock: now };
}

/** Today in Viet Nam. Before seven in the morning this is already a day later than UTC says. */
export function today(): Day {
  return dayOf(now());
}

/** The day that a moment falls on in Viet Nam. */
export function dayOf(moment: Moment): Day {
  return new Date(Date.parse(moment) + HOME_OFFSET_MS).toISOString().slice(0, 10);
}

/** The first moment of a day in Viet Nam. */
export function startOf(day: Day): Moment {
  return DateTime.fromISO(day, { zone: HOME_ZONE }).toUTC().toISO() as Moment;
}

/** The first moment after a day in Viet Nam. */
export function endOf(day: Day): Moment {
  return DateTime.fromISO(day, { zone: HOME_ZONE }).plus({ days: 1 }).toUTC().toISO() as Moment;
}

export function dayBefore(day: Day): Day {
  return daysAfter(day, -1);
}

export function dayAfter(day: Day): Day {
  return daysAfter(day, 1);
}

/** A day so many days later, or earlier. Days have no zone: those of the calendar are counted. */
export function daysAfter(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

const DAY = 24 * 3_600_000;

/** A moment so much later, or earlier where it is less than nothing; a day is 24 hours. */
export function later(
  moment: Moment,
  { days = 0, hours = 0, minutes = 0, seconds = 0 }: Partial<Record<Unit, number>>,
): Moment {
  const span = ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
  return new Date(Date.parse(moment) + span * 1000).toISOString();
}

type Unit = "days" | "hours" | "minutes" | "seconds";

/** A day that exists, written 2026-02-28 or 28/02/2026; otherwise undefined (31/02 is no day). */
export function readDay(text: string): Day | undefined {
  const written = text.trim();
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(written) ?? reversed(written);
  if (!year || !month || !day || year < "1900" || year >= "2200") return undefined;
  const read = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = read.getUTCMonth() + 1 === Number(month) && read.getUTCDate() === Number(day);
  return exists ? read.toISOString().slice(0, 10) : undefined;
}

function reversed(text: string): string[] {
  const [whole = "", day = "", , month = "", year = ""] =
    /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})$/.exec(text) ?? [];
  return [whole, year, month, day];
}

/** A local date and time of a zone (2026-11-25T08:30 or 25/11/2026 08:30) as a moment; undefined when there is no such time. */
export function readLocalTime(text: string, zone: string = HOME_ZONE): Moment | undefined {
  const written = text.trim().replace(" ", "T");
  for (const format of ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "d/M/yyyy'T'H:mm"]) {
    const read = DateTime.fromFormat(written, format, { zone });
    if (read.isValid) return read.toUTC().toISO() as Moment;
  }
  return undefined;
}

/** A moment as a form's local date and time, 2026-11-25T08:30. */
export function localTime(moment: Moment, zone: string = HOME_ZONE): string {
  return DateTime.fromISO(moment, { zone }).toFormat("yyyy-MM-dd'T'HH:mm");
}

/**
 * What "on" means in a question: a day (answered as of its beginning… of business: noon in Viet Nam,
 * so that whatever begins or ends with the day itself is seen) or an instant with its zone.
 */
export function readInstant(text: string): Moment | undefined {
  const day = readDay(text);
  if (day) return DateTime.fromISO(`${day}T12:00`, { zone: HOME_ZONE }).toUTC().toISO() as Moment;
  const written = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(written) || written.length > 40) return undefined;
  const read = DateTime.fromISO(written, { zone: HOME_ZONE });
  return read.isValid && read.year >= 1900 && read.year < 2200
    ? (read.toUTC().toISO() as Moment)
    : undefined;
}

/** Vietnamese time as others call it: Asia/Saigon is its old name, which Node still reports; the second is Outlook's. */
const HOME_NAMES = [HOME_ZONE.toLowerCase(), "asia/saigon", "se asia standard time"];

export function isHomeZone(name: string): boolean {
  return HOME_NAMES.includes(name.trim().toLowerCase());
}

/** The zone that a text names, Vietnamese time by its one name; undefined when there is none. */
export function readZone(text: string): string | undefined {
  const zone = isHomeZone(text) ? HOME_ZONE : text.trim();
  return DateTime.local({ zone }).isValid && zone.includes("/") ? zone : undefined;
}
