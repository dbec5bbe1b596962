import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { StopForm } from "#app/domain/reminders/stop-form.ts";
import { resumeReminders } from "#app/domain/reminders/stops.server.ts";
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
  const asked = StopForm.safeParse(Object.fromEntries(await request.formData()));
  if (!asked.success) throw new Response(null, { status: 400 });
  const { rule = null, invitation = null } = asked.data;
  const what = { rule, invitationId: invitation };
  const done = await resumeReminders(db, meeting, what, { by: officer, at: now() });
  const words = messagesFor(request).reminders;
  const sentence = done.ok ? words.resumed : words.nothingStopped;
  return goToSaying(request, paths.desk.reminders(meeting, { rule: rule ?? undefined }), sentence);
}
