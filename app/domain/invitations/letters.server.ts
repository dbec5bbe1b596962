import { later } from "#app/clock.ts";
import { absolute } from "#app/config.server.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { localised, type Messages, messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Language, Moment } from "#db/tables.ts";
import type { InvitationLetter, Letter } from "../mail/letter.ts";
import { htmlOf, type LetterBody, textOf } from "../mail/letter-body.ts";
import { senderAddress, senderNamed, unsubscribeAddress } from "../mail/sender.server.ts";
import { invitationCalendar } from "../meetings/calendar.server.ts";
import { oneLine, webAddress } from "../meetings/calendar-values.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { entryPassOf, passDots } from "./entry-pass.server.ts";
import { passText } from "./entry-pass.ts";
import type { Invitee } from "./invitees.server.ts";
import { briefFacts, changesBetween, factsByName, invitingFacts } from "./letter-facts.ts";
import type { Occasion } from "./occasion.server.ts";

/** The letter that invites somebody to a meeting as it stands. */
export function invitationLetter(meeting: Occasion, invitee: Invitee): Letter {
  const { letters } = messagesIn(invitee.language).invitations;
  return letterOf(meeting, invitee, "invitation", {
    action: answerAt(invitee, letters.howToAnswer),
  });
}

/** The letter that tells somebody invited what has changed, old and new, and whether to answer again. */
export function changeLetter(
  meeting: Occasion,
  invitee: Invitee,
  { before, asksAgain, reason }: { before: Occasion; asksAgain: boolean; reason: string | null },
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
export function postponementLetter(meeting: Occasion, invitee: Invitee, reason: string): Letter {
  const { letters } = messagesIn(invitee.language).invitations;
  return letterOf(meeting, invitee, "postponement", {
    paragraphs: [`${letters.reason}: ${reason}`, letters.newTimeFollows],
  });
}

/** The letter that calls a meeting off and gives the reason. */
export function cancellationLetter(meeting: Occasion, invitee: Invitee, reason: string): Letter {
  const { letters } = messagesIn(invitee.language).invitations;
  return letterOf(meeting, invitee, "cancellation", {
    paragraphs: [`${letters.reason}: ${reason}`, letters.noAnswer],
  });
}

function letterOf(
  meeting: Occasion,
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
    replyTo: replyToOf(meeting),
    unsubscribeUrl: body.unsubscribe?.url ?? null,
    unsubscribeAddress: unsubscribeAddress(invitee.journalistToken),
    expiresAt: freesTheHour ? lastUse(meeting) : meeting.startsAt,
  };
}

/** Answers by mail come to people: the agency's own mailbox, or the office's. */
function replyToOf({ pressEmail }: Pick<Occasion, "pressEmail">): string {
  return pressEmail ?? senderAddress();
}

/** Whether the meeting is to be at its hour, or leaves the calendar. */
const comes = (kind: InvitationLetter) => kind === "invitation" || kind === "change";

/** That a meeting will not be is worth knowing until it would have been over; for a day, where that hour had passed. */
function lastUse({ endsAt, revisedAt }: MeetingOfAgency): Moment {
  if (endsAt > revisedAt) return endsAt;
  return later(revisedAt, { days: 1 });
}

function bodyOf(
  meeting: Occasion,
  invitee: Invitee,
  kind: InvitationLetter,
  particular: Partial<LetterBody>,
): LetterBody {
  const { letters } = messagesIn(invitee.language).invitations;
  return {
    ...sameForAll(meeting, invitee.language, kind),
    salutation: letters.salutation(invitee.name, invitee.outletName),
    pass: comes(kind) && meeting.venue ? passFor(invitee) : null,
    unsubscribe: {
      lead: letters.unsubscribe,
      url: linkOf(invitee, paths.unsubscribe({ token: invitee.journalistToken })),
    },
    ...particular,
  };
}

type Shared = Omit<LetterBody, "salutation" | "pass" | "unsubscribe">;

const shared = new WeakMap<Occasion, Map<string, Shared>>();

/** What a letter says to everybody alike: of five thousand it is put into words once for each language. */
function sameForAll(meeting: Occasion, language: Language, kind: InvitationLetter): Shared {
  const known = shared.get(meeting) ?? new Map<string, Shared>();
  shared.set(meeting, known);
  const key = `${kind} ${language}`;
  const before = known.get(key);
  if (before) return before;
  const words = messagesIn(language);
  const { letters } = words.invitations;
  const kindName = words.meetings.kinds[meeting.kind];
  const title = oneLine(letters.title(kindName, meeting.subject));
  const sender = agencyName(meeting, { language });
  const facts = comes(kind) ? invitingFacts : briefFacts;
  const said = {
    language,
    subject: letters.subject[kind](title, shortTime(meeting.startsAt, meeting.zone)),
    sender,
    heading: letters.heading[kind],
    lead: letters.lead[kind](sender, kindName),
    changes: [],
    factsLead: null,
    facts: facts(words, meeting, replyToOf(meeting)),
    paragraphs: comes(kind) ? invitingParagraphs(words, meeting) : [],
    action: null,
    closing: letters.closing[kind],
    footer: letters.footer,
  };
  known.set(key, said);
  return said;
}

/** The entry pass of somebody who is invited, as their letter shows it: its number, and its square of dots. */
export function passFor(invitee: Pick<Invitee, "token" | "language">): LetterBody["pass"] {
  const code = entryPassOf(invitee);
  const label = messagesIn(invitee.language).attendance.pass.letter;
  return { label, code: passText(code), dots: passDots(code) };
}

function invitingParagraphs(words: Messages, { description, venue }: MeetingOfAgency): string[] {
  return [description, venue ? words.invitations.letters.bring : ""].filter(Boolean);
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
    organizer: organizerOf(invitee, agencyName(meeting, invitee)),
    attendee: { name: invitee.name, email: invitee.email },
  });
}

/** Whom a calendar answers: an invitation's own address for good, or the office's where it has none. */
export function organizerOf({ organizer }: Pick<Invitee, "organizer">, name: string) {
  const sentBy = senderAddress();
  return { name, email: organizer ?? sentBy, sentBy };
}

/** What an invitee's calendar says of a meeting, with the address to answer at while there is something to answer. */
export function calendarTextsOf(meeting: MeetingOfAgency, words: Messages, answer?: string) {
  const { description, ...texts } = calendarTextForAll(meeting, words);
  const link = answer && `${words.invitations.letters.answer}: ${answer}`;
  return { ...texts, description: [description, link].filter(Boolean).join("\n") };
}

interface CalendarText {
  summary: string;
  description: string;
  location: string | null;
}

const calendarTexts = new WeakMap<MeetingOfAgency, Map<Messages, CalendarText>>();

function calendarTextForAll(meeting: MeetingOfAgency, words: Messages): CalendarText {
  const known = calendarTexts.get(meeting) ?? new Map<Messages, CalendarText>();
  calendarTexts.set(meeting, known);
  const before = known.get(words);
  if (before) return before;
  const { chair, spokesperson, online } = factsByName(words, meeting);
  const { map, access } = words.letters.facts;
  const ways = [
    { label: access, value: meeting.accessNotes },
    { label: map, value: webAddress(meeting.mapUrl) },
  ];
  const facts = [chair, spokesperson, online, ...ways].map(
    (fact) => fact?.value && `${fact.label}: ${fact.value}`,
  );
  const said = {
    summary: words.invitations.letters.title(words.meetings.kinds[meeting.kind], meeting.subject),
    description: [meeting.description, ...facts].filter(Boolean).join("\n"),
    location: meeting.venue ?? meeting.onlineUrl,
  };
  known.set(words, said);
  return said;
}

/** The agency that invites, in the language of who is invited. */
export function agencyName(
  meeting: Pick<MeetingOfAgency, "agencyName" | "agencyNameEn">,
  { language }: Pick<Invitee, "language">,
): string {
  return language === "en" ? meeting.agencyNameEn : meeting.agencyName;
}

/** Where who is invited answers: the token in it is their key. */
export function replyLink(invitee: Pick<Invitee, "token" | "language">): string {
  return linkOf(invitee, paths.reply({ token: invitee.token }));
}

/** The whole address of a page of ours, in the language of who is invited. */
export function linkOf({ language }: Pick<Invitee, "language">, path: string): string {
  return absolute(localised(language, path));
}
