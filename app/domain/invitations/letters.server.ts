import { absolute } from "#app/config.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { localised, type Messages, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import type { InvitationLetter, Letter } from "../mail/letter.ts";
import { type Change, type Fact, htmlOf, type LetterBody, textOf } from "../mail/letter-body.ts";
import { senderAddress, senderNamed } from "../mail/sender.server.ts";
import { invitationCalendar } from "../meetings/calendar.server.ts";
import { oneLine, webAddress } from "../meetings/calendar-values.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { entryPassOf, passDots } from "./entry-pass.server.ts";
import { passText } from "./entry-pass.ts";
import type { Invitee } from "./invitees.server.ts";

/** The letter that invites somebody to a meeting as it stands. */
export function invitationLetter(meeting: MeetingOfAgency, invitee: Invitee): Letter {
  const { letters } = messagesIn(invitee.language).invitations;
  return letterOf(meeting, invitee, "invitation", {
    action: answerAt(invitee, letters.howToAnswer),
  });
}

/** The letter that tells somebody invited what has changed, old and new, and whether to answer again. */
export function changeLetter(
  meeting: MeetingOfAgency,
  invitee: Invitee,
  {
    before,
    asksAgain,
    reason,
  }: { before: MeetingOfAgency; asksAgain: boolean; reason: string | null },
): Letter {
  const { letters } = messagesIn(invitee.language).invitations;
  const words = messagesIn(invitee.language);
  const inviting = invitingParagraphs(words, meeting);
  return letterOf(meeting, invitee, "change", {
    changes: changesBetween(words, before, meeting),
    factsLead: letters.nowReads,
    ...(reason && { paragraphs: [`${letters.reason}: ${reason}`, ...inviting] }),
    action: answerAt(invitee, asksAgain ? letters.answerAgain : letters.answerStands),
  });
}

/** The letter that says that a meeting is put off, why, and that a new time will be told. */
export function postponementLetter(
  meeting: MeetingOfAgency,
  invitee: Invitee,
  reason: string,
): Letter {
  const { letters } = messagesIn(invitee.language).invitations;
  return letterOf(meeting, invitee, "postponement", {
    paragraphs: [`${letters.reason}: ${reason}`, letters.newTimeFollows],
  });
}

/** The letter that calls a meeting off and gives the reason. */
export function cancellationLetter(
  meeting: MeetingOfAgency,
  invitee: Invitee,
  reason: string,
): Letter {
  const { letters } = messagesIn(invitee.language).invitations;
  return letterOf(meeting, invitee, "cancellation", {
    paragraphs: [`${letters.reason}: ${reason}`, letters.noAnswer],
  });
}

function letterOf(
  meeting: MeetingOfAgency,
  invitee: Invitee,
  kind: InvitationLetter,
  particular: Partial<LetterBody>,
): Letter {
  const body = bodyOf(meeting, invitee, kind, particular);
  const freesTheHour = !comes(kind);
  return {
    kind,
    invitationId: invitee.invitationId,
    revision: meeting.revision,
    to: invitee.email,
    toName: oneLine(invitee.name),
    from: senderNamed(body.sender),
    subject: body.subject,
    text: textOf(body),
    html: htmlOf(body),
    calendarMethod: freesTheHour ? "CANCEL" : "REQUEST",
    calendar: calendarOf(meeting, invitee, freesTheHour ? "CANCEL" : "REQUEST"),
    unsubscribeUrl: body.unsubscribe?.url ?? null,
    expiresAt: freesTheHour ? lastUse(meeting) : meeting.startsAt,
  };
}

/** Whether the meeting is to be at its hour, or leaves the calendar. */
const comes = (kind: InvitationLetter) => kind === "invitation" || kind === "change";

/** That a meeting will not be is worth knowing until it would have been over; for a day, where that hour had passed. */
function lastUse({ endsAt, revisedAt }: MeetingOfAgency): Moment {
  if (endsAt > revisedAt) return endsAt;
  return new Date(Date.parse(revisedAt) + 86_400_000).toISOString();
}

function bodyOf(
  meeting: MeetingOfAgency,
  invitee: Invitee,
  kind: InvitationLetter,
  particular: Partial<LetterBody>,
): LetterBody {
  const { language } = invitee;
  const words = messagesIn(language);
  const { letters } = words.invitations;
  const kindName = words.meetings.kinds[meeting.kind];
  const title = oneLine(letters.title(kindName, meeting.subject));
  const sender = agencyName(meeting, invitee);
  return {
    language,
    subject: letters.subject[kind](title, shortTime(meeting.startsAt, meeting.zone)),
    sender,
    heading: letters.heading[kind],
    salutation: letters.salutation(invitee.name, invitee.outletName),
    lead: letters.lead[kind](sender, kindName),
    changes: [],
    factsLead: null,
    facts: factsOf(words, meeting),
    paragraphs: comes(kind) ? invitingParagraphs(words, meeting) : [],
    action: null,
    pass: comes(kind) && meeting.venue ? passFor(invitee) : null,
    closing: letters.closing[kind],
    footer: letters.footer,
    unsubscribe: {
      lead: letters.unsubscribe,
      url: linkOf(invitee, paths.unsubscribe({ token: invitee.journalistToken })),
    },
    ...particular,
  };
}

export function passFor(invitee: Invitee): LetterBody["pass"] {
  const code = entryPassOf(invitee);
  const label = messagesIn(invitee.language).attendance.pass.letter;
  return { label, code: passText(code), dots: passDots(code) };
}

function invitingParagraphs(words: Messages, { description, venue }: MeetingOfAgency): string[] {
  return [description, venue ? words.invitations.letters.bring : ""].filter(Boolean);
}

/** What stands in the letter of a meeting (Decree 30/2020's fields), in the order of an official letter. */
export function factsOf(words: Messages, meeting: MeetingOfAgency): Fact[] {
  return Object.values(factsByName(words, meeting)).filter((fact) => fact !== undefined);
}

function factsByName(words: Messages, meeting: MeetingOfAgency) {
  const { facts, time, moment } = words.invitations.letters;
  const { spokespersonName, spokespersonPosition } = meeting;
  const spokesperson = [spokespersonName, spokespersonPosition].filter(Boolean).join(", ");
  return {
    subject: factOf(facts.subject, meeting.subject),
    chair: factOf(facts.chair, meeting.chair),
    spokesperson: factOf(facts.spokesperson, spokesperson),
    time: factOf(facts.time, time(meeting)),
    venue: factOf(facts.venue, meeting.venue),
    online: factOf(facts.online, meeting.onlineUrl, webAddress(meeting.onlineUrl)),
    answerBy: factOf(facts.answerBy, meeting.answerBy && moment(meeting.answerBy, meeting.zone)),
  };
}

function factOf(label: string, value: string | null, url?: string): Fact | undefined {
  return value ? { label, value: url ?? value, url } : undefined;
}

function changesBetween(
  words: Messages,
  before: MeetingOfAgency,
  after: MeetingOfAgency,
): Change[] {
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

function answerAt(invitee: Invitee, lead: string): LetterBody["action"] {
  const { answer } = messagesIn(invitee.language).invitations.letters;
  return { lead, label: answer, url: replyLink(invitee) };
}

/** The calendar file that goes with the letters of an invitation: the same bytes for the same revision. */
export function calendarOf(
  meeting: MeetingOfAgency,
  invitee: Invitee,
  method: "REQUEST" | "CANCEL",
) {
  const words = messagesIn(invitee.language);
  const { startsAt, endsAt, zone, onlineUrl, revision, revisedAt } = meeting;
  const answer = method === "REQUEST" ? replyLink(invitee) : undefined;
  return invitationCalendar({
    ...{ startsAt, endsAt, zone, onlineUrl, method },
    ...calendarTextsOf(meeting, words, answer),
    uid: invitee.calendarUid,
    sequence: revision,
    stamp: revisedAt,
    status: method === "CANCEL" ? "CANCELLED" : "CONFIRMED",
    url: replyLink(invitee),
    organizer: { name: agencyName(meeting, invitee), email: senderAddress() },
    attendee: { name: invitee.name, email: invitee.email },
  });
}

/** What an invitee's calendar says of a meeting, with the address to answer at while there is something to answer. */
export function calendarTextsOf(meeting: MeetingOfAgency, words: Messages, answer?: string) {
  const { letters } = words.invitations;
  const { chair, spokesperson, online } = factsByName(words, meeting);
  const facts = [chair, spokesperson, online].map((fact) => fact && `${fact.label}: ${fact.value}`);
  return {
    summary: letters.title(words.meetings.kinds[meeting.kind], meeting.subject),
    description: [meeting.description, ...facts, answer && `${letters.answer}: ${answer}`]
      .filter(Boolean)
      .join("\n"),
    location: meeting.venue ?? meeting.onlineUrl,
  };
}

export function agencyName(meeting: MeetingOfAgency, { language }: Invitee): string {
  return language === "en" ? meeting.agencyNameEn : meeting.agencyName;
}

export function replyLink(invitee: Invitee): string {
  return linkOf(invitee, paths.reply({ token: invitee.token }));
}

export function linkOf({ language }: Invitee, path: string): string {
  return absolute(localised(language, path));
}
