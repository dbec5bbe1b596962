import type { LoaderFunctionArgs } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { newestStatementsIn } from "#app/domain/statements/public.server.ts";
import { statementFeed } from "#app/domain/statements/statement-feed.server.ts";
import { provinceOf } from "#app/http/asked-list.server.ts";
import { conditional } from "#app/http/conditional.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";

const NEWEST = 50;

/** What the agencies of a province have said lately, as an Atom feed. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const province = await provinceOf(params.code);
  const statements = await newestStatementsIn(db, province.id, NEWEST);
  const language = languageOf(new URL(request.url).pathname);
  const told = { origin: config.ORIGIN, language, words: messagesIn(language) };
  return conditional(
    request,
    statementFeed({ province, statements }, told),
    {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Access-Control-Allow-Origin": "*",
    },
    { changedAt: statements[0]?.publishedAt },
  );
}
