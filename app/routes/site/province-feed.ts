import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { changesFeed } from "#app/domain/publishing/feed.server.ts";
import { changesOf } from "#app/domain/spokespersons/changes.server.ts";
import { provinceOf } from "#app/http/asked-list.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";

const NEWEST = 50;

/** The latest changes of a province's list as an Atom feed. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const province = await provinceOf(params.code);
  const range = { until: now(), limit: NEWEST };
  const changes = await changesOf(db, { provinceId: province.id }, range);
  const language = languageOf(new URL(request.url).pathname);
  const told = { origin: config.ORIGIN, language, words: messagesIn(language) };
  return conditional(
    request,
    changesFeed({ province, changes }, told),
    {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Access-Control-Allow-Origin": "*",
    },
    { changedAt: changes[0]?.at },
  );
}
