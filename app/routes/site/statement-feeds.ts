import type { LoaderFunctionArgs } from "@remix-run/node";
import { feedOfStatements } from "#app/http/statement-feed.server.ts";

/** What agencies of the whole country have said lately, as an Atom feed. */
export function loader({ request }: LoaderFunctionArgs) {
  return feedOfStatements(request, null);
}
