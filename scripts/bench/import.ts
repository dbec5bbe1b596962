/**
 * How long a list of 4,000 rows takes to be checked and entered, beside a floor measured in the same run:
 * the same rows in bare multi-row inserts. Every second row puts somebody in another's place, so that
 * ends are written too. `node scripts/bench/import.ts [rows]`; SQLite in a folder of its own, or
 * DATABASE_URL (a database that may be filled).
 */
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { COUNTRY } from "#app/domain/accounts/officer.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import {
  importSpokespersons,
  readSpokespersonSheet,
} from "#app/domain/spokespersons/import.server.ts";
import { undoImport } from "#app/domain/spokespersons/import-undoing.server.ts";
import { readSheetFile } from "#app/domain/spreadsheets/sheet-file.server.ts";
import { workbookOf } from "#app/domain/spreadsheets/workbook-writing.server.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { COLUMNS_OF_LIST, listOf } from "./long-list.ts";

const ROWS = Number(process.argv[2] ?? 4000);
const AIM = 10_000;
const signed = { by: { id: "bench", name: "Bench" }, at: new Date().toISOString() };

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const db = connect(process.env.DATABASE_URL ?? `sqlite:${join(folder, "bench.sqlite")}`);
await migrate(db);
await loadMap(db);
const agencies = await db
  .selectFrom("agency")
  .innerJoin("area", "area.id", "agency.areaId")
  .select(["agency.id", "area.code"])
  .where("agency.kind", "=", "peoples_committee")
  .where("area.era", "=", "2025")
  .orderBy("area.code")
  .execute();

const floor = await time(bareInserts);
const first = await workbookOf(await sheet(1, "01/07/2025"), "Danh sách");
const second = await workbookOf(await sheet(2, "01/09/2026"), "Danh sách");
await enter(first, "all new");
const id = await enter(second, "all in another's place");
const undoing = await time(async () => {
  const outcome = await undoImport(db, { id }, signed);
  if (!outcome.ok) throw new Error(outcome.reason);
});
console.log(`taken back:                        ${ms(undoing)}`);
console.log(`floor, ${ROWS} people and assignments in bare inserts: ${ms(floor)}`);
await db.destroy();
rmSync(folder, { recursive: true, force: true });

async function enter(file: Uint8Array, what: string): Promise<string> {
  let id = "";
  let longest = 0;
  let beat = performance.now();
  const heart = setInterval(() => {
    longest = Math.max(longest, performance.now() - beat - 10);
    beat = performance.now();
  }, 10);
  const took = await time(async () => {
    const read = await readSheetFile(file);
    if (!read.ok) throw new Error(read.problems[0]?.problem);
    const table = readSpokespersonSheet(new TextEncoder().encode(read.text));
    const outcome = await importSpokespersons(db, COUNTRY, table, signed, { fileName: what });
    if (!outcome.id) throw new Error(JSON.stringify(outcome.problems[0]));
    id = outcome.id;
  });
  clearInterval(heart);
  const rate = Math.round((ROWS / took) * 1000);
  console.log(
    `${ROWS} rows, ${what}: ${ms(took)} (aim: under ${ms(AIM)}), ${rate} rows/s, ${(took / floor).toFixed(1)} × the floor; the process was never busy longer than ${ms(longest)}`,
  );
  return id;
}

async function sheet(edition: number, from: string): Promise<string[][]> {
  return [COLUMNS_OF_LIST, ...(await listOf(db, ROWS, { edition, from }))];
}

async function bareInserts() {
  await db.transaction().execute(async (trx) => {
    const people = Array.from({ length: ROWS }, (_, i) => ({
      id: randomUUID(),
      name: `Bare ${i}`,
    }));
    for (let at = 0; at < ROWS; at += 200) {
      const some = people.slice(at, at + 200);
      await trx.insertInto("person").values(some).execute();
      const rows = some.map(({ id: personId }, i) => ({
        ...{ id: randomUUID(), personId, agencyId: agencies[(at + i) % agencies.length]?.id ?? "" },
        ...{ capacity: "head" as const, position: "Chủ tịch", phone: "0296 3 852 852" },
        ...{ email: "a@bench.gov.vn", decisionNo: "1/QĐ", decisionDay: "2000-01-01" },
        ...{ fromDay: "2000-01-01", untilDay: "2000-12-31" },
        ...{ recordedAt: signed.at, recordedBy: "bench" },
        ...{ publishedAt: signed.at, publishedBy: "bench" },
      }));
      await trx.insertInto("assignment").values(rows).execute();
    }
  });
}

async function time(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function ms(n: number): string {
  return `${Math.round(n)} ms`;
}
