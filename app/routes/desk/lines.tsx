import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { PenLine } from "lucide-react";
import { z } from "zod";
import { today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { LINE_SHELVES, listLines } from "#app/domain/queries/lines.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

const LinesQuery = z.object({
  shelf: z.enum(LINE_SHELVES).catch("current"),
  q: z.string().max(200).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = LinesQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const { lines, page, pages } = await listLines(db, officer, query, today());
  return {
    ...{ page, pages, q: query.q, shelf: query.shelf, hasAgency: officer.agencyId !== null },
    shelves: LINE_SHELVES,
    lines: lines.map(({ id, topic, answer, fromDay, untilDay }) => ({
      ...{ id, topic, answer, fromDay, untilDay },
    })),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.linesToTake.title} · ${words.common.product}` }];
};

export default function LinesToTake() {
  const { lines, q, shelf, shelves, page, pages, hasAgency } = useLoaderData<typeof loader>();
  const { queries, linesToTake: words } = useMessages();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.queries()}>{queries.title}</LinkTo>}
        lead={words.lead}
        actions={
          hasAgency && (
            <ButtonLink to={paths.desk.lineNew()} tone="primary">
              <PenLine aria-hidden="true" className="size-4" />
              {words.new}
            </ButtonLink>
          )
        }
      >
        {words.title}
      </PageTitle>
      <div className="mb-3">
        <Tabs
          label={words.label}
          tabs={shelves.map((one) => ({
            to: paths.desk.lines({ shelf: one, q }),
            label: words.shelves[one],
            current: one === shelf,
          }))}
        />
      </div>
      <div className="mb-4">
        <SearchForm label={words.search} value={q} keep={{ shelf }} />
      </div>
      {lines.length === 0 ? (
        <Empty title={q ? words.nothing(q) : words.empty}>{!q && words.emptyLead}</Empty>
      ) : (
        <Table
          caption={words.title}
          rows={lines}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.topic,
              names: true,
              cell: (line) => (
                <LinkTo to={paths.desk.line(line)} className="font-semibold wrap-anywhere">
                  {line.topic}
                </LinkTo>
              ),
            },
            {
              head: words.answer,
              cell: ({ answer }) => <span className="line-clamp-3 wrap-anywhere">{answer}</span>,
            },
            {
              head: words.inForce,
              cell: ({ fromDay, untilDay }) =>
                `${shortDay(fromDay)} – ${untilDay ? shortDay(untilDay) : words.noEnd}`,
            },
          ]}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}
