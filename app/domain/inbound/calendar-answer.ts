import ICAL from "ical.js";
import { DateTime } from "luxon";
import type { Moment } from "#db/tables.ts";

/** One VEVENT of an answer: who says what about which version. Name, time and place are never taken from it. */
export interface AnsweredEvent {
  uid: string;
  sequence: number; // 0 where it says none (RFC 5545, 3.8.7.4)
  stamp: Moment | null;
  date: { value: string; zone: string | null } | null; // RECURRENCE-ID: one date of several
  attendees: { address: string; answer: string }[];
}

export interface CalendarMessage {
  method: string | null;
  events: AnsweredEvent[];
}

const MOST = { signs: 256 * 1024, lines: 8_000, components: 200, attendees: 50 };

/** What an answer is read by. Everything else in it is left out before it is looked at: rules, alarms, texts, zones. */
const READ = ["UID", "SEQUENCE", "DTSTAMP", "RECURRENCE-ID", "ATTENDEE"];

/**
 * Reads what a calendar sent: its method and its events. Undefined when it is no calendar, broken, or larger than
 * any answer is.
 */
export function readCalendarMessage(text: string): CalendarMessage | undefined {
  if (text.length > MOST.signs) return undefined;
  const lines = text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what no calendar holds is what is taken out
    .replace(/^\ufeff|[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length > MOST.lines || !/^BEGIN:VCALENDAR\s*$/i.test(lines[0] ?? "")) return undefined;
  try {
    return walk(lines);
  } catch {
    return undefined;
  }
}

function walk(lines: string[]): CalendarMessage {
  const inside: string[] = [];
  const methods: string[] = [];
  const events: { lines: string[] }[] = [];
  let components = 0;
  for (const line of lines) {
    const [, edge, name = ""] = /^(BEGIN|END):([\w-]+)\s*$/i.exec(line) ?? [];
    const at = inside.join("/");
    if (edge?.toUpperCase() === "BEGIN") {
      components += 1;
      if (components > MOST.components || inside.length > 4) throw new Error("too many components");
      if (!at && components > 1) throw new Error("several calendars");
      inside.push(name.toUpperCase());
      if (inside.join("/") === "VCALENDAR/VEVENT") events.push({ lines: [] });
    } else if (edge) {
      if (inside.pop() !== name.toUpperCase()) throw new Error("crossed components");
    } else if (at === "VCALENDAR" && nameOf(line) === "METHOD") {
      methods.push(valueIn(line).trim().toUpperCase());
    } else if (at === "VCALENDAR/VEVENT" && READ.includes(nameOf(line))) {
      events.at(-1)?.lines.push(line);
    }
  }
  if (inside.length > 0 || new Set(methods).size > 1) throw new Error("broken off");
  return { method: methods[0] ?? null, events: events.map(eventOf) };
}

function nameOf(line: string): string {
  return /^[\w-]+/.exec(line)?.[0].toUpperCase() ?? "";
}

type Property = [name: string, parameters: Record<string, string | string[]>, type: string, string];

function eventOf({ lines }: { lines: string[] }): AnsweredEvent {
  const properties = (name: string) => lines.filter((line) => nameOf(line) === name);
  const only = (name: string) => {
    const [first, second] = properties(name);
    if (second !== undefined) throw new Error(`several ${name}`);
    return first;
  };
  const [uid, sequence, stamp, date] = [
    only("UID"),
    only("SEQUENCE"),
    only("DTSTAMP"),
    only("RECURRENCE-ID"),
  ];
  if (sequence && !/^\d{1,9}$/.test(valueIn(sequence).trim())) throw new Error("no number");
  const attendees = properties("ATTENDEE");
  if (attendees.length > MOST.attendees) throw new Error("too many attendees");
  return {
    uid: uid ? parse(uid)[3].trim() : "",
    sequence: sequence ? Number(valueIn(sequence)) : 0,
    stamp: stamp ? momentOf(valueIn(stamp)) : null,
    date: date ? dateOf(parse(date)) : null,
    attendees: attendees.map((line) => attendeeOf(parse(line))),
  };
}

function parse(line: string): Property {
  return ICAL.parse.property(line) as Property;
}

function valueIn(line: string): string {
  return line.slice(line.indexOf(":") + 1);
}

function momentOf(value: string): Moment | null {
  const time = DateTime.fromFormat(value.trim().replace(/Z$/, ""), "yyyyMMdd'T'HHmmss", {
    zone: "utc",
  });
  return time.isValid ? time.toISO() : null;
}

function dateOf([, { tzid }, , value]: Property) {
  return { value: String(value), zone: typeof tzid === "string" ? tzid : null };
}

/** An attendee's address: behind mailto:, or in EMAIL where the value is another kind of name (Apple, Exchange). */
function attendeeOf([, { partstat, email }, , value]: Property) {
  const [, mailto] = /^mailto:(.*)$/is.exec(String(value).trim()) ?? [];
  const address = mailto ?? (typeof email === "string" ? email : "");
  return {
    address: decoded(address).trim().toLowerCase(),
    answer: typeof partstat === "string" && partstat ? partstat.toUpperCase() : "NEEDS-ACTION",
  };
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Outlook's names for the zones of this part of the world. */
const ALIASES: Record<string, string> = { "SE Asia Standard Time": "Asia/Ho_Chi_Minh" };

/** Whether the date that an answer names is the moment at which a meeting begins. */
export function isDateOf(
  date: NonNullable<AnsweredEvent["date"]>,
  { startsAt, zone }: { startsAt: Moment; zone: string },
): boolean {
  const read = (name: string) => DateTime.fromISO(date.value, { zone: name });
  const named = read(
    date.value.endsWith("Z") ? "utc" : (ALIASES[date.zone ?? ""] ?? date.zone ?? zone),
  );
  return (named.isValid ? named : read(zone)).toMillis() === Date.parse(startsAt);
}
