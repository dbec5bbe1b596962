import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { findMeetingFor } from "#app/domain/meetings/meetings.server.ts";
import { previewReminder } from "#app/domain/reminders/plan.server.ts";
import { isRule } from "#app/domain/reminders/rule.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { LetterFrame } from "#app/ui/letter-frame.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const meeting = (await findMeetingFor(db, officer, params.meeting ?? "")) ?? notFound();
  const search = new URL(request.url).searchParams;
  const rule = search.get("rule") ?? "";
  if (!isRule(rule)) return notFound();
  const invitationId = search.get("for") ?? "";
  const letter = (await previewReminder(db, meeting, { rule, invitationId })) ?? notFound();
  const { from, subject, text, to, toName } = letter;
  return {
    meeting: { id: meeting.id, subject: meeting.subject },
    ...{ rule, invitationId, letter: { from, subject, text, to: `${toName} <${to}>` } },
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reminders.preview} · ${words.common.product}` }];
};

export default function ReminderPreview() {
  const { meeting, rule, invitationId, letter } = useLoaderData<typeof loader>();
  const words = useMessages().reminders;
  const to = useLocalised();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.reminders(meeting, { rule })}>{meeting.subject}</LinkTo>}
        lead={words.previewLead}
        actions={
          <ButtonLink to={paths.desk.reminders(meeting, { rule })}>{words.ofMeeting}</ButtonLink>
        }
      >
        {words.previewTitle(words.kinds[rule])}
      </PageTitle>
      <Card>
        <LetterFrame
          {...letter}
          src={to(paths.desk.reminderLetter(meeting, { rule, for: invitationId }))}
        />
        <p className="mt-4 text-soft">{words.noCalendar}</p>
      </Card>
    </>
  );
}
