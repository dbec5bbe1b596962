import { DateTime } from "luxon";
import { HOME_ZONE, isHomeZone } from "#app/clock.ts";
import type { Moment } from "#db/tables.ts";

/** What a calendar program shows of one event of a file. */
export interface CalendarEntry {
  method: string;
  summary: string;
  startsAt: Moment;
  endsAt: Moment;
  zone: string;
  location: string;
  organizer: string;
  sequence: number;
  cancelled: boolean;
}

/** Beyond so many signs a file is none of ours. */
const LONGEST = 100_000;

/** The event of a calendar file as we write them (one event, local times with their zone, or UTC); undefined when it is not one. */
export function readCalendar(file: string): CalendarEntry | undefined {
  if (file.length > LONGEST) return undefined;
  const lines = file.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const [begin, end] = [lines.indexOf("BEGIN:VEVENT"), lines.indexOf("END:VEVENT")];
  if (begin < 0 || end < begin) return undefined;
  const event = lines.slice(begin + 1, end);
  const [start, finish] = [timeOf(event, "DTSTART"), timeOf(event, "DTEND")];
  if (!start || !finish) return undefined;
  const { parameters, value } = property(event, "ORGANIZER");
  return {
    method: property(lines, "METHOD").value,
    summary: plain(property(event, "SUMMARY").value),
    startsAt: start.at,
    endsAt: finish.at,
    zone: start.zone,
    location: plain(property(event, "LOCATION").value),
    organizer: parameterOf(parameters, "CN") || value.replace(/^mailto:/i, ""),
    sequence: Number(property(event, "SEQUENCE").value) || 0,
    cancelled: property(event, "STATUS").value === "CANCELLED",
  };
}

/** The first property of a name: parameters from their semicolon, value behind the colon outside quotes. */
function property(lines: string[], name: string): { parameters: string; value: string } {
  const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`)) ?? "";
  const rest = line.slice(name.length);
  let quoted = false;
  for (let place = 0; place < rest.length; place += 1) {
    if (rest[place] === '"') quoted = !quoted;
    if (rest[place] === ":" && !quoted)
      return { parameters: rest.slice(0, place), value: rest.slice(place + 1) };
  }
  return { parameters: "", value: "" };
}

/** RFC 6868: ^' is a quotation mark, ^n a line break, ^^ the caret. */
function parameterOf(parameters: string, name: string): string {
  const found = new RegExp(`;${name}=(?:"([^"]*)"|([^";:,]*))`).exec(parameters);
  const signs: Record<string, string> = { "'": '"', n: "\n", "^": "^" };
  return (found?.[1] ?? found?.[2] ?? "").replace(/\^(['n^])/g, (_, sign) => signs[sign] ?? sign);
}

function timeOf(event: string[], name: string): { at: Moment; zone: string } | undefined {
  const { parameters, value } = property(event, name);
  const utc = value.endsWith("Z");
  const named = parameterOf(parameters, "TZID");
  const zone = utc ? "UTC" : isHomeZone(named) ? HOME_ZONE : named;
  const time = DateTime.fromFormat(value.replace("Z", ""), "yyyyMMdd'T'HHmmss", { zone });
  return time.isValid && zone ? { at: time.toUTC().toISO() as Moment, zone } : undefined;
}

function plain(text: string): string {
  return text.replace(/\\([\\;,nN])/g, (_, sign) => (/n/i.test(sign) ? "\n" : sign));
}
