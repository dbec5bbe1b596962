import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findJournalistFor, trustJournalistAddress } from "#app/domain/press/journalists.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the journalist's own page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const journalist = (await findJournalistFor(db, officer, params.journalist ?? "")) ?? notFound();
  return goTo(request, paths.desk.journalist(journalist));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const journalist = (await findJournalistFor(db, officer, params.journalist ?? "")) ?? notFound();
  await trustJournalistAddress(db, journalist, { by: officer, at: now() });
  const sentence = messagesFor(request).mailTrouble.address.trusted(journalist.name);
  return goToSaying(request, paths.desk.journalist(journalist), sentence);
}
