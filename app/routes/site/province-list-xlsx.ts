import type { LoaderFunctionArgs } from "@remix-run/node";
import { listXlsx } from "#app/domain/publishing/list-xlsx.server.ts";
import { listFile } from "#app/http/list-file.server.ts";

/** The list of a province as an Excel workbook. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return listFile(request, params.code, {
    extension: "xlsx",
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    write: ({ entries }, { words, language }) => listXlsx(entries, words, language),
  });
}
