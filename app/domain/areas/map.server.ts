import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { Db } from "#db/tables.ts";
import type { Area } from "./area.ts";
import { drawMap, type Files, type NationalMap } from "./map.ts";

const FILES = [
  "provinces",
  "communes",
  "former_communes",
  "former_aliases",
  "former_names",
  "type_changes_2026",
] as const satisfies (keyof Files)[];
const DATA = join(process.cwd(), "db", "data");
const VERSION = "map.version";

/** Raised when what is made of the files changes, so that every database is loaded again. */
const READING = "2";

/** What loading an edition did to the units that were known before; the ids of those it no longer names. */
export interface MapReport {
  added: number;
  changed: number;
  missing: string[];
}

/**
 * Loads the map of the country from its files (`db/data`, see SOURCES.md there): units of today and of
 * before 01/07/2025, what became of them, other names, and each current unit's People's Committee.
 * All of it or nothing; a unit that the files no longer name stays, and is reported. Undefined, and
 * nothing done, when these very files are loaded.
 */
export async function loadMap(db: Db, folder = DATA): Promise<MapReport | undefined> {
  const { files, version } = editionIn(folder);
  if ((await mapVersion(db)) === version) return undefined;
  const lines = FILES.map((name, i) => [name, linesOf(files[i] ?? "")]);
  const map = drawMap(Object.fromEntries(lines) as Files);
  return db
    .transaction()
    .execute(async (trx) => ((await claim(trx, version)) ? write(trx, map) : undefined));
}

/** Whether the database holds the map that the files tell, so that loading it would do nothing. */
export async function isMapLoaded(db: Db, folder = DATA): Promise<boolean> {
  return (await mapVersion(db)) === editionIn(folder).version;
}

function editionIn(folder: string) {
  const files = FILES.map((name) => readFileSync(join(folder, `${name}.csv`), "utf8"));
  const version = createHash("sha256")
    .update([READING, ...files].join("\0"))
    .digest("hex");
  return { files, version };
}

/** Which edition of the map the database holds; undefined before the first loading. */
export async function mapVersion(db: Db): Promise<string | undefined> {
  const row = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", VERSION)
    .executeTakeFirst();
  return row?.value;
}

function linesOf(text: string): Record<string, string>[] {
  return parse(text, { columns: true, skip_empty_lines: true });
}

/** Whether an edition is ours to write: of two processes that start together, one waits here and finds it written. */
async function claim(trx: Db, version: string): Promise<boolean> {
  await trx
    .insertInto("setting")
    .values({ key: VERSION, value: "" })
    .onConflict((known) => known.column("key").doNothing())
    .execute();
  const { numUpdatedRows } = await trx
    .updateTable("setting")
    .set({ value: version })
    .where("key", "=", VERSION)
    .where("value", "<>", version)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

async function write(trx: Db, map: NationalMap): Promise<MapReport> {
  const known = new Map(
    (await trx.selectFrom("area").selectAll().execute()).map((area) => [area.id, area]),
  );
  const added = map.areas.filter(({ id }) => !known.has(id));
  const changed = map.areas.filter((area) => known.has(area.id) && isOther(area, known));
  const named = new Set(map.areas.map(({ id }) => id));

  await trx.deleteFrom("succession").execute();
  await trx.deleteFrom("areaAlias").execute();
  await writeAreas(trx, [...added, ...changed]);
  for (const successions of inChunks(map.successions))
    await trx.insertInto("succession").values(successions).execute();
  for (const aliases of inChunks(map.aliases))
    await trx.insertInto("areaAlias").values(aliases).execute();
  await writeAgencies(trx, map.agencies);
  return {
    added: added.length,
    changed: changed.length,
    missing: [...known.keys()].filter((id) => !named.has(id)),
  };
}

function isOther(area: Area, known: Map<string, Area>): boolean {
  const before = known.get(area.id);
  return Object.entries(area).some(([column, value]) => before?.[column as keyof Area] !== value);
}

async function writeAreas(trx: Db, areas: Area[]) {
  for (const chunk of inChunks(areas))
    await trx
      .insertInto("area")
      .values(chunk)
      .onConflict((known) =>
        known.column("id").doUpdateSet((eb) => ({
          level: eb.ref("excluded.level"),
          type: eb.ref("excluded.type"),
          name: eb.ref("excluded.name"),
          nameEn: eb.ref("excluded.nameEn"),
          partOf: eb.ref("excluded.partOf"),
          fromDay: eb.ref("excluded.fromDay"),
          untilDay: eb.ref("excluded.untilDay"),
        })),
      )
      .execute();
}

async function writeAgencies(trx: Db, agencies: NationalMap["agencies"]) {
  for (const chunk of inChunks(agencies))
    await trx
      .insertInto("agency")
      .values(chunk)
      .onConflict((known) =>
        known.column("id").doUpdateSet((eb) => ({
          name: eb.ref("excluded.name"),
          nameEn: eb.ref("excluded.nameEn"),
        })),
      )
      .execute();
}

/** Ten columns of a thousand rows stay well below what SQLite (32,766) and PostgreSQL (65,535) take at once. */
function* inChunks<Item>(items: Item[], size = 1000): Generator<Item[]> {
  for (let first = 0; first < items.length; first += size) yield items.slice(first, first + size);
}
