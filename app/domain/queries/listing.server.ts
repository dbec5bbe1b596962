import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { holding } from "../areas/folding.ts";
import { pageOf } from "../paging/page.ts";
import { clocksOfQueries, type QueryClocks } from "./clocks.server.ts";
import { type QueryOfAgency, queriesOfAgencies } from "./queries.server.ts";
import { QUERY_KINDS, type QueryKind, type QueryShelf } from "./query.ts";
import { firstDue, type Urgency, urgencyOf } from "./urgency.ts";

/** A query in a list, with its clocks and how it presses. */
export type QueryListed = QueryOfAgency & { clocks: QueryClocks; urgency: Urgency };

/** What a province's office and an administrator see of others' queries: which, when, by when, and nothing of what was asked or by whom. */
export type QueryCounted = Pick<
  QueryListed,
  | "id"
  | "number"
  | "kind"
  | "receivedAt"
  | "takenAt"
  | "heldAt"
  | "outcome"
  | "outcomeAt"
  | "confirmedAt"
  | "agencyName"
  | "agencyNameEn"
  | "provinceType"
  | "provinceName"
  | "provinceNameEn"
  | "clocks"
  | "urgency"
>;

const PAGE = 50;

/** How far back closed queries are searched by their words. */
const SEARCHED = 2_000;

export interface QueryWanted {
  shelf: QueryShelf;
  q?: string;
  kind?: QueryKind;
  page?: number;
}

/**
 * The queries of an officer's own agency on one shelf: the open ones by what presses first, the closed ones newest
 * first. Words are looked for in any order, marks or none.
 */
export async function listQueries(
  db: Db,
  officer: Officer,
  { shelf, q = "", kind, page: asked = 1 }: QueryWanted,
  at: Moment,
) {
  const own = queriesOfAgencies(db)
    .where("query.agencyId", "=", officer.agencyId ?? "")
    .$if(kind !== undefined, (query) => query.where("query.kind", "=", kind as QueryKind));
  const open = (await own.where("query.outcome", "is", null).execute()) as QueryOfAgency[];
  const listed = (await withClocks(db, open, at)).toSorted(byUrgency);
  const counts = {
    open: listed.length,
    mine: listed.filter(({ ownerId }) => ownerId === officer.id).length,
    late: listed.filter(({ urgency }) => urgency === "late").length,
    soon: listed.filter(({ urgency }) => urgency === "soon").length,
  };
  const fits = fitting(q);
  if (shelf === "closed") {
    const rows = (await own
      .where("query.outcome", "is not", null)
      .orderBy("query.outcomeAt", "desc")
      .orderBy("query.id")
      .limit(SEARCHED)
      .execute()) as QueryOfAgency[];
    const { shown, ...place } = pageOf(rows.filter(fits), asked, PAGE);
    return { queries: await withClocks(db, shown, at), counts, ...place };
  }
  const onShelf = listed.filter(
    (query) =>
      fits(query) &&
      (shelf === "mine"
        ? query.ownerId === officer.id
        : shelf === "open" || query.urgency === shelf),
  );
  const { shown: queries, ...place } = pageOf(onShelf, asked, PAGE);
  return { queries, counts, ...place };
}

/** Whether every word that was typed occurs in what was asked, in who asked, or in its number. */
function fitting(q: string) {
  const holds = holding(q);
  const wanted = q.trim();
  return ({ title, text, askerName, outletName, unit, reference, number }: QueryOfAgency) =>
    (wanted.includes("/") && number === wanted) ||
    holds(title, text, askerName, outletName, unit, reference, number);
}

const NEVER = "9";

function byUrgency(a: QueryListed, b: QueryListed): number {
  const [one, other] = [firstDue(a.clocks) ?? NEVER, firstDue(b.clocks) ?? NEVER];
  if (one !== other) return one < other ? -1 : 1;
  return a.receivedAt < b.receivedAt ? -1 : 1;
}

async function withClocks(db: Db, queries: QueryOfAgency[], at: Moment): Promise<QueryListed[]> {
  const clocks = await clocksOfQueries(db, queries);
  return queries.map((query) => {
    const own = clocks.get(query.id) as QueryClocks;
    return { ...query, clocks: own, urgency: urgencyOf(query, own, at) };
  });
}

/** The open queries of all agencies within a province office's reach, or an administrator's: their clocks, not what they say. */
export async function listProvinceQueries(
  db: Db,
  officer: Officer,
  { page: asked = 1 }: { page?: number },
  at: Moment,
) {
  const rows = (await queriesOfAgencies(db)
    .where("query.outcome", "is", null)
    .where(withinReach(officer))
    .execute()) as QueryOfAgency[];
  const listed = (await withClocks(db, rows, at)).toSorted(byUrgency);
  const counts = {
    open: listed.length,
    late: listed.filter(({ urgency }) => urgency === "late").length,
    byKind: QUERY_KINDS.map((kind) => ({
      kind,
      open: listed.filter((query) => query.kind === kind).length,
    })),
  };
  const { shown: queries, ...place } = pageOf(listed, asked, PAGE);
  return { queries: queries.map(counted), counts, ...place };
}

/** Leaves of a query what others than the unit in charge may know. */
export function counted(query: QueryListed): QueryCounted {
  const { id, number, kind, receivedAt, takenAt, heldAt, outcome, outcomeAt } = query;
  const { confirmedAt, agencyName, agencyNameEn, provinceType, provinceName } = query;
  const { provinceNameEn, clocks, urgency } = query;
  return {
    ...{ id, number, kind, receivedAt, takenAt, heldAt, outcome, outcomeAt, confirmedAt },
    ...{ agencyName, agencyNameEn, provinceType, provinceName, provinceNameEn, clocks, urgency },
  };
}

/** A query as its own page shows it, with clocks. */
export async function listedQuery(db: Db, query: QueryOfAgency, at: Moment): Promise<QueryListed> {
  return (await withClocks(db, [query], at))[0] as QueryListed;
}
