import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";

/** Somebody invited to a coming meeting whose last letter did not arrive: whom to telephone. */
export interface NotReached {
  invitationId: string;
  meetingId: string;
  subject: string;
  name: string;
  outletName: string | null;
  phone: string | null;
  problem: string | null;
}

/** Those not reached, of one meeting. */
export async function notReachedOf(db: Db, meeting: { id: string }): Promise<NotReached[]> {
  return notReached(db).where("meeting.id", "=", meeting.id).execute();
}

/** Those not reached of meetings to come within an officer's reach, soonest first. */
export async function listNotReached(db: Db, officer: Officer, now: Moment): Promise<NotReached[]> {
  return notReached(db)
    .where(withinReach(officer) as never)
    .where("meeting.startsAt", ">", now)
    .execute();
}

/** Whoever answered has been reached, by whatever way. */
function notReached(db: Db) {
  return db
    .selectFrom("mail")
    .innerJoin("invitation", "invitation.id", "mail.invitationId")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .innerJoin("meeting", "meeting.id", "invitation.meetingId")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["invitation.id as invitationId", "meeting.id as meetingId", "meeting.subject"])
    .select(["journalist.name", "outlet.name as outletName", "journalist.phone", "mail.problem"])
    .where("mail.stage", "=", "refused")
    .where("invitation.reply", "is", null)
    .where("meeting.heldAt", "is", null)
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
    .orderBy("meeting.startsAt")
    .orderBy("journalist.name");
}
