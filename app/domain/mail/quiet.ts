import { DateTime } from "luxon";
import type { Moment } from "#db/tables.ts";

/** When no letter leaves by rule: from a clock time on until another, mostly over midnight; equal ones are no time at all. */
export interface QuietHours {
  quietFrom: string; // 21:00
  quietUntil: string; // 07:00
}

/** The quiet hours of a zone, as a letter carries them: 21:00-07:00 Asia/Ho_Chi_Minh. */
export function quietText({ quietFrom, quietUntil }: QuietHours, zone: string): string {
  return `${quietFrom}-${quietUntil} ${zone}`;
}

/** The first moment from now on at which a letter with quiet hours may leave. */
export function firstMoment(moment: Moment, quiet: string | null | undefined): Moment {
  const [, quietFrom, quietUntil, zone] = /^(\d\d:\d\d)-(\d\d:\d\d) (\S+)$/.exec(quiet ?? "") ?? [];
  if (!quietFrom || !quietUntil || !zone) return moment;
  return firstAllowed(moment, { quietFrom, quietUntil }, zone);
}

/** Whether a moment lies in the quiet hours, by the clock of a zone. */
export function isQuiet(
  moment: Moment,
  { quietFrom, quietUntil }: QuietHours,
  zone: string,
): boolean {
  const time = DateTime.fromISO(moment, { zone }).toFormat("HH:mm");
  return quietFrom <= quietUntil
    ? quietFrom <= time && time < quietUntil
    : quietFrom <= time || time < quietUntil;
}

/** The moment itself, or the last minute before the quiet hours that it lies in. */
export function lastAllowed(moment: Moment, quiet: QuietHours, zone: string): Moment {
  if (!isQuiet(moment, quiet, zone)) return moment;
  const local = DateTime.fromISO(moment, { zone });
  const begins = onDayOf(local, quiet.quietFrom);
  const last = begins > local ? onDayOf(local.minus({ days: 1 }), quiet.quietFrom) : begins;
  return momentOf(last.minus({ minutes: 1 }));
}

/** The moment itself, or the first one after the quiet hours that it lies in. */
export function firstAllowed(moment: Moment, quiet: QuietHours, zone: string): Moment {
  if (!isQuiet(moment, quiet, zone)) return moment;
  const local = DateTime.fromISO(moment, { zone });
  const ends = onDayOf(local, quiet.quietUntil);
  return momentOf(ends > local ? ends : onDayOf(local.plus({ days: 1 }), quiet.quietUntil));
}

/** So many hours before. Whole days are counted on the calendar: three days before nine o'clock is nine o'clock. */
export function hoursBefore(moment: Moment, hours: number, zone: string): Moment {
  const local = DateTime.fromISO(moment, { zone });
  return momentOf(hours % 24 === 0 ? local.minus({ days: hours / 24 }) : local.minus({ hours }));
}

function onDayOf(local: DateTime, time: string): DateTime {
  const [hour, minute] = time.split(":").map(Number);
  return local.set({ hour, minute, second: 0, millisecond: 0 });
}

function momentOf(local: DateTime): Moment {
  return local.toUTC().toISO() as Moment;
}
