import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listAccreditationsFor, SHELVES } from "#app/domain/portal/accreditations.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { StandingBadge } from "#app/ui/accreditation-facts.tsx";
import { CountdownBadge } from "#app/ui/countdown.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Shelves } from "#app/ui/shelves.tsx";
import { Table } from "#app/ui/table.tsx";

const Query = z.object({ shelf: z.enum(SHELVES).catch("open") });

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { shelf } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { counts, accreditations } = await listAccreditationsFor(db, officer, shelf);
  const rows = accreditations.map((one) => {
    const { id, name, outletName, subject, standing, due, decidedAt, objectedAt, reviewedAt } = one;
    const doneAt = objectedAt ? reviewedAt : decidedAt;
    return { id, name, outletName, subject, standing, due: due ?? null, doneAt };
  });
  return { shelf, shelves: SHELVES, counts, rows, at: now() };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.portal.desk.accreditations} · ${words.common.product}` }];
};

export default function Accreditations() {
  const { shelf, shelves, counts, rows, at } = useLoaderData<typeof loader>();
  const { desk: words, accreditation } = useMessages().portal;
  return (
    <Shelves
      title={words.accreditations}
      lead={words.accreditationsLead}
      tabs={shelves.map((one) => ({
        to: paths.desk.accreditations({ shelf: one }),
        label: words.shelves[one],
        count: counts[one],
        current: one === shelf,
      }))}
      empty={rows.length === 0 && words.noAccreditations}
    >
      <Table
        caption={words.accreditations}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          {
            head: words.journalist,
            names: true,
            cell: (one) => (
              <>
                <LinkTo to={paths.desk.accreditation(one)} className="font-semibold">
                  {one.name}
                </LinkTo>
                <span className="block text-sm text-soft">{one.outletName}</span>
              </>
            ),
          },
          {
            head: accreditation.meeting,
            cell: ({ subject }) => (
              <span className="wrap-anywhere">{subject ?? accreditation.everyMeeting}</span>
            ),
          },
          { head: words.state, cell: ({ standing }) => <StandingBadge standing={standing} /> },
          {
            head: words.clock,
            cell: ({ due, doneAt }) => due && <CountdownBadge due={due} now={at} doneAt={doneAt} />,
          },
        ]}
      />
    </Shelves>
  );
}
