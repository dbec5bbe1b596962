import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { isPublic } from "./candidates.server.ts";
import type { Capacity } from "./speaker.ts";

/** An assignment or delegation in force that will soon be over. */
export interface Ending {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyNameEn: string;
  name: string;
  capacity: Capacity;
  matter: string | null;
  until: Day | Moment; // an assignment's last day, a delegation's end
}

/** What is in force within an officer's reach and ends between two moments, soonest first. */
export async function listEndings(
  db: Db,
  officer: Officer,
  { from, until }: { from: Moment; until: Moment },
): Promise<Ending[]> {
  const [assignments, delegations] = await Promise.all([
    db
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .innerJoin("agency", "agency.id", "assignment.agencyId")
      .innerJoin("area", "area.id", "agency.areaId")
      .select(["assignment.id", "assignment.capacity", "person.name", "agency.id as agencyId"])
      .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
      .select(({ fn }) => fn.coalesce("assignment.endDay", "assignment.untilDay").as("until"))
      .where(withinReach(officer))
      .where(({ ref }) => isPublic(ref("assignment.publishedAt"), ref("assignment.annulledAt")))
      .where("assignment.fromDay", "<=", dayOf(from))
      .where(({ fn }) => fn.coalesce("assignment.endDay", "assignment.untilDay"), ">=", dayOf(from))
      .where(
        ({ fn }) => fn.coalesce("assignment.endDay", "assignment.untilDay"),
        "<=",
        dayOf(until),
      )
      .execute(),
    db
      .selectFrom("delegation")
      .innerJoin("person", "person.id", "delegation.personId")
      .innerJoin("agency", "agency.id", "delegation.agencyId")
      .innerJoin("area", "area.id", "agency.areaId")
      .select(["delegation.id", "delegation.matter", "person.name", "agency.id as agencyId"])
      .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
      .select(({ fn }) => fn.coalesce("delegation.endAt", "delegation.untilAt").as("until"))
      .where(withinReach(officer))
      .where(({ ref }) => isPublic(ref("delegation.publishedAt"), ref("delegation.annulledAt")))
      .where("delegation.fromAt", "<=", from)
      .where(({ fn }) => fn.coalesce("delegation.endAt", "delegation.untilAt"), ">", from)
      .where(({ fn }) => fn.coalesce("delegation.endAt", "delegation.untilAt"), "<=", until)
      .execute(),
  ]);
  return [
    ...assignments.map((row) => ({ ...row, matter: null, until: row.until as Day })),
    ...delegations.map((row) => ({ ...row, capacity: "authorised" as const })),
  ].sort((a, b) => (a.until < b.until ? -1 : 1));
}
