import { sql } from "kysely";
import type { Db, Moment } from "#db/tables.ts";
import { asked, type ChangeRange, PLACE, placed, type Stream } from "./change-stream.server.ts";
import type { Change } from "./changes.ts";

const RENAMINGS: Stream = {
  name: "renamed",
  at: sql.ref<Moment>("agencyName.recordedAt"),
  id: sql.ref("agencyName.id"),
  agencyId: sql.ref("agencyName.agencyId"),
};

/** What changed by agencies that were given another name. */
export async function renamings(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
): Promise<Change[]> {
  const rows = await db
    .selectFrom("agencyName")
    .innerJoin("agency", "agency.id", "agencyName.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select(["agencyName.id", "agencyName.untilDay", "agencyName.basis", "agencyName.recordedAt"])
    .select(["agencyName.name as formerName", "agencyName.nameEn as formerNameEn"])
    .$call((query) => asked(query, RENAMINGS, agencies, range))
    .execute();
  return rows.map((row) => ({
    ...placed({ ...row, at: row.recordedAt }, RENAMINGS.name),
    kind: "renamed",
    basis: { number: row.basis, date: null },
    until: row.untilDay,
    other: { name: row.formerName, nameEn: row.formerNameEn },
  }));
}

const CLOSURES: Stream = {
  name: "closed",
  at: sql.ref<Moment>("agencySuccession.recordedAt"),
  id: sql<string>`${sql.ref("agencySuccession.formerId")} || '-' || ${sql.ref("agencySuccession.successorId")}`,
  agencyId: sql.ref("agencySuccession.formerId"),
};

/** What changed by agencies that were closed, a change for each that goes on with their work. */
export async function closures(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
): Promise<Change[]> {
  const rows = await db
    .selectFrom("agencySuccession")
    .innerJoin("agency", "agency.id", "agencySuccession.formerId")
    .innerJoin("agency as successor", "successor.id", "agencySuccession.successorId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select(["agencySuccession.basis", "agencySuccession.recordedAt", "agency.untilDay"])
    .select(["successor.name as successorName", "successor.nameEn as successorNameEn"])
    .select(CLOSURES.id.as("id"))
    .$call((query) => asked(query, CLOSURES, agencies, range))
    .execute();
  return rows.map((row) => ({
    ...placed({ ...row, at: row.recordedAt }, CLOSURES.name),
    kind: "closed",
    basis: { number: row.basis, date: null },
    until: row.untilDay,
    other: { name: row.successorName, nameEn: row.successorNameEn },
  }));
}

const DISSOLUTIONS: Stream = {
  name: "dissolved",
  at: sql.ref<Moment>("agency.closingRecordedAt"),
  id: sql.ref("agency.id"),
  agencyId: sql.ref("agency.id"),
  where: sql`not exists (select 1 from agency_succession where former_id = agency.id)`,
};

/** What changed by agencies that were closed without anybody to go on with the work. */
export async function dissolutions(
  db: Db,
  agencies: string[] | undefined,
  range: ChangeRange,
): Promise<Change[]> {
  const rows = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(PLACE)
    .select(["agency.id", "agency.closingBasis", "agency.closingRecordedAt", "agency.untilDay"])
    .where("agency.closingRecordedAt", "is not", null)
    .$call((query) => asked(query, DISSOLUTIONS, agencies, range))
    .execute();
  return rows.map((row) => ({
    ...placed({ ...row, at: row.closingRecordedAt ?? "" }, DISSOLUTIONS.name),
    kind: "closed",
    basis: row.closingBasis === null ? null : { number: row.closingBasis, date: null },
    until: row.untilDay,
  }));
}
