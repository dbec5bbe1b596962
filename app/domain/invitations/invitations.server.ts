import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { Letter, Mail } from "../mail/letter.ts";
import { post } from "../mail/outbox.server.ts";
import { answerAddress } from "../mail/sender.server.ts";
import { newToken } from "../mail/subaddress.ts";
import { type Refusal, whyNotInvite } from "../meetings/meeting.ts";
import { findMeeting, type MeetingOfAgency, takeInHand } from "../meetings/meetings.server.ts";
import { type HeldBack, heldBack, waiveNotice } from "../notices/notices.server.ts";
import { enclosingPaper } from "../papers/papers.server.ts";
import { byGivenName } from "../press/folding.ts";
import { type ChosenJournalist, chooseJournalists } from "../press/journalists.server.ts";
import type { Invitee } from "./invitees.server.ts";
import { invitationLetter } from "./letters.server.ts";
import { occasionOf } from "./occasion.server.ts";

export type InviteOutcome =
  | { ok: true; invited: number; already: number }
  | { ok: false; reason: Refusal | HeldBack | "nobody" };

/**
 * Invites journalists to a meeting. The invitations, their letters and the audit line are written together
 * or not at all; inviting someone twice changes nothing. Only journalists of the agency's province who
 * take letters are invited, the others are passed over; whoever reaches the whole country may invite from any province.
 * Refused: `nobody` when none is left, when the meeting is not announced or has begun, and while its notice holds
 * invitations back, unless `despite` says why (see `heldBack`).
 */
export async function invite(
  db: Db,
  meeting: { id: string },
  journalistIds: string[],
  signed: Signature,
  { by, despite = "" }: { by?: Reach; despite?: string } = {},
): Promise<InviteOutcome> {
  return allOrNothing(db, async (trx) => {
    const reason = whyNotInvite(await takeInHand(trx, meeting.id), signed.at);
    if (reason) return { ok: false, reason } as const;
    const current = (await findMeeting(trx, meeting.id)) as MeetingOfAgency;
    const within = by?.reach === "country" ? undefined : current.provinceId;
    const chosen = await chooseJournalists(trx, within, { journalistIds });
    if (chosen.length === 0) return { ok: false, reason: "nobody" } as const;
    const held = await heldBack(trx, current, signed.at);
    if (held === "notice-forbidden" || (held && !despite.trim()))
      return { ok: false, reason: held } as const;
    if (held) await waiveNotice(trx, current, despite.trim(), signed);

    const invitees = await addInvitees(trx, current, chosen, signed);
    const [occasion, enclosing] = await Promise.all([
      occasionOf(trx, current),
      enclosingPaper(trx, current, invitees),
    ]);
    await postAll(
      trx,
      invitees,
      (invitee) => enclosing(invitationLetter(occasion, invitee), invitee),
      signed,
    );
    if (invitees.length > 0) {
      const { id, agencyId, subject } = current;
      const particulars = { subject, guests: invitees.length };
      await record(trx, signed, { act: "meeting.invited", about: { id }, agencyId, particulars });
    }
    const invited = invitees.length;
    return { ok: true, invited, already: chosen.length - invited } as const;
  });
}

const ROWS_AT_ONCE = 100; // written in some milliseconds

type Added = Pick<Row<"invitation">, "id" | "token" | "calendarUid" | "organizer">;

/** Writes the invitations; who was invited before is left out, whoever else is inviting at this moment. */
async function addInvitees(
  trx: Db,
  meeting: { id: string },
  journalists: ChosenJournalist[],
  signed: Signature,
): Promise<Invitee[]> {
  const added = new Map<string, Added>();
  for (let from = 0; from < journalists.length; from += ROWS_AT_ONCE) {
    const rows = await trx
      .insertInto("invitation")
      .values(
        journalists.slice(from, from + ROWS_AT_ONCE).map((journalist) => ({
          ...{ id: randomUUID(), meetingId: meeting.id, journalistId: journalist.id },
          ...keysOf(newToken()),
          ...{ invitedAt: signed.at, invitedBy: signed.by.id },
        })),
      )
      .onConflict((clash) => clash.columns(["meetingId", "journalistId"]).doNothing())
      .returning(["id", "journalistId", "token", "calendarUid", "organizer"])
      .execute();
    for (const row of rows) added.set(row.journalistId, row);
  }
  return journalists.flatMap((journalist) => {
    const row = added.get(journalist.id);
    return row ? [inviteeOf(journalist, row)] : [];
  });
}

/** What only an invitation's recipient ever learns: nobody guesses the UID either, since calendars answer with it. */
function keysOf(token: string) {
  return { token, calendarUid: newToken(), organizer: answerAddress(token) };
}

/** A journalist as the recipient of a letter. */
export function inviteeOf(
  { name, email, language, outletName, token }: ChosenJournalist,
  invitation: Omit<Added, "id"> & { id: string | null },
): Invitee {
  return {
    ...{ name, email, language, outletName },
    ...{ token: invitation.token, calendarUid: invitation.calendarUid },
    ...{ invitationId: invitation.id, organizer: invitation.organizer },
    journalistToken: token,
  };
}

const LETTERS_AT_ONCE = 10; // with more in hand many outlive two scavenges: 60 MB at 5,000 letters, and half as long again
const BREATH = 4; // milliseconds

/**
 * Writes a letter to each and posts it, a few at a time: the next are written while the last are being posted, and
 * others are served in between.
 */
export async function postAll<To>(
  trx: Db,
  recipients: To[],
  compose: (recipient: To) => Letter,
  signed: Signature,
): Promise<void> {
  let letters: Letter[] = [];
  let posting = Promise.resolve();
  let since = performance.now();
  for (const [n, recipient] of recipients.entries()) {
    letters.push(compose(recipient));
    if (letters.length === LETTERS_AT_ONCE || n === recipients.length - 1) {
      await posting;
      posting = post(trx, letters, signed.at);
      posting.catch(() => {}); // it is waited for below, or by the next few
      letters = [];
    } else if (performance.now() - since < BREATH) continue;
    await new Promise(setImmediate);
    since = performance.now();
  }
  await posting;
}

/** Where the last letter of an invitation stands; `put-back` is one that was tried and will be again. */
export type Progress = Mail["stage"] | "put-back";

/** Everybody invited to a meeting, by given name, with the last letter and the answer. */
export async function listInvitations(db: Db, meeting: { id: string }) {
  const rows = await db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select([
      "invitation.id",
      "invitation.journalistId",
      "invitation.invitedAt",
      "invitation.reply",
      "invitation.substituteName",
      "invitation.note",
      "invitation.repliedAt",
      "invitation.repliedBy",
      ...(["invitation.repliedVia", "invitation.replyTrust", "invitation.waitingSince"] as const),
      ...(["invitation.partySize", "invitation.online", "invitation.cameras"] as const),
      ...(["invitation.tripod", "invitation.live", "invitation.interpreter"] as const),
      "journalist.name",
      "journalist.email",
      "journalist.phone",
      "journalist.language",
      "journalist.unsubscribedAt",
      "journalist.bouncedAt",
      "outlet.name as outletName",
    ])
    .where("invitation.meetingId", "=", meeting.id)
    .execute();
  const letters = await lastLettersOf(db, meeting.id);
  return rows.map((row) => ({ ...row, mail: letters.get(row.id) ?? null })).sort(byGivenName);
}

export type InvitationListed = Awaited<ReturnType<typeof listInvitations>>[number];

async function lastLettersOf(db: Db, meetingId: string) {
  const rows = await db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .select([
      "mail.id",
      "mail.invitationId",
      "mail.kind",
      "mail.stage",
      "mail.attempts",
      "mail.problem",
      "mail.dueAt",
      "mail.sentAt",
    ])
    .where("invitation.meetingId", "=", meetingId)
    .orderBy("mail.revision")
    .orderBy("mail.postedAt")
    .execute();
  return new Map(
    rows.map(({ invitationId, ...mail }) => [
      invitationId as string,
      { ...mail, progress: progressOf(mail) },
    ]),
  );
}

function progressOf({ stage, attempts }: Pick<Mail, "stage" | "attempts">): Progress {
  return stage === "queued" && attempts > 0 ? "put-back" : stage;
}
