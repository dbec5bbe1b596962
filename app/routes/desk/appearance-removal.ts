import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAppearanceFor, removeAppearance } from "#app/domain/reports/appearances.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** Whoever asks for this address is shown the list, where the button is. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findAppearanceFor(db, officer, params.appearance ?? "")) ?? notFound();
  return goTo(request, paths.desk.appearances({ agency: found.agencyId }));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const found = (await findAppearanceFor(db, officer, params.appearance ?? "")) ?? notFound();
  const { ok } = await removeAppearance(db, found, { by: officer, at: now() });
  const words = messagesFor(request).reports.appearances;
  const list = paths.desk.appearances({ agency: found.agencyId });
  return goToSaying(request, list, ok ? words.removed : words.problems.gone);
}
