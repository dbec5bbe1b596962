import { shortTime } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import type { Moment } from "#db/tables.ts";
import { plainFacts } from "../invitations/letter-facts.ts";
import { agencyName, linkOf, passFor, replyLink } from "../invitations/letters.server.ts";
import { brings } from "../invitations/reply-form.ts";
import type { Letter } from "../mail/letter.ts";
import type { LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { type QuietHours, quietText } from "../mail/quiet.ts";
import { unsubscribeAddress } from "../mail/sender.server.ts";
import { oneLine } from "../meetings/calendar-values.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import type { ReminderGuest } from "./guests.server.ts";
import type { Rule } from "./rule.ts";

/** To whom a reminder is written, and what they have answered. */
export type Recipient = Pick<
  ReminderGuest,
  | "token"
  | "calendarUid"
  | "name"
  | "email"
  | "language"
  | "outletName"
  | "journalistToken"
  | "reply"
  | "substituteName"
  | "waitingSince"
> & { invitationId: string | null };

/**
 * The letter that a rule writes to somebody invited. It brings no calendar part: what stands in their calendar
 * stays as the last invitation or change put it.
 */
export function reminderLetter(
  meeting: MeetingOfAgency,
  guest: Recipient,
  { rule, expiresAt, quiet }: { rule: Rule; expiresAt: Moment; quiet?: QuietHours },
): Letter {
  const body = bodyOf(meeting, guest, rule);
  const { name, email, invitationId } = guest;
  return plainLetter(
    body,
    { name: oneLine(name), email },
    {
      ...{ kind: rule, invitationId, revision: meeting.revision, expiresAt },
      unsubscribeAddress: unsubscribeAddress(guest.journalistToken),
      quiet: quiet ? quietText(quiet, meeting.zone) : null,
    },
  );
}

function bodyOf(meeting: MeetingOfAgency, guest: Recipient, rule: Rule): LetterBody {
  const words = messagesIn(guest.language);
  const { letters } = words.invitations;
  const says = words.reminders.letters;
  const kindName = words.meetings.kinds[meeting.kind];
  const title = oneLine(letters.title(kindName, meeting.subject));
  const sender = agencyName(meeting, guest);
  const isOver = rule === "thanks";
  return {
    language: guest.language,
    subject: says.subject[rule](title, shortTime(meeting.startsAt, meeting.zone)),
    sender,
    heading: says.heading[rule],
    salutation: letters.salutation(guest.name, guest.outletName),
    lead: says.lead[rule](sender, kindName),
    changes: [],
    factsLead: null,
    facts: isOver ? materialsOf(meeting, guest) : plainFacts(words, meeting),
    paragraphs: isOver ? [] : answerParagraphs(meeting, guest, rule),
    action: isOver
      ? null
      : { lead: says.action[rule], label: letters.answer, url: replyLink(guest) },
    pass: !isOver && hasSeat(guest) && meeting.venue ? passFor(guest) : null,
    closing: says.closing[rule],
    footer: letters.footer,
    unsubscribe: {
      lead: letters.unsubscribe,
      url: linkOf(guest, paths.unsubscribe({ token: guest.journalistToken })),
    },
  };
}

const hasSeat = ({ reply, waitingSince }: Recipient) => brings(reply) && waitingSince === null;

/** What they have answered so far, what to decide, and what to bring. */
function answerParagraphs(meeting: MeetingOfAgency, guest: Recipient, rule: Rule): string[] {
  const words = messagesIn(guest.language);
  const says = words.reminders.letters;
  if (rule === "decision" || !guest.reply) return [says.noAnswerYet];
  const answer = says.answered(words.invitations.replies[guest.reply], guest.substituteName);
  return [
    answer,
    guest.reply === "tentative" ? says.undecided : "",
    guest.waitingSince ? says.waiting : "",
    meeting.venue ? words.invitations.letters.bring : "",
  ].filter(Boolean);
}

/** Where to look at what is published of the meeting. */
function materialsOf(meeting: MeetingOfAgency, guest: Recipient): LetterBody["facts"] {
  const words = messagesIn(guest.language);
  const { facts, time } = words.invitations.letters;
  const page = linkOf(guest, paths.meeting(meeting));
  return [
    { label: facts.subject, value: meeting.subject },
    { label: facts.time, value: time(meeting) },
    { label: words.reminders.letters.materials, value: page, url: page },
  ];
}
