import type { Messages } from "#app/i18n/messages.ts";
import type { Change, Fact } from "../mail/letter-body.ts";
import { webAddress } from "../meetings/calendar-values.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import type { Occasion } from "./occasion.server.ts";

type Speakers = { otherSpeakers?: Occasion["otherSpeakers"] };

/** What a meeting is, in the order of an official letter (Decree 30/2020): whatever becomes of it, a letter says so much. */
export function factsByName(words: Messages, meeting: MeetingOfAgency & Speakers) {
  const { facts, time, moment } = words.invitations.letters;
  const { spokespersonName: name, spokespersonPosition: position, otherSpeakers = [] } = meeting;
  const speakers = [{ name, position }, ...otherSpeakers].map(named).filter(Boolean).join("; ");
  return {
    subject: factOf(facts.subject, meeting.subject),
    chair: factOf(facts.chair, meeting.chair),
    spokesperson: factOf(facts.spokesperson, speakers),
    time: factOf(facts.time, time(meeting)),
    venue: factOf(facts.venue, meeting.venue),
    online: factOf(facts.online, meeting.onlineUrl, webAddress(meeting.onlineUrl)),
    answerBy: factOf(facts.answerBy, meeting.answerBy && moment(meeting.answerBy, meeting.zone)),
  };
}

/** The same as a list. */
export function plainFacts(words: Messages, meeting: MeetingOfAgency): Fact[] {
  return said(Object.values(factsByName(words, meeting)));
}

/** What is said of a meeting that will not be at its hour. */
export function briefFacts(words: Messages, occasion: Occasion, replyTo: string): Fact[] {
  const { answerBy, ...facts } = factsByName(words, occasion);
  return said([...Object.values(facts), contactFact(words, occasion, replyTo)]);
}

/** What somebody who is to come must know, all of it. */
export function invitingFacts(words: Messages, occasion: Occasion, replyTo: string): Fact[] {
  const { subject, chair, spokesperson, time, venue, online } = factsByName(words, occasion);
  const { letters } = words;
  const { facts } = letters;
  const { startsAt, answerBy, zone, mapUrl, accessNotes, kit } = occasion;
  const files = [
    kit.open > 0 && letters.kit.open(kit.open),
    kit.nextAt && letters.kit.later(kit.nextAt, zone),
  ];
  return said([
    ...[subject, chair, spokesperson, factOf(facts.guests, letters.guests), time, venue],
    mapUrl ? factOf(facts.map, mapUrl, webAddress(mapUrl)) : undefined,
    factOf(facts.access, accessNotes),
    online,
    factOf(facts.kit, files.filter(Boolean).join("; ")),
    factOf(facts.registration, letters.registration(answerBy ?? startsAt, zone)),
    contactFact(words, occasion, replyTo),
  ]);
}

/** What reads differently of a meeting now, and how it read. */
export function changesBetween(words: Messages, before: Occasion, after: Occasion): Change[] {
  const { letters } = words.invitations;
  const kind = (meeting: MeetingOfAgency) => ({
    kind: factOf(letters.facts.kind, words.meetings.kinds[meeting.kind]),
  });
  const old = { ...kind(before), ...factsByName(words, before) };
  const fresh = { ...kind(after), ...factsByName(words, after) };
  return (Object.keys(fresh) as (keyof typeof fresh)[])
    .filter((name) => old[name]?.value !== fresh[name]?.value)
    .map((name) => ({
      label: letters.facts[name],
      was: letters.was(old[name]?.value ?? letters.none),
      value: letters.none,
      ...fresh[name],
    }));
}

function contactFact(words: Messages, { contact, pressEmail }: Occasion, replyTo: string) {
  const { facts, contact: ways } = words.letters;
  return factOf(
    facts.contact,
    [
      contact && named(contact),
      contact?.phone && ways.phone(contact.phone),
      ways.email(pressEmail ?? contact?.email ?? replyTo),
    ]
      .filter(Boolean)
      .join("; "),
  );
}

function named({ name, position }: { name: string | null; position: string | null }): string {
  return [name, position].filter(Boolean).join(", ");
}

function factOf(label: string, value: string | null, url?: string): Fact | undefined {
  return value ? { label, value: url ?? value, url } : undefined;
}

function said(facts: (Fact | undefined)[]): Fact[] {
  return facts.filter((fact) => fact !== undefined);
}
