import type { LoaderFunctionArgs } from "@remix-run/node";
import { periodName } from "#app/domain/reports/period-name.ts";
import { statisticsSheet } from "#app/domain/reports/statistics-sheet.ts";
import { csvOf } from "#app/domain/spreadsheets/csv-writing.ts";
import { workbookOf } from "#app/domain/spreadsheets/workbook-writing.server.ts";
import { figuresAsked } from "#app/http/figures-asked.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { file, notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { namesIn } from "#app/ui/area-name.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The figures of a period as a sheet. */
export async function loader({ params: { format }, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  if (format !== "csv" && format !== "xlsx") return notFound();
  const { scope, period, statistics } = await figuresAsked(request, officer);
  const language = languageOf(new URL(request.url).pathname);
  const words = messagesIn(language);
  const of = scope.agency ?? scope.province;
  const rows = statisticsSheet(words, statistics, {
    name: of ? namesIn(language).name(of) : words.reports.figures.whole,
    period: periodName(words, period),
  });
  const name = `${words.reports.figures.file}-${period.code}.${format}`;
  if (format === "csv") return file(csvOf(rows), "text/csv; charset=utf-8", name);
  return file(await workbookOf(rows, words.reports.figures.sheet), XLSX, name);
}
