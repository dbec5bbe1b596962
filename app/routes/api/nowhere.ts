import type { LoaderFunctionArgs } from "@remix-run/node";
import { openDataProblem } from "#app/http/open-data.server.ts";

/** Programs are told in their own way that an address is none. */
export function loader({ request }: LoaderFunctionArgs) {
  return openDataProblem(request, "no-such-address");
}

export const action = loader;
