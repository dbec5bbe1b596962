import { IANAZone } from "luxon";
import {
  tzlib_get_ical_block,
  tzlib_get_offset,
  tzlib_get_timezones,
} from "timezones-ical-library";
import { HOME_ZONE, isHomeZone } from "#app/clock.ts";
import type { Moment } from "#db/tables.ts";
import { localTime } from "./calendar-values.ts";

export const VIETNAM = HOME_ZONE;

/** Viet Nam has kept +07 since before any meeting here: one rule, no daylight saving (Outlook shows an hour off otherwise). */
const VIETNAM_BLOCK = [
  "BEGIN:VTIMEZONE",
  `TZID:${VIETNAM}`,
  "BEGIN:STANDARD",
  "DTSTART:19700101T000000",
  "TZOFFSETFROM:+0700",
  "TZOFFSETTO:+0700",
  "TZNAME:+07",
  "END:STANDARD",
  "END:VTIMEZONE",
].join("\r\n");

const UTC_NAMES = ["utc", "etc/utc", "gmt", "etc/gmt", "etc/uct", "zulu", "etc/zulu"];

const known = new Set(tzlib_get_timezones() as string[]);

/** The one name under which a calendar file speaks of a time zone, or undefined for a zone nobody knows. */
export function zoneNamed(name: string): string | undefined {
  const plain = name.trim().toLowerCase();
  if (isHomeZone(plain)) return VIETNAM;
  if (UTC_NAMES.includes(plain)) return "UTC";
  if (!known.has(name) || !IANAZone.isValidZone(name)) return undefined;
  const [, line] = tzlib_get_ical_block(name);
  const canonical = line?.slice("TZID=".length);
  return canonical && IANAZone.isValidZone(canonical) ? canonical : undefined;
}

/** The VTIMEZONE of a zone that `zoneNamed` gave. */
export function vtimezoneOf(zone: string): string {
  return zone === VIETNAM ? VIETNAM_BLOCK : (tzlib_get_ical_block(zone)[0] as string);
}

/**
 * Whether the VTIMEZONE gives these moments, and only these, for what our clock shows. Laws change and the
 * two tables are not always of one age; and in autumn an hour comes twice. UTC is then right in every calendar.
 */
export function canBeLocal(zone: string, moments: Moment[]): boolean {
  if (zone === VIETNAM) return true;
  return moments.every((moment) => {
    const local = localTime(moment, zone);
    const offset = tzlib_get_offset(zone, local.toFormat("yyyy-LL-dd"), local.toFormat("HH:mm"));
    return offset === local.toFormat("ZZZ") && local.getPossibleOffsets().length === 1;
  });
}
