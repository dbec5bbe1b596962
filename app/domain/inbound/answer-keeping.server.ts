import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import type { Signature } from "../audit/entry.ts";
import {
  findInvitationFor,
  type ReplyOutcome,
  recordAnswer,
  reply,
} from "../invitations/replies.server.ts";
import type { CalendarReply, Invited } from "./judging.server.ts";

/** Keeps what a calendar answered, as the invitation's own link would; refused as `reply`. */
export function keepCalendarAnswer(
  db: Db,
  { token }: Pick<Invited, "token">,
  answer: Pick<CalendarReply, "reply"> & { sequence?: number },
  at: Moment,
): Promise<ReplyOutcome> {
  return reply(db, token, { reply: answer.reply as never, revision: answer.sequence }, at);
}

/** Shows an invitation as asked again: what was answered was another version. A present answer stands. */
export async function keepAskedAgain(db: Db, { id }: Pick<Invited, "id">, at: Moment) {
  await db
    .updateTable("invitation")
    .set({ repliedAt: at })
    .where("id", "=", id)
    .where("reply", "is", null)
    .execute();
}

export type Taken =
  | { ok: true; name: string; agencyId: string }
  | { ok: false; reason: "unknown" | "changed" | "refused" };

/** Keeps an answer that an officer read out of a mail, for an invitation within their reach. */
export async function keepTakenAnswer(
  db: Db,
  officer: Officer,
  invitationId: string,
  answer: Pick<CalendarReply, "reply">,
  signed: Signature,
): Promise<Taken> {
  const invitation = await findInvitationFor(db, officer, invitationId);
  if (!invitation) return { ok: false, reason: "unknown" };
  const kept = await recordAnswer(
    db,
    officer,
    invitationId,
    { reply: answer.reply as never },
    signed,
  );
  if (!kept.ok) return { ok: false, reason: kept.reason === "changed" ? "changed" : "refused" };
  return { ok: true, name: invitation.name, agencyId: invitation.meeting.agencyId };
}
