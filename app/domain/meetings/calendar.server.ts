import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  type ICalCalendarMethod,
  type ICalEventStatus,
} from "ical-generator";
import { isMailAddress } from "#app/domain/mail/address.ts";
import type { Moment } from "#db/tables.ts";
import { finishCalendar } from "./calendar-finish.ts";
import {
  localTime,
  mailtoPart,
  manyLines,
  oneLine,
  personName,
  webAddress,
} from "./calendar-values.ts";
import { canBeLocal, vtimezoneOf, zoneNamed } from "./calendar-zones.server.ts";

/** One meeting as one invitee's calendar shall have it. */
export interface CalendarEvent {
  uid: string; // for the life of the invitation
  sequence: number; // rises with every mailed change
  stamp: Moment; // of the revision, never of the rendering; strictly later with every revision
  method: "REQUEST" | "CANCEL";
  status: "CONFIRMED" | "TENTATIVE" | "CANCELLED";
  startsAt: Moment;
  endsAt: Moment;
  zone: string;
  summary: string;
  description: string;
  location: string | null;
  onlineUrl: string | null;
  url: string | null;
  organizer: Party & { sentBy?: string }; // the address answers go to; `sentBy`: that the letter comes from
  attendee: Party; // nobody else is in the file
}

export interface Party {
  name: string;
  email: string;
}

/**
 * An invitation (REQUEST) or its cancellation (CANCEL) as iCalendar, RFC 5545, 5546 and 7986: the same
 * bytes for the same event on every machine. Whatever was typed into a field stays inside that field.
 * Throws on an unknown zone, on a meeting that does not end after it begins, and on what is no e-mail address.
 */
export function invitationCalendar(event: CalendarEvent): string {
  const zone = zoneNamed(event.zone);
  if (!zone) throw new Error(`Unknown time zone: ${JSON.stringify(event.zone)}`);
  if (!(event.startsAt < event.endsAt)) throw new Error("A meeting ends after it begins.");
  const local = zone !== "UTC" && canBeLocal(zone, [event.startsAt, event.endsAt]);

  // The calendar itself gets no zone: with one, the generator writes its UTC stamps without their Z.
  const calendar = ical({
    prodId: "//Phat Ngon//Press meetings//VI",
    method: event.method as ICalCalendarMethod,
  });
  const head = calendar.toString().slice(0, -END.length);
  const stamp = localTime(event.stamp, "utc");
  const entry = calendar.createEvent({
    id: oneLine(event.uid),
    sequence: event.sequence,
    stamp,
    lastModified: stamp,
    start: localTime(event.startsAt, zone),
    end: localTime(event.endsAt, zone),
    timezone: local ? zone : null,
    status: event.status as ICalEventStatus,
    // A property without a value is an error to libical; an invitation without a summary, to RFC 5546.
    summary: oneLine(event.summary) || party(event.organizer).name,
    description: manyLines(event.description) || null,
    location: oneLine(event.location ?? "") || null,
    url: webAddress(event.url) ?? null,
    organizer: organizer(event.organizer),
    attendees: [
      {
        ...party(event.attendee),
        role: ICalAttendeeRole.REQ,
        type: ICalAttendeeType.INDIVIDUAL,
        status: ICalAttendeeStatus.NEEDSACTION,
        ...(event.method === "REQUEST" && { rsvp: true }),
      },
    ],
  });
  const conference = webAddress(event.onlineUrl);
  if (conference) entry.x("X-CONFERENCE", conference);

  // The event by itself: the generator folds a whole calendar letter by letter, which takes most of its time.
  return finishCalendar(
    [head.trim(), ...(local ? [vtimezoneOf(zone)] : []), `${entry.toString()}${END}`].join("\r\n"),
  );
}

const END = "END:VCALENDAR";

/** Where the letter comes from another address than answers go to, calendars are told that it may (RFC 5545, 3.2.18). */
export function organizer({ sentBy, ...own }: CalendarEvent["organizer"]) {
  if (!sentBy || sentBy === own.email) return party(own);
  return { ...party(own), sentBy: party({ name: own.name, email: sentBy }).email };
}

function party({ name, email }: Party) {
  if (!isMailAddress(email)) throw new Error(`Not an e-mail address: ${JSON.stringify(email)}`);
  return { name: personName(name) || email, email: mailtoPart(email) };
}
