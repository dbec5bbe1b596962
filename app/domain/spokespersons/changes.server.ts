import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Db, Moment, Tables } from "#db/tables.ts";
import type { Change, ChangeCursor, ChangeKind } from "./changes.ts";

export type ChangeScope = { agencyId: string } | { provinceId: string } | { all: true };

export interface ChangeRange {
  until: Moment; // nothing later than this: now, unless the past is asked about
  limit: number;
  since?: ChangeCursor; // only what came after this one
  before?: ChangeCursor; // only what came before this one
  oldestFirst?: boolean; // for reading on from a cursor; else the newest come first
}

/**
 * What changed on the public list of an agency, a province or the country, one entry for each change,
 * by moment and id. Read on with `since` and `oldestFirst`, or back with `before`. Ten small queries
 * that each follow an index, however much there is.
 */
export async function changesOf(db: Db, scope: ChangeScope, range: ChangeRange): Promise<Change[]> {
  const agencies = await agenciesOf(db, scope);
  const streams = await Promise.all([
    ...ASSIGNMENT_STREAMS.map((stream) => assignmentChanges(db, agencies, range, stream)),
    ...DELEGATION_STREAMS.map((stream) => delegationChanges(db, agencies, range, stream)),
    renamings(db, agencies, range),
    closures(db, agencies, range),
  ]);
  const direction = range.oldestFirst ? 1 : -1;
  return streams
    .flat()
    .sort((a, b) => direction * (compare(a.at, b.at) || compare(a.id, b.id)))
    .slice(0, range.limit);
}

/** A kind of moment that rows have; `name` begins the ids of its changes. */
interface Stream {
  name: string;
  at: RawBuilder<Moment>;
  where?: RawBuilder<SqlBool>;
}

/** A day ends in Viet Nam at 17:00 UTC. There is an index on just this. */
const END_OF_PLANNED_DAY = sql<Moment>`${sql.ref("assignment.untilDay")} || 'T17:00:00.000Z'`;

const ASSIGNMENT_STREAMS: Stream[] = [
  { name: "published", at: sql.ref("assignment.publishedAt") },
  {
    name: "ended",
    at: sql.ref("assignment.endRecordedAt"),
    where: sql`assignment.end_recorded_at >= assignment.published_at`,
  },
  {
    name: "annulled",
    at: sql.ref("assignment.annulledAt"),
    // The correction that takes its place tells of both.
    where: sql`not exists (select 1 from assignment as fresh
      where fresh.replaces_id = assignment.id and fresh.published_at is not null)`,
  },
  {
    name: "ran-out",
    at: END_OF_PLANNED_DAY,
    where: sql`assignment.end_day is null and assignment.published_at < ${END_OF_PLANNED_DAY}
      and (assignment.annulled_at is null or assignment.annulled_at > ${END_OF_PLANNED_DAY})`,
  },
];

const DELEGATION_STREAMS: Stream[] = [
  { name: "delegated", at: sql.ref("delegation.publishedAt") },
  {
    name: "delegation-revoked",
    at: sql.ref("delegation.endRecordedAt"),
    where: sql`delegation.end_recorded_at >= delegation.published_at`,
  },
  {
    name: "delegation-annulled",
    at: sql.ref("delegation.annulledAt"),
    where: sql`not exists (select 1 from delegation as fresh
      where fresh.replaces_id = delegation.id and fresh.published_at is not null)`,
  },
  {
    name: "delegation-ran-out",
    at: sql.ref("delegation.untilAt"),
    where: sql`delegation.end_at is null and delegation.published_at < delegation.until_at
      and (delegation.annulled_at is null or delegation.annulled_at > delegation.until_at)`,
  },
];

async function assignmentChanges(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
  { name, at, where = sql`true` }: Stream,
): Promise<Change[]> {
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select([
      "assignment.id",
      "person.name as person",
      "assignment.capacity",
      "assignment.decisionNo",
      "assignment.decisionDay",
      "assignment.fromDay",
      "assignment.untilDay",
      "assignment.endDay",
      "assignment.endKind",
      "assignment.replacesId",
    ])
    .select(at.as("at"))
    .where("assignment.publishedAt", "is not", null)
    .where(within("assignment.agencyId", agencies))
    .where(between(at, sql.ref("assignment.id"), name, range))
    .where(where)
    .orderBy(at, directionOf(range))
    .orderBy("assignment.id", directionOf(range))
    .limit(range.limit)
    .execute();
  return rows.map((row) => ({
    ...placed(row, name),
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

async function delegationChanges(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
  { name, at, where = sql`true` }: Stream,
): Promise<Change[]> {
  const rows = await db
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .innerJoin("agency", "agency.id", "delegation.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select([
      "delegation.id",
      "person.name as person",
      "delegation.matter",
      "delegation.documentNo",
      "delegation.documentDay",
      "delegation.fromAt",
      "delegation.untilAt",
      "delegation.endAt",
      "delegation.replacesId",
    ])
    .select(at.as("at"))
    .where("delegation.publishedAt", "is not", null)
    .where(within("delegation.agencyId", agencies))
    .where(between(at, sql.ref("delegation.id"), name, range))
    .where(where)
    .orderBy(at, directionOf(range))
    .orderBy("delegation.id", directionOf(range))
    .limit(range.limit)
    .execute();
  return rows.map((row) => ({
    ...placed(row, name),
    kind: delegationKind(name, row.replacesId),
    person: row.person,
    capacity: "authorised",
    matter: row.matter,
    basis: { number: row.documentNo, date: row.documentDay },
    from: row.fromAt,
    until: name === "delegation-revoked" ? row.endAt : row.untilAt,
  }));
}

function delegationKind(name: string, replacesId: string | null): ChangeKind {
  if (name === "delegated") return replacesId ? "corrected" : "delegated";
  if (name === "delegation-revoked") return "revoked";
  return name === "delegation-annulled" ? "annulled" : "delegation-ended";
}

async function renamings(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
): Promise<Change[]> {
  const at = sql.ref<Moment>("agencyName.recordedAt");
  const rows = await db
    .selectFrom("agencyName")
    .innerJoin("agency", "agency.id", "agencyName.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select(["agencyName.id", "agencyName.untilDay", "agencyName.basis", "agencyName.recordedAt"])
    .select(["agencyName.name as formerName", "agencyName.nameEn as formerNameEn"])
    .where(within("agencyName.agencyId", agencies))
    .where(between(at, sql.ref("agencyName.id"), "renamed", range))
    .orderBy(at, directionOf(range))
    .orderBy("agencyName.id", directionOf(range))
    .limit(range.limit)
    .execute();
  return rows.map((row) => ({
    ...placed({ ...row, at: row.recordedAt }, "renamed"),
    kind: "renamed",
    basis: { number: row.basis, date: null },
    until: row.untilDay,
    other: { name: row.formerName, nameEn: row.formerNameEn },
  }));
}

async function closures(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
): Promise<Change[]> {
  const at = sql.ref<Moment>("agencySuccession.recordedAt");
  const id = sql<string>`${sql.ref("agencySuccession.formerId")} || '-' || ${sql.ref("agencySuccession.successorId")}`;
  const rows = await db
    .selectFrom("agencySuccession")
    .innerJoin("agency", "agency.id", "agencySuccession.formerId")
    .innerJoin("agency as successor", "successor.id", "agencySuccession.successorId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select(["agencySuccession.basis", "agencySuccession.recordedAt", "agency.untilDay"])
    .select(["successor.name as successorName", "successor.nameEn as successorNameEn"])
    .select(id.as("id"))
    .where(within("agencySuccession.formerId", agencies))
    .where(between(at, id, "closed", range))
    .orderBy(at, directionOf(range))
    .orderBy(id, directionOf(range))
    .limit(range.limit)
    .execute();
  return rows.map((row) => ({
    ...placed({ ...row, at: row.recordedAt }, "closed"),
    kind: "closed",
    basis: { number: row.basis, date: null },
    until: row.untilDay,
    other: { name: row.successorName, nameEn: row.successorNameEn },
  }));
}

const PLACE = [
  "agency.id as agencyId",
  "agency.name as agencyName",
  "agency.nameEn as agencyNameEn",
  "area.id as areaId",
  "area.code as areaCode",
  "area.partOf",
  "agency.provinceId",
] as const;

interface Placed {
  id: string;
  at: Moment;
  agencyId: string;
  agencyName: string;
  agencyNameEn: string;
  areaId: string;
  areaCode: string;
  partOf: string | null;
  provinceId: string | null;
}

function placed(row: Placed, stream: string) {
  return {
    id: `${stream}-${row.id}`,
    at: row.at,
    agency: { id: row.agencyId, name: row.agencyName, nameEn: row.agencyNameEn },
    areaCode: row.areaCode,
    provinceId: row.provinceId ?? row.partOf ?? row.areaId,
    person: null,
    capacity: null,
    matter: null,
    from: null,
    until: null,
    other: null,
  };
}

/** The agencies meant; undefined for all. Named one by one, so that only their own entries are read. */
async function agenciesOf(db: Db, scope: ChangeScope): Promise<string[] | undefined> {
  if ("all" in scope) return undefined;
  if ("agencyId" in scope) return [scope.agencyId];
  const rows = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("agency.id")
    .where(({ eb, or }) =>
      or([
        eb("area.id", "=", scope.provinceId),
        eb("area.partOf", "=", scope.provinceId),
        eb("agency.provinceId", "=", scope.provinceId),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

function within(column: string, agencies: string[] | undefined): RawBuilder<SqlBool> {
  if (!agencies) return sql`true`;
  if (agencies.length === 0) return sql`false`;
  return sql`${sql.ref(column)} in (${sql.join(agencies)})`;
}

/** After one cursor and before another, in the order of all streams together: by moment, then by id. */
function between(
  at: RawBuilder<Moment>,
  id: RawBuilder<string>,
  stream: string,
  { until, since, before }: ChangeRange,
): RawBuilder<SqlBool> {
  const bounds = [sql`${at} <= ${until}`];
  if (since) bounds.push(sql`${at} >= ${since.at}`, beyond(since, sql`>`));
  if (before) bounds.push(sql`${at} <= ${before.at}`, beyond(before, sql`<`));
  return sql`(${sql.join(bounds, sql` and `)})`;

  /** Of the cursor's own moment, only what comes on the other side of its id. */
  function beyond(cursor: ChangeCursor, sign: RawBuilder<unknown>) {
    return sql`(${at} <> ${cursor.at} or ${`${stream}-`} || ${id} ${sign} ${cursor.id})`;
  }
}

function directionOf({ oldestFirst }: ChangeRange) {
  return oldestFirst ? ("asc" as const) : ("desc" as const);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
