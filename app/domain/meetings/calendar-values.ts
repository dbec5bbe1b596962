import { DateTime } from "luxon";
import type { Moment } from "#db/tables.ts";

// What a person typed may hold anything. These make of it what a calendar line can carry
// without harm: nothing here can begin a line, end a value, or hide from one parser and not another.

/** Controls, byte order marks and what is no character at all. */
const UNPRINTABLE = /[^\P{Cc}\n]|[\ufeff\ufffe\uffff]/gu;

/** Text of several lines: NFC, `\n` between lines, no control characters. */
export function manyLines(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replace(UNPRINTABLE, "")
    .toWellFormed()
    .normalize("NFC")
    .trim();
}

/** Text of one line, whatever was pasted into it. */
export function oneLine(text: string): string {
  return manyLines(text).replace(/\s+/g, " ");
}

/** A name for a CN parameter. A backslash has no meaning there and readers differ about it. */
export function personName(text: string): string {
  return oneLine(text).replaceAll("\\", "/");
}

/** The http(s) address that a text holds, in plain ASCII as RFC 3986 wants it; undefined when it holds none. */
export function webAddress(text: string | null): string | undefined {
  const url = text && URL.parse(text.trim());
  if (!url || !["http:", "https:"].includes(url.protocol) || url.username || url.password)
    return undefined;
  return url.href.replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]/g, encodeURIComponent);
}

/** The part of a mailto: URI after its colon (RFC 6068): rare signs of the address are percent-encoded. */
export function mailtoPart(address: string): string {
  return address.replace(/[%?#[\]`{|}^]/g, encodeURIComponent);
}

const MOST_KEPT = 64;
const localTimes = new Map<string, DateTime>();

/** A moment on the wall clock of a zone; read once for the thousands of letters that tell the same hour. */
export function localTime(moment: Moment, zone: string): DateTime {
  const key = `${moment} ${zone}`;
  const known = localTimes.get(key);
  if (known) return known;
  const time = DateTime.fromISO(moment, { zone: "utc" }).setZone(zone);
  if (localTimes.size >= MOST_KEPT) localTimes.clear();
  localTimes.set(key, time);
  return time;
}
