import { sql } from "kysely";
import type { Db, Moment, Tables } from "#db/tables.ts";
import { asked, type ChangeRange, PLACE, placed, type Stream } from "./change-stream.server.ts";
import type { Change, ChangeKind } from "./changes.ts";
import { ASSIGNMENT_SHOWN, changedIn, replacedBy } from "./replaced-entries.server.ts";

const OF_ASSIGNMENT = {
  id: sql.ref<string>("assignment.id"),
  agencyId: sql.ref<string>("assignment.agencyId"),
};

/** A day ends in Viet Nam at 17:00 UTC. There is an index on just this. */
const END_OF_PLANNED_DAY = sql<Moment>`${sql.ref("assignment.untilDay")} || 'T17:00:00.000Z'`;

const STREAMS: Stream[] = [
  { ...OF_ASSIGNMENT, name: "published", at: sql.ref("assignment.publishedAt") },
  {
    ...OF_ASSIGNMENT,
    name: "ended",
    at: sql.ref("assignment.endRecordedAt"),
    where: sql`assignment.end_recorded_at >= assignment.published_at`,
  },
  {
    ...OF_ASSIGNMENT,
    name: "annulled",
    at: sql.ref("assignment.annulledAt"),
    // The correction that takes its place tells of both.
    where: sql`not exists (select 1 from assignment as fresh
      where fresh.replaces_id = assignment.id and fresh.published_at is not null)`,
  },
  {
    ...OF_ASSIGNMENT,
    name: "ran-out",
    at: END_OF_PLANNED_DAY,
    where: sql`assignment.end_day is null and assignment.published_at < ${END_OF_PLANNED_DAY}
      and (assignment.annulled_at is null or assignment.annulled_at > ${END_OF_PLANNED_DAY})`,
  },
];

/** What changed by assignments that were published, ended, annulled or ran out: a query for each kind. */
export async function assignmentChanges(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
): Promise<Change[]> {
  const changes = STREAMS.map((stream) => changesBy(db, agencies, range, stream));
  return (await Promise.all(changes)).flat();
}

async function changesBy(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
  stream: Stream,
): Promise<Change[]> {
  const { name, at } = stream;
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select(ASSIGNMENT_SHOWN)
    .select([
      "assignment.id",
      "person.name as person",
      "assignment.endKind",
      "assignment.replacesId",
    ])
    .select(at.as("at"))
    .where("assignment.publishedAt", "is not", null)
    .$call((query) => asked(query, stream, agencies, range))
    .execute();
  const before = await replacedBy(db, "assignment", name, rows);
  return rows.map((row) => ({
    ...placed(row, name),
    changed: changedIn(before(row.replacesId), row),
    kind: assignmentKind(name, row),
    person: row.person,
    capacity: row.capacity,
    basis: { number: row.decisionNo, date: row.decisionDay },
    from: row.fromDay,
    until: name === "ended" ? row.endDay : row.untilDay,
  }));
}

function assignmentKind(
  name: string,
  { endKind, replacesId }: { endKind: Tables["assignment"]["endKind"]; replacesId: string | null },
): ChangeKind {
  if (name === "annulled") return "annulled";
  if (name === "published") return replacesId ? "corrected" : "published";
  return name === "ended" ? (endKind ?? "ended") : "ended";
}
