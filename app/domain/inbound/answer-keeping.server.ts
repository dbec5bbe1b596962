import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { byInvitation, type Signature } from "../audit/entry.ts";
import { findInvitationFor, type ReplyOutcome, takeAnswer } from "../invitations/replies.server.ts";
import type { CalendarReply, Invited } from "./judging.server.ts";

/** Keeps what a calendar answered, in the same row as an answer by the link; refused as `takeAnswer`. */
export async function keepCalendarAnswer(
  db: Db,
  { id, name, meeting }: Invited,
  { reply, sequence, trust }: CalendarReply,
  at: Moment,
): Promise<ReplyOutcome> {
  const invitation = { id, name, meetingId: meeting.id };
  const channel = { via: "calendar", answeredRevision: sequence, trust } as const;
  const signed = { by: byInvitation({ id, name }), at };
  const kept = await takeAnswer(db, invitation, { reply }, signed, channel);
  // What was answered was another version: that they are asked again shows, unless they answered since.
  if (kept.ok && kept.is === "older")
    await db
      .updateTable("invitation")
      .set({ repliedAt: at })
      .where("id", "=", id)
      .where("reply", "is", null)
      .execute();
  return kept;
}

export type Taken =
  | { ok: true; name: string; agencyId: string }
  | { ok: false; reason: "unknown" | "refused" };

/** Keeps an answer that an officer read out of a mail, for an invitation within their reach. */
export async function keepTakenAnswer(
  db: Db,
  officer: Officer,
  invitationId: string,
  { reply }: Pick<CalendarReply, "reply">,
  signed: Signature,
): Promise<Taken> {
  const invitation = await findInvitationFor(db, officer, invitationId);
  if (!invitation) return { ok: false, reason: "unknown" };
  const kept = await takeAnswer(db, invitation, { reply }, signed, { via: "calendar" });
  if (!kept.ok) return { ok: false, reason: "refused" };
  return { ok: true, name: invitation.name, agencyId: invitation.meeting.agencyId };
}
