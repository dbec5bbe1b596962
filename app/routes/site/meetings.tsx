import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now, readDay } from "#app/clock.ts";
import { config } from "#app/config.server.ts";
import { db } from "#app/db.server.ts";
import {
  agenciesMeeting,
  daysBeside,
  listPublicMeetings,
} from "#app/domain/meetings/meeting-lists.server.ts";
import { listProvinces } from "#app/domain/press/scope.server.ts";
import { longDay } from "#app/i18n/dates.ts";
import { languageOf, localised, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Empty } from "#app/ui/empty.tsx";
import { atomLink, calendarLink, canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { MeetingFilter } from "#app/ui/meeting-filter.tsx";
import { KindText, PhaseBadge } from "#app/ui/meeting-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SubscribeCard } from "#app/ui/subscribe-card.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { SpanText } from "#app/ui/time.tsx";

const WHEN = ["coming", "past"] as const;

const PublicQuery = z.object({
  when: z.enum(WHEN).catch("coming"),
  province: z
    .string()
    .regex(/^\d{2}$/)
    .catch(""),
  agency: z
    .string()
    .regex(/^[\w-]{1,60}$/)
    .catch(""),
  on: z.string().max(40).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const query = PublicQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const { when, province, on, page } = query;
  const day = readDay(on);
  const agencies = await agenciesMeeting(db, province || undefined);
  // Another province was chosen since: its agencies are others.
  const agency = agencies.find(({ id }) => id === query.agency)?.id ?? "";
  const asked = { provinceCode: province || undefined, agencyId: agency || undefined };
  const [found, provinces, beside] = await Promise.all([
    listPublicMeetings(db, { when, day, page, ...asked }, at),
    listProvinces(db),
    day ? daysBeside(db, asked, day) : null,
  ]);
  const isUnreadable = on !== "" && !day;
  const state = { when, province, agency, typed: day ?? on, day, isUnreadable, beside };
  return { ...found, ...state, at, provinces, agencies, origin: config.ORIGIN };
}

export const meta: MetaFunction<typeof loader> = ({ data, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  const whose = { agency: data?.agency, province: data?.province };
  const { subscribe } = words.calendars;
  return [
    { title: `${words.meetings.pages.site.title} · ${words.common.product}` },
    { name: "description", content: words.meetings.pages.site.lead },
    canonical({ location, matches }),
    calendarLink(localised(language, paths.meetingFeed(whose, "ics")), subscribe.ics),
    atomLink(localised(language, paths.meetingFeed(whose, "atom")), subscribe.atom),
  ];
};

export default function Meetings() {
  const shown = useLoaderData<typeof loader>();
  const { meetings, page, pages, when, province, agency, at, day } = shown;
  const words = useMessages();
  const { site } = words.meetings.pages;
  const { filter } = words.calendars;
  const language = useLanguage();
  return (
    <>
      <PageTitle lead={site.lead}>
        {day ? filter.day(longDay(day, language)) : site.title}
      </PageTitle>
      <MeetingFilter
        query={shown}
        provinces={shown.provinces}
        agencies={shown.agencies}
        typed={shown.typed}
        problem={shown.isUnreadable ? filter.badDay : undefined}
      />
      <div className="mb-4">
        {day ? (
          <BesideDay />
        ) : (
          <Tabs
            label={site.title}
            tabs={WHEN.map((one) => ({
              to: paths.meetings({ when: one === "coming" ? undefined : one, province, agency }),
              label: site.when[one],
              current: one === when,
            }))}
          />
        )}
      </div>
      {meetings.length === 0 && <Empty title={day ? filter.emptyDay : site.empty[when]} />}
      <ul className="mb-6">
        {meetings.map((meeting) => (
          <MeetingItem key={meeting.id} meeting={meeting} at={at} />
        ))}
      </ul>
      <Pager page={page} pages={pages} />
      <div className="mt-8">
        <SubscribeCard whose={{ province, agency }} origin={shown.origin} />
      </div>
    </>
  );
}

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

function MeetingItem({ meeting, at }: { meeting: Shown["meetings"][number]; at: string }) {
  const agencyName = useAgencyName();
  return (
    <li className="border-b border-line py-4">
      <p className="text-soft">
        <SpanText {...meeting} />
      </p>
      <h2 className="text-xl">
        <LinkTo to={paths.meeting(meeting)}>{meeting.subject}</LinkTo>
      </h2>
      <p>{agencyName(meeting)}</p>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-soft">
        <KindText {...meeting} />
        <PhaseBadge meeting={meeting} now={at} publicly />
        {meeting.venue}
      </p>
    </li>
  );
}

/** From one day with meetings to the next, and back to all of them. */
function BesideDay() {
  const { beside, province, agency } = useLoaderData<typeof loader>();
  const words = useMessages().calendars.filter;
  const language = useLanguage();
  const { before, after } = beside ?? {};
  return (
    <nav aria-label={words.on} className="print:hidden flex flex-wrap gap-x-6 gap-y-1">
      {before && (
        <LinkTo to={paths.meetings({ on: before, province, agency })} rel="prev">
          {words.before(longDay(before, language))}
        </LinkTo>
      )}
      {after && (
        <LinkTo to={paths.meetings({ on: after, province, agency })} rel="next">
          {words.after(longDay(after, language))}
        </LinkTo>
      )}
      <LinkTo to={paths.meetings({ province, agency })}>{words.wholeList}</LinkTo>
    </nav>
  );
}
