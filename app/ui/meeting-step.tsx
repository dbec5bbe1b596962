import { Form } from "@remix-run/react";
import type { Refusal } from "#app/domain/meetings/meeting.ts";
import type { MeetingOfAgency } from "#app/domain/meetings/meetings.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "./button.tsx";
import { Card } from "./card.tsx";
import { LinkTo } from "./link.tsx";
import { MeetingFacts } from "./meeting-facts.tsx";
import { Notice } from "./notice.tsx";
import { PageTitle } from "./page-title.tsx";

/** The page on which a meeting is taken a step further: what it is, what follows, and the button; or why not. */
export function MeetingStep({
  meeting,
  title,
  lead,
  barred,
  problem,
}: {
  meeting: MeetingOfAgency;
  title: string;
  lead: string;
  barred: Refusal | undefined;
  problem: string | undefined;
}) {
  const { common, meetings } = useMessages();
  const reason = problem ?? (barred && meetings.reasons[barred]);
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo>}
        lead={lead}
      >
        {title}
      </PageTitle>
      {reason && <Notice tone="problem">{reason}</Notice>}
      <Card>
        <MeetingFacts meeting={meeting} />
      </Card>
      <Form method="post" className="flex flex-wrap gap-2">
        {!barred && <SendButton>{title}</SendButton>}
        <ButtonLink to={paths.desk.meeting(meeting)}>{common.back}</ButtonLink>
      </Form>
    </>
  );
}
