import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { type AgencyOfArea, findAgencyFor, findCommitteeOf } from "../agencies/agencies.server.ts";
import { type AnnualReport, findAnnualReport } from "./annual.server.ts";

/**
 * The agency whose report an officer has in hand: their own unless another within their reach is named; an
 * administrator may name a province in place of its committee. Undefined when it is not theirs, or nobody's yet.
 */
export async function findReporterFor(
  db: Db,
  officer: Officer,
  { agency, province }: { agency?: string | null; province?: string | null },
): Promise<AgencyOfArea | undefined> {
  if (agency) return findAgencyFor(db, officer, agency);
  if (officer.agencyId) return findAgencyFor(db, officer, officer.agencyId);
  const committee = province ? await findCommitteeOf(db, province) : undefined;
  return committee && findAgencyFor(db, officer, committee.id);
}

/** A report by its year and agency as an address names them, with that agency; undefined when there is none for this officer. */
export async function findReportFor(
  db: Db,
  officer: Officer,
  { year: named = "", ...asked }: { year?: string; agency?: string | null },
): Promise<{ year: number; agency: AgencyOfArea; report: AnnualReport } | undefined> {
  const year = readYear(named);
  const agency = year && (await findReporterFor(db, officer, asked));
  const report = year && agency ? await findAnnualReport(db, agency, year) : undefined;
  return year && agency && report ? { year, agency, report } : undefined;
}

/** The year that an address says; undefined when it is none of this century. */
export function readYear(text: string): number | undefined {
  return /^20\d\d$/.test(text) ? Number(text) : undefined;
}
