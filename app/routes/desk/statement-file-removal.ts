import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findStatementFileFor, removeStatementFile } from "#app/domain/statements/files.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the page of the statement's files. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findStatementFileFor(db, officer, params.file ?? "")) ?? notFound();
  return goTo(request, paths.desk.statementFiles(found.statement));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const { file, statement } =
    (await findStatementFileFor(db, officer, params.file ?? "")) ?? notFound();
  const removed = await removeStatementFile(db, file, { by: officer, at: now() });
  const words = messagesFor(request);
  const sentence = removed.ok
    ? words.statementDesk.files.removed(file.title)
    : words.statements.refusals[removed.reason];
  return goToSaying(request, paths.desk.statementFiles(statement), sentence);
}
