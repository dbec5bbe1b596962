import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import { newestPublicQueries } from "#app/domain/queries/public.server.ts";
import { queryFeed } from "#app/domain/queries/query-feed.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";

const NEWEST = 50;

/** What an agency was asked and answered, as an Atom feed: each from the moment on at which it is public record. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const found = (await findAgency(db, params.agency ?? "")) ?? notFound();
  if (formerUnitOf(found.id)) return notFound();
  const queries = await newestPublicQueries(db, found, now(), NEWEST);
  const language = languageOf(new URL(request.url).pathname);
  const agency = { id: found.id, name: language === "en" ? found.nameEn : found.name };
  const told = { origin: config.ORIGIN, language, words: messagesIn(language) };
  return conditional(
    request,
    queryFeed({ agency, queries }, told),
    {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Access-Control-Allow-Origin": "*",
    },
    { changedAt: queries[0]?.opensAt },
  );
}
