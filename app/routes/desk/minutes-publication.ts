import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { publishMinutes } from "#app/domain/afterwards/minutes.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { goTo, notFound } from "#app/http/responses.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";

/** The button stands on the page of the minutes. */
export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  return goTo(request, paths.desk.minutes(meeting));
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const version = Number((await request.formData()).get("version"));
  const published = await publishMinutes(db, meeting, version, { by: officer, at: now() });
  const words = messagesFor(request).meetingRooms;
  const sentence = published.ok ? words.minutes.done : words.reasons[published.reason];
  return goToSaying(request, paths.desk.minutes(meeting), sentence);
}
