import { csvOf } from "#app/domain/spreadsheets/csv-writing.ts";
import { workbookOf } from "#app/domain/spreadsheets/workbook-writing.server.ts";
import { file, notFound } from "./responses.ts";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** A table as a file to keep, CSV or XLSX; it holds people's names perhaps, so no cache keeps it. */
export async function tableFile(
  rows: string[][],
  { name, sheet, format }: { name: string; sheet: string; format: string | undefined },
) {
  if (format !== "csv" && format !== "xlsx") return notFound();
  const answer =
    format === "csv"
      ? file(csvOf(rows), "text/csv; charset=utf-8", `${name}.csv`)
      : file(await workbookOf(rows, sheet), XLSX, `${name}.xlsx`);
  answer.headers.set("Cache-Control", "no-store");
  return answer;
}
