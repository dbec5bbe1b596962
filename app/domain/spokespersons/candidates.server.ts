import { type Expression, expressionBuilder } from "kysely";
import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { freshnessOn } from "./freshness.server.ts";
import { type Candidate, effectiveEnd } from "./speaker.ts";

/** Beyond so many agencies everything in force is read at once, rather than named one by one. */
const NAMED = 500;

/** Of which agencies, at what moment, and by the public list of which other moment. */
interface Asked {
  agencyIds: string[];
  at: Moment;
  known?: Moment;
}

/**
 * Everybody who may speak for these agencies at a moment, by agency, in no order. Only what is published
 * counts, and nothing that was annulled. Three queries, however many agencies.
 */
export async function candidatesOn(db: Db, asked: Asked): Promise<Map<string, Candidate[]>> {
  const { agencyIds, at, known } = asked;
  const [assigned, delegated] = await Promise.all([
    assignmentsOn(db, asked),
    delegationsAt(db, asked),
  ]);
  const fresh = await freshnessOn(
    db,
    assigned.map(({ id }) => id),
    known ?? at,
  );

  const candidates = new Map<string, Candidate[]>(agencyIds.map((id) => [id, []]));
  for (const one of assigned)
    candidates
      .get(one.agencyId)
      ?.push({ ...fromAssignment(one, known), confirmed: fresh.get(one.id) });
  for (const one of delegated) candidates.get(one.agencyId)?.push(fromDelegation(one, known));
  return candidates;
}

/** On the public list: now, or at a moment when it had yet to learn of later entries and corrections. */
export function isPublic(
  publishedAt: Expression<Moment | null>,
  annulledAt: Expression<Moment | null>,
  known?: Moment,
) {
  const eb = expressionBuilder();
  if (!known) return eb.and([eb(publishedAt, "is not", null), eb(annulledAt, "is", null)]);
  return eb.and([
    eb(publishedAt, "<=", known),
    eb.or([eb(annulledAt, "is", null), eb(annulledAt, ">", known)]),
  ]);
}

function assignmentsOn(db: Db, { agencyIds, at, known }: Asked) {
  const day: Day = dayOf(at);
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
      "assignment.endRecordedAt",
      "assignment.decisionNo",
      "assignment.decisionDay",
      "assignment.decisionFileId",
      "assignment.publishedAt",
    ])
    .$if(agencyIds.length <= NAMED, (query) => query.where("assignment.agencyId", "in", agencyIds))
    .where(({ ref }) =>
      isPublic(ref("assignment.publishedAt"), ref("assignment.annulledAt"), known),
    )
    .where("assignment.fromDay", "<=", day)
    .where((eb) => eb.or([eb("untilDay", "is", null), eb("untilDay", ">=", day)]))
    .where((eb) =>
      eb.or([
        eb("endDay", "is", null),
        eb("endDay", ">=", day),
        ...(known ? [eb("endRecordedAt", ">", known)] : []),
      ]),
    )
    .execute();
}

function delegationsAt(db: Db, { agencyIds, at, known }: Asked) {
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
      "delegation.endRecordedAt",
      "delegation.documentNo",
      "delegation.documentDay",
      "delegation.documentFileId",
      "delegation.publishedAt",
    ])
    .$if(agencyIds.length <= NAMED, (query) => query.where("delegation.agencyId", "in", agencyIds))
    .where(({ ref }) =>
      isPublic(ref("delegation.publishedAt"), ref("delegation.annulledAt"), known),
    )
    .where("delegation.fromAt", "<=", at)
    .where("delegation.untilAt", ">", at)
    .where((eb) =>
      eb.or([
        eb("endAt", "is", null),
        eb("endAt", ">", at),
        ...(known ? [eb("endRecordedAt", ">", known)] : []),
      ]),
    )
    .execute();
}

type Assigned = Awaited<ReturnType<typeof assignmentsOn>>[number];
type Delegated = Awaited<ReturnType<typeof delegationsAt>>[number];

function fromAssignment(row: Assigned, known?: Moment): Candidate {
  const {
    fromDay,
    untilDay,
    endDay,
    endRecordedAt,
    decisionNo,
    decisionDay,
    decisionFileId,
    ...who
  } = row;
  return {
    ...who,
    matter: null,
    from: fromDay,
    until: effectiveEnd(untilDay, wasKnown(endRecordedAt, known) ? endDay : null),
    basis: { number: decisionNo, date: decisionDay },
    documentId: decisionFileId,
  };
}

function fromDelegation(row: Delegated, known?: Moment): Candidate {
  const { fromAt, untilAt, endAt, endRecordedAt, documentNo, documentDay, documentFileId, ...who } =
    row;
  return {
    ...who,
    capacity: "authorised",
    from: fromAt,
    until: effectiveEnd(untilAt, wasKnown(endRecordedAt, known) ? endAt : null),
    basis: { number: documentNo, date: documentDay },
    documentId: documentFileId,
  };
}

function wasKnown(recordedAt: Moment | null, known?: Moment): boolean {
  return !known || recordedAt === null || recordedAt <= known;
}
