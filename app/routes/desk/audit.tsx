import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { db } from "#app/db.server.ts";
import { listEntries, SEARCHED } from "#app/domain/audit/listing.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesFor, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Empty } from "#app/ui/empty.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { SearchForm } from "#app/ui/search-form.tsx";
import { Table } from "#app/ui/table.tsx";
import { TimeText } from "#app/ui/time.tsx";

const AuditQuery = z.object({
  q: z
    .string()
    .transform((text) => text.trim().slice(0, 200))
    .catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const query = AuditQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const found = await listEntries(db, officer, query, messagesFor(request));
  return { ...found, q: query.q, searched: SEARCHED };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.audit.title} · ${words.common.product}` }];
};

export default function Audit() {
  const { entries, page, pages, total, q, searched } = useLoaderData<typeof loader>();
  const words = useMessages().audit;
  const { name } = useNames();
  return (
    <>
      <PageTitle lead={words.lead}>{words.title}</PageTitle>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <SearchForm label={words.search} value={q} />
        <p className="text-soft">
          {words.total(total)}
          {q && `. ${words.searched(searched)}`}
        </p>
      </div>
      {entries.length === 0 ? (
        <Empty title={q ? words.nothing(q) : words.empty}>
          {q && <LinkTo to={paths.desk.audit()}>{words.clear}</LinkTo>}
        </Empty>
      ) : (
        <Table
          caption={words.title}
          rows={entries}
          keyOf={({ id }) => id}
          columns={[
            { head: words.when, cell: ({ at }) => <TimeText at={at} /> },
            { head: words.who, cell: ({ byName }) => byName },
            { head: words.what, names: true, cell: ({ sentence }) => sentence },
            {
              head: words.agency,
              cell: ({ agencyName, agencyNameEn }) =>
                agencyName && name({ name: agencyName, nameEn: agencyNameEn ?? agencyName }),
            },
          ]}
        />
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}
