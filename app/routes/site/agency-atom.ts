import type { LoaderFunctionArgs } from "@remix-run/node";
import { agencyFeed } from "#app/http/meeting-feed.server.ts";

/** What became of an agency's meetings lately, for feed readers. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return agencyFeed(request, params.agency, "atom");
}
