import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BookOpenCheck, PenLine } from "lucide-react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listProvinceQueries, listQueries } from "#app/domain/queries/listing.server.ts";
import { officersOf } from "#app/domain/queries/queries.server.ts";
import { phaseOf, QUERY_KINDS, QUERY_SHELVES } from "#app/domain/queries/query.ts";
import { tasksFor } from "#app/domain/queries/tasks.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useAgencyName } from "#app/ui/agency-name.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import {
  HouseClock,
  LawClock,
  QueryPhaseBadge,
  ReopenedBadge,
  UrgencyBadge,
} from "#app/ui/query-clocks.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { TimeText } from "#app/ui/time.tsx";

const InboxQuery = z.object({
  shelf: z.enum(QUERY_SHELVES).optional().catch(undefined),
  q: z.string().max(200).catch(""),
  kind: z.enum(QUERY_KINDS).optional().catch(undefined),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = InboxQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const at = now();
  const seesOthers = officer.reach !== "agency";
  const wanted = query.shelf ?? (officer.agencyId ? "open" : "province");
  const shelf = wanted === "province" && !seesOthers ? "open" : wanted;
  const [own, owners, asked, others] = await Promise.all([
    listQueries(db, officer, { ...query, shelf }, at),
    officer.agencyId ? officersOf(db, officer.agencyId) : [],
    tasksFor(db, officer),
    shelf === "province" ? listProvinceQueries(db, officer, query, at) : null,
  ]);
  const names = new Map(owners.map(({ id, name }) => [id, name]));
  return {
    ...{ at, shelf, asked, others, seesOthers, hasAgency: officer.agencyId !== null },
    ...{ q: query.q, kind: query.kind ?? "", counts: own.counts, country: !officer.provinceId },
    page: others?.page ?? own.page,
    pages: others?.pages ?? own.pages,
    queries: own.queries.map(({ id, number, kind, title, askerName, outletName, ...one }) => ({
      ...{ id, number, kind, title, askerName, outletName, unit: one.unit },
      ...{ takenAt: one.takenAt, heldAt: one.heldAt, outcome: one.outcome },
      ...{
        disputedAt: one.disputedAt,
        outcomeAt: one.outcomeAt,
        receivedAt: one.receivedAt,
        clocks: one.clocks,
      },
      ...{ urgency: one.urgency, owner: names.get(one.ownerId ?? "") ?? null },
    })),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.queries.title} · ${words.common.product}` }];
};

export default function Queries() {
  const shown = useLoaderData<typeof loader>();
  const { shelf, counts, q, kind, seesOthers, hasAgency, country, page, pages } = shown;
  const words = useMessages().queries;
  const says = words.list;
  const own = QUERY_SHELVES.filter((one) => one !== "province");
  const shelves = [...(hasAgency ? own : []), ...(seesOthers ? (["province"] as const) : [])];
  return (
    <>
      <PageTitle
        lead={words.lead}
        actions={
          hasAgency && (
            <>
              <ButtonLink to={paths.desk.queryNew()} tone="primary">
                <PenLine aria-hidden="true" className="size-4" />
                {says.new}
              </ButtonLink>
              <ButtonLink to={paths.desk.lines()}>
                <BookOpenCheck aria-hidden="true" className="size-4" />
                {says.lines}
              </ButtonLink>
            </>
          )
        }
      >
        {words.title}
      </PageTitle>
      <AskedOfUs />
      <div className="mb-3">
        <Tabs
          label={says.label}
          tabs={shelves.map((one) => ({
            to: paths.desk.queries({ shelf: one, q, kind }),
            label: one === "province" && country ? says.provinceOfAll : says.shelves[one],
            count: one in counts ? counts[one as keyof typeof counts] : undefined,
            current: one === shelf,
          }))}
        />
      </div>
      {shelf === "province" ? (
        <OfOthers />
      ) : (
        <>
          <div className="mb-4 flex flex-wrap items-center gap-3">
            <SearchForm label={says.search} value={q} keep={{ shelf, kind }} />
            <KindLinks />
          </div>
          <Own />
        </>
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}

/** The kinds as links: the address is the state, without scripts too. */
function KindLinks() {
  const { shelf, q, kind } = useLoaderData<typeof loader>();
  const words = useMessages().queries;
  const choices = [
    { value: "", label: words.list.allKinds },
    ...QUERY_KINDS.map((value) => ({ value, label: words.kinds[value] })),
  ];
  return (
    <details className="min-w-0">
      <summary className="w-fit py-2">
        {words.list.kind}: {choices.find(({ value }) => value === kind)?.label}
      </summary>
      <ul className="grid gap-1">
        {choices.map(({ value, label }) => (
          <li key={value}>
            <LinkTo
              to={paths.desk.queries({ shelf, q, kind: value })}
              aria-current={value === kind ? "true" : undefined}
              className="inline-block py-1"
            >
              {label}
            </LinkTo>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Own() {
  const { queries, shelf, q, at } = useLoaderData<typeof loader>();
  const words = useMessages().queries;
  const says = words.list;
  if (queries.length === 0)
    return q ? (
      <Empty title={says.nothing(q)}>
        <LinkTo to={paths.desk.queries({ shelf })}>{says.clear}</LinkTo>
      </Empty>
    ) : (
      <Empty title={says.empty[shelf]}>{shelf === "open" && says.emptyLead}</Empty>
    );
  return (
    <Table
      caption={says.shelves[shelf]}
      rows={queries}
      keyOf={({ id }) => id}
      columns={[
        {
          head: says.query,
          names: true,
          cell: (query) => (
            <>
              <LinkTo to={paths.desk.query(query)} className="font-semibold wrap-anywhere" many>
                {query.title}
              </LinkTo>
              <span className="block text-sm text-soft wrap-anywhere">
                {[query.number, words.kinds[query.kind], query.askerName, query.outletName]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          ),
        },
        {
          head: says.state,
          cell: (query) => (
            <span className="flex flex-wrap gap-1">
              <QueryPhaseBadge phase={phaseOf(query)} />
              <ReopenedBadge query={query} />
              {(query.urgency === "late" || query.urgency === "soon") && (
                <UrgencyBadge urgency={query.urgency} />
              )}
            </span>
          ),
        },
        {
          head: says.law,
          cell: (query) => <LawClock clocks={query.clocks} query={query} now={at} />,
        },
        {
          head: says.house,
          cell: (query) => <HouseClock clocks={query.clocks} query={query} now={at} />,
        },
        {
          head: says.owner,
          cell: ({ unit, owner }) =>
            [owner, unit].filter(Boolean).join(", ") || (
              <span className="text-soft">{words.fields.nobody}</span>
            ),
        },
      ]}
    />
  );
}

/** What a province's office sees of the others: that something waits, and for how long. */
function OfOthers() {
  const { others, at, hasAgency } = useLoaderData<typeof loader>();
  const words = useMessages().queries;
  const says = words.list;
  const agencyName = useAgencyName();
  if (!others || others.queries.length === 0) return <Empty title={says.empty.province} />;
  return (
    <>
      <p className="mb-3 max-w-[70ch]">
        <strong>{says.counts(others.counts.open, others.counts.late)}</strong>{" "}
        <span className="text-soft">{hasAgency ? says.provinceLead : says.noAgency}</span>
      </p>
      <Table
        caption={says.shelves.province}
        rows={others.queries}
        keyOf={({ id }) => id}
        columns={[
          {
            head: says.query,
            names: true,
            cell: (query) => (
              <>
                <LinkTo to={paths.desk.query(query)} many>
                  {words.one(query.number)}
                </LinkTo>
                <span className="block text-sm text-soft">{agencyName(query)}</span>
              </>
            ),
          },
          { head: says.kind, cell: ({ kind }) => words.kinds[kind] },
          { head: says.state, cell: (query) => <QueryPhaseBadge phase={phaseOf(query)} /> },
          {
            head: says.law,
            cell: (query) => <LawClock clocks={query.clocks} query={query} now={at} />,
          },
          {
            head: says.house,
            cell: (query) => <HouseClock clocks={query.clocks} query={query} now={at} />,
          },
        ]}
      />
    </>
  );
}

function AskedOfUs() {
  const { asked, at } = useLoaderData<typeof loader>();
  const says = useMessages().queries.list;
  const { name } = useNames();
  if (asked.length === 0) return null;
  return (
    <Card title={says.asked}>
      <ul className="grid gap-3">
        {asked.map(({ id, request, dueAt, agencyName, agencyNameEn }) => (
          <li key={id}>
            <LinkTo to={paths.desk.queryTask({ id })} className="line-clamp-2 wrap-anywhere">
              {request}
            </LinkTo>
            <span className={`block text-sm ${dueAt <= at ? "text-late" : "text-soft"}`}>
              {name({ name: agencyName, nameEn: agencyNameEn })} · {says.taskDue}{" "}
              <TimeText at={dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
