import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { whyNotMove } from "#app/domain/meetings/meeting.ts";
import {
  announceSeries,
  findSeriesFor,
  meetingsOfSeries,
} from "#app/domain/meetings/series.server.ts";
import { goToSaying } from "#app/http/flash.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink, SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SpanText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const series = (await findSeriesFor(db, officer, params.series ?? "")) ?? notFound();
  const all = await meetingsOfSeries(db, series.id);
  const meetings = all
    .filter((meeting) => !whyNotMove(meeting, "announced", now()))
    .map(({ id, subject, startsAt, endsAt, zone }) => ({ id, subject, startsAt, endsAt, zone }));
  return { series, meetings, subject: all.at(-1)?.subject ?? "" };
}

export async function action({ params, request }: ActionFunctionArgs) {
  const officer = await requireOfficer(request);
  const series = (await findSeriesFor(db, officer, params.series ?? "")) ?? notFound();

  const { announced } = await announceSeries(db, series, { by: officer, at: now() });
  const words = messagesFor(request).series;
  return goToSaying(request, paths.desk.series(series), words.page.announced(announced));
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.series.announcement.title} · ${words.common.product}` }];
};

export default function SeriesAnnouncement() {
  const { series, meetings, subject } = useLoaderData<typeof loader>();
  const { common, series: words } = useMessages();
  const says = words.announcement;
  return (
    <>
      <PageTitle above={<LinkTo to={paths.desk.series(series)}>{subject}</LinkTo>}>
        {says.title}
      </PageTitle>
      {meetings.length === 0 ? (
        <Notice>{says.none}</Notice>
      ) : (
        <Card>
          <p className="mb-3">{says.lead(meetings.length)}</p>
          <ul className="list-disc ps-6">
            {meetings.map((meeting) => (
              <li key={meeting.id}>
                <SpanText {...meeting} /> · {meeting.subject}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <Form method="post" className="flex flex-wrap gap-2">
        {meetings.length > 0 && <SendButton>{says.submit(meetings.length)}</SendButton>}
        <ButtonLink to={paths.desk.series(series)}>{common.back}</ButtonLink>
      </Form>
    </>
  );
}
