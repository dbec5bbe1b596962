import type { Db, Moment } from "#db/tables.ts";
import { type ReplyOutcome, reply } from "../invitations/replies.server.ts";
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
