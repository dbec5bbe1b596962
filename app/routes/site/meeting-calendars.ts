import type { LoaderFunctionArgs } from "@remix-run/node";
import { countryFeed } from "#app/http/meeting-feed.server.ts";

/** The whole country's meetings, for calendar programs. */
export function loader({ request }: LoaderFunctionArgs) {
  return countryFeed(request, "ics");
}
