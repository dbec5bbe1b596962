import type { LoaderFunctionArgs } from "@remix-run/node";
import { listCsv } from "#app/domain/publishing/list-csv.ts";
import { listFile } from "#app/http/list-file.server.ts";

/** The list of a province for a spreadsheet. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return listFile(request, params.code, {
    extension: "csv",
    type: "text/csv; charset=utf-8; header=present",
    write: ({ entries }, { words, language }) => listCsv(entries, words, language),
  });
}
