import type { Db, Moment } from "#db/tables.ts";
import {
  areaPages,
  meetingPages,
  queryPages,
  type SitemapPart,
  sitemap,
  sitePages,
  statementPages,
} from "./sitemap.ts";

/** A part of the sitemap, with when each page's answer was last changed by somebody. */
export async function sitemapPart(
  db: Db,
  part: SitemapPart,
  { origin, at }: { origin: string; at: Moment },
): Promise<string> {
  if (part === "meetings") return sitemap(meetingPages(await newestMeetings(db)), origin);
  if (part === "statements") return sitemap(statementPages(await newestStatements(db)), origin);
  if (part === "queries") return sitemap(queryPages(await newestQueries(db, at)), origin);
  const era = part === "former-areas" ? "2004" : "2025";
  const [areas, changed] = await Promise.all([
    db
      .selectFrom("area")
      .select(["id", "era", "code", "partOf"])
      .where("era", "=", era)
      .orderBy("id")
      .execute(),
    lastChanges(db),
  ]);
  if (part !== "site") return sitemap(areaPages(areas, changed), origin);

  const provinces = areas.filter(({ partOf }) => partOf === null);
  const within = provinces.map(({ id }) => {
    const inside = areas.filter((area) => area.id === id || area.partOf === id);
    return [id, latest(inside.map((area) => changed.get(area.id)))] as const;
  });
  const known = within.filter((pair): pair is [string, Moment] => pair[1] !== undefined);
  return sitemap(sitePages(provinces, new Map(known)), origin);
}

/** A sitemap holds 50,000 addresses (sitemaps.org), and each page stands in it in two languages. */
const MOST_MEETINGS = 25_000;

async function newestMeetings(db: Db) {
  const rows = await db
    .selectFrom("meeting")
    .select(["id", "revisedAt", "announcedAt", "heldAt"])
    .where("announcedAt", "is not", null)
    .orderBy("startsAt", "desc")
    .limit(MOST_MEETINGS)
    .execute();
  return rows.map(({ id, ...moments }) => ({
    id,
    changedAt: latest(Object.values(moments)) as Moment,
  }));
}

/** Each has two pages, its own and its receipt's. */
async function newestStatements(db: Db) {
  const rows = await db
    .selectFrom("statement")
    .select(["id", "publishedAt", "retractedAt"])
    .where("publishedAt", "is not", null)
    .orderBy("publishedAt", "desc")
    .limit(MOST_MEETINGS / 2)
    .execute();
  return rows.map(({ id, ...moments }) => ({
    id,
    changedAt: latest(Object.values(moments)) as Moment,
  }));
}

/** Those that are public record at a moment, and their agencies' lists. */
async function newestQueries(db: Db, at: Moment) {
  const rows = await db
    .selectFrom("query")
    .select(["id", "agencyId", "opensAt", "confirmedAt", "disputedAt"])
    .where("opensAt", "<=", at)
    .where("keptBackAt", "is", null)
    .orderBy("opensAt", "desc")
    .limit(MOST_MEETINGS / 2)
    .execute();
  return rows.map(({ id, agencyId, ...moments }) => ({
    ...{ id, agencyId },
    changedAt: latest(Object.values(moments)) as Moment,
  }));
}

/** When the public entries of each area's agencies were last published, ended or withdrawn. */
async function lastChanges(db: Db): Promise<Map<string, Moment>> {
  const [assigned, delegated] = await Promise.all([
    db
      .selectFrom("assignment")
      .innerJoin("agency", "agency.id", "assignment.agencyId")
      .select(({ fn }) => [
        "agency.areaId",
        fn.max("publishedAt").as("publishedAt"),
        fn.max("endRecordedAt").as("endRecordedAt"),
        fn.max("annulledAt").as("annulledAt"),
      ])
      .where("publishedAt", "is not", null)
      .groupBy("agency.areaId")
      .execute(),
    db
      .selectFrom("delegation")
      .innerJoin("agency", "agency.id", "delegation.agencyId")
      .select(({ fn }) => [
        "agency.areaId",
        fn.max("publishedAt").as("publishedAt"),
        fn.max("endRecordedAt").as("endRecordedAt"),
        fn.max("annulledAt").as("annulledAt"),
      ])
      .where("publishedAt", "is not", null)
      .groupBy("agency.areaId")
      .execute(),
  ]);
  const changed = new Map<string, Moment>();
  for (const { areaId, ...moments } of [...assigned, ...delegated]) {
    const newest = latest([changed.get(areaId), ...Object.values(moments)]);
    if (newest) changed.set(areaId, newest);
  }
  return changed;
}

function latest(moments: (Moment | null | undefined)[]): Moment | undefined {
  return moments
    .filter((one) => !!one)
    .toSorted()
    .at(-1) as Moment | undefined;
}
