import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Siren } from "lucide-react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listIncidentsFor } from "#app/domain/incidents/incidents.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { IncidentClockText } from "#app/ui/incident-state.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

const SHELVES = ["open", "closed"] as const;

const IncidentQuery = z.object({
  shelf: z.enum(SHELVES).catch("open"),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = IncidentQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const found = await listIncidentsFor(db, officer, query, at);
  return { ...found, at, shelf: query.shelf, several: officer.reach !== "agency" };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.incidents.title} · ${words.common.product}` }];
};

export default function Incidents() {
  const { incidents, page, pages, at, shelf, several } = useLoaderData<typeof loader>();
  const words = useMessages().incidents;
  const { list } = words;
  const agencyName = useAgencyName();
  return (
    <>
      <PageTitle
        lead={words.lead}
        actions={
          <ButtonLink to={paths.desk.incidentNew()} tone="primary">
            <Siren aria-hidden="true" className="size-4" />
            {words.open}
          </ButtonLink>
        }
      >
        {words.title}
      </PageTitle>
      <div className="mb-3">
        <Tabs
          label={list.label}
          tabs={SHELVES.map((one) => ({
            to: paths.desk.incidents({ shelf: one === "open" ? undefined : one }),
            label: list.shelves[one],
            current: one === shelf,
          }))}
        />
      </div>
      {incidents.length === 0 ? (
        <Empty title={list.empty[shelf]}>{shelf === "open" && list.emptyLead}</Empty>
      ) : (
        <Table
          caption={list.shelves[shelf]}
          rows={incidents}
          keyOf={({ id }) => id}
          columns={[
            {
              head: list.incident,
              names: true,
              cell: (incident) => (
                <>
                  <LinkTo to={paths.desk.incident(incident)} className="font-semibold">
                    {incident.title}
                  </LinkTo>
                  {several && (
                    <span className="block text-sm text-soft">{agencyName(incident)}</span>
                  )}
                </>
              ),
            },
            {
              head: list.clock,
              cell: (incident) => <IncidentClockText incident={incident} now={at} />,
            },
            { head: list.clause, cell: ({ clause }) => words.clauses[clause] },
          ]}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}
