import { sql } from "kysely";
import type { Db } from "#db/tables.ts";
import { asked, type ChangeRange, PLACE, placed, type Stream } from "./change-stream.server.ts";
import type { Change, ChangeKind } from "./changes.ts";
import { changedIn, DELEGATION_SHOWN, replacedBy } from "./replaced-entries.server.ts";

const OF_DELEGATION = {
  id: sql.ref<string>("delegation.id"),
  agencyId: sql.ref<string>("delegation.agencyId"),
};

const STREAMS: Stream[] = [
  { ...OF_DELEGATION, name: "delegated", at: sql.ref("delegation.publishedAt") },
  {
    ...OF_DELEGATION,
    name: "delegation-revoked",
    at: sql.ref("delegation.endRecordedAt"),
    where: sql`delegation.end_recorded_at >= delegation.published_at`,
  },
  {
    ...OF_DELEGATION,
    name: "delegation-annulled",
    at: sql.ref("delegation.annulledAt"),
    where: sql`not exists (select 1 from delegation as fresh
      where fresh.replaces_id = delegation.id and fresh.published_at is not null)`,
  },
  {
    ...OF_DELEGATION,
    name: "delegation-ran-out",
    at: sql.ref("delegation.untilAt"),
    where: sql`delegation.end_at is null and delegation.published_at < delegation.until_at
      and (delegation.annulled_at is null or delegation.annulled_at > delegation.until_at)`,
  },
];

/** What changed by delegations that were published, revoked, annulled or ran out: a query for each kind. */
export async function delegationChanges(
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
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .innerJoin("agency", "agency.id", "delegation.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select(DELEGATION_SHOWN)
    .select(["delegation.id", "person.name as person", "delegation.replacesId"])
    .select(at.as("at"))
    .where("delegation.publishedAt", "is not", null)
    .$call((query) => asked(query, stream, agencies, range))
    .execute();
  const before = await replacedBy(db, "delegation", name, rows);
  return rows.map((row) => ({
    ...placed(row, name),
    changed: changedIn(before(row.replacesId), row),
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
