import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { formerUnitOf } from "#app/domain/areas/committee.ts";
import { listPublicQueries } from "#app/domain/queries/public.server.ts";
import { phaseOf } from "#app/domain/queries/query.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { QueryPhaseBadge } from "#app/ui/query-clocks.tsx";
import { TimeText } from "#app/ui/time.tsx";

export async function loader({ params, request }: LoaderFunctionArgs) {
  const agency = (await findAgency(db, params.agency ?? "")) ?? notFound();
  if (formerUnitOf(agency.id)) return notFound();
  const page = Number(new URL(request.url).searchParams.get("page")) || 1;
  const { id, name, nameEn, kind, areaCode } = agency;
  return {
    agency: { id, name, nameEn, kind, areaCode },
    ...(await listPublicQueries(db, agency, now(), page)),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  const agency = data && namesIn(language).name(data.agency);
  const { list } = words.asking.public;
  return [
    { title: [list, agency, words.common.product].filter(Boolean).join(" · ") },
    canonical({ location, matches }),
  ];
};

export default function AgencyQueries() {
  const { agency, queries, counts, page, pages } = useLoaderData<typeof loader>();
  const {
    asking,
    queries: { kinds },
  } = useMessages();
  const words = asking.public;
  const { name } = useNames();
  return (
    <>
      <PageTitle
        above={<LinkTo to={publicPage(agency)}>{name(agency)}</LinkTo>}
        lead={words.listLead(name(agency))}
        actions={<ButtonLink to={paths.ask(agency)}>{asking.ask}</ButtonLink>}
      >
        {words.list}
      </PageTitle>
      {queries.length === 0 ? (
        <Empty title={words.empty} />
      ) : (
        <>
          <p className="mb-4">{words.counts(counts.total, counts.confirmed)}</p>
          <ul className="grid gap-4">
            {queries.map((query) => (
              <li key={query.id} className="rounded-md border border-line bg-sheet p-4">
                <LinkTo
                  to={paths.query(query)}
                  lang={query.language}
                  className="font-semibold wrap-anywhere"
                >
                  {query.title}
                </LinkTo>
                <span className="mt-1 flex flex-wrap items-center gap-2 text-sm text-soft">
                  <QueryPhaseBadge
                    phase={phaseOf({ ...query, takenAt: query.receivedAt, heldAt: null })}
                  />
                  {kinds[query.kind]} · <TimeText at={query.receivedAt} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Pager page={page} pages={pages} />
    </>
  );
}
