import type { LoaderFunctionArgs } from "@remix-run/node";
import { provinceFeed } from "#app/http/meeting-feed.server.ts";

/** What became of a province's meetings lately, for feed readers. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return provinceFeed(request, params.code, "atom");
}
