import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listRequestsFor, REQUEST_SHELVES } from "#app/domain/portal/data-requests.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { CountdownBadge } from "#app/ui/countdown.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Shelves } from "#app/ui/shelves.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

const Query = z.object({ shelf: z.enum(REQUEST_SHELVES).catch("open") });

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { shelf } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { counts, requests } = await listRequestsFor(db, officer, shelf);
  const rows = requests.map(({ id, name, kind, state, askedAt, executedAt, due }) => ({
    ...{ id, name, kind, state, askedAt, executedAt, due: due ?? null },
  }));
  return { shelf, shelves: REQUEST_SHELVES, counts, rows, at: now() };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.dataRequests} · ${words.common.product}` }];
};

export default function DataRequests() {
  const { shelf, shelves, counts, rows, at } = useLoaderData<typeof loader>();
  const { desk: words, data } = useMessages().portal;
  return (
    <Shelves
      title={words.dataRequests}
      lead={words.dataRequestsLead}
      tabs={shelves.map((one) => ({
        to: paths.desk.dataRequests({ shelf: one }),
        label: words.dataShelves[one],
        count: counts[one],
        current: one === shelf,
      }))}
      empty={rows.length === 0 && words.noDataRequests}
    >
      <Table
        caption={words.dataRequests}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: words.journalist,
            names: true,
            cell: (one) => (
              <LinkTo to={paths.desk.dataRequest(one)} className="font-semibold">
                {one.name}
              </LinkTo>
            ),
          },
          { head: words.kind, cell: ({ kind }) => data.kinds[kind] },
          { head: words.asked, cell: ({ askedAt }) => <TimeText at={askedAt} /> },
          {
            head: words.state,
            cell: ({ state, executedAt }) => (
              <Badge tone={executedAt ? "done" : "due"}>{data.states[state]}</Badge>
            ),
          },
          {
            head: words.clock,
            cell: ({ due, executedAt }) =>
              due && <CountdownBadge due={due} now={at} doneAt={executedAt} />,
          },
        ]}
      />
    </Shelves>
  );
}
