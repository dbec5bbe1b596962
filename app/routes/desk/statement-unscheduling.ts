import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { unscheduleStatement } from "#app/domain/statements/schedule.server.ts";
import { findStatementFor } from "#app/domain/statements/statements.server.ts";
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
  const taken = await unscheduleStatement(db, statement, { by: officer, at: now() });
  const words = messagesFor(request);
  const sentence = taken.ok
    ? words.statementDesk.desk.unscheduled
    : words.statements.refusals[taken.reason];
  return goToSaying(request, paths.desk.statement(statement), sentence);
}
