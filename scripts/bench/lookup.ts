import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { placesOf } from "#app/domain/areas/areas.server.ts";
import type { AreaEntry } from "#app/domain/areas/atlas.ts";
import { foldedText } from "#app/domain/areas/folding.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

/**
 * The index of places beside a floor measured in the same run: a scan of the folded names and of what
 * lies around them with `like`, a condition for each word. Forty questions as people type them, with
 * what is meant. `node scripts/run.js bench/lookup`
 */
const QUESTIONS: [typed: string, meant: string][] = [
  ["my binh long xuyen", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
  ["long xuyen my binh", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
  [
    "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang",
    "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang",
  ],
  ["mybinh longxuyen", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
  ["p. my binh tp long xuyen", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
  ["long xuyen", "Phường Long Xuyên, An Giang"],
  ["an giang long xuyen", "Phường Long Xuyên, An Giang"],
  ["long xuyem", "Phường Long Xuyên, An Giang"],
  ["long xuy", "Phường Long Xuyên, An Giang"],
  ["thanh pho long xuyen", "Thành phố Long Xuyên, An Giang"],
  ["Long Xuyen ward", "Phường Long Xuyên, An Giang"],
  ["an giang", "Tỉnh An Giang"],
  ["kien giang", "Tỉnh Kiên Giang"],
  ["hà giang", "Tỉnh Hà Giang"],
  ["tphcm", "Thành phố Hồ Chí Minh"],
  ["huế", "Thành phố Huế"],
  ["tịnh biên", "Phường Tịnh Biên, An Giang"],
  ["tinh bien", "Phường Tịnh Biên, An Giang"],
  ["xa tan tien dak lak", "Xã Tân Tiến, Đắk Lắk"],
  ["chợ mới an giang", "Xã Chợ Mới, An Giang"],
  ["huyện gò quao", "Huyện Gò Quao, Kiên Giang"],
  ["go quao", "Xã Gò Quao, An Giang"],
  ["p. ben nghe q1", "Phường Bến Nghé, Quận 1, Hồ Chí Minh"],
  ["ben nge quan 1", "Phường Bến Nghé, Quận 1, Hồ Chí Minh"],
  ["12 Nguyễn Huệ, phường Bến Nghé, quận 1, TP HCM", "Phường Bến Nghé, Quận 1, Hồ Chí Minh"],
  ["phường 01 quận 3", "Phường 1, Quận 3, Hồ Chí Minh"],
  ["P1 Q3", "Phường 1, Quận 3, Hồ Chí Minh"],
  ["phuong iv quan 8", "Phường 4, Quận 8, Hồ Chí Minh"],
  ["quận bình thạnh hcm", "Quận Bình Thạnh, Hồ Chí Minh"],
  ["phu xa thai nguyen", "Phường Phú Xá, Thành phố Thái Nguyên, Thái Nguyên"],
  ["phường đúc huế", "Phường Phường Đúc, Quận Thuận Hóa, Huế"],
  ["ea hleo dak lak", "Xã Ea H'Leo, Đắk Lắk"],
  ["xã ba tô", "Xã Ba Tô, Quảng Ngãi"],
  ["con dao", "Đặc khu Côn Đảo, Hồ Chí Minh"],
  ["chao doc", "Phường Châu Đốc, An Giang"],
  ["bình dức long xuyên", "Phường Bình Đức, Thành phố Long Xuyên, An Giang"],
  ["buôn mê thuột", "Phường Buôn Ma Thuột, Đắk Lắk"],
  ["mĩ tho tiền giang", "Thành phố Mỹ Tho, Tiền Giang"],
  ["ubnd phường long xuyên", "Phường Long Xuyên, An Giang"],
  ["30307", "Phường Long Xuyên, An Giang"],
];
const ROUNDS = 100;
const WARM_UP = 20;

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

await writeFolded();
await report("floor, like", (typed) => scan(typed));
await report("the index", async (typed) => atlas.search(typed, 5).map(({ area }) => wording(area)));
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
  await sql`create table floor (words text, wording text)`.execute(db);
  for (const { id } of await db.selectFrom("area").select("id").orderBy("id", "desc").execute()) {
    const text = wording(atlas.entry(id) as AreaEntry);
    await sql`insert into floor values (${` ${foldedText(text)}`}, ${text})`.execute(db);
  }
}

async function scan(typed: string): Promise<string[]> {
  const each = foldedText(typed)
    .split(" ")
    .map((word) => sql`words like ${`% ${word}%`}`);
  const found = await sql<{ wording: string }>`
    select wording from floor where ${sql.join(each, sql` and `)} order by length(words) limit 5`.execute(
    db,
  );
  return found.rows.map((row) => row.wording);
}

async function report(name: string, search: (typed: string) => Promise<string[]>) {
  let first = 0;
  let five = 0;
  for (const [typed, meant] of QUESTIONS) {
    const found = await search(typed);
    if (found[0] === meant) first++;
    if (found.includes(meant)) five++;
    if (name === "the index" && found[0] !== meant) console.log(`  «${typed}»: ${found[0]}`);
  }
  const times: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [typed] of QUESTIONS) {
      const began = performance.now();
      await search(typed);
      if (round >= 0) times.push(performance.now() - began);
    }
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(2);
  const perSecond = Math.round((times.length / times.reduce((sum, time) => sum + time, 0)) * 1000);
  console.log(
    `${name}: ${first} first, ${five} in five of ${QUESTIONS.length}; ` +
      `${perSecond} queries/s, p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`,
  );
}
