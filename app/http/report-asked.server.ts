import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { findReportFor } from "#app/domain/reports/reporter.server.ts";
import { notFound } from "./responses.ts";

/** The annual report that an address names: its year, and whose it is where that is not the officer's own. */
export async function reportAsked(request: Request, officer: Officer, year: string | undefined) {
  const asked = new URL(request.url).searchParams.get("agency");
  const found = (await findReportFor(db, officer, { year, agency: asked })) ?? notFound();
  // Kept in every link, so that an officer who looks at another agency's report stays with it.
  const query = found.agency.id === officer.agencyId ? {} : { agency: found.agency.id };
  return { ...found, query };
}
