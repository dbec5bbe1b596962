import { dayAfter } from "#app/clock.ts";
import { shortDay } from "#app/i18n/dates.ts";
import type { Day, Db } from "#db/tables.ts";
import type { Officer, Reach } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { type FormerCommittee, keptBy } from "../agencies/former-committees.server.ts";
import { LONGEST_QUERY, placesOf } from "../areas/areas.server.ts";
import type { AreaEntry, Atlas, Successor } from "../areas/atlas.ts";
import { formerUnitOf } from "../areas/committee.ts";
import { findRule } from "../policies/due.server.ts";

/** The books of a former unit, whether or not anything stands in them. */
export interface FormerBooks {
  agency: FormerCommittee;
  area: AreaEntry;
  successors: Successor[];
  entries: number;
}

/** Of so many that a text may mean those within reach are shown, so many at most. */
const WEIGHED = 300;
const MOST = 50;

/**
 * The former units whose books an officer keeps: those that a text means; without one those in which something
 * stands, and those that went whole into the officer's own unit.
 */
export async function formerBooksFor(
  db: Db,
  officer: Officer,
  q: string,
): Promise<{ found: FormerBooks[]; begun: FormerBooks[]; whole: FormerBooks[] }> {
  const atlas = await placesOf(db);
  const entries = await entriesWithin(db, officer);
  const listed = (areas: AreaEntry[]) => booksIn(officer, atlas, areas, entries).slice(0, MOST);
  if (q.trim()) {
    const places = atlas.search(q.slice(0, LONGEST_QUERY), WEIGHED).map(({ area }) => area);
    // A former province that bears the name of one of today's is found by that one.
    const areas = places.flatMap((area) => [area, ...atlas.unitsBefore(area.id)]);
    return {
      found: listed([...new Map(areas.map((a) => [a.id, a])).values()]),
      begun: [],
      whole: [],
    };
  }
  const begun = [...entries.keys()].flatMap((id) => atlas.entry(formerUnitOf(id) ?? "") ?? []);
  const own = officer.reach === "agency" ? (officer.agencyId ?? "").replace("pc-", "2025-") : "";
  const whole = atlas.predecessorsOf(own).map(({ area }) => area);
  return { found: [], begun: listed(begun), whole: listed(whole) };
}

function booksIn(
  reach: Reach,
  atlas: Atlas,
  areas: AreaEntry[],
  entries: Map<string, number>,
): FormerBooks[] {
  const byId = new Map(areas.map((area) => [area.id, area]));
  return keptBy(reach, atlas, areas).flatMap((agency) => {
    const area = byId.get(agency.areaId);
    if (!area) return [];
    const successors = atlas.successorsOf(area.id);
    return [{ agency, area, successors, entries: entries.get(agency.id) ?? 0 }];
  });
}

/** How many entries stand in each of the books of former units that were opened. */
async function entriesWithin(db: Db, officer: Officer): Promise<Map<string, number>> {
  const counts = await Promise.all(
    (["assignment", "delegation"] as const).map((table) =>
      db
        .selectFrom(table)
        .innerJoin("agency", "agency.id", `${table}.agencyId`)
        .innerJoin("area", "area.id", "agency.areaId")
        .select(({ fn }) => ["agency.id", fn.countAll<number>().as("entries")])
        .where("agency.provinceId", "is not", null)
        .where(`${table}.annulledAt`, "is", null)
        .where(withinReach(officer))
        .groupBy("agency.id")
        .execute(),
    ),
  );
  const entries = new Map<string, number>();
  for (const row of counts.flat())
    entries.set(row.id, (entries.get(row.id) ?? 0) + Number(row.entries));
  return entries;
}

/** What is to be known before something is entered for a former unit; days as they are written, for the browser. */
export interface FormerUnitNote {
  until: string;
  since: string; // when it was no more
  law: { grantee: string; legalRef: string } | null; // who could be authorised then, and by which paper
}

/** The same of an agency with the law of its unit's last day; undefined for today's agencies. */
export async function formerUnitNote(
  db: Db,
  { id, provinceId, untilDay }: { id: string; provinceId: string; untilDay: Day | null },
): Promise<FormerUnitNote | undefined> {
  if (!formerUnitOf(id) || !untilDay) return undefined;
  const asked = { agencyId: id, provinceId, day: untilDay };
  const rule = await findRule(db, "delegation.allowed_grantee", asked);
  return {
    until: shortDay(untilDay),
    since: shortDay(dayAfter(untilDay)),
    law: rule ? { grantee: rule.held.value, legalRef: rule.held.legalRef } : null,
  };
}
