import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { readChosen } from "#app/domain/press/press-list.ts";
import { findListFor, removeMembers } from "#app/domain/press/press-lists.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever asks for this address is shown the list, where the boxes to tick are. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const list = (await findListFor(db, officer, params.list ?? "")) ?? notFound();
  return goTo(request, paths.desk.pressList(list));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const list = (await findListFor(db, officer, params.list ?? "")) ?? notFound();
  const chosen = readChosen(await request.formData());
  const words = messagesFor(request).press;
  const back = paths.desk.pressList(list);
  if (chosen.length === 0) return goToSaying(request, back, words.problems["nobody-chosen"]);

  const { removed } = await removeMembers(db, list, chosen, { by: officer, at: now() });
  return goToSaying(request, back, words.list.removed(removed));
}
