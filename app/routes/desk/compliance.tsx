import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { complianceWithin } from "#app/domain/compliance/compliance.server.ts";
import {
  byProvince,
  byQuestion,
  byShare,
  QUESTIONS,
  type Question,
  type Share,
  sharesOf,
  standingOf,
} from "#app/domain/compliance/compliance.ts";
import { findProvinceInHand, listProvinces } from "#app/domain/press/scope.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn } from "#app/ui/area-name.ts";
import { Card } from "#app/ui/card.tsx";
import { ComplianceCountry, usePercent } from "#app/ui/compliance-country.tsx";
import { ComplianceLegend, ComplianceMap } from "#app/ui/compliance-map.tsx";
import { ComplianceTable } from "#app/ui/compliance-table.tsx";
import { useCounted } from "#app/ui/counted.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { ProvinceChoice, type ShownProvince, useProvinceName } from "#app/ui/province.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { pathname, searchParams: search } = new URL(request.url);
  const province = await findProvinceInHand(db, officer, search.get("province"));
  const [provinces, found] = await Promise.all([
    officer.reach === "country" ? listProvinces(db) : [],
    complianceWithin(db, officer, province?.id, now()),
  ]);
  const { name } = namesIn(languageOf(pathname));
  const agencies = found.map(({ agency, marks }) => ({
    ...{ id: agency.id, name: name(agency), provinceId: agency.provinceId, marks },
  }));
  return {
    province,
    provinces,
    shares: sharesOf(agencies.map(({ marks }) => marks)),
    sort: QUESTIONS.find((question) => question === search.get("sort")),
    only: search.get("only") === "lacking",
    // The country's agencies are counted and drawn by province: a page that names each would be a book.
    agencies: province ? agencies : [],
    country: province ? [] : byProvince(provinces, agencies),
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.compliance.title} · ${words.common.product}` }];
};

export default function ComplianceBoard() {
  const { province, provinces, shares, country, sort } = useLoaderData<typeof loader>();
  const { compliance: words, spokespersons } = useMessages();
  const provinceName = useProvinceName();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.desk.spokespersons()}>{spokespersons.registry.title}</LinkTo>}
        lead={words.lead}
      >
        {province ? `${words.title}: ${provinceName(province)}` : words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} whole />
      <Shares shares={shares} />
      {province ? (
        <Province province={province} />
      ) : (
        <ComplianceCountry
          provinces={country}
          rows={sort ? byShare(country, sort) : country}
          sort={sort}
        />
      )}
    </>
  );
}

function Shares({ shares }: { shares: Record<Question, Share> }) {
  const words = useMessages().compliance;
  const counted = useCounted();
  const percent = usePercent();
  return (
    <dl className="mb-6 grid gap-3 sm:grid-cols-2 lg:grid-cols-5 print:grid-cols-3">
      {QUESTIONS.map((question) => (
        <div key={question} className="rounded-md border border-line bg-sheet p-3">
          <dt className="font-semibold">{words.questions[question]}</dt>
          <dd>
            <span className="text-xl tabular-nums">{percent(shares[question])}</span>
            <span className="block text-sm text-soft">
              {words.share(counted(shares[question].yes), counted(shares[question].asked))}
            </span>
            <span className="block text-sm text-soft">{words.asks[question]}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The agencies of one province as tiles, then one by one. */
function Province({ province }: { province: ShownProvince }) {
  const { agencies, sort, only } = useLoaderData<typeof loader>();
  const words = useMessages().compliance;
  const provinceName = useProvinceName();
  const tiles = agencies.map(({ id, name, marks }) => ({ id, name, standing: standingOf(marks) }));
  const listed = agencies.filter(({ marks }) => !only || standingOf(marks) !== "in-order");
  return (
    <>
      <Card title={words.map}>
        <p className="mb-2 text-soft">{words.mapLead}</p>
        <ComplianceLegend standings={tiles.map(({ standing }) => standing)} />
        <ComplianceMap title={provinceName(province)} tiles={tiles} />
      </Card>
      <ComplianceTable rows={sort ? byQuestion(listed, sort) : listed} sort={sort} only={only} />
    </>
  );
}
