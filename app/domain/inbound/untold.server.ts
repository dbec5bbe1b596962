import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import type { NotReached } from "./not-reached.server.ts";

/**
 * Those of one meeting who accepted by their calendar when no seat was free: they wait in line and do not know, for
 * no mail is ever answered. Whoever answers again, by the link or by telephone, has been told.
 */
export async function untoldOf(db: Db, meeting: { id: string }): Promise<NotReached[]> {
  return untold(db).where("meeting.id", "=", meeting.id).execute();
}

/** The same of meetings to come within an officer's reach, soonest first. */
export async function listUntold(db: Db, officer: Officer, now: Moment): Promise<NotReached[]> {
  return untold(db)
    .where(withinReach(officer) as never)
    .where("meeting.startsAt", ">", now)
    .execute();
}

function untold(db: Db) {
  return db
    .selectFrom("invitation")
    .innerJoin("journalist", "journalist.id", "invitation.journalistId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .innerJoin("meeting", "meeting.id", "invitation.meetingId")
    .innerJoin("agency", "agency.id", "meeting.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["invitation.id as invitationId", "meeting.id as meetingId", "meeting.subject"])
    .select(["journalist.name", "outlet.name as outletName", "journalist.phone"])
    .select(({ lit }) => lit(null).as("problem"))
    .where("invitation.waitingSince", "is not", null)
    .where("invitation.repliedVia", "=", "calendar")
    .where("meeting.cancelledAt", "is", null)
    .where("meeting.postponedAt", "is", null)
    .where("meeting.heldAt", "is", null)
    .orderBy("meeting.startsAt")
    .orderBy("invitation.waitingSince");
}
