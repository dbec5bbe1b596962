import { HOME_ZONE, later, localTime, readLocalTime } from "#app/clock.ts";
import { longTime } from "#app/i18n/dates.ts";
import { type Language, localised, type Messages } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Day, Moment } from "#db/tables.ts";
import { oneLine } from "../meetings/calendar-values.ts";
import { phaseOf } from "../meetings/meeting.ts";
import { nominalDays, recurrenceRule } from "../meetings/recurrence.ts";
import { hourOn, type SeriesRule } from "../meetings/series-rule.ts";
import type { MeetingTold } from "./meeting-rows.server.ts";
import type { PublishedEvent } from "./published-calendar.server.ts";

/** In what language, at what address and under what sender meetings are told of. */
export interface Teller {
  origin: string;
  language: Language;
  words: Messages;
  email: string;
}

/** Descriptions in calendars are short: the page has them whole. */
const LONGEST_DESCRIPTION = 300;

/**
 * Meetings as the entries of a public calendar, in order. A series whose dates RFC 5545 can say is one entry that
 * recurs; what differs stands in place of its date, and what is called off, put off or not announced is left
 * out of it. All others are entries of their own.
 */
export function publicEvents(
  meetings: MeetingTold[],
  rules: Map<string, SeriesRule>,
  teller: Teller,
): PublishedEvent[] {
  const events: PublishedEvent[] = [];
  const done = new Set<string>();
  for (const meeting of meetings) {
    const rule = meeting.seriesId ? rules.get(meeting.seriesId) : undefined;
    if (!meeting.seriesId || !rule) events.push(publicEvent(meeting, teller));
    else if (!done.has(meeting.seriesId)) {
      done.add(meeting.seriesId);
      const own = meetings
        .filter(({ seriesId }) => seriesId === meeting.seriesId)
        .toSorted((one, other) => ((one.seriesDay ?? "") < (other.seriesDay ?? "") ? -1 : 1));
      events.push(
        ...(recurring(meeting.seriesId, own, rule, teller) ??
          own.map((one) => publicEvent(one, teller))),
      );
    }
  }
  return events;
}

/** One meeting as an entry. What was called off or put off stays, and says so. */
export function publicEvent(meeting: MeetingTold, teller: Teller): PublishedEvent {
  const { words } = teller;
  const phase = phaseOf(meeting);
  const title = titleOf(meeting, words);
  const isOff = phase === "cancelled" || phase === "postponed";
  const page = addressOf(teller, paths.meeting(meeting));
  return {
    uid: meeting.id,
    sequence: meeting.edition,
    stamp: meeting.changedAt,
    status: isOff ? "CANCELLED" : "CONFIRMED",
    startsAt: meeting.startsAt,
    endsAt: meeting.endsAt,
    zone: meeting.zone,
    summary: isOff ? words.calendars.summary[phase](title) : title,
    description: descriptionOf(meeting, page, teller),
    location: placeOf(meeting, words),
    url: page,
    organizer: { name: agencyOf(meeting, teller.language), email: teller.email },
    ...(isOff && { isFree: true }),
  };
}

/** What an entry in a calendar is called: the kind of meeting and its subject, on one line. */
export function titleOf(
  { kind, subject }: Pick<MeetingTold, "kind" | "subject">,
  words: Messages,
): string {
  return oneLine(words.invitations.letters.title(words.meetings.kinds[kind], subject));
}

/** The agency that calls a meeting, in the language of the feed. */
export function agencyOf(meeting: MeetingTold, language: Language): string {
  return language === "en" ? meeting.agencyNameEn : meeting.agencyName;
}

/** The whole address of a page of ours, in the language of the feed. */
export function addressOf({ origin, language }: Teller, path: string): string {
  return origin + localised(language, path);
}

/** Where it is, for everybody to read: that one can join online, and not where. */
export function placeOf({ venue, onlineUrl }: MeetingTold, words: Messages): string | null {
  return [venue, onlineUrl && words.calendars.online].filter(Boolean).join("; ") || null;
}

function descriptionOf(meeting: MeetingTold, page: string, { words, language }: Teller): string {
  const { details } = words.meetings;
  const { calendars } = words;
  const { description, chair, spokespersonName, spokespersonPosition, rescheduledFrom } = meeting;
  const reason = meeting.cancelReason ?? meeting.postponeReason ?? meeting.rescheduleReason;
  const spokesperson = [spokespersonName, spokespersonPosition].filter(Boolean).join(", ");
  return [
    `${calendars.agency}: ${agencyOf(meeting, language)}`,
    rescheduledFrom && calendars.wasAt(longTime(rescheduledFrom, language, meeting.zone)),
    reason && calendars.reason(reason),
    chair && `${details.chair}: ${chair}`,
    spokesperson && `${details.spokespersonId}: ${spokesperson}`,
    shortened(description),
    `${calendars.more}: ${page}`,
  ]
    .filter(Boolean)
    .join("\n");
}

function shortened(text: string): string {
  if (text.length <= LONGEST_DESCRIPTION) return text;
  return `${text.slice(0, LONGEST_DESCRIPTION).replace(/\s+\S*$/u, "")} …`;
}

/** A series as one entry that recurs and those that stand in place of its dates; undefined where its dates follow no rule of RFC 5545. */
function recurring(
  seriesId: string,
  meetings: MeetingTold[],
  rule: SeriesRule,
  teller: Teller,
): PublishedEvent[] | undefined {
  const says = recurrenceRule(rule.rhythm);
  const given = nominalDays(rule);
  const days = meetings.map(({ seriesDay }) => seriesDay ?? "");
  if (!says || !days.every((day) => given.includes(day))) return undefined;

  const taking = meetings.filter((one) => !["cancelled", "postponed"].includes(phaseOf(one)));
  if (taking.length === 0) return undefined;
  const usual = mostUsual(taking, teller);
  const begins = (day: Day) => atClockOf(usual, day);
  const [first = "", last = ""] = [taking[0]?.seriesDay, taking.at(-1)?.seriesDay].map(String);
  const inSpan = given.filter((day) => day >= first && day <= last);
  const sequence = meetings.reduce((sum, { edition }) => sum + edition, meetings.length);
  const stamp = meetings
    .map(({ changedAt }) => changedAt)
    .toSorted()
    .at(-1) as Moment;
  const shared = { uid: seriesId, sequence };
  const master = {
    ...publicEvent(usual, teller),
    ...shared,
    ...sameForAll(usual, teller),
    stamp,
    startsAt: begins(first),
    endsAt: later(begins(first), { minutes: minutesOf(usual) }),
    zone: HOME_ZONE,
    recurs: {
      rule: says,
      until: begins(last),
      except: inSpan.filter((day) => !taking.some((one) => one.seriesDay === day)).map(begins),
    },
  };
  const pattern = patternOf(usual, teller);
  const others = taking.filter(
    (one) => patternOf(one, teller) !== pattern || one.startsAt !== begins(one.seriesDay ?? ""),
  );
  return [
    master,
    ...others.map((one) => ({
      ...publicEvent(one, teller),
      ...shared,
      insteadOf: begins(one.seriesDay ?? ""),
    })),
  ];
}

/** What is said of every date alike: the page to read on is the agency's list. */
function sameForAll(meeting: MeetingTold, teller: Teller) {
  const url = addressOf(teller, paths.meetings({ agency: meeting.agencyId }));
  const plain = { ...meeting, rescheduledFrom: null, rescheduleReason: null };
  return { url, description: descriptionOf(plain, url, teller) };
}

/** What a reader sees of a date besides the day. */
function patternOf(meeting: MeetingTold, teller: Teller): string {
  const { summary, location, status, organizer } = publicEvent(meeting, teller);
  const { description } = sameForAll(meeting, teller);
  const clock = localTime(meeting.startsAt, meeting.zone).slice(11);
  return JSON.stringify([
    ...[summary, location, status, organizer, description],
    ...[clock, minutesOf(meeting), meeting.zone === HOME_ZONE],
  ]);
}

/** The first of the meetings that most others are like. */
function mostUsual(meetings: MeetingTold[], teller: Teller): MeetingTold {
  const patterns = meetings.map((one) => patternOf(one, teller));
  const counts = patterns.map((one) => patterns.filter((other) => other === one).length);
  return meetings[counts.indexOf(Math.max(...counts))] as MeetingTold;
}

function minutesOf({ startsAt, endsAt }: MeetingTold): number {
  return (Date.parse(endsAt) - Date.parse(startsAt)) / 60_000;
}

function atClockOf(meeting: MeetingTold, day: Day): Moment {
  const at = localTime(meeting.startsAt, HOME_ZONE).slice(11);
  return readLocalTime(hourOn(day, { at }), HOME_ZONE) as Moment;
}
