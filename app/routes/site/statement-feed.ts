import type { LoaderFunctionArgs } from "@remix-run/node";
import { provinceOf } from "#app/http/asked-list.server.ts";
import { feedOfStatements } from "#app/http/statement-feed.server.ts";

/** What the agencies of a province have said lately, as an Atom feed. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  return feedOfStatements(request, await provinceOf(params.code));
}
