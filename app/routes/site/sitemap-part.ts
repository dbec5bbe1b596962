import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { sitemapPart } from "#app/domain/publishing/sitemap.server.ts";
import { SITEMAP_PARTS } from "#app/domain/publishing/sitemap.ts";
import { conditional } from "#app/http/conditional.ts";
import { notFound } from "#app/http/responses.ts";

/** One part of the sitemap; a robot may keep it for an hour. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const part = SITEMAP_PARTS.find((one) => `${one}.xml` === params.part) ?? notFound();
  return conditional(request, await sitemapPart(db, part, { origin: config.ORIGIN, at: now() }), {
    "Content-Type": "application/xml; charset=utf-8",
    "Cache-Control": "public, max-age=3600",
  });
}
