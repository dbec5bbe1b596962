import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import { DateTime } from "luxon";
import type { Day, Db, Moment, Tables } from "#db/tables.ts";
import { canManage, type Officer, type Reach } from "../accounts/officer.ts";
import type { Signature } from "../audit/entry.ts";
import { type AgencyKind, rankOf } from "./agency.ts";
import { findFormerCommittee, openBooks } from "./former-committees.server.ts";

/** An agency with the area it speaks for. */
export interface AgencyOfArea {
  id: string;
  kind: AgencyKind;
  name: string;
  nameEn: string;
  areaId: string;
  areaCode: string;
  areaLevel: Tables["area"]["level"];
  provinceId: string;
  symbol: string | null;
  underId: string | null;
  fromDay: Day | null;
  untilDay: Day | null;
  heirId: string | null; // of a former unit's committee: see `findFormerCommittee`
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
      "agency.symbol",
      "agency.underId",
      "agency.fromDay",
      "agency.untilDay",
      "agency.heirId",
      "area.code as areaCode",
      "area.level as areaLevel",
      provinceOf(eb).as("provinceId"),
    ]);
}

/** The province of today that an agency belongs to, as an expression on a query that has `agency` and `area` in it. */
export function provinceOf(eb: ExpressionBuilder<Tables, "agency" | "area">) {
  return eb.fn.coalesce("agency.provinceId", "area.partOf", "area.id");
}

/** What an officer may work for, as a condition on a query that has `agency` and `area` in it. */
export function withinReach(officer: Reach) {
  return (eb: ExpressionBuilder<Tables, "agency" | "area">): Expression<SqlBool> => {
    if (officer.reach === "country") return eb.lit(true) as never;
    if (officer.reach === "agency") {
      const own = officer.agencyId ?? "";
      return eb.or([eb("agency.id", "=", own), eb("agency.heirId", "=", own)]);
    }
    const province = officer.provinceId ?? "";
    return eb.or([
      eb("area.id", "=", province),
      eb("area.partOf", "=", province),
      eb("agency.provinceId", "=", province),
    ]);
  };
}

/** The agency, if it is this officer's to work for: one of today's units. */
export async function findAgencyFor(db: Db, officer: Officer, id: string) {
  return agenciesOfAreas(db)
    .where("agency.id", "=", id)
    .where("agency.provinceId", "is", null)
    .where(withinReach(officer))
    .executeTakeFirst() as Promise<AgencyOfArea | undefined>;
}

/**
 * The agency whose list of spokespersons is this officer's to keep: one they work for, or the People's Committee
 * of a former unit that became theirs, whether anything is entered for it or not.
 */
export async function findBooksFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<AgencyOfArea | undefined> {
  const former = await findFormerCommittee(db, id);
  if (former) return canManage(officer, former) ? former : undefined;
  return findAgencyFor(db, officer, id);
}

/** The agency, if this officer may say that there is one and that it is closed: a province's office, not the agency's own. */
export function findAgencyToRun(db: Db, officer: Officer, id: string) {
  return officer.reach === "agency" ? undefined : findAgencyFor(db, officer, id);
}

/** Today's agencies of a province, its own and its communes', as a condition on a query that has `area` in it. */
export function ofProvince(provinceId: string) {
  return (eb: ExpressionBuilder<Pick<Tables, "area">, "area">): Expression<SqlBool> =>
    eb.or([eb("area.id", "=", provinceId), eb("area.partOf", "=", provinceId)]);
}

/** Leaves out agencies that are closed on a day, as a condition on a query that has `agency` in it. */
export function notClosedBy(day: Day) {
  return ({ eb, or }: ExpressionBuilder<Tables, "agency">): Expression<SqlBool> =>
    or([eb("agency.untilDay", "is", null), eb("agency.untilDay", ">=", day)]);
}

/**
 * The province to name beside an agency, as an expression on a query that has `agency` and `area` in it: a
 * department is told apart by its province, a province's own committee says it itself.
 */
export function provinceBeside(eb: ExpressionBuilder<Tables, "agency" | "area">) {
  return eb
    .case()
    .when("agency.kind", "=", "peoples_committee")
    .then(eb.ref("area.partOf"))
    .else(eb.fn.coalesce("area.partOf", "area.id"))
    .end();
}

/**
 * The agencies of a province that an officer works for and that are not closed on a day: the province's own
 * committee first, its departments, then the communes by name.
 */
export async function listAgenciesFor(db: Db, officer: Reach, provinceId: string, day: Day) {
  const rows = await agenciesOfAreas(db)
    .where(withinReach(officer))
    .where(notClosedBy(day))
    .where(ofProvince(provinceId))
    .execute();
  return inDirectoryOrder(rows as AgencyOfArea[]);
}

/** The departments and other agencies of a province beside its committees, those not closed on a day. */
export async function listBesideCommittee(db: Db, provinceId: string, day: Day) {
  const rows = await agenciesOfAreas(db)
    .where("agency.areaId", "=", provinceId)
    .where("agency.kind", "!=", "peoples_committee")
    .where(notClosedBy(day))
    .where(({ eb, or }) => or([eb("agency.fromDay", "is", null), eb("agency.fromDay", "<=", day)]))
    .execute();
  return inDirectoryOrder(rows as AgencyOfArea[]);
}

/** The sub-departments of a department that are not closed on a day. */
export async function listUnder(db: Db, agency: { id: string }, day: Day) {
  const rows = await agenciesOfAreas(db)
    .where("agency.underId", "=", agency.id)
    .where(notClosedBy(day))
    .execute();
  return inDirectoryOrder(rows as AgencyOfArea[]);
}

function inDirectoryOrder(agencies: AgencyOfArea[]): AgencyOfArea[] {
  return agencies.sort(
    (a, b) =>
      Number(a.areaLevel !== "province") - Number(b.areaLevel !== "province") ||
      rankOf(a.kind) - rankOf(b.kind) ||
      VIETNAMESE.compare(a.name, b.name),
  );
}

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/** The agency of an id, for whoever asks: agencies are public. */
export async function findAgency(db: Db, id: string) {
  return agenciesOfAreas(db).where("agency.id", "=", id).executeTakeFirst() as Promise<
    AgencyOfArea | undefined
  >;
}

/** The same, or the People's Committee of a former unit even while nothing is entered for it. */
export async function findAgencyEver(db: Db, id: string): Promise<AgencyOfArea | undefined> {
  return (await findFormerCommittee(db, id)) ?? findAgency(db, id);
}

/** The People's Committee of an area, the agency that speaks for it. */
export async function findCommitteeOf(db: Db, areaId: string) {
  return agenciesOfAreas(db)
    .where("agency.areaId", "=", areaId)
    .where("agency.kind", "=", "peoples_committee")
    .executeTakeFirst() as Promise<AgencyOfArea | undefined>;
}

/**
 * Takes agencies' books in hand until the transaction ends, so that two desks cannot both find a day free and both
 * fill it. (An update of nothing locks the row in either database.) Those of a former unit are opened with their
 * first entry. Answers with the signature as it stands now that its turn has come: writers of public lists come one
 * after another, each stamped later than the one before, so that whoever reads changes in the order of their moments
 * misses none that lands later.
 */
export async function holdBooks(
  trx: Db,
  agencyIds: string[],
  { by, at, clock }: Signature,
): Promise<Signature> {
  const { at: last } = await trx
    .updateTable("changeStamp")
    .set((eb) => ({ at: eb.ref("at") }))
    .returning("at")
    .executeTakeFirstOrThrow();
  await openBooks(trx, agencyIds);
  await trx
    .updateTable("agency")
    .set((eb) => ({ name: eb.ref("name") }))
    .where("id", "in", agencyIds)
    .execute();
  const stamped = clock ? laterThan(last, clock()) : at;
  if (stamped > last) await trx.updateTable("changeStamp").set({ at: stamped }).execute();
  return { by, at: stamped };
}

function laterThan(last: Moment, moment: Moment): Moment {
  return moment > last ? moment : new Date(Date.parse(last) + 1).toISOString();
}

/** No transaction takes longer from its stamp to its end. */
const LONGEST_WRITE = { seconds: 60 };

/**
 * Until when everything has landed that will ever be stamped so: the last stamp, or what lies so far back that
 * nobody can still be at it. What changes by itself is told after that, too.
 */
export async function settledUntil(db: Db, at: Moment): Promise<Moment> {
  const { at: last } = await db.selectFrom("changeStamp").select("at").executeTakeFirstOrThrow();
  const quiet = DateTime.fromISO(at).minus(LONGEST_WRITE).toUTC().toISO() as Moment;
  return [last, quiet].toSorted().at(-1) as Moment;
}
