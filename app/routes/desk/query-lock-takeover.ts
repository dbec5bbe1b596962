import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { lockDraft } from "#app/domain/queries/drafts.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusalSentences, requireOwnQuery } from "#app/http/own-query.server.ts";
import { goTo } from "#app/http/responses.ts";
import { paths } from "#app/paths.ts";

/** Takes the draft from somebody who has it in hand; the log says so, and their next save is told. */
export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const outcome = await lockDraft(db, query, { takeOver: true }, { by: officer, at: now() });
  return outcome.ok
    ? goTo(request, paths.desk.queryDraft(query))
    : goToSaying(request, paths.desk.query(query), refusalSentences(request, outcome).join(" "));
}
