import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { hammer } from "#app/test/hammer.ts";
import startPostgres from "#app/test/postgres.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

/**
 * Kills the workers 25 times in the midst of 1,500 letters, of which the receiver puts off a tenth and takes
 * one in fifty without an answer: nothing may be lost, nothing may come under two Message-IDs, and what came twice
 * is at most what was in the air. On SQLite with one worker, on PostgreSQL with two.
 * `node scripts/run.js bench/hammer [sqlite|postgres] [letters] [kills]`; with HAMMER_OUT=folder what was
 * promised and what was taken is written there, for another judge; HAMMER_SERVER=smtp://… names another receiver.
 */
const [which = "sqlite", letters = "1500", kills = "25"] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const stopPostgres = which === "postgres" ? await startPostgres() : undefined;
const database = process.env.TEST_POSTGRES_URL ?? `sqlite:${join(folder, "hammer.sqlite")}`;
const db = connect(database);
await migrate(db);
await db.destroy();

const workers = which === "postgres" ? 2 : 1;
const audit = await hammer({
  ...{ database, workers, letters: Number(letters), kills: Number(kills) },
  ...(process.env.HAMMER_SERVER && { server: process.env.HAMMER_SERVER }),
});
await stopPostgres?.();
rmSync(folder, { recursive: true, force: true });

const out = process.env.HAMMER_OUT;
if (out) {
  const lines = (all: { messageId: string; to: string }[], between: string) =>
    all.map(({ messageId, to }) => `${messageId}${between}${to}\n`).join("");
  writeFileSync(join(out, "expected.tsv"), lines(audit.expected, "\t"));
  writeFileSync(join(out, "taken.log"), lines(audit.taken, " "));
}
const { lost, changed, copies, extra, allowed, seconds } = audit;
console.log(
  `${which}, ${workers} worker${workers > 1 ? "s" : ""}: ${letters} letters, ${kills} kills, ${seconds.toFixed(0)} s, load ${loadavg()[0]?.toFixed(1)}`,
);
console.log(`lost ${lost.length}, changed ${changed.length} (to hold: 0 and 0)`);
console.log(`${copies} taken, ${extra} of them again (to hold: ${allowed})`);
const holds = lost.length === 0 && changed.length === 0 && extra <= allowed;
process.exit(holds ? 0 : 1);
