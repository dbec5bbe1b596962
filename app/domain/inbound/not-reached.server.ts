import type { ExpressionBuilder } from "kysely";
import type { Db, Moment, Tables } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";

/** Somebody invited to a coming meeting whom no letter told how things stand: whom to telephone. */
export interface NotReached {
  invitationId: string;
  meetingId: string;
  subject: string;
  name: string;
  outletName: string | null;
  phone: string | null;
  problem: string | null;
}

/** Those of one meeting whose last letter did not arrive. */
export async function notReachedOf(db: Db, meeting: { id: string }): Promise<NotReached[]> {
  return notReached(db).where("meeting.id", "=", meeting.id).execute();
}

/** The same of meetings to come within an officer's reach, soonest first. */
export async function listNotReached(db: Db, officer: Officer, now: Moment): Promise<NotReached[]> {
  return notReached(db).where(toCome(officer, now)).execute();
}

/**
 * Those of one meeting who accepted by their calendar when no seat was free: they wait in line and do not know, for
 * no mail is ever answered. Whoever answers again, by the link or by telephone, has been told.
 */
export async function untoldOf(db: Db, meeting: { id: string }): Promise<NotReached[]> {
  return untold(db).where("meeting.id", "=", meeting.id).execute();
}

/** The same of meetings to come within an officer's reach, soonest first. */
export async function listUntold(db: Db, officer: Officer, now: Moment): Promise<NotReached[]> {
  return untold(db).where(toCome(officer, now)).execute();
}

/** What tells whoever has answered already something that they do not know yet. */
const NEWS = ["change", "postponement", "cancellation", "place"] as const;

/** Whoever answered has been reached, by whatever way, until there is news for who comes. */
function notReached(db: Db) {
  return invited(db)
    .innerJoin("mail", "mail.invitationId", "invitation.id")
    .select("mail.problem")
    .where("mail.stage", "=", "refused")
    .where(({ eb, or, and, ref }) =>
      or([
        eb("invitation.reply", "is", null),
        and([
          eb("invitation.reply", "<>", "declined"),
          eb("mail.kind", "in", NEWS),
          eb("mail.postedAt", ">", ref("invitation.repliedAt")),
        ]),
      ]),
    )
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("mail as newer")
            .select("newer.id")
            .whereRef("newer.invitationId", "=", "invitation.id")
            .whereRef("newer.revision", ">", "mail.revision"),
        ),
      ),
    )
    .orderBy("journalist.name");
}

function untold(db: Db) {
  return invited(db)
    .select(({ lit }) => lit(null).as("problem"))
    .where("invitation.waitingSince", "is not", null)
    .where("invitation.repliedVia", "=", "calendar")
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.postponedAt", "is", null)
    .orderBy("invitation.waitingSince");
}

function invited(db: Db) {
  return db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .innerJoin("meeting", "meeting.id", "invitation.meetingId")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["invitation.id as invitationId", "meeting.id as meetingId", "meeting.subject"])
    .select(["journalist.name", "outlet.name as outletName", "journalist.phone"])
    .where("meeting.heldAt", "is", null)
    .orderBy("meeting.startsAt");
}

function toCome(officer: Officer, now: Moment) {
  return (eb: ExpressionBuilder<Tables, "meeting" | "agency" | "area">) =>
    eb.and([withinReach(officer)(eb), eb("meeting.startsAt", ">", now)]);
}
