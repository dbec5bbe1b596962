import ical, {
  type ICalCalendar,
  ICalCalendarMethod,
  type ICalEventStatus,
  ICalEventTransparency,
} from "ical-generator";
import type { Moment } from "#db/tables.ts";
import { type CalendarEvent, organizer } from "../meetings/calendar.server.ts";
import { finishCalendar, finishEvent } from "../meetings/calendar-finish.ts";
import { localTime, manyLines, oneLine, webAddress } from "../meetings/calendar-values.ts";
import { canBeLocal, VIETNAM, vtimezoneOf, zoneNamed } from "../meetings/calendar-zones.server.ts";

/** One entry of a calendar that anybody may subscribe to. Nobody who is invited is in it. */
export interface PublishedEvent {
  uid: string; // for good
  sequence: number; // rises with every change
  stamp: Moment; // of the last change, never of the rendering
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  startsAt: Moment;
  endsAt: Moment;
  zone: string;
  summary: string;
  description: string;
  location: string | null;
  url: string;
  organizer: CalendarEvent["organizer"];
  /** The way in, for those only who were invited. */
  onlineUrl?: string | null;
  /** Takes no time of whoever keeps the calendar. */
  isFree?: boolean;
  /** It recurs, by Viet Nam's clock, until a last moment and except at some. */
  recurs?: { rule: string; until: Moment; except: Moment[] };
  /** Stands in place of what would recur at this moment. */
  insteadOf?: Moment;
}

export interface PublishedCalendar {
  name: string;
  description: string;
  source: string; // where it is fetched
  page: string; // where people read the same
  changedAt: Moment;
  events: PublishedEvent[];
}

/** How soon a program should ask again: half a day's notice is what a meeting moved in haste has. */
const REFRESHED_AFTER_SECONDS = 60 * 60;

/**
 * A calendar as iCalendar (RFC 5545, PUBLISH of RFC 5546, RFC 7986): the same bytes for the same meetings, whenever
 * it is asked for and wherever the server stands. Throws on an unknown zone and on an event that does not end after it begins.
 */
export function publishedCalendar(calendar: PublishedCalendar): string {
  const empty = ical({
    prodId: "//Phat Ngon//Press meetings//VI",
    method: ICalCalendarMethod.PUBLISH,
    name: textValue(calendar.name),
    description: textValue(calendar.description),
    ttl: REFRESHED_AFTER_SECONDS,
    source: calendar.source,
    url: calendar.page,
  });
  const head = empty.toString().replace("END:VCALENDAR", "").trim();
  // Events one by one: the generator folds a whole calendar letter by letter, which takes three times as long.
  const written = calendar.events.map((event) => writtenOnce(event, empty));
  const zones = [...new Set(written.flatMap(({ zones }) => zones))].toSorted();
  // RFC 7986; of its properties IMAGE is left out on purpose: a picture would be fetched from us at every look.
  const more = [
    `DESCRIPTION:${textValue(calendar.description)}`,
    `COLOR:${COLOR}`,
    `LAST-MODIFIED:${utc(calendar.changedAt)}`,
  ];
  const frame = [head, ...more, ...zones.map(vtimezoneOf)];
  const finished = finishCalendar([...frame, END].join("\r\n"));
  const events = written.map(({ text }) => text).join("");
  return `${finished.slice(0, -END.length - 2)}${events}${END}\r\n`;
}

const COLOR = "steelblue"; // a name of CSS 3, close to the house's blue

const END = "END:VCALENDAR";

interface Written {
  text: string;
  zones: string[];
}

/** Events as they were written: of a thousand meetings one changes at a time, and stands in three calendars. */
const known = new Map<string, Written>();
const MOST_KNOWN = 1500;

function writtenOnce(event: PublishedEvent, calendar: ICalCalendar): Written {
  const key = JSON.stringify(event);
  const before = known.get(key);
  if (before) return before;
  const written = writtenEvent(event, calendar);
  // What was written longest ago goes first.
  if (known.size >= MOST_KNOWN) known.delete(known.keys().next().value ?? "");
  known.set(key, written);
  return written;
}

/**
 * The generator is given every time in UTC, which it writes quickest, and its times are put into their zones here:
 * through the tables of zones a thousand meetings would take three times as long.
 */
function writtenEvent(event: PublishedEvent, calendar: ICalCalendar): Written {
  const zone = zoneNamed(event.zone);
  if (!zone) throw new Error(`Unknown time zone: ${JSON.stringify(event.zone)}`);
  if (!(event.startsAt < event.endsAt)) throw new Error("A meeting ends after it begins.");
  const stamp = new Date(event.stamp);
  const entry = calendar.createEvent({
    id: oneLine(event.uid),
    sequence: event.sequence,
    stamp,
    lastModified: stamp,
    start: new Date(event.startsAt),
    end: new Date(event.endsAt),
    status: event.status as ICalEventStatus,
    summary: oneLine(event.summary) || oneLine(event.organizer.name),
    description: manyLines(event.description) || null,
    location: oneLine(event.location ?? "") || null,
    url: webAddress(event.url) ?? null,
    organizer: organizer(event.organizer),
    ...(event.isFree && { transparency: ICalEventTransparency.TRANSPARENT }),
    ...(event.recurs && { repeating: recurrence(event.recurs) }),
  });
  const conference = webAddress(event.onlineUrl ?? null);
  if (conference) entry.x("X-CONFERENCE", conference);
  const isLocal = zone !== "UTC" && canBeLocal(zone, [event.startsAt, event.endsAt]);
  const { startsAt, endsAt, insteadOf } = event;
  const times = isLocal
    ? `DTSTART;TZID=${zone}:${inZone(startsAt, zone)}\r\nDTEND;TZID=${zone}:${inZone(endsAt, zone)}`
    : `DTSTART:${utc(startsAt)}\r\nDTEND:${utc(endsAt)}`;
  // In the zone of what recurs, whatever the meeting's own is (RFC 5545, 3.8.4.4).
  const instead = insteadOf && `RECURRENCE-ID;TZID=${VIETNAM}:${inZone(insteadOf, VIETNAM)}\r\n`;
  const text = entry
    .toString()
    .replace(/^DTSTART:.*\r\nDTEND:.*$/m, () => `${instead ?? ""}${times}`);
  const isOfSeries = insteadOf !== undefined || event.recurs !== undefined;
  return {
    text: finishEvent(text),
    zones: [...(isLocal ? [zone] : []), ...(isOfSeries ? [VIETNAM] : [])],
  };
}

function recurrence({ rule, until, except }: NonNullable<PublishedEvent["recurs"]>): string {
  const left = except
    .toSorted()
    .map((moment) => inZone(moment, VIETNAM))
    .join(",");
  return [`RRULE:${rule};UNTIL=${utc(until)}`, left && `EXDATE;TZID=${VIETNAM}:${left}`]
    .filter(Boolean)
    .join("\r\n");
}

function utc(moment: Moment): string {
  return `${moment.slice(0, 19).replace(/[-:]/g, "")}Z`;
}

const SEVEN_HOURS = 7 * 60 * 60 * 1000;

/** A moment on the wall clock of a zone, as a calendar writes it. */
function inZone(moment: Moment, zone: string): string {
  if (zone !== VIETNAM) return localTime(moment, zone).toFormat("yyyyLLdd'T'HHmmss");
  return utc(new Date(Date.parse(moment) + SEVEN_HOURS).toISOString()).slice(0, -1);
}

/** The generator escapes the texts of events and not those of the calendar. */
function textValue(text: string): string {
  return manyLines(text)
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replaceAll("\n", "\\n");
}
