import type { LoaderFunctionArgs } from "@remix-run/node";
import { agencyFeed } from "#app/http/meeting-feed.server.ts";

/** An agency's meetings, for calendar programs. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return agencyFeed(request, params.agency, "ics");
}
