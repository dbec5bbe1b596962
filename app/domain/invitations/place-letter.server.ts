import { administrativeSpan, shortTime } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Db } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import type { Letter } from "../mail/letter.ts";
import type { LetterBody } from "../mail/letter-body.ts";
import { post } from "../mail/outbox.server.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { problemOf } from "../mail/problem.ts";
import { oneLine } from "../meetings/calendar-values.ts";
import { findMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { type Invitee, inviteesOf } from "./invitees.server.ts";
import { agencyName, replyLink } from "./letters.server.ts";

/** The letter that tells somebody who waited that there is a seat now. The hour in their calendar stays as it is. */
function placeLetter(meeting: MeetingOfAgency, invitee: Invitee, people: number): Letter {
  const words = messagesIn(invitee.language);
  const { letter } = words.answers;
  const title = oneLine(
    words.invitations.letters.title(words.meetings.kinds[meeting.kind], meeting.subject),
  );
  const { facts } = words.invitations.letters;
  const body: LetterBody = {
    language: invitee.language,
    subject: oneLine(letter.subject(title, shortTime(meeting.startsAt, meeting.zone))),
    sender: agencyName(meeting, invitee),
    heading: letter.heading,
    salutation: words.invitations.letters.salutation(invitee.name, invitee.outletName),
    lead: letter.lead(people),
    changes: [],
    factsLead: null,
    facts: [
      { label: facts.subject, value: meeting.subject },
      { label: facts.time, value: administrativeSpan(meeting) },
      ...(meeting.venue ? [{ label: facts.venue, value: meeting.venue }] : []),
    ],
    paragraphs: [letter.calendar],
    action: {
      lead: letter.free,
      label: letter.answer,
      url: replyLink(invitee),
    },
    closing: letter.closing,
    footer: words.invitations.letters.footer,
    unsubscribe: null,
  };
  const { name, email, invitationId } = invitee;
  return plainLetter(
    body,
    { name: oneLine(name), email },
    { kind: "place", invitationId, revision: meeting.revision, expiresAt: meeting.startsAt },
  );
}

/** Writes to a party that it has its seats. */
export async function tellOfSeat(
  trx: Db,
  { id }: { id: string },
  party: { id: string; people: number },
  signed: Signature,
) {
  const meeting = (await findMeeting(trx, id)) as MeetingOfAgency;
  const [invitee] = await inviteesOf(trx, id, party.id);
  if (!invitee || invitee.isDead) return;
  const letter = placeLetter(meeting, invitee, party.people);
  const before = await trx
    .selectFrom("mail")
    .select("id")
    .where("invitationId", "=", party.id)
    .where("kind", "=", "place")
    .where("revision", "=", meeting.revision)
    .executeTakeFirst();
  // The outbox keeps one letter of a kind for a revision; who is given a seat again is told again.
  const again = { invitationId: null, agencyId: meeting.agencyId };
  await post(trx, [before ? { ...letter, ...again } : letter], signed.at);
}

/** What was said of a seat and has not left yet is not sent any more: it was given back. */
export async function recallPlaceLetter(trx: Db, invitation: { id: string }) {
  await trx
    .updateTable("mail")
    .set({ stage: "skipped", problem: problemOf("needless") })
    .where("invitationId", "=", invitation.id)
    .where("kind", "=", "place")
    .where("stage", "=", "queued")
    .execute();
}
