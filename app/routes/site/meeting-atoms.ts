import type { LoaderFunctionArgs } from "@remix-run/node";
import { countryFeed } from "#app/http/meeting-feed.server.ts";

/** What became of the whole country's meetings lately, for feed readers. */
export function loader({ request }: LoaderFunctionArgs) {
  return countryFeed(request, "atom");
}
