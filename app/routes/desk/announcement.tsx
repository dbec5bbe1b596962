import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  type MetaFunction,
} from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
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
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { MeetingFacts } from "#app/ui/meeting-facts.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

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
  const { common, meetings } = useMessages();
  const words = meetings.pages.meeting;
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={words.nextAnnounce}
      >
        {words.announce}
      </PageTitle>
      {(problem || barred) && (
        <Notice tone="problem">{problem ?? (barred && meetings.reasons[barred])}</Notice>
      )}
      <Card>
        <MeetingFacts meeting={meeting} />
      </Card>
      <Form method="post" className="flex flex-wrap gap-2">
        {!barred && <SendButton>{words.announce}</SendButton>}
        <ButtonLink to={paths.desk.meeting(meeting)}>{common.back}</ButtonLink>
      </Form>
    </>
  );
}
