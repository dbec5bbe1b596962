import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { archiveLine, findLineFor } from "#app/domain/queries/lines.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { refusalSentences } from "#app/http/own-query.server.ts";
import { notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Lays a line to take aside. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const line = (await findLineFor(db, officer, params.line ?? "")) ?? notFound();
  const outcome = await archiveLine(db, line, { by: officer, at: now() });
  const sentence = outcome.ok
    ? messagesFor(request).linesToTake.archived
    : refusalSentences(request, outcome).join(" ");
  return goToSaying(request, paths.desk.lines(), sentence);
}
