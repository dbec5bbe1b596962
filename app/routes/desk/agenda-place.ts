import { parseWithZod } from "@conform-to/zod/v4";
import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import {
  agendaOf,
  findAgendaItemFor,
  moveAgendaItem,
} from "#app/domain/programme/agenda.server.ts";
import { PlaceForm } from "#app/domain/programme/agenda.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The buttons stand on the programme's own page. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const item = (await findAgendaItemFor(db, officer, params.item ?? "")) ?? notFound();
  return goTo(request, paths.desk.programme(item.meeting));
}

/** Says where the point stands now, and comes back to it. */
export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const item = (await findAgendaItemFor(db, officer, params.item ?? "")) ?? notFound();
  const back = paths.desk.programme(item.meeting, item);
  const submission = parseWithZod(await request.formData(), { schema: PlaceForm });
  if (submission.status !== "success") return goTo(request, back);

  const { place } = submission.value;
  const moved = await moveAgendaItem(db, item, place, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  if (!moved.ok) return goToSaying(request, back, words.reasons[moved.reason]);
  const agenda = await agendaOf(db, item.meetingId);
  const stands = agenda.findIndex(({ id }) => id === item.id) + 1;
  return goToSaying(request, back, words.agenda.moved(item.title, stands, agenda.length));
}
