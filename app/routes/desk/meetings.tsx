import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CalendarPlus, Siren } from "lucide-react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listMeetingsFor } from "#app/domain/meetings/meeting-lists.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { KindText, PhaseBadge } from "#app/ui/meeting-state.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { SpanText } from "#app/ui/time.tsx";

const WHEN = ["coming", "past", "all"] as const;

const MeetingQuery = z.object({
  when: z.enum(WHEN).catch("coming"),
  q: z.string().max(200).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = MeetingQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const found = await listMeetingsFor(db, officer, query, at);
  return { ...found, when: query.when, q: query.q, at, several: officer.reach !== "agency" };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.meetings.pages.list.title} · ${words.common.product}` }];
};

export default function Meetings() {
  const { meetings, page, pages, when, q, at, several } = useLoaderData<typeof loader>();
  const words = useMessages();
  const { list, tally } = words.meetings.pages;
  const agencyName = useAgencyName();
  return (
    <>
      <PageTitle
        actions={
          <>
            <ButtonLink to={paths.desk.meetingNew()} tone="primary">
              <CalendarPlus aria-hidden="true" className="size-4" />
              {list.plan}
            </ButtonLink>
            <ButtonLink to={paths.desk.meetingUrgent()} tone="danger">
              <Siren aria-hidden="true" className="size-4" />
              {list.urgent}
            </ButtonLink>
          </>
        }
      >
        {list.title}
      </PageTitle>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <Tabs
          label={list.title}
          tabs={WHEN.map((one) => ({
            to: paths.desk.meetings({ when: one === "coming" ? undefined : one, q }),
            label: list.when[one],
            current: one === when,
          }))}
        />
        <SearchForm
          label={list.search}
          value={q}
          keep={{ when: when === "coming" ? undefined : when }}
        />
      </div>
      {meetings.length === 0 ? (
        <Empty title={q ? list.nothingFound(q) : list.empty[when]}>
          {q && <LinkTo to={paths.desk.meetings({ when })}>{list.withoutSearch}</LinkTo>}
        </Empty>
      ) : (
        <Table
          caption={list.title}
          rows={meetings}
          keyOf={({ id }) => id}
          columns={[
            { head: list.time, cell: (meeting) => <SpanText {...meeting} /> },
            {
              head: list.subject,
              names: true,
              cell: (meeting) => (
                <>
                  <LinkTo to={paths.desk.meeting(meeting)} className="font-semibold">
                    {meeting.subject}
                  </LinkTo>
                  {several && (
                    <span className="block text-sm text-soft">{agencyName(meeting)}</span>
                  )}
                </>
              ),
            },
            { head: list.kind, cell: (meeting) => <KindText {...meeting} /> },
            { head: list.phase, cell: (meeting) => <PhaseBadge meeting={meeting} now={at} /> },
            { head: list.answers, cell: (meeting) => tally(meeting.tally) },
          ]}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}
