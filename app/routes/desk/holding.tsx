import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { whyNotMove } from "#app/domain/meetings/meeting.ts";
import { findMeetingFor, holdMeeting } from "#app/domain/meetings/meetings.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { MeetingStep } from "#app/ui/meeting-step.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  return { meeting, barred: whyNotMove(meeting, "held", now()) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();

  const held = await holdMeeting(db, meeting, { by: officer, at: now() });
  const words = messagesFor(request).meetings;
  if (!held.ok) return data({ problem: words.reasons[held.reason] }, { status: 409 });
  return goToSaying(request, paths.desk.meeting(meeting), words.pages.meeting.held);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.meeting.hold} · ${words.common.product}` }];
};

export default function Holding() {
  const { meeting, barred } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const words = useMessages().meetings.pages.meeting;
  return (
    <MeetingStep
      meeting={meeting}
      title={words.hold}
      lead={words.nextHold}
      barred={barred}
      problem={problem}
    />
  );
}
