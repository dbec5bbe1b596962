import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import {
  type Detail,
  differenceOf,
  type MeetingDetails,
  nextStamp,
  phaseOf,
  type Refusal,
  whyNotChange,
  whyNotMove,
} from "../meetings/meeting.ts";
import {
  findMeeting,
  type MeetingOfAgency,
  spokespersonFor,
  takeInHand,
} from "../meetings/meetings.server.ts";
import { postAll } from "./invitations.server.ts";
import { inviteesOf, toldOfChanges } from "./invitees.server.ts";
import { cancellationLetter, changeLetter, invitationLetter } from "./letters.server.ts";

export type ChangeOutcome =
  | { ok: true; changed: Detail[]; letters: number }
  | { ok: false; reason: Refusal | "in-the-past" | "not-a-speaker" };

/**
 * Changes a meeting that has not begun. Once it is announced, whatever invitees must know raises the
 * calendar's revision and is mailed to them, old and new; the description, the cadence and the zone's
 * name alone are corrected in silence. A new time or place asks everybody written to for their answer again:
 * the old one is cleared and stays in the audit log. Whoever unsubscribed is written to only if they
 * answered, unless with a no. Refused as `planMeeting`, and once the meeting has begun, was held or cancelled.
 */
export async function changeMeeting(
  db: Db,
  meeting: { id: string },
  details: MeetingDetails,
  signed: Signature,
): Promise<ChangeOutcome> {
  return allOrNothing<ChangeOutcome>(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    const reason = whyNotChange(current, signed.at);
    if (reason) return { ok: false, reason };
    if (details.startsAt <= signed.at) return { ok: false, reason: "in-the-past" };
    const spokesperson = await spokespersonFor(trx, { id: current.agencyId }, details);
    if (!spokesperson) return { ok: false, reason: "not-a-speaker" };

    const { changed, mailed, asksAgain } = differenceOf(current, details);
    if (changed.length === 0) return { ok: true, changed, letters: 0 };
    const tells = mailed.length > 0 && phaseOf(current) === "announced";
    const before = (await findMeeting(trx, meeting.id)) as MeetingOfAgency;
    await trx
      .updateTable("meeting")
      .set({ ...details, ...spokesperson, ...(tells && nextRevision(current, signed)) })
      .where("id", "=", meeting.id)
      .execute();
    const letters = tells ? await tell(trx, before, asksAgain, signed) : 0;

    const { agencyId } = current;
    const particulars = { subject: details.subject, changed };
    await record(trx, signed, { act: "meeting.changed", about: meeting, agencyId, particulars });
    return { ok: true, changed, letters };
  });
}

function nextRevision(meeting: { revision: number; revisedAt: string }, { at }: Signature) {
  return { revision: meeting.revision + 1, revisedAt: nextStamp(meeting, at) };
}

async function tell(trx: Db, before: MeetingOfAgency, asksAgain: boolean, signed: Signature) {
  const meeting = (await findMeeting(trx, before.id)) as MeetingOfAgency;
  const reached = await reachedBy(trx, before.id);
  const invitees = await toldOfChanges(trx, before.id);
  if (asksAgain)
    await clearAnswers(
      trx,
      invitees.map(({ invitationId }) => invitationId),
    );
  await postAll(
    trx,
    invitees,
    (invitee) =>
      reached.has(invitee.invitationId)
        ? changeLetter(meeting, invitee, { before, asksAgain })
        : invitationLetter(meeting, invitee),
    signed,
  );
  return invitees.length;
}

/** The invitations of which a letter left or may have left. To all others a change is their first letter. */
async function reachedBy(trx: Db, meetingId: string): Promise<Set<string | null>> {
  const rows = await trx
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .select("mail.invitationId")
    .distinct()
    .where("invitation.meetingId", "=", meetingId)
    .where(({ eb, or }) =>
      or([eb("mail.stage", "in", ["sending", "sent"]), eb("mail.raw", "is not", null)]),
    )
    .execute();
  return new Set(rows.map(({ invitationId }) => invitationId));
}

const ROWS_AT_ONCE = 5000;

/** `repliedAt` stays: it tells that there was an answer, and that it is asked for again. */
async function clearAnswers(trx: Db, invitationIds: string[]) {
  for (let from = 0; from < invitationIds.length; from += ROWS_AT_ONCE)
    await trx
      .updateTable("invitation")
      .set({ reply: null, substituteName: null, note: null, repliedBy: null })
      .where("id", "in", invitationIds.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

export type CancelOutcome =
  | { ok: true; letters: number }
  | { ok: false; reason: Refusal | "no-reason" };

/**
 * Calls a meeting off, with the reason. Everybody invited gets a cancellation, also who unsubscribed or
 * declined; once the meeting is over nobody is written to any more. Refused: `no-reason`, or when it was
 * held or cancelled before.
 */
export async function cancelMeeting(
  db: Db,
  meeting: { id: string },
  reason: string,
  signed: Signature,
): Promise<CancelOutcome> {
  const cancelReason = reason.trim();
  if (!cancelReason) return { ok: false, reason: "no-reason" };

  return allOrNothing<CancelOutcome>(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    const refusal = whyNotMove(current, "cancelled", signed.at);
    if (refusal) return { ok: false, reason: refusal };

    const { agencyId, subject } = current;
    await trx
      .updateTable("meeting")
      .set({ cancelledAt: signed.at, cancelReason, ...nextRevision(current, signed) })
      .where("id", "=", meeting.id)
      .execute();
    const cancelled = (await findMeeting(trx, meeting.id)) as MeetingOfAgency;
    const invitees = signed.at < current.endsAt ? await inviteesOf(trx, meeting.id) : [];
    await postAll(
      trx,
      invitees,
      (invitee) => cancellationLetter(cancelled, invitee, cancelReason),
      signed,
    );
    const particulars = { subject, reason: cancelReason };
    await record(trx, signed, { act: "meeting.cancelled", about: meeting, agencyId, particulars });
    return { ok: true, letters: invitees.length };
  });
}
