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

/** Writes to parties that they have their seats; to whose address nothing gets through, nothing is written. */
export async function tellOfSeats(
  trx: Db,
  { id }: { id: string },
  parties: { id: string; people: number }[],
  signed: Signature,
) {
  if (parties.length === 0) return;
  const meeting = (await findMeeting(trx, id)) as MeetingOfAgency;
  const ids = parties.map((party) => party.id);
  const told = await toldBefore(trx, meeting, ids);
  const peopleOf = new Map(parties.map((party) => [party.id, party.people]));
  const letters = (await inviteesOf(trx, id, ids))
    .filter(({ isDead }) => !isDead)
    .map((invitee) => {
      const { invitationId } = invitee;
      const letter = placeLetter(meeting, invitee, peopleOf.get(invitationId) ?? 1);
      return told.has(invitationId) ? again(letter, meeting) : letter;
    });
  await post(trx, letters, signed.at);
}

/** Who was told of a seat at this revision already: a seat that they gave back since. */
async function toldBefore(trx: Db, { revision }: MeetingOfAgency, ids: string[]) {
  const rows = await trx
    .selectFrom("mail")
    .select("invitationId")
    .where("invitationId", "in", ids)
    .where("kind", "=", "place")
    .where("revision", "=", revision)
    .execute();
  return new Set(rows.map(({ invitationId }) => invitationId));
}

/** The outbox keeps one letter of a kind for a revision; who is given a seat again is told again. */
function again(letter: Letter, { agencyId }: MeetingOfAgency): Letter {
  return { ...letter, invitationId: null, repeatedForId: letter.invitationId, agencyId };
}

/** What was said of a seat and has not left yet is not sent any more: it was given back. */
export async function recallPlaceLetter(trx: Db, { id }: { id: string }) {
  await trx
    .updateTable("mail")
    .set({ stage: "skipped", problem: problemOf("needless") })
    .where(({ eb, or }) => or([eb("invitationId", "=", id), eb("repeatedForId", "=", id)]))
    .where("kind", "=", "place")
    .where("stage", "=", "queued")
    .execute();
}
