import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { openApiDocument } from "#app/domain/open-data/openapi.ts";
import { mayTry } from "#app/http/limits.server.ts";
import { onlyRead, openData, openDataProblem } from "#app/http/open-data.server.ts";

/** The description of all of this for programs: OpenAPI 3.1. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  if (!(await mayTry("lookup", context.address))) return openDataProblem(request, "too-many");
  return openData(request, openApiDocument(config.ORIGIN));
}

export const action = onlyRead;
