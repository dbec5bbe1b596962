import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { db } from "#app/db.server.ts";
import { findAgencyFor } from "#app/domain/agencies/agencies.server.ts";
import { KINDS } from "#app/domain/meetings/meeting.ts";
import { rulesFor, scopesFor } from "#app/domain/reminders/rule.ts";
import { currentRules } from "#app/domain/reminders/rules.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { AgencyAbove } from "#app/ui/agency-above.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const agency = (await findAgencyFor(db, officer, params.agency ?? "")) ?? notFound();
  const sets = await currentRules(db);
  const whose = { agencyId: agency.id, provinceId: agency.provinceId };
  const rows = KINDS.flatMap((kind) => rulesFor(sets, { kind, ...whose }) ?? []);
  return { agency, rows, maySet: scopesFor(officer, agency).length > 0 };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reminders.rules.title} · ${words.common.product}` }];
};

export default function ReminderRules() {
  const { agency, rows, maySet } = useLoaderData<typeof loader>();
  const { reminders, meetings } = useMessages();
  const words = reminders.rules;
  const hours = (n: number | null) => (n === null ? words.never : words.hours(n));
  return (
    <>
      <PageTitle above={<AgencyAbove agency={agency} />} lead={words.lead}>
        {words.title}
      </PageTitle>
      <Table
        caption={words.title}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: words.kind,
            names: true,
            cell: ({ kind }) => <span className="font-semibold">{meetings.kinds[kind]}</span>,
          },
          { head: words.head.reminder, cell: ({ reminderHours }) => hours(reminderHours) },
          { head: words.head.last, cell: ({ lastHours }) => hours(lastHours) },
          { head: words.head.decision, cell: ({ decisionHours }) => hours(decisionHours) },
          { head: words.head.thanks, cell: ({ thanks }) => (thanks ? words.yes : words.never) },
          {
            head: words.head.quiet,
            cell: ({ quietFrom, quietUntil }) => words.quietSpan(quietFrom, quietUntil),
          },
          { head: words.source, cell: ({ scope }) => words.holds[scope] },
          {
            head: words.edit,
            acts: true,
            cell: ({ kind }) =>
              maySet && (
                <LinkTo
                  to={paths.desk.reminderRule(agency, kind)}
                  className="inline-flex min-h-9 items-center"
                >
                  {words.edit}
                  <span className="sr-only">: {meetings.kinds[kind]}</span>
                </LinkTo>
              ),
          },
        ]}
      />
    </>
  );
}
