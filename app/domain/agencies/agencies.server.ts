import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Db, Tables } from "#db/tables.ts";
import type { Officer, Reach } from "../accounts/officer.ts";

/** An agency with the area it speaks for. */
export interface AgencyOfArea {
  id: string;
  kind: Tables["agency"]["kind"];
  name: string;
  nameEn: string;
  areaId: string;
  areaCode: string;
  areaLevel: Tables["area"]["level"];
  provinceId: string;
}

/** Agencies joined with their areas: what a scope is asked of. */
export function agenciesOfAreas(db: Db) {
  return db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select((eb) => [
      "agency.id",
      "agency.kind",
      "agency.name",
      "agency.nameEn",
      "agency.areaId",
      "area.code as areaCode",
      "area.level as areaLevel",
      eb.fn.coalesce("area.partOf", "area.id").as("provinceId"),
    ]);
}

/** What an officer may work for, as a condition on a query that has `agency` and `area` in it. */
export function withinReach(officer: Reach) {
  return (eb: ExpressionBuilder<Tables, "agency" | "area">): Expression<SqlBool> => {
    if (officer.reach === "country") return eb.lit(true) as never;
    if (officer.reach === "agency") return eb("agency.id", "=", officer.agencyId ?? "");
    const province = officer.provinceId ?? "";
    return eb.or([eb("area.id", "=", province), eb("area.partOf", "=", province)]);
  };
}

/** The agency, if it is this officer's to work for. */
export async function findAgencyFor(db: Db, officer: Officer, id: string) {
  return agenciesOfAreas(db)
    .where("agency.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst() as Promise<AgencyOfArea | undefined>;
}

/** The agencies of a province that an officer works for: the province's own committee first, then by name. */
export async function listAgenciesFor(db: Db, officer: Officer, provinceId: string) {
  const rows = await agenciesOfAreas(db)
    .where(withinReach(officer))
    .where(({ eb, or }) => or([eb("area.id", "=", provinceId), eb("area.partOf", "=", provinceId)]))
    .execute();
  return rows.sort(
    (a, b) =>
      Number(a.areaLevel !== "province") - Number(b.areaLevel !== "province") ||
      VIETNAMESE.compare(a.name, b.name),
  ) as AgencyOfArea[];
}

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/** The agency of an id, for whoever asks: agencies are public. */
export async function findAgency(db: Db, id: string) {
  return agenciesOfAreas(db).where("agency.id", "=", id).executeTakeFirst() as Promise<
    AgencyOfArea | undefined
  >;
}

/** The People's Committee of an area, the agency that speaks for it. */
export async function findCommitteeOf(db: Db, areaId: string) {
  return agenciesOfAreas(db)
    .where("agency.areaId", "=", areaId)
    .where("agency.kind", "=", "peoples_committee")
    .executeTakeFirst() as Promise<AgencyOfArea | undefined>;
}
