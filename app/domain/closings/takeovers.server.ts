import { DateTime } from "luxon";
import { startOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { comingMeetingsOf } from "./closing.server.ts";
import { officersOf } from "./officers.server.ts";

/** How long the desk tells of what came over from a closed agency. */
const TOLD_FOR_DAYS = 60;

/**
 * What came over lately to the agencies an officer works for: from which one, by which paper, its meetings that are
 * still to come, those that nobody took over since several agencies go on with its work, and the officers who came
 * along with it.
 */
export async function listTakeovers(db: Db, officer: Officer, at: Moment) {
  const since = DateTime.fromISO(at).minus({ days: TOLD_FOR_DAYS }).toUTC().toISO() ?? at;
  const takeovers = await db
    .selectFrom("agencySuccession")
    .innerJoin("agency", "agency.id", "agencySuccession.successorId")
    .innerJoin("area", "area.id", "agency.areaId")
    .innerJoin("agency as former", "former.id", "agencySuccession.formerId")
    .select(["agencySuccession.formerId", "agencySuccession.successorId"])
    .select(["agencySuccession.day", "agencySuccession.basis"])
    .select(["former.name as formerName", "former.nameEn as formerNameEn"])
    .select(["agency.name as successorName", "agency.nameEn as successorNameEn"])
    .where("agencySuccession.recordedAt", ">=", since)
    .where(withinReach(officer))
    .orderBy("agencySuccession.recordedAt", "desc")
    .execute();
  return Promise.all(
    takeovers.map(async (takeover) => ({
      ...takeover,
      officers: await followers(db, takeover.formerId),
      moved: await movedMeetings(db, takeover, at),
      incidents: await movedIncidents(db, takeover),
      queries: await movedQueries(db, takeover),
      left: await comingMeetingsOf(db, takeover.formerId, startOf(takeover.day), at),
    })),
  );
}

export type Takeover = Awaited<ReturnType<typeof listTakeovers>>[number];

/** Its officers follow its work where it went to one agency alone. */
async function followers(db: Db, formerId: string) {
  const after = await db
    .selectFrom("agencySuccession")
    .select("successorId")
    .where("formerId", "=", formerId)
    .execute();
  return after.length === 1 ? officersOf(db, formerId) : [];
}

/** The log knows which meetings of the successor came over with that deed. */
function movedMeetings(db: Db, takeover: { formerId: string; successorId: string }, at: Moment) {
  return db
    .selectFrom("audit")
    .innerJoin("meeting", "meeting.id", "audit.about")
    .innerJoin("audit as closing", (join) =>
      join.onRef("closing.at", "=", "audit.at").onRef("closing.by", "=", "audit.by"),
    )
    .select(["meeting.id", "meeting.subject", "meeting.startsAt"])
    .distinct()
    .where("audit.act", "=", "meeting.moved")
    .where("closing.act", "=", "agency.closed")
    .where("closing.about", "=", takeover.formerId)
    .where("meeting.agencyId", "=", takeover.successorId)
    .where("meeting.endsAt", ">", at)
    .where("meeting.cancelledAt", "is", null)
    .orderBy("meeting.startsAt")
    .execute();
}

/** How many queries came over with that deed and are still open. */
async function movedQueries(db: Db, takeover: { formerId: string; successorId: string }) {
  const { count } = await db
    .selectFrom("audit")
    .innerJoin("query", "query.id", "audit.about")
    .innerJoin("audit as closing", (join) =>
      join.onRef("closing.at", "=", "audit.at").onRef("closing.by", "=", "audit.by"),
    )
    .select(({ fn }) => fn.count<number>("query.id").distinct().as("count"))
    .where("audit.act", "=", "query.moved")
    .where("closing.act", "=", "agency.closed")
    .where("closing.about", "=", takeover.formerId)
    .where("query.agencyId", "=", takeover.successorId)
    .where("query.outcome", "is", null)
    .executeTakeFirstOrThrow();
  return Number(count);
}

/** Incidents that came over with that deed and are still open. */
function movedIncidents(db: Db, takeover: { formerId: string; successorId: string }) {
  return db
    .selectFrom("audit")
    .innerJoin("incident", "incident.id", "audit.about")
    .innerJoin("audit as closing", (join) =>
      join.onRef("closing.at", "=", "audit.at").onRef("closing.by", "=", "audit.by"),
    )
    .select(["incident.id", "incident.title"])
    .distinct()
    .where("audit.act", "=", "incident.moved")
    .where("closing.act", "=", "agency.closed")
    .where("closing.about", "=", takeover.formerId)
    .where("incident.agencyId", "=", takeover.successorId)
    .where("incident.closedAt", "is", null)
    .orderBy("incident.title")
    .execute();
}
