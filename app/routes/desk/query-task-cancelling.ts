import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { cancelTask, findTaskFor } from "#app/domain/queries/tasks.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { refusalSentences } from "#app/http/own-query.server.ts";
import { notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Takes back what a unit was asked: only the agency that asked does. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findTaskFor(db, officer, params.task ?? "")) ?? notFound();
  if (!found.mine) return notFound();
  const outcome = await cancelTask(db, found.task, { by: officer, at: now() });
  const sentence = outcome.ok
    ? messagesFor(request).queryTasks.cancelled
    : refusalSentences(request, outcome).join(" ");
  return goToSaying(request, paths.desk.query(found.query), sentence);
}
