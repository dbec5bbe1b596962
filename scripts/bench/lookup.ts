import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import type { AreaEntry } from "#app/domain/areas/atlas.ts";
import { foldedText } from "#app/domain/areas/folding.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import { lookUp } from "#app/domain/spokespersons/lookup.server.ts";
import { furnishRegister, type KnownQuery, keyOf, readQueries } from "#app/test/queries.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

/**
 * The lookup beside a floor measured in the same run: a scan of the folded names and of what lies around
 * them with `like`, a condition for each word. Asked are the questions of `app/test/queries.csv`, with
 * what is meant, of the real map and a small register. `node scripts/run.js bench/lookup`
 */
const QUERIES = readQueries();
const PLACES = QUERIES.filter(({ expected }) => /^\d/.test(expected[0] ?? ""));
const OTHERS = QUERIES.filter((query) => !PLACES.includes(query));
const ROUNDS = 10;
const WARM_UP = 3;
const NOW = new Date().toISOString();

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const db = connect(`sqlite:${join(folder, "map.sqlite")}`);
await migrate(db);

console.log(`loading the map: ${await took(() => loadMap(db))} ms`);
globalThis.gc?.();
const before = process.memoryUsage().heapUsed;
console.log(`reading and indexing it: ${await took(() => placesOf(db))} ms`);
const atlas = await placesOf(db);
globalThis.gc?.();
const heap = (process.memoryUsage().heapUsed - before) / 1e6;
console.log(
  `heap for it: ${Math.round(heap)} MB${globalThis.gc ? "" : " and what is not yet collected"}`,
);

await furnishRegister(db);
await writeFolded();
await report("floor, like, places", PLACES, scan);
await report("the index alone, places", PLACES, async (query) =>
  atlas.search(query, 5).map(({ area }) => area.id),
);
await report("the lookup, places", PLACES, ask);
await report("the lookup, departments and people", OTHERS, ask);
await report("the lookup, all", QUERIES, ask, true);
await db.destroy();
rmSync(folder, { recursive: true, force: true });

async function took(work: () => Promise<unknown>) {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

function wording({ fullName, district, level, province }: AreaEntry): string {
  const around = level === "province" ? [] : [province.name];
  return [fullName, ...(district ? [district] : []), ...around].join(", ");
}

async function writeFolded() {
  await sql`create table floor (words text, id text)`.execute(db);
  for (const { id } of await db.selectFrom("area").select("id").orderBy("id", "desc").execute()) {
    const text = wording(atlas.entry(id) as AreaEntry);
    await sql`insert into floor values (${` ${foldedText(text)}`}, ${id})`.execute(db);
  }
}

async function scan(query: string): Promise<string[]> {
  const each = foldedText(query)
    .split(" ")
    .map((word) => sql`words like ${`% ${word}%`}`);
  const found = await sql<{ id: string }>`
    select id from floor where ${sql.join(each, sql` and `)} order by length(words) limit 5`.execute(
    db,
  );
  return found.rows.map(({ id }) => id);
}

async function ask(query: string): Promise<string[]> {
  return (await lookUp(db, { query, limit: 5, at: NOW })).map(keyOf);
}

async function report(
  name: string,
  queries: KnownQuery[],
  search: (query: string) => Promise<string[]>,
  telling = false,
) {
  let first = 0;
  let five = 0;
  for (const { query, expected } of queries) {
    const found = await search(query);
    if (expected.includes(found[0] ?? "")) first++;
    else if (telling) console.log(`  «${query}»: ${found[0] ?? "nothing"}`);
    if (found.some((key) => expected.includes(key))) five++;
  }
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const { query } of queries) {
      const began = performance.now();
      await search(query);
      if (round >= 0) times.push(performance.now() - began);
    }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  const perSecond = Math.round((times.length / times.reduce((sum, time) => sum + time, 0)) * 1000);
  const share = (count: number) => `${((100 * count) / queries.length).toFixed(1)} %`;
  console.log(
    `${name}: ${share(first)} first, ${share(five)} in five of ${queries.length}; ` +
      `${perSecond} queries/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
}
