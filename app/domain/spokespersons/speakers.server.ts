import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { freshnessOn } from "./freshness.server.ts";
import { type Candidate, effectiveEnd, inOrder, type Speaker } from "./speaker.ts";

/** Beyond so many agencies everything in force is read at once, rather than named one by one. */
const NAMED = 500;

/**
 * Who may speak for each of these agencies at a moment, in the order in which to ask (see
 * `inOrder`); an agency without anyone has an empty list. Three queries, however many agencies.
 */
export async function speakersOn(
  db: Db,
  agencyIds: string[],
  at: Moment,
): Promise<Map<string, Speaker[]>> {
  const [assigned, delegated] = await Promise.all([
    assignmentsOn(db, agencyIds, dayOf(at)),
    delegationsAt(db, agencyIds, at),
  ]);

  const fresh = await freshnessOn(
    db,
    assigned.map(({ id }) => id),
    at,
  );

  const candidates = new Map<string, Candidate[]>(agencyIds.map((id) => [id, []]));
  for (const one of assigned)
    candidates.get(one.agencyId)?.push({ ...fromAssignment(one), confirmed: fresh.get(one.id) });
  for (const one of delegated) candidates.get(one.agencyId)?.push(fromDelegation(one));
  return new Map([...candidates].map(([id, all]) => [id, inOrder(all)]));
}

/** Who may speak for one agency at a moment, in the order in which to ask. */
export async function speakersOf(db: Db, agency: { id: string }, at: Moment): Promise<Speaker[]> {
  return (await speakersOn(db, [agency.id], at)).get(agency.id) ?? [];
}

function assignmentsOn(db: Db, agencyIds: string[], day: Day) {
  return db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .select([
      "assignment.id",
      "assignment.personId",
      "assignment.agencyId",
      "person.name",
      "assignment.position",
      "assignment.phone",
      "assignment.email",
      "assignment.capacity",
      "assignment.fromDay",
      "assignment.untilDay",
      "assignment.endDay",
      "assignment.decisionNo",
      "assignment.decisionDay",
    ])
    .$if(agencyIds.length <= NAMED, (query) => query.where("assignment.agencyId", "in", agencyIds))
    .where("assignment.fromDay", "<=", day)
    .where((eb) => eb.or([eb("untilDay", "is", null), eb("untilDay", ">=", day)]))
    .where((eb) => eb.or([eb("endDay", "is", null), eb("endDay", ">=", day)]))
    .execute();
}

function delegationsAt(db: Db, agencyIds: string[], at: Moment) {
  return db
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .select([
      "delegation.id",
      "delegation.personId",
      "delegation.agencyId",
      "person.name",
      "delegation.position",
      "delegation.phone",
      "delegation.email",
      "delegation.matter",
      "delegation.fromAt",
      "delegation.untilAt",
      "delegation.endAt",
      "delegation.documentNo",
      "delegation.documentDay",
    ])
    .$if(agencyIds.length <= NAMED, (query) => query.where("delegation.agencyId", "in", agencyIds))
    .where("delegation.fromAt", "<=", at)
    .where("delegation.untilAt", ">", at)
    .where((eb) => eb.or([eb("endAt", "is", null), eb("endAt", ">", at)]))
    .execute();
}

type Assigned = Awaited<ReturnType<typeof assignmentsOn>>[number];
type Delegated = Awaited<ReturnType<typeof delegationsAt>>[number];

function fromAssignment({ fromDay, untilDay, endDay, decisionNo, decisionDay, ...who }: Assigned) {
  return {
    ...who,
    matter: null,
    from: fromDay,
    until: effectiveEnd(untilDay, endDay),
    basis: { number: decisionNo, date: decisionDay },
  };
}

function fromDelegation({ fromAt, untilAt, endAt, documentNo, documentDay, ...who }: Delegated) {
  return {
    ...who,
    capacity: "authorised" as const,
    from: fromAt,
    until: effectiveEnd(untilAt, endAt),
    basis: { number: documentNo, date: documentDay },
  };
}
