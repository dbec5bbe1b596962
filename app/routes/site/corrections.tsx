import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { dayOf } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgencyEver } from "#app/domain/agencies/agencies.server.ts";
import { publicPage } from "#app/domain/agencies/agency.ts";
import { findArea } from "#app/domain/areas/areas.server.ts";
import { ledgerOf } from "#app/domain/corrections/public.server.ts";
import { notFound } from "#app/http/responses.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Empty } from "#app/ui/empty.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LedgerCase } from "#app/ui/ledger-case.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";

const LedgerQuery = z.object({
  agency: z.string().max(100).catch(""),
  province: z.string().max(20).catch(""),
  page: z.coerce.number().int().catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const query = LedgerQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const [agency, province] = await Promise.all([
    query.agency ? findAgencyEver(db, query.agency) : undefined,
    query.province ? findArea(db, "2025", query.province) : undefined,
  ]);
  if ((query.agency && !agency) || (query.province && province?.level !== "province")) notFound();
  const place = { agencyId: agency?.id, provinceId: province?.id };
  const ledger = await ledgerOf(db, place, query.page);
  return { ...ledger, agency: agency ?? null, province: province ?? null };
}

export const meta: MetaFunction<typeof loader> = ({ location, matches }) => {
  const words = messagesIn(languageOf(location.pathname));
  const { title, lead } = words.pressCorrections.site;
  return [
    { title: `${title} · ${words.common.product}` },
    { name: "description", content: lead },
    canonical({ location, matches }),
  ];
};

export default function Corrections() {
  const { cases, page, pages, agency, province } = useLoaderData<typeof loader>();
  const { errata, pressCorrections } = useMessages();
  const words = pressCorrections.site;
  const { name, fullName } = useNames();
  const place = agency ? name(agency) : province && fullName(province);
  return (
    <>
      <PageTitle
        above={place && <LinkTo to={paths.corrections()}>{words.all}</LinkTo>}
        lead={words.lead}
      >
        {place ? words.of(place) : words.title}
      </PageTitle>
      <p className="mb-4">
        <LinkTo to={paths.errata()}>{errata.ours}</LinkTo>
      </p>
      {cases.length === 0 && <Empty title={words.empty} />}
      <ul>
        {cases.map((one) => (
          <li key={one.id} className="border-b border-line py-6">
            <LedgerCase shown={one} />
            <p className="mt-2 text-sm text-soft">
              {words.published} {shortDay(dayOf(one.publishedAt))}: {one.publisherName},{" "}
              {one.publisherPosition},{" "}
              <LinkTo to={publicPage({ ...one, id: one.agencyId, kind: one.agencyKind })}>
                {one.publisherAgency}
              </LinkTo>{" "}
              ({one.number})
            </p>
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} />
      <Tally />
      <p className="mt-6 text-soft">{words.objection}</p>
    </>
  );
}

/** How all closed cases ended, those that were not published too: figures alone. */
function Tally() {
  const { tally, total } = useLoaderData<typeof loader>();
  const { site: words, outcomes } = useMessages().pressCorrections;
  const all = tally.reduce((sum, { n }) => sum + n, 0);
  if (all === 0) return null;
  return (
    <section className="mt-8">
      <h2 className="mb-1 text-xl">{words.tally}</h2>
      <p className="mb-3 text-soft">{words.tallyLead(total, all)}</p>
      <Table
        caption={words.tally}
        rows={tally}
        keyOf={({ outcome }) => outcome}
        columns={[
          { head: words.outcome, names: true, cell: ({ outcome }) => outcomes[outcome] },
          { head: words.cases, numeric: true, cell: ({ n }) => n },
        ]}
      />
    </section>
  );
}
