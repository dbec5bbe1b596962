import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import {
  answerByAt,
  type Detail,
  differenceOf,
  isExpected,
  isRescheduled,
  type Meeting,
  type MeetingDetails,
  nextStamp,
  ownDetailsOf,
  phaseOf,
  type Refusal,
  TIMES,
  whyNotChange,
  whyNotMove,
} from "../meetings/meeting.ts";
import {
  findMeeting,
  type MeetingOfAgency,
  spokespersonFor,
  takeInHand,
} from "../meetings/meetings.server.ts";
import { renewNotice } from "../notices/notices.server.ts";
import { enclosingPaper, renewPaper } from "../papers/papers.server.ts";
import { moveEmbargoes } from "../press-kit/files.server.ts";
import { silentAt } from "../programme/speakers.server.ts";
import { postAll } from "./invitations.server.ts";
import { toldOfCallingOff, toldOfChanges } from "./invitees.server.ts";
import {
  cancellationLetter,
  changeLetter,
  invitationLetter,
  postponementLetter,
} from "./letters.server.ts";
import { type Occasion, occasionOf } from "./occasion.server.ts";
import { seatThoseWaiting } from "./seats.server.ts";

export type ChangeOutcome =
  | { ok: true; changed: Detail[]; letters: number }
  | {
      ok: false;
      reason:
        | Refusal
        | "in-the-past"
        | "not-a-speaker"
        | "others-silent"
        | "no-reason"
        | "changed-meanwhile";
    };

/** What is said beside the new details: why the meeting moves, and which edition of it the officer had before them. */
export interface Change {
  reason?: string;
  edition?: number;
  withSeries?: boolean; // made to its whole series, or the rest of it
}

/**
 * Changes a meeting that has not begun. Once it is announced, whatever invitees must know raises the
 * calendar's revision and is mailed to them, old and new; the description, the cadence and the zone's
 * name alone are corrected in silence. A new time or place asks everybody written to for their answer again:
 * the old one is cleared and stays in the audit log. A new time of an announced meeting, or the first one
 * after it was put off, makes it rescheduled and needs a reason. Whoever unsubscribed is written to only if they
 * answered, unless with a no. Embargoes move along with the meeting. Refused as `planMeeting`, when somebody added to speak
 * may not do so then (`others-silent`), once the meeting has begun, was held or cancelled,
 * `no-reason`, or `changed-meanwhile` when somebody wrote since the edition that was seen.
 */
export async function changeMeeting(
  db: Db,
  meeting: { id: string },
  asked: MeetingDetails,
  signed: Signature,
  { reason: why = "", edition, withSeries }: Change = {},
): Promise<ChangeOutcome> {
  return allOrNothing<ChangeOutcome>(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    const refusal = whyNotChange(current, signed.at);
    if (refusal) return { ok: false, reason: refusal };
    if (edition !== undefined && edition !== current.edition)
      return { ok: false, reason: "changed-meanwhile" };
    const details = withAnswerBy(current, asked, signed);
    if (details.startsAt <= signed.at) return { ok: false, reason: "in-the-past" };
    const spokesperson = await spokespersonFor(trx, { id: current.agencyId }, details);
    if (!spokesperson) return { ok: false, reason: "not-a-speaker" };
    if ((await silentAt(trx, current, details.startsAt)).length > 0)
      return { ok: false, reason: "others-silent" };

    const { changed, mailed, asksAgain } = differenceOf(current, details);
    const reason = why.trim();
    const moves = isRescheduled(current, details);
    if (moves && !reason) return { ok: false, reason: "no-reason" };
    if (changed.length === 0 && !moves) return { ok: true, changed, letters: 0 };
    const tells = moves || (mailed.length > 0 && isExpected(current));
    const before = tells ? await occasionNow(trx, meeting.id) : undefined;
    await trx
      .updateTable("meeting")
      .set({
        ...{ ...details, ...spokesperson, edition: current.edition + 1 },
        ...(current.seriesId && { ownDetails: ownDetails(current, changed, withSeries) }),
        ...(tells && nextRevision(current, signed)),
        ...(moves && rescheduled(current, reason, signed)),
      })
      .where("id", "=", meeting.id)
      .execute();
    await moveEmbargoes(trx, current, details.startsAt, signed);
    const change = { asksAgain: asksAgain || moves, reason: moves ? reason : null };
    const letters = before ? await tell(trx, before, change, signed) : 0;
    const fresh = await takeInHand(trx, meeting.id);
    await renewNotice(trx, fresh, signed);
    // More seats may be free than before: the room grew, or whoever had one was asked again.
    await seatThoseWaiting(trx, fresh, signed);

    const { subject } = details;
    const about = { about: meeting, agencyId: current.agencyId };
    if (moves) {
      const particulars = { subject, from: current.startsAt, to: details.startsAt, reason };
      await record(trx, signed, { act: "meeting.rescheduled", ...about, particulars });
    }
    const others = moves ? changed.filter((key) => !TIMES.includes(key)) : changed;
    if (others.length > 0) {
      const particulars = { subject, changed: others };
      await record(trx, signed, { act: "meeting.changed", ...about, particulars });
    }
    return { ok: true, changed, letters };
  });
}

/** Where nothing is said of it, the day by which to answer moves along; moved into the past, there is none. */
function withAnswerBy(current: Meeting, details: MeetingDetails, { at }: Signature) {
  if (details.answerBy !== undefined || details.startsAt === current.startsAt) return details;
  const answerBy = answerByAt(current, details.startsAt);
  return { ...details, answerBy: answerBy && answerBy > at ? answerBy : null };
}

function nextRevision(meeting: { revision: number; revisedAt: string }, { at }: Signature) {
  return { revision: meeting.revision + 1, revisedAt: nextStamp(meeting, at) };
}

/** What a meeting has of its own after a change: what was changed for it alone, until its series changes that too. */
function ownDetails(meeting: Meeting, changed: Detail[], withSeries = false): string | null {
  const own = ownDetailsOf(meeting);
  const after = withSeries
    ? own.filter((detail) => !changed.includes(detail))
    : [...new Set([...own, ...changed])];
  return after.length > 0 ? JSON.stringify(after.toSorted()) : null;
}

/** Whatever put it off is over; when it was to begin at first stays known through several moves in the log. */
function rescheduled({ startsAt }: Meeting, reason: string, { at }: Signature) {
  return {
    ...{ rescheduledAt: at, rescheduleReason: reason, rescheduledFrom: startsAt },
    ...{ postponedAt: null, postponeReason: null },
  };
}

async function tell(
  trx: Db,
  before: Occasion,
  { asksAgain, reason }: { asksAgain: boolean; reason: string | null },
  signed: Signature,
) {
  const meeting = await occasionNow(trx, before.id);
  const reached = await reachedBy(trx, before.id);
  const invitees = await toldOfChanges(trx, before.id);
  if (asksAgain)
    await clearAnswers(
      trx,
      invitees.map(({ invitationId }) => invitationId),
    );
  await renewPaper(trx, meeting);
  const enclosing = await enclosingPaper(trx, meeting, invitees);
  await postAll(
    trx,
    invitees,
    (invitee) =>
      enclosing(
        reached.has(invitee.invitationId)
          ? changeLetter(meeting, invitee, { before, asksAgain, reason })
          : invitationLetter(meeting, invitee),
        invitee,
      ),
    signed,
  );
  return invitees.length;
}

async function occasionNow(trx: Db, meetingId: string): Promise<Occasion> {
  return occasionOf(trx, (await findMeeting(trx, meetingId)) as MeetingOfAgency);
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
      or([eb("mail.stage", "in", ["sending", "sent"]), eb("mail.digest", "is not", null)]),
    )
    .execute();
  return new Set(rows.map(({ invitationId }) => invitationId));
}

const ROWS_AT_ONCE = 5000;

/**
 * `repliedAt` stays: it tells that there was an answer, and that it is asked for again. So does what was said
 * beside it, for whoever says yes again; seats are given anew in the order of the new answers.
 */
async function clearAnswers(trx: Db, invitationIds: string[]) {
  for (let from = 0; from < invitationIds.length; from += ROWS_AT_ONCE)
    await trx
      .updateTable("invitation")
      .set({
        ...{ reply: null, substituteName: null, substitutePaper: null, substitutePaperNo: null },
        ...{ note: null, repliedBy: null, repliedVia: null, replyTrust: null, waitingSince: null },
      })
      .where("id", "in", invitationIds.slice(from, from + ROWS_AT_ONCE))
      .execute();
}

export type CallOffOutcome =
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
): Promise<CallOffOutcome> {
  return callOff(db, meeting, "cancelled", reason, signed);
}

/**
 * Puts an announced meeting off until a new time is fixed, with the reason. Everybody invited is told, and the
 * hour leaves their calendars; once it is fixed anew they are asked again under the same UID (RFC 5546, 3.2.5).
 * Refused: `no-reason`, or where the meeting stands.
 */
export async function postponeMeeting(
  db: Db,
  meeting: { id: string },
  reason: string,
  signed: Signature,
): Promise<CallOffOutcome> {
  return callOff(db, meeting, "postponed", reason, signed);
}

const CALLED_OFF = {
  cancelled: {
    facts: (at: Moment, reason: string) => ({ cancelledAt: at, cancelReason: reason }),
    letter: cancellationLetter,
  },
  postponed: {
    facts: (at: Moment, reason: string) => ({ postponedAt: at, postponeReason: reason }),
    letter: postponementLetter,
  },
};

async function callOff(
  db: Db,
  meeting: { id: string },
  to: keyof typeof CALLED_OFF,
  why: string,
  signed: Signature,
): Promise<CallOffOutcome> {
  const reason = why.trim();
  if (!reason) return { ok: false, reason: "no-reason" };

  return allOrNothing<CallOffOutcome>(db, async (trx) => {
    const current = await takeInHand(trx, meeting.id);
    const refusal = whyNotMove(current, to, signed.at);
    if (refusal) return { ok: false, reason: refusal };

    const { facts, letter } = CALLED_OFF[to];
    await trx
      .updateTable("meeting")
      .set({
        ...{ ...facts(signed.at, reason), edition: current.edition + 1 },
        ...nextRevision(current, signed),
      })
      .where("id", "=", meeting.id)
      .execute();
    const now = await occasionNow(trx, meeting.id);
    const isKnownOff = phaseOf(current) === "postponed";
    const isToCome = isKnownOff || signed.at < current.endsAt;
    const invitees = isToCome ? await toldOfCallingOff(trx, meeting.id) : [];
    await postAll(trx, invitees, (invitee) => letter(now, invitee, reason), signed);
    const { agencyId, subject } = current;
    const particulars = { subject, reason };
    await record(trx, signed, { act: `meeting.${to}`, about: meeting, agencyId, particulars });
    return { ok: true, letters: invitees.length };
  });
}
