import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { Officer } from "#app/domain/accounts/officer.ts";
import { snapshotOf, thaw } from "#app/domain/reports/annual.server.ts";
import { annualPaper } from "#app/domain/reports/annual-paper.ts";
import { paperDetails } from "#app/domain/reports/paper-details.server.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { reportAsked } from "./report-asked.server.ts";
import { notFound } from "./responses.ts";

/** The paper of the report that an address names: a version as it was sent, the last one sent, or the draft. */
export async function annualPaperAsked(
  request: Request,
  officer: Officer,
  named: string | undefined,
) {
  const { year, agency, report } = await reportAsked(request, officer, named);
  const version = new URL(request.url).searchParams.get("version");
  const sending = version
    ? (report.sendings.find((one) => String(one.version) === version) ?? notFound())
    : report.sendings[0];
  const at = now();
  const [snapshot, details] = await Promise.all([
    sending ? thaw(sending).snapshot : snapshotOf(db, agency, report, at),
    paperDetails(db, agency, { year, sending, at }),
  ]);
  const { file } = messagesIn("vi").reports.paper;
  return { paper: annualPaper(snapshot, details), name: file(year) };
}
