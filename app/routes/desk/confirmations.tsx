import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayOf, now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { freshnessSentence, quarterOf } from "#app/domain/spokespersons/confirmation.ts";
import { countToAsk } from "#app/domain/spokespersons/confirmations.server.ts";
import { UPKEEP_SHELVES, upkeepFor } from "#app/domain/spokespersons/upkeep.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { SendButton } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { FreshnessBadge } from "#app/ui/freshness.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Contact } from "#app/ui/speaker-card.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

const UpkeepQuery = z.object({
  shelf: z.enum(UPKEEP_SHELVES).catch("amber"),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = UpkeepQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const mayAsk = officer.reach !== "agency";
  const [found, letters] = await Promise.all([
    upkeepFor(db, officer, query, at),
    mayAsk ? countToAsk(db, officer, at) : null,
  ]);
  return {
    ...found,
    letters,
    quarter: quarterOf(dayOf(at)),
    shelf: query.shelf,
    shelves: UPKEEP_SHELVES,
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.confirmations.desk.title} · ${words.common.product}` }];
};

export default function Confirmations() {
  const { entries, page, pages, counts, letters, quarter, shelf, shelves } =
    useLoaderData<typeof loader>();
  const { confirmations } = useMessages();
  const words = confirmations.desk;
  const columns = useColumns();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{words.above}</LinkTo>}
        lead={words.lead(confirmations.quarter(quarter))}
      >
        {words.title}
      </PageTitle>
      {letters && <Ask {...letters} />}
      <div className="mb-3">
        <Tabs
          label={words.title}
          tabs={shelves.map((one) => ({
            to: paths.desk.confirmations({ shelf: one }),
            label: words.shelves[one],
            count: counts[one],
            current: one === shelf,
          }))}
        />
      </div>
      {entries.length === 0 ? (
        <Empty title={words.empty[shelf]} />
      ) : (
        <Table caption={words.title} rows={entries} keyOf={({ id }) => id} columns={columns} />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}

/** How many letters the button sends stands on it; nobody is asked twice. */
function Ask({ toAsk, already }: { toAsk: number; already: number }) {
  const { ask: words } = useMessages().confirmations.desk;
  const to = useLocalised();
  return (
    <Card title={words.title}>
      <p>{toAsk > 0 ? words.toAsk(toAsk) : words.nobody}</p>
      {already > 0 && <p className="text-soft">{words.already(already)}</p>}
      {toAsk > 0 && (
        <Form method="post" action={to(paths.desk.confirmationLetters())} className="mt-4">
          <SendButton>{words.submit(toAsk)}</SendButton>
        </Form>
      )}
    </Card>
  );
}

type Entry = ReturnType<typeof useLoaderData<typeof loader>>["entries"][number];

function useColumns(): Column<Entry>[] {
  const words = useMessages();
  const { desk } = words.confirmations;
  const agencyName = useAgencyName();
  return [
    {
      head: desk.agency,
      cell: (entry) => (
        <LinkTo to={paths.desk.agency({ id: entry.agencyId })}>{agencyName(entry)}</LinkTo>
      ),
    },
    {
      head: desk.person,
      names: true,
      cell: ({ name, capacity }) => (
        <>
          <span className="font-semibold">{name}</span>
          <span className="block text-sm text-soft">{words.spokespersons.capacity[capacity]}</span>
        </>
      ),
    },
    { head: desk.contact, cell: (entry) => <Contact {...entry} brief /> },
    {
      head: desk.state,
      cell: ({ id, freshness }) => (
        <>
          <FreshnessBadge state={freshness.state} />
          <span className="mt-1 block text-sm">{freshnessSentence(words, freshness)}</span>
          {freshness.state !== "confirmed" && (
            <LinkTo to={paths.desk.telephoneConfirmation({ id })} className="inline-block py-1">
              {desk.telephone.link}
            </LinkTo>
          )}
        </>
      ),
    },
  ];
}
