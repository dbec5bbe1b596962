import { sql } from "kysely";
import type { Db } from "#db/tables.ts";
import type { Era } from "./area.ts";
import { type AreaEntry, Atlas, type Found } from "./atlas.ts";
import { mapVersion } from "./map.server.ts";

export type { AreaEntry, Found, Successor } from "./atlas.ts";

/** The longest text that is looked up, in characters. */
export const LONGEST_QUERY = 200;

/** How long a map in memory is taken for the newest, in milliseconds: other processes may load a new one. */
const TRUSTED_FOR = 5_000;

interface Kept {
  version: string | undefined;
  checkedAt: number;
  atlas: Promise<Atlas>;
}

const kept = new WeakMap<Db, Kept>();
const doubtedAt = new WeakMap<Db, number>();

/** Has the map in memory asked for its edition at the next use: something was written, perhaps that. */
export function doubtPlaces(db: Db) {
  doubtedAt.set(db, performance.now());
}

/** The map in memory, read from the database once and again when another edition was loaded. */
export async function placesOf(db: Db): Promise<Atlas> {
  const known = kept.get(db);
  if (known && isTrusted(known.checkedAt, doubtedAt.get(db))) return known.atlas;
  const checkedAt = performance.now();
  const version = await mapVersion(db);
  const latest = kept.get(db);
  if (latest && latest.version === version) {
    latest.checkedAt = Math.max(latest.checkedAt, checkedAt);
    return latest.atlas;
  }
  const atlas = readAtlas(db);
  kept.set(db, { version, checkedAt, atlas });
  atlas.catch(() => kept.delete(db));
  return atlas;
}

function isTrusted(checkedAt: number, doubted = Number.NEGATIVE_INFINITY): boolean {
  return checkedAt > doubted && performance.now() - checkedAt < TRUSTED_FOR;
}

async function readAtlas(db: Db): Promise<Atlas> {
  // Twenty-five thousand rows: we name the columns ourselves, which takes a third of what the plugin takes.
  const plain = db.withoutPlugins();
  const column = (name: string) => sql<string>`${sql.ref(name)}`;
  const [areas, successions, aliases] = await Promise.all([
    plain
      .selectFrom("area")
      .select(["id", "era", "code", "level", "type", "name", column("name_en").as("nameEn")])
      .select([column("part_of").$castTo<string | null>().as("partOf")])
      .select([column("from_day").$castTo<string | null>().as("fromDay")])
      .select([column("until_day").$castTo<string | null>().as("untilDay")])
      .orderBy("id")
      .execute(),
    plain
      .selectFrom("succession")
      .select([column("former_id").as("formerId"), column("successor_id").as("successorId")])
      .select(["extent", "partial"])
      .execute(),
    db.selectFrom("areaAlias").selectAll().execute(),
  ]);
  return new Atlas(areas, aliases, successions);
}

/** The units, today's and former ones, that a text may mean, best first; at most `limit`. */
export async function searchAreas(db: Db, query: string, limit: number): Promise<Found[]> {
  return (await placesOf(db)).search(query.slice(0, LONGEST_QUERY), limit);
}

/** A unit by its code within an era: old and new lists share numbers. */
export async function findArea(db: Db, era: Era, code: string): Promise<AreaEntry | undefined> {
  return (await placesOf(db)).entry(`${era}-${code}`);
}
