import type { LoaderFunctionArgs } from "@remix-run/node";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { exportSpokespersons } from "#app/domain/spokespersons/export.server.ts";
import { csvOf } from "#app/domain/spreadsheets/csv-writing.ts";
import { workbookOf } from "#app/domain/spreadsheets/workbook-writing.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { RegistrySearch } from "#app/http/registry-search.ts";
import { file, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The registry within an officer's reach, or what a search of it finds, as a file that can be brought back. */
export async function loader({ params: { format }, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  if (format !== "csv" && format !== "xlsx") return notFound();
  const words = messagesFor(request);
  const search = RegistrySearch.parse(Object.fromEntries(new URL(request.url).searchParams));
  const rows = await exportSpokespersons(db, officer, words, now(), search);
  const name = `${words.imports.exportFile}-${today()}.${format}`;
  if (format === "csv") return file(csvOf(rows), "text/csv; charset=utf-8", name);
  return file(await workbookOf(rows, words.imports.exportSheet), XLSX, name);
}
