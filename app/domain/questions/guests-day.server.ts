import type { Db, Moment } from "#db/tables.ts";
import { entryPassOf, passPicture } from "../invitations/entry-pass.server.ts";
import type { InvitationFound } from "../invitations/replies.server.ts";
import { isExpected, isOver } from "../meetings/meeting.ts";
import { whyNotAsk } from "./question.ts";
import { orderOf } from "./question-order.server.ts";
import { questionsSentBy } from "./questions.server.ts";

/** What somebody invited needs on the day: their pass, where there is a door, and their questions. */
export async function guestsDay(db: Db, invitation: InvitationFound, at: Moment) {
  const { meeting, reply } = invitation;
  const isAbsent = reply === "declined" || invitation.online || invitation.waitingSince;
  const comes = isExpected(meeting) && !isOver(meeting, at) && !isAbsent;
  const code = entryPassOf(invitation);
  const [order, sent] = await Promise.all([
    orderOf(db, meeting, at),
    questionsSentBy(db, invitation),
  ]);
  return {
    pass: comes && meeting.venue ? { code, picture: passPicture(code) } : null,
    substitute: reply === "substitute" ? invitation.substituteName : null,
    ...{ order, sent, open: !whyNotAsk(meeting, at) },
  };
}
