import type { ExpressionBuilder } from "kysely";
import type { Moment, Tables } from "#db/tables.ts";
import { REMINDING } from "./letter.ts";
import { CAME_BACK } from "./problem.ts";

/** Letters in the outbox, as conditions are put on them. */
export type Outgoing = ExpressionBuilder<Tables, "mail">;

/** What may go out now. It is asked of the next few of thousands, each time: the rest is looked at when these run out. */
export function carriable(mail: Outgoing, now: Moment) {
  return mail.and([
    mail("stage", "=", "queued"),
    mail("dueAt", "<=", now),
    mail("expiresAt", ">", now),
    mail.not(overtaken(mail)),
    inTurn(mail),
    mail.not(mail.and([mail("kind", "in", FOLLOWING), neverInvited(mail)])),
    mail.not(needless(mail)),
  ]);
}

/** What is of no use to whoever never got the invitation. */
export const FOLLOWING = ["postponement", "cancellation", ...REMINDING] as const;

/** Not in anybody's hands: waiting, or held by a worker that gave no sign of life. */
export function idle(mail: Outgoing, lapsed: Moment) {
  return mail.or([
    mail("stage", "=", "queued"),
    mail.and([mail("stage", "=", "sending"), mail("claimedAt", "<=", lapsed)]),
  ]);
}

/** Other letters of the same invitation. */
function siblings(mail: Outgoing) {
  return mail
    .selectFrom("mail as other")
    .select("other.id")
    .whereRef("other.invitationId", "=", "mail.invitationId")
    .whereRef("other.id", "<>", "mail.id");
}

/** What a newer revision of the same invitation says better. */
export function overtaken(mail: Outgoing) {
  return mail.exists(siblings(mail).whereRef("other.revision", ">", "mail.revision"));
}

/** After the older ones; what reminds of a letter comes after that letter, too. */
function inTurn(mail: Outgoing) {
  return mail.not(
    mail.exists(
      siblings(mail)
        .where(({ eb, and, or, ref }) =>
          or([
            eb("other.revision", "<", ref("mail.revision")),
            and([
              eb("other.revision", "=", ref("mail.revision")),
              eb("mail.kind", "in", REMINDING),
              eb("other.kind", "not in", REMINDING),
            ]),
          ]),
        )
        .where("other.stage", "in", ["queued", "sending"]),
    ),
  );
}

/**
 * A digest is kept from before the first connection, and let go when a server plainly said no: with one, it may
 * have left. What came back was read by nobody.
 */
export function neverInvited(mail: Outgoing) {
  return mail.and([
    mail("invitationId", "is not", null),
    mail.not(
      mail.exists(
        siblings(mail)
          .where("other.kind", "not in", REMINDING)
          .where((other) =>
            other.or([
              other("other.stage", "in", ["queued", "sending", "sent"]),
              other.and([
                other("other.digest", "is not", null),
                other.or([
                  other("other.problem", "is", null),
                  other("other.problem", "not like", CAME_BACK),
                ]),
              ]),
            ]),
          ),
      ),
    ),
  ]);
}

/**
 * A question that was answered already, or is about an entry that was taken off the public list; a reminder of a
 * meeting to somebody who has said that they do not come; news of a seat that they do not have any more.
 */
export function needless(mail: Outgoing) {
  return mail.or([isAnswered(mail), isDecided(mail), isSeatGone(mail)]);
}

/** The seat was given back, or lost with the hour for which it was given, or the meeting is off. */
function isSeatGone(mail: Outgoing) {
  return mail.and([
    mail("mail.kind", "=", "place"),
    mail.not(
      mail.exists(
        mail
          .selectFrom("invitation")
          .innerJoin("meeting", "meeting.id", "invitation.meetingId")
          .select("invitation.id")
          .where(({ eb, ref, fn }) =>
            eb(ref("invitation.id"), "=", fn.coalesce("mail.invitationId", "mail.repeatedForId")),
          )
          .whereRef("meeting.revision", "=", "mail.revision")
          .where("meeting.cancelledAt", "is", null)
          .where("meeting.postponedAt", "is", null)
          .where("invitation.reply", "in", ["coming", "substitute"])
          .where("invitation.online", "=", 0)
          .where("invitation.waitingSince", "is", null),
      ),
    ),
  ]);
}

function isDecided(mail: Outgoing) {
  return mail.and([
    mail("mail.kind", "in", REMINDING),
    mail.exists(
      mail
        .selectFrom("invitation")
        .select("invitation.id")
        .whereRef("invitation.id", "=", "mail.invitationId")
        .where("invitation.reply", "is not", null)
        .where(({ eb, or }) =>
          or([
            eb("mail.kind", "=", "decision"),
            eb.and([eb("mail.kind", "<>", "thanks"), eb("invitation.reply", "=", "declined")]),
          ]),
        ),
    ),
  ]);
}

function isAnswered(mail: Outgoing) {
  return mail.exists(
    mail
      .selectFrom("confirmation")
      .innerJoin("assignment", "assignment.id", "confirmation.assignmentId")
      .select("confirmation.id")
      .whereRef("confirmation.id", "=", "mail.confirmationId")
      .where((asked) =>
        asked.or([
          asked("confirmation.confirmedAt", "is not", null),
          asked("assignment.annulledAt", "is not", null),
        ]),
      ),
  );
}
