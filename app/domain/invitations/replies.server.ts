import { isDeepStrictEqual } from "node:util";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import { byInvitation, type Signature } from "../audit/entry.ts";
import { hasBegun, type Meeting } from "../meetings/meeting.ts";
import {
  findMeeting,
  findMeetingFor,
  type MeetingOfAgency,
  takeInHand,
} from "../meetings/meetings.server.ts";
import { calendarOf } from "./letters.server.ts";
import type { Answer } from "./reply-form.ts";

const TOKEN = /^[\w-]{16,100}$/;

/** The invitation a letter's link is the key of, with its journalist and its meeting. Nobody else is in it. */
export async function findInvitation(db: Db, token: string) {
  if (!TOKEN.test(token)) return undefined;
  const invitation = await invitationsOfJournalists(db)
    .where("invitation.token", "=", token)
    .executeTakeFirst();
  if (!invitation) return undefined;
  const meeting = (await findMeeting(db, invitation.meetingId)) as MeetingOfAgency;
  return { ...invitation, meeting };
}

export type InvitationFound = NonNullable<Awaited<ReturnType<typeof findInvitation>>>;

/** The invitation, if its meeting is this officer's to work for. Its token stays with the journalist. */
export async function findInvitationFor(db: Db, officer: Officer, id: string) {
  const found = await invitationsOfJournalists(db)
    .where("invitation.id", "=", id)
    .executeTakeFirst();
  const meeting = found && (await findMeetingFor(db, officer, found.meetingId));
  if (!meeting) return undefined;
  const { token, calendarUid, journalistToken, ...invitation } = found;
  return { ...invitation, meeting };
}

function invitationsOfJournalists(db: Db) {
  return db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .selectAll("invitation")
    .select([
      "journalist.name",
      "journalist.email",
      "journalist.language",
      "journalist.token as journalistToken",
      "journalist.unsubscribedAt",
      "outlet.name as outletName",
    ]);
}

/** The calendar file of an invitation as things stand: the meeting, or its cancellation. */
export function calendarFileOf({ meeting, ...invitation }: InvitationFound): string {
  const invitee = { ...invitation, invitationId: invitation.id };
  return calendarOf(
    meeting,
    invitee,
    meeting.cancelledAt || meeting.postponedAt ? "CANCEL" : "REQUEST",
  );
}

export type ReplyRefusal = "unknown" | "cancelled" | "postponed" | "begun" | "changed";

/** What keeps an answer from being given now. */
export function whyNotReply(meeting: Meeting, now: Moment) {
  if (meeting.cancelledAt) return "cancelled";
  if (meeting.postponedAt) return "postponed";
  return hasBegun(meeting, now) ? "begun" : undefined;
}

export type ReplyOutcome = { ok: true } | { ok: false; reason: ReplyRefusal };

/**
 * Takes a journalist's answer from the letter's link; it can be changed until the meeting begins, and the
 * last one counts. Refused: `unknown` token, `cancelled`, `postponed`, `begun`, or `changed` since they looked.
 */
export async function reply(
  db: Db,
  token: string,
  answer: Answer,
  at: Signature["at"],
): Promise<ReplyOutcome> {
  const invitation = await findInvitation(db, token);
  if (!invitation) return { ok: false, reason: "unknown" };
  return keepAnswer(db, invitation, answer, { by: byInvitation(invitation), at }, null);
}

/** Takes down an answer that a journalist gave by telephone. Refused as `reply`; `unknown` when it is not theirs to do. */
export async function recordAnswer(
  db: Db,
  officer: Officer,
  invitationId: string,
  answer: Answer,
  signed: Signature,
): Promise<ReplyOutcome> {
  const invitation = await findInvitationFor(db, officer, invitationId);
  if (!invitation) return { ok: false, reason: "unknown" };
  return keepAnswer(db, invitation, answer, signed, officer.id);
}

async function keepAnswer(
  db: Db,
  { id, name, meetingId }: Pick<InvitationFound, "id" | "name" | "meetingId">,
  { reply, substituteName: substitute, note, revision }: Answer,
  signed: Signature,
  repliedBy: string | null,
): Promise<ReplyOutcome> {
  return allOrNothing<ReplyOutcome>(db, async (trx) => {
    const meeting = await takeInHand(trx, meetingId);
    const barred = whyNotReply(meeting, signed.at);
    if (barred) return { ok: false, reason: barred };
    if (revision !== undefined && revision < meeting.revision)
      return { ok: false, reason: "changed" };

    const substituteName = reply === "substitute" ? (substitute ?? null) : null;
    const answer = { reply, substituteName, note: note ?? null };
    const before = await trx
      .selectFrom("invitation")
      .select(["reply", "substituteName", "note"])
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    if (isDeepStrictEqual(before, answer)) return { ok: true };
    await trx
      .updateTable("invitation")
      .set({ ...answer, repliedAt: signed.at, repliedBy })
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      act: "invitation.answered",
      about: { id },
      agencyId: meeting.agencyId,
      particulars: { name, reply, ...(substituteName && { substitute: substituteName }) },
    });
    return { ok: true };
  });
}
