import { dayAfter, dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { reachOf } from "../agencies/agency.ts";
import { findAnnualReport } from "./annual.server.ts";
import { readinessFrom, yearInHand } from "./annual.ts";
import { evidenceOf } from "./evidence.server.ts";
import { readinessOf } from "./readiness.server.ts";
import { leftToDo } from "./readiness.ts";
import { findReporterFor } from "./reporter.server.ts";

/** What the desk says of the annual report that an officer's agency has to send soon. */
export interface ReportInHand {
  year: number;
  left: number; // things to do
  dueDay: Day; // to be sent before it
  isLate: boolean;
}

/** The report to be got ready, from the month before it is due until it is sent; undefined when there is none. */
export async function reportInHand(
  db: Db,
  officer: Officer,
  at: Moment,
): Promise<ReportInHand | undefined> {
  const today = dayOf(at);
  const year = yearInHand(today);
  const agency = await findReporterFor(db, officer, {});
  const report = agency && (await findAnnualReport(db, agency, year));
  if (!report || report.sendings.length > 0 || today < readinessFrom(report.rules))
    return undefined;
  const reach = reachOf(agency);
  const evidence = await evidenceOf(db, reach, report.span, at);
  const lines = await readinessOf(db, reach, report.span, evidence, at);
  const { lastDay } = report.rules;
  return {
    ...{ year, left: leftToDo(lines), dueDay: dayAfter(lastDay), isLate: today > lastDay },
  };
}
