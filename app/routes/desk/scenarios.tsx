import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PenLine } from "lucide-react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { listScenariosFor } from "#app/domain/incidents/scenarios.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

const SHELVES = ["kept", "archived"] as const;
const ScenarioQuery = z.object({ shelf: z.enum(SHELVES).catch("kept") });

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { shelf } = ScenarioQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { scenarios: await listScenariosFor(db, officer, shelf), shelf };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.incidents.scenarios.title} · ${words.common.product}` }];
};

export default function Scenarios() {
  const { scenarios, shelf } = useLoaderData<typeof loader>();
  const words = useMessages().incidents;
  const says = words.scenarios;
  const { name } = useNames();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.incidents()}>{words.title}</LinkTo>}
        lead={says.lead}
        actions={
          <ButtonLink to={paths.desk.scenarioNew()} tone="primary">
            <PenLine aria-hidden="true" className="size-4" />
            {says.new}
          </ButtonLink>
        }
      >
        {says.title}
      </PageTitle>
      <div className="mb-3">
        <Tabs
          label={says.title}
          tabs={SHELVES.map((one) => ({
            to: paths.desk.scenarios({ shelf: one === "kept" ? undefined : one }),
            label: says.shelves[one],
            current: one === shelf,
          }))}
        />
      </div>
      {scenarios.length === 0 ? (
        <Empty title={says.empty[shelf]}>{shelf === "kept" && says.emptyLead}</Empty>
      ) : (
        <Table
          caption={says.title}
          rows={scenarios}
          keyOf={({ id }) => id}
          columns={[
            {
              head: says.name,
              names: true,
              cell: (scenario) => (
                <LinkTo to={paths.desk.scenario(scenario)}>{scenario.title}</LinkTo>
              ),
            },
            {
              head: says.kind,
              cell: ({ kind, level }) =>
                `${words.kinds[kind]} · ${level ? words.levels[level] : says.anyLevel}`,
            },
            {
              head: says.agency,
              cell: ({ agencyName, agencyNameEn }) =>
                name({ name: agencyName, nameEn: agencyNameEn }),
            },
            { head: says.speaks, cell: ({ speaks }) => speaks || "–" },
          ]}
        />
      )}
    </>
  );
}
