import type { LoaderFunctionArgs } from "@remix-run/node";
import { listJson } from "#app/domain/publishing/list-json.ts";
import { listFile } from "#app/http/list-file.server.ts";

/** The list of a province for other programs. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return listFile(request, params.code, {
    extension: "json",
    type: "application/json; charset=utf-8",
    write: (list) => JSON.stringify(listJson(list), null, 2),
  });
}
