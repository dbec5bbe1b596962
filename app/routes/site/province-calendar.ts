import type { LoaderFunctionArgs } from "@remix-run/node";
import { provinceFeed } from "#app/http/meeting-feed.server.ts";

/** A province's meetings, for calendar programs. */
export function loader({ params, request }: LoaderFunctionArgs) {
  return provinceFeed(request, params.code, "ics");
}
