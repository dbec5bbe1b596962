import type { ActionFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { takeQuery } from "#app/domain/queries/queries.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { refusalSentences, requireOwnQuery } from "#app/http/own-query.server.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Takes a query in hand: whoever presses the button is in charge. */
export async function action({ params, request }: ActionFunctionArgs) {
  const { officer, query } = await requireOwnQuery(request, params);
  const outcome = await takeQuery(db, query, { by: officer, at: now() });
  const sentence = outcome.ok
    ? messagesFor(request).queryDesk.take.done
    : refusalSentences(request, outcome).join(" ");
  return goToSaying(request, paths.desk.query(query), sentence);
}
