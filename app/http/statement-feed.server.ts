import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import type { AreaEntry } from "#app/domain/areas/atlas.ts";
import { newestStatementsIn } from "#app/domain/statements/public.server.ts";
import { changedLast, statementFeed } from "#app/domain/statements/statement-feed.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { conditional } from "./conditional.ts";

const NEWEST = 50;

/** The newest statements of a province, or of the country, for feed readers. */
export async function feedOfStatements(request: Request, province: AreaEntry | null) {
  const statements = await newestStatementsIn(db, province?.id, NEWEST);
  const language = languageOf(new URL(request.url).pathname);
  const told = { origin: config.ORIGIN, language, words: messagesIn(language) };
  return conditional(
    request,
    statementFeed({ province, statements }, told),
    {
      "Content-Type": "application/atom+xml; charset=utf-8",
      "Access-Control-Allow-Origin": "*",
    },
    { changedAt: changedLast(statements) },
  );
}
