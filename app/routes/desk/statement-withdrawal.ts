import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findStatementFor, withdrawStatement } from "#app/domain/statements/statements.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the statement's own page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  return goTo(request, paths.desk.statement(statement));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const statement = (await findStatementFor(db, officer, params.statement ?? "")) ?? notFound();
  const withdrawn = await withdrawStatement(db, statement, { by: officer, at: now() });
  const words = messagesFor(request).statements;
  const sentence = withdrawn.ok ? words.desk.withdrawn : words.refusals[withdrawn.reason];
  return goToSaying(request, paths.desk.statement(statement), sentence);
}
