import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarPlus } from "lucide-react";
import { z } from "zod";
import { dayBefore, now, readDay, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { spanOf, VIEWS } from "#app/domain/meetings/calendar-span.ts";
import {
  type CalendarScope,
  daysOfSpan,
  meetingsBetween,
  speakersToShow,
  type Whose,
  waitingForHour,
} from "#app/domain/meetings/press-calendar.server.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { CalendarBar } from "#app/ui/calendar-bar.tsx";
import { CalendarTable } from "#app/ui/calendar-table.tsx";
import { Card } from "#app/ui/card.tsx";
import { DaySheet } from "#app/ui/day-sheet.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import styles from "#app/ui/press-calendar.css?url";
import { PressCalendar } from "#app/ui/press-calendar.tsx";
import { ProvinceChoice } from "#app/ui/province.tsx";

const CalendarQuery = z.object({
  view: z.enum(VIEWS).optional().catch(undefined),
  on: z.string().max(20).catch(""),
  of: z.string().max(60).catch(""),
  province: z.string().max(60).optional().catch(undefined),
});

export const links: LinksFunction = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = CalendarQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [province, people] = await Promise.all([
    findProvinceInHand(db, officer, query.province),
    speakersToShow(db, officer, now()),
  ]);
  const own = officer.agencyId ? "agency" : "province";
  const isKnown =
    query.of === "province" || query.of === own || people.some((one) => one.personId === query.of);
  const of = isKnown ? query.of : own;
  const scope: CalendarScope = {
    of: of === "agency" || of === "province" ? of : ({ personId: of } satisfies Whose),
    provinceId: province?.id,
  };
  const on = readDay(query.on) ?? today();
  const view = query.view ?? "month";
  const span = spanOf(view, on);
  const [meetings, waiting, days, provinces] = await Promise.all([
    meetingsBetween(db, officer, scope, span, now()),
    waitingForHour(db, officer, scope),
    daysOfSpan(db, span),
    officer.reach === "country" ? listProvinces(db) : [],
  ]);
  return {
    ...{ view, on, of, span, meetings, days, people, province, provinces, at: now() },
    isViewAsked: query.view !== undefined,
    hasAgency: officer.agencyId !== null,
    lastDay: dayBefore(span.until),
    today: today(),
    waiting: waiting.map(({ id, subject }) => ({ id, subject })),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCalendar.title} · ${words.common.product}` }];
};

export default function CalendarPage() {
  const loaded = useLoaderData<typeof loader>();
  const { provinces, province, waiting } = loaded;
  const { pressCalendar: words, meetings } = useMessages();
  return (
    <>
      <PageTitle
        actions={
          <ButtonLink to={paths.desk.meetingNew()} tone="primary">
            <CalendarPlus aria-hidden="true" className="size-4" />
            {meetings.pages.list.plan}
          </ButtonLink>
        }
      >
        {words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} whole />
      <CalendarBar {...loaded} />
      {loaded.view !== "agenda" && <DaySheet {...loaded} />}
      <PressCalendar {...loaded}>
        <CalendarTable {...loaded} />
      </PressCalendar>
      {waiting.length > 0 && (
        <Card title={words.waiting}>
          <ul className="list-disc ps-6">
            {waiting.map((meeting) => (
              <li key={meeting.id}>
                <LinkTo to={paths.desk.meeting(meeting)}>{meeting.subject}</LinkTo> ·{" "}
                <LinkTo
                  to={paths.desk.meetingMove(meeting)}
                  aria-label={words.table.moveThis(meeting.subject)}
                >
                  {words.table.move}
                </LinkTo>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
