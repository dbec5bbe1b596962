import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now, readLocalTime } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { setAnswerBy } from "#app/domain/meetings/answer-by.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the page of the meeting's reminders. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  return goTo(request, paths.desk.reminders(meeting));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const written = (await request.formData()).get("answerBy");
  const answerBy = readLocalTime(typeof written === "string" ? written : "", meeting.zone);
  if (!answerBy) throw new Response(null, { status: 400 });
  const done = await setAnswerBy(db, meeting, answerBy, { by: officer, at: now() });
  const { reminders, meetings } = messagesFor(request);
  const refused = { ...meetings.reasons, ...reminders.answerBy.problems };
  const sentence = done.ok ? reminders.answerBy.done : refused[done.reason];
  return goToSaying(request, paths.desk.reminders(meeting), sentence);
}
