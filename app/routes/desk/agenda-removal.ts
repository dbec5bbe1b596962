import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgendaItemFor, removeAgendaItem } from "#app/domain/programme/agenda.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the programme's own page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const item = (await findAgendaItemFor(db, officer, params.item ?? "")) ?? notFound();
  return goTo(request, paths.desk.programme(item.meeting));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const item = (await findAgendaItemFor(db, officer, params.item ?? "")) ?? notFound();
  const removed = await removeAgendaItem(db, item, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  const sentence = removed.ok ? words.agenda.removed(item.title) : words.reasons[removed.reason];
  return goToSaying(request, paths.desk.programme(item.meeting), sentence);
}
