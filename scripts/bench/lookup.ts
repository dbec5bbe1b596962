import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import { foldedText } from "#app/domain/areas/folding.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

/**
 * The index of places beside a floor measured in the same run: a scan of the folded names with
 * `includes`, which finds neither other orders of words nor slips. `node scripts/run.js bench/lookup`
 */
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const db = connect(`sqlite:${join(folder, "map.sqlite")}`);
await migrate(db);

const QUERIES = [
  "my binh long xuyen",
  "p. ben nghe q1",
  "an giang long xuyen",
  "long xuyem",
  "longxuyen",
  "xa tan tien dak lak",
  "phường 01 quận 3",
  "thanh pho long xuyen",
  "tinh bien",
  "ea hleo dak lak",
  "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang",
  "kien giang",
];

console.log(`loading the map: ${await took(() => loadMap(db))} ms`);
const before = process.memoryUsage().heapUsed;
console.log(`reading and indexing it: ${await took(() => placesOf(db))} ms`);
const atlas = await placesOf(db);
globalThis.gc?.();
console.log(`heap for it: about ${Math.round((process.memoryUsage().heapUsed - before) / 1e6)} MB`);

const names = (await db.selectFrom("area").select("name").execute()).map(({ name }) =>
  foldedText(name),
);
const scan = measure((query) =>
  names.filter((name) => name.includes(foldedText(query))).slice(0, 10),
);
const index = measure((query) => atlas.search(query, 10));
console.log(`floor (scan): ${scan}`);
console.log(`index: ${index}`);
await db.destroy();
rmSync(folder, { recursive: true, force: true });

async function took(work: () => Promise<unknown>) {
  const began = performance.now();
  await work();
  return Math.round(performance.now() - began);
}

function measure(search: (query: string) => unknown) {
  const times: number[] = [];
  for (let round = 0; round < 400; round++)
    for (const query of QUERIES) {
      const began = performance.now();
      search(query);
      times.push(performance.now() - began);
    }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  const total = times.reduce((sum, time) => sum + time, 0);
  return `${Math.round((times.length / total) * 1000)} queries/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`;
}
