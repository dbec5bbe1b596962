import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { sitemapIndex } from "#app/domain/publishing/sitemap.ts";
import { conditional } from "#app/http/conditional.ts";

/** Where search engines find every public page. */
export function loader({ request }: LoaderFunctionArgs) {
  return conditional(request, sitemapIndex(config.ORIGIN), {
    "Content-Type": "application/xml; charset=utf-8",
  });
}
