import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { reachOf } from "#app/domain/agencies/agency.ts";
import { loadLaw } from "#app/domain/policies/law.server.ts";
import { findAnnualReport, snapshotOf } from "#app/domain/reports/annual.server.ts";
import { figureOf, INDICATORS, writtenFigure } from "#app/domain/reports/annual.ts";
import { annualDocx } from "#app/domain/reports/annual-docx.server.ts";
import { annualPaper } from "#app/domain/reports/annual-paper.ts";
import { paperDetails } from "#app/domain/reports/paper-details.server.ts";
import { readinessOf } from "#app/domain/reports/readiness.server.ts";
import { leftToDo } from "#app/domain/reports/readiness.ts";
import { statisticsOf } from "#app/domain/reports/statistics.server.ts";
import startPostgres from "#app/test/postgres.ts";
import { A_PROVINCE, furnishPressYear } from "#app/test/press-year.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";

/**
 * How long the annual report of a province takes from the books to the Word file, and the figures of its whole year:
 * 120 agencies, 400 meetings, 5,000 requests, 60 incidents, on both databases. It is to be made in under three seconds.
 */
const AT = "2026-12-15T02:00:00.000Z";
const ROUNDS = 5;

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const stop = await startPostgres();
await measure("SQLite", `sqlite:${join(folder, "house.sqlite")}`);
await measure("PostgreSQL", process.env.TEST_POSTGRES_URL ?? "");
await stop?.();
rmSync(folder, { recursive: true, force: true });

async function measure(name: string, url: string) {
  const db = connect(url);
  await migrate(db);
  await loadLaw(db, { at: AT });
  await furnishPressYear(db, A_PROVINCE);
  const agency = await findAgency(db, "pc-91");
  if (!agency) throw new Error("The province is missing.");

  const made = await timed(async () => {
    const report = await findAnnualReport(db, agency, 2026);
    if (!report) throw new Error("There is no report of 2026.");
    const snapshot = await snapshotOf(db, agency, report, AT);
    const lines = await readinessOf(db, reachOf(agency), report.span, snapshot.indicators, AT);
    const paper = annualPaper(snapshot, await paperDetails(db, agency, { year: 2026, at: AT }));
    await annualDocx(paper);
    return {
      figures: INDICATORS.map((n) => writtenFigure(n, figureOf(snapshot.indicators[n]))).join(
        " · ",
      ),
      left: leftToDo(lines),
      agencies: lines.length,
    };
  });
  const span = { from: "2026-01-01", until: "2026-12-31" };
  const year = await timed(() => statisticsOf(db, reachOf(agency), span, AT));
  const { figures, left, agencies } = made.outcome;
  console.log(`${name}: ${agencies} agencies, figures ${figures}, ${left} things to do`);
  console.log(
    `  annual report with its Word file: ${made.slowest} ms at most of ${ROUNDS}, median ${made.median} ms`,
  );
  console.log(`  figures of the year: ${year.slowest} ms at most, median ${year.median} ms`);
  await db.destroy();
}

async function timed<Outcome>(work: () => Promise<Outcome>) {
  const times: number[] = [];
  let outcome: Outcome | undefined;
  for (let round = 0; round < ROUNDS; round += 1) {
    const began = performance.now();
    outcome = await work();
    times.push(Math.round(performance.now() - began));
  }
  times.sort((a, b) => a - b);
  return {
    outcome: outcome as Outcome,
    slowest: times.at(-1),
    median: times[Math.floor(ROUNDS / 2)],
  };
}
