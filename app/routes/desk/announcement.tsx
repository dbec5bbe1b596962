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
import { announceMeeting, findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
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
  return { meeting, barred: whyNotMove(meeting, "announced", now()) };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();

  const announced = await announceMeeting(db, meeting, { by: officer, at: now() });
  const words = messagesFor(request).meetings;
  if (!announced.ok) return data({ problem: words.reasons[announced.reason] }, { status: 409 });
  return goToSaying(request, paths.desk.meeting(meeting), words.pages.meeting.announced);
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.meeting.announce} · ${words.common.product}` }];
};

export default function Announcement() {
  const { meeting, barred } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>()?.problem;
  const words = useMessages().meetings.pages.meeting;
  return (
    <MeetingStep
      meeting={meeting}
      title={words.announce}
      lead={words.nextAnnounce}
      barred={barred}
      problem={problem}
    />
  );
}
