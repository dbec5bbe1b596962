import type { LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { readChoice } from "#app/domain/invitations/choice.server.ts";
import { chooseJournalists } from "#app/domain/press/journalists.server.ts";
import { previewStatement } from "#app/domain/statements/publication.server.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { letterSheet, sentenceSheet } from "#app/http/letter-sheet.ts";
import { letterPage, notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";

/** The letter that the first of those chosen would get, for the frame beside the button. Nothing is sent. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const url = new URL(request.url);
  const language = languageOf(url.pathname);
  const words = messagesIn(language).statements;
  const guests = await chooseJournalists(db, statement.provinceId, readChoice(url.searchParams));
  const [first] = guests;
  if (!first) return letterPage(sentenceSheet(language, [words.publication.before]));
  const letter = await previewStatement(db, statement, first, now());
  if (!letter) return letterPage(sentenceSheet(language, [words.refusals["not-a-speaker"]]));
  return letterPage(letterSheet(language, { letter, guests }));
}
