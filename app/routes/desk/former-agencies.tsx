import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { type FormerBooks, formerBooksFor } from "#app/domain/spokespersons/former-books.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { useCounted } from "#app/ui/counted.ts";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { type Column, Table } from "#app/ui/table.tsx";

const Query = z.object({ q: z.string().max(200).catch("") });

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { q } = Query.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...(await formerBooksFor(db, officer, q)), q, hasRegistry: officer.reach !== "agency" };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.formerUnits.desk.title} · ${words.common.product}` }];
};

export default function FormerAgencies() {
  const { found, begun, whole, q, hasRegistry } = useLoaderData<typeof loader>();
  const { formerUnits, spokespersons } = useMessages();
  const words = formerUnits.desk;
  const counted = useCounted();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{spokespersons.agency.above}</LinkTo>}
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <div className="mb-4 flex flex-wrap">
        <SearchForm label={words.search} value={q} />
      </div>
      {q ? (
        <>
          {found.length > 0 && (
            <p className="mb-2 text-soft">{words.found(counted(found.length))}</p>
          )}
          {found.length === 0 ? (
            <Empty title={words.none}>
              <LinkTo to={paths.desk.formerAgencies()}>{words.clear}</LinkTo>
            </Empty>
          ) : (
            <Books caption={words.title} books={found} />
          )}
        </>
      ) : (
        <>
          <Listed title={words.begun} books={begun} />
          <Listed title={words.whole} books={whole} />
          {begun.length === 0 && (hasRegistry || whole.length === 0) && (
            <Empty title={words.begunNone} />
          )}
        </>
      )}
    </>
  );
}

function Listed({ title, books }: { title: string; books: FormerBooks[] }) {
  if (books.length === 0) return null;
  return (
    <section aria-label={title} className="mb-8">
      <h2 className="mb-2 text-xl">{title}</h2>
      <Books caption={title} books={books} />
    </section>
  );
}

function Books({ caption, books }: { caption: string; books: FormerBooks[] }) {
  const words = useMessages().formerUnits.desk;
  const { fullName, name, district } = useNames();
  const columns: Column<FormerBooks>[] = [
    {
      head: words.unit,
      names: true,
      cell: ({ agency, area }) => (
        <LinkTo to={paths.desk.agency(agency)} className="font-semibold">
          {fullName(area)}
        </LinkTo>
      ),
    },
    {
      head: words.lay,
      cell: ({ area }) =>
        [district(area), area.level !== "province" && name(area.province)]
          .filter(Boolean)
          .join(", "),
    },
    {
      head: words.became,
      cell: ({ successors: [first, ...others] }) =>
        first && others.length === 0 ? fullName(first) : words.several(others.length + 1),
    },
    { head: words.entries, cell: ({ entries }) => entries },
  ];
  return <Table caption={caption} rows={books} keyOf={({ area }) => area.id} columns={columns} />;
}
