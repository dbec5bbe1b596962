import { parseWithZod } from "@conform-to/zod/v4";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { postponeMeeting } from "#app/domain/invitations/changes.server.ts";
import { inviteesOf, namesOf } from "#app/domain/invitations/invitees.server.ts";
import { wake } from "#app/domain/mail/worker.server.ts";
import { isOver, whyNotMove } from "#app/domain/meetings/meeting.ts";
import { ReasonForm } from "#app/domain/meetings/meeting-form.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { CallOff } from "#app/ui/call-off.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const at = now();
  const barred = whyNotMove(meeting, "postponed", at);
  const told = isOver(meeting, at) ? [] : namesOf(await inviteesOf(db, meeting.id));
  return { meeting, barred, told };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const submission = parseWithZod(await request.formData(), { schema: ReasonForm });
  if (submission.status !== "success") return data(submission.reply(), { status: 400 });

  const { reason } = submission.value;
  const postponed = await postponeMeeting(db, meeting, reason, { by: officer, at: now() });
  const { reasons, pages } = messagesFor(request).meetings;
  if (!postponed.ok)
    return data(submission.reply({ formErrors: [reasons[postponed.reason]] }), { status: 409 });
  if (postponed.letters > 0) wake();
  const sentence = pages.postponement.done(postponed.letters);
  return goToSaying(request, paths.desk.meeting(meeting), sentence);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.postponement.title} · ${words.common.product}` }];
};

export default function Postponement() {
  const words = useMessages().meetings.pages.postponement;
  return <CallOff {...useLoaderData<typeof loader>()} words={words} lastResult={useActionData()} />;
}
