import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import type { MeetingOfAgency } from "#app/domain/meetings/meetings.server.ts";
import { countsOf, listReminders } from "#app/domain/reminders/plan.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { ReminderCountBadges, ReminderSentence } from "#app/ui/reminder-standing.tsx";
import { Table } from "#app/ui/table.tsx";
import { SpanText } from "#app/ui/time.tsx";

const Query = z.object({ page: z.coerce.number().int().catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { page } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { plans, ...pages } = await listReminders(db, officer, { now: now(), page });
  return {
    ...pages,
    agencyId: officer.agencyId,
    several: officer.reach !== "agency",
    plans: plans.map(({ meeting, set, standings }) => {
      const { id, subject, startsAt, endsAt, zone } = meeting;
      return {
        meeting: { id, subject, startsAt, endsAt, zone },
        agency: nameOf(meeting),
        quiet: { quietFrom: set.quietFrom, quietUntil: set.quietUntil },
        standings: standings.map((standing) => ({
          ...{ rule: standing.rule, counted: standing.counted, at: standing.at },
          ...{ dropped: standing.dropped, state: standing.state, counts: countsOf(standing) },
          heldUntil: standing.heldUntil,
        })),
      };
    }),
  };
}

/** As much of a meeting as names its agency. */
const nameOf = (meeting: MeetingOfAgency) => ({
  ...{ agencyName: meeting.agencyName, agencyNameEn: meeting.agencyNameEn },
  ...{ provinceType: meeting.provinceType, provinceName: meeting.provinceName },
  provinceNameEn: meeting.provinceNameEn,
});

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reminders.title} · ${words.common.product}` }];
};

export default function Reminders() {
  const { plans, page, pages, agencyId, several } = useLoaderData<typeof loader>();
  const { reminders: words, meetings } = useMessages();
  const agencyName = useAgencyName();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.meetings()}>{meetings.pages.list.title}</LinkTo>}
        lead={words.allLead}
        actions={
          agencyId && (
            <ButtonLink to={paths.desk.reminderRules({ id: agencyId })}>
              {words.rulesLink}
            </ButtonLink>
          )
        }
      >
        {words.title}
      </PageTitle>
      {plans.length === 0 && (
        <Empty title={words.empty}>
          <p>{words.emptyLead}</p>
        </Empty>
      )}
      {plans.map(({ meeting, agency, quiet, standings }) => (
        <Card
          key={meeting.id}
          title={
            <LinkTo to={paths.desk.reminders(meeting)} className="wrap-anywhere">
              {meeting.subject}
            </LinkTo>
          }
        >
          <p className="mb-3 text-soft">
            <SpanText {...meeting} />
            {several && <> · {agencyName(agency)}</>}
          </p>
          <Table
            caption={meeting.subject}
            rows={standings}
            keyOf={({ rule }) => rule}
            columns={[
              {
                head: words.what,
                names: true,
                cell: ({ rule }) => (
                  <LinkTo to={paths.desk.reminders(meeting, { rule })}>{words.kinds[rule]}</LinkTo>
                ),
              },
              {
                head: words.when,
                cell: (standing) => (
                  <ReminderSentence standing={standing} zone={meeting.zone} quiet={quiet} />
                ),
              },
              {
                head: words.howMany,
                cell: ({ counts, dropped }) => (
                  <ReminderCountBadges counts={counts} meant={dropped === null} />
                ),
              },
            ]}
          />
        </Card>
      ))}
      <Pager page={page} pages={pages} />
    </>
  );
}
