import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import { publicRecordOf } from "#app/domain/afterwards/record.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { eventJsonLd } from "#app/domain/feeds/event-json-ld.ts";
import { isExpected } from "#app/domain/meetings/meeting.ts";
import { findPublicMeeting } from "#app/domain/meetings/meeting-lists.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { CalendarFile } from "#app/ui/calendar-file.tsx";
import { Card } from "#app/ui/card.tsx";
import { calendarLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { MeetingFacts } from "#app/ui/meeting-facts.tsx";
import { MeetingRecord } from "#app/ui/meeting-record.tsx";
import { PhaseBadge } from "#app/ui/meeting-state.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const meeting = (await findPublicMeeting(db, params.meeting ?? "")) ?? notFound();
  const language = languageOf(new URL(request.url).pathname);
  const shown = { origin: config.ORIGIN, language, words: messagesIn(language) };
  const at = now();
  const record = await publicRecordOf(db, meeting, at);
  return { meeting, at, record, jsonLd: eventJsonLd(meeting, shown) };
}

export const meta: MetaFunction<typeof loader> = ({ data, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  if (!data) return [{ title: words.common.product }];
  const { meeting, jsonLd } = data;
  const calendar = localised(language, paths.meetingCalendar(meeting));
  return [
    { title: `${meeting.subject} · ${words.common.product}` },
    canonical({ location, matches }),
    calendarLink(calendar, words.calendars.subscribe.one),
    { "script:ld+json": jsonLd },
  ];
};

export default function Meeting() {
  const { meeting, at, record } = useLoaderData<typeof loader>();
  const words = useMessages().meetings.pages.site;
  const agency = useAgencyName()(meeting);
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.meetings()}>{words.title}</LinkTo>}
        lead={<PhaseBadge meeting={meeting} now={at} publicly />}
      >
        {meeting.subject}
      </PageTitle>
      {meeting.cancelledAt && (
        <Notice tone="warning" title={words.cancelled}>
          {words.because(meeting.cancelReason ?? "")}
        </Notice>
      )}
      {meeting.postponedAt && !meeting.cancelledAt && (
        <Notice tone="warning" title={words.postponed}>
          {words.because(meeting.postponeReason ?? "")}
        </Notice>
      )}
      {meeting.rescheduledFrom && isExpected(meeting) && (
        <Notice title={words.rescheduled(shortTime(meeting.rescheduledFrom, meeting.zone))}>
          {words.because(meeting.rescheduleReason ?? "")}
        </Notice>
      )}
      <Card>
        <MeetingFacts
          meeting={meeting}
          agency={
            <LinkTo to={publicPage({ ...meeting, id: meeting.agencyId, kind: meeting.agencyKind })}>
              {agency}
            </LinkTo>
          }
        />
      </Card>
      <CalendarFile meeting={meeting} />
      <MeetingRecord meeting={meeting} record={record} />
      {isExpected(meeting) && <p className="text-soft">{words.forPress}</p>}
    </>
  );
}
