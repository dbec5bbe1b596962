import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { cancelMeeting, postponeMeeting } from "#app/domain/invitations/changes.server.ts";
import { namesOf, toldOfCallingOff } from "#app/domain/invitations/invitees.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { isOver, whyNotMove } from "#app/domain/meetings/meeting.ts";
import { ReasonForm } from "#app/domain/meetings/meeting-form.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { messagesFor } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { goToSaying } from "./flash.server.ts";
import { requireOfficer } from "./guards.server.ts";
import { notFound } from "./responses.ts";

const WAYS = {
  cancelled: { call: cancelMeeting, page: "cancellation" },
  postponed: { call: postponeMeeting, page: "postponement" },
} as const;
type Way = keyof typeof WAYS;

/** What an officer sees before a meeting is called off or put off: whether it may be, and who would be told. */
export async function callingOff({ params, request }: LoaderFunctionArgs, to: Way) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const barred = whyNotMove(meeting, to, at);
  // The hour of a meeting that was put off is void: that it has passed says nothing.
  const isPast = isOver(meeting, at) && !meeting.postponedAt;
  const told = isPast ? [] : namesOf(await toldOfCallingOff(db, meeting.id));
  return { meeting, barred, told };
}

/** Takes the reason, and calls the meeting off or puts it off. */
export async function calledOff({ params, request }: ActionFunctionArgs, to: Way) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReasonForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { call, page } = WAYS[to];
  const outcome = await call(db, meeting, submission.value.reason, { by: officer, at: now() });
  const { reasons, pages } = messagesFor(request).meetings;
  if (!outcome.ok)
    return data(submission.reply({ formErrors: [reasons[outcome.reason]] }), { status: 409 });
  if (outcome.letters > 0) wake();
  return goToSaying(request, paths.desk.meeting(meeting), pages[page].done(outcome.letters));
}
