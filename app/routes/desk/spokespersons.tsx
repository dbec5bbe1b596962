import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Building2, Sheet } from "lucide-react";
import { z } from "zod";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { registryFor } from "#app/domain/spokespersons/registry.server.ts";
import type { Speaker } from "#app/domain/spokespersons/speaker.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { RegistrySearch } from "#app/http/registry-search.ts";
import { goTo } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLanguage, useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Badge } from "#app/ui/badge.tsx";
import { ButtonAnchor, ButtonLink } from "#app/ui/button.tsx";
import { useCounted } from "#app/ui/counted.ts";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { Contact, WhenText } from "#app/ui/speaker-card.tsx";
import { type Column, Table } from "#app/ui/table.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

const RegistryQuery = RegistrySearch.extend({ page: z.coerce.number().int().catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  if (officer.reach === "agency" && officer.agencyId)
    return goTo(request, paths.desk.agency({ id: officer.agencyId }));
  const { q, status, page } = RegistryQuery.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const found = await registryFor(db, officer, { q, status, page }, now());
  return { ...found, q, status, severalProvinces: officer.reach === "country" };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.spokespersons.registry.title} · ${words.common.product}` }];
};

type Found = Awaited<ReturnType<typeof registryFor>>;
type Entry = Found["entries"][number];

export default function Spokespersons() {
  const { entries, page, pages, total, counts, q, status, severalProvinces } =
    useLoaderData<typeof loader>();
  const { agencies, imports, spokespersons } = useMessages();
  const words = spokespersons.registry;
  const localised = useLocalised();
  const columns = useColumns(severalProvinces);
  const counted = useCounted();
  const search = { q, status: status === "all" ? undefined : status };
  const toTab = (to: "all" | "missing") =>
    paths.desk.spokespersons({ q, status: to === "all" ? undefined : to });
  return (
    <>
      <PageTitle
        lead={words.lead(counted(counts.all))}
        actions={
          <>
            <ButtonLink to={paths.desk.agencyNew()}>
              <Building2 aria-hidden="true" className="size-4" />
              {agencies.registry.add}
            </ButtonLink>
            <ButtonLink to={paths.desk.spokespersonImport()}>
              <Sheet aria-hidden="true" className="size-4" />
              {words.import}
            </ButtonLink>
          </>
        }
      >
        {words.title}
      </PageTitle>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <Tabs
          label={words.filter}
          tabs={(["all", "missing"] as const).map((one) => ({
            to: toTab(one),
            label: words[one],
            count: counts[one],
            current: one === status,
          }))}
        />
        <SearchForm label={words.search} value={q} keep={{ status: search.status }} />
      </div>
      {q && <p className="mb-2 text-soft">{words.found(counted(total))}</p>}
      {entries.length === 0 ? (
        <Empty title={status === "missing" && !q ? words.noneMissing : words.none}>
          {q && <LinkTo to={paths.desk.spokespersons()}>{words.clear}</LinkTo>}
        </Empty>
      ) : (
        <Table
          caption={words.title}
          rows={entries}
          keyOf={({ agency }) => agency.id}
          columns={columns}
        />
      )}
      <Pager page={page} pages={pages} />
      <p className="print:hidden mt-4 flex flex-wrap gap-2">
        <ButtonAnchor href={localised(paths.desk.spokespersonList("xlsx", search))}>
          {imports.exportXlsx}
        </ButtonAnchor>
        <ButtonAnchor href={localised(paths.desk.spokespersonList("csv", search))}>
          {imports.exportCsv}
        </ButtonAnchor>
      </p>
    </>
  );
}

function useColumns(severalProvinces: boolean): Column<Entry>[] {
  const { registry: words, facts } = useMessages().spokespersons;
  const english = useLanguage() === "en";
  const ofFirst = (show: (first: Speaker) => JSX.Element) => (entry: Entry) =>
    entry.speakers[0] && show(entry.speakers[0]);
  return [
    {
      head: words.agency,
      names: true,
      cell: ({ agency }) => (
        <>
          <LinkTo to={paths.desk.agency(agency)} className="inline-block font-semibold sm:min-w-64">
            {english ? agency.nameEn : agency.name}
          </LinkTo>
          {severalProvinces && agency.provinceName && (
            <span className="block text-sm text-soft">
              {english ? agency.provinceNameEn : agency.provinceName}
            </span>
          )}
        </>
      ),
    },
    { head: words.speaker, cell: ({ speakers }) => <Speakers speakers={speakers} /> },
    { head: words.contact, cell: ofFirst((first) => <Contact {...first} brief />) },
    {
      head: facts.until,
      cell: ofFirst(({ until }) =>
        until ? <WhenText when={until} /> : <span className="text-soft">{facts.noEnd}</span>,
      ),
    },
  ];
}

function Speakers({ speakers: [first, ...others] }: { speakers: Speaker[] }) {
  const { registry: words, capacity } = useMessages().spokespersons;
  if (!first) return <Badge tone="late">{words.nobody}</Badge>;
  return (
    <>
      <span className="font-semibold">{first.name}</span>
      <span className="block">{first.position}</span>
      <span className="block text-sm text-soft">
        {capacity[first.capacity]}
        {others.length > 0 && `, ${words.more(others.length)}`}
      </span>
    </>
  );
}
