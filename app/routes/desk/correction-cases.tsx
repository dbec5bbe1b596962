import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FilePlus2 } from "lucide-react";
import { z } from "zod";
import { dayBefore, dayOf, now, startOf } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { CASE_SHELVES, listCases } from "#app/domain/corrections/listing.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { shortDay, shortTime } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { CaseBadge } from "#app/ui/case-state.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import type { Moment } from "#db/tables.ts";

const CaseQuery = z.object({
  shelf: z.enum(["open", "waiting", "overdue", "closed"]).catch("open"),
  q: z.string().max(200).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = CaseQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await listCases(db, officer, query, now());
  return {
    ...{ ...found, shelves: CASE_SHELVES, shelf: query.shelf, q: query.q },
    several: officer.reach !== "agency",
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.pressCorrections.title} · ${words.common.product}` }];
};

type Shown = ReturnType<typeof useLoaderData<typeof loader>>;

export default function CorrectionCases() {
  const { cases, counts, shelves, shelf, q, page, pages } = useLoaderData<typeof loader>();
  const words = useMessages().pressCorrections;
  const { list } = words;
  const columns = useColumns();
  return (
    <>
      <PageTitle
        lead={words.lead}
        actions={
          <ButtonLink to={paths.desk.correctionCaseNew()} tone="primary">
            <FilePlus2 aria-hidden="true" className="size-4" />
            {words.open}
          </ButtonLink>
        }
      >
        {words.title}
      </PageTitle>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <Tabs
          label={list.label}
          tabs={shelves.map((one) => ({
            to: paths.desk.correctionCases({ shelf: one === "open" ? undefined : one }),
            label: list.shelves[one],
            current: one === shelf,
            ...(one !== "closed" && { count: counts[one] }),
          }))}
        />
        <SearchForm
          label={list.search}
          value={q}
          keep={{ shelf: shelf === "open" ? undefined : shelf }}
        />
      </div>
      {cases.length === 0 ? (
        <Empty title={q ? list.nothingFound(q) : list.empty[shelf]}>
          {!q && shelf === "open" && list.emptyLead}
        </Empty>
      ) : (
        <Table
          caption={list.shelves[shelf]}
          rows={cases}
          keyOf={({ id }) => id}
          columns={columns}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}

function useColumns(): Column<Shown["cases"][number]>[] {
  const { several } = useLoaderData<typeof loader>();
  const { list } = useMessages().pressCorrections;
  const agencyName = useAgencyName();
  return [
    {
      head: list.article,
      names: true,
      cell: (one) => (
        <>
          <LinkTo to={paths.desk.correctionCase(one)} className="font-semibold wrap-anywhere">
            {one.articleTitle}
          </LinkTo>
          <span className="block text-sm text-soft">
            {one.number} · {one.outletName} · {shortDay(one.articleDay)}
          </span>
          {several && <span className="block text-sm text-soft">{agencyName(one)}</span>}
        </>
      ),
    },
    {
      head: list.state,
      cell: ({ state, outcome }) => <CaseBadge state={state} outcome={outcome} />,
    },
    {
      head: list.due,
      cell: ({ state, dueAt, overdue }) =>
        state === "waiting" ? (
          <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
            {dueAt ? <DueText at={dueAt} /> : list.noDue}
            {overdue && <Badge tone="late">{list.overdue}</Badge>}
          </span>
        ) : null,
    },
    { head: list.rounds, cell: ({ rounds }) => rounds },
    { head: list.found, cell: ({ foundAt }) => shortDay(dayOf(foundAt)) },
  ];
}

/** By when: a time of the clock, or the end of a day. */
function DueText({ at }: { at: Moment }) {
  const { endOfDay } = useMessages().policies.due;
  const day = dayOf(at);
  return <>{startOf(day) === at ? endOfDay(shortDay(dayBefore(day))) : shortTime(at)}</>;
}
