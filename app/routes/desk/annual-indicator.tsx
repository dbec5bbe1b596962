import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { findAgency } from "#app/domain/agencies/agencies.server.ts";
import { reachOf } from "#app/domain/agencies/agency.ts";
import { pageOf } from "#app/domain/paging/page.ts";
import { figureOf, isIndicator } from "#app/domain/reports/annual.ts";
import { agencyNames, evidenceBehind } from "#app/domain/reports/evidence.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { reportAsked } from "#app/http/report-asked.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { Card } from "#app/ui/card.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { EvidenceTable } from "#app/ui/evidence-table.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { FigureText } from "#app/ui/report-figure.tsx";
import { Tabs } from "#app/ui/tabs.tsx";

const PAGE = 100;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const indicator = Number(params.indicator);
  const { year, agency, report, query } = await reportAsked(request, officer, params.year);
  if (!isIndicator(indicator)) return notFound();
  const search = new URL(request.url).searchParams;
  const asked = { indicator, span: report.span };
  const whole = await evidenceBehind(db, reachOf(agency), asked, now());
  const of = search.get("of") ?? undefined;
  const all = of ? whole.filter(({ agencyId }) => agencyId === of) : whole;
  const only = ["counted", "uncounted"].find((one) => one === search.get("only"));
  const listed = only ? all.filter(({ counts }) => counts === (only === "counted")) : all;
  const { shown: evidence, page, pages } = pageOf(listed, Number(search.get("page")), PAGE);
  const inReport = of && all.length > 0 ? await findAgency(db, of) : undefined;
  return {
    ...{ year, query, indicator, evidence, page, pages, only: only ?? null },
    of: inReport ? { id: inReport.id, name: inReport.name, nameEn: inReport.nameEn } : null,
    figure: figureOf(all),
    names: await agencyNames(db, evidence),
    own: officer.agencyId,
  };
}

export const meta: MetaFunction = ({ location, params }) => {
  const words = messagesIn(languageOf(location.pathname));
  const title = words.reports.behind.title(Number(params.indicator));
  return [{ title: `${title} · ${words.common.product}` }];
};

export default function AnnualIndicator() {
  const { year, query, indicator, figure, evidence, ...shown } = useLoaderData<typeof loader>();
  const { reports } = useMessages();
  const words = reports.behind;
  const { name } = useNames();
  const of = shown.of?.id;
  const tab = (only: "counted" | "uncounted" | undefined, label: string, count: number) => ({
    to: paths.desk.annualIndicator(year, indicator, { ...query, of, only }),
    ...{ label, count, current: (shown.only ?? undefined) === only },
  });
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.annualReport(year, query)}>{reports.annual.title(year)}</LinkTo>
        }
        lead={reports.indicators[indicator]}
      >
        {words.title(indicator)}: <FigureText indicator={indicator} figure={figure} />
      </PageTitle>
      {shown.of && <p className="mb-4 font-semibold">{words.ofAgency(name(shown.of))}</p>}
      <Card title={words.how}>
        <p>{reports.counted[indicator]}</p>
        {indicator === 3 && <p className="mt-2 text-soft">{words.hidden}</p>}
      </Card>
      {figure.of === 0 ? (
        <Empty title={words.none}>{words.noneLead}</Empty>
      ) : (
        <>
          <div className="mb-4">
            <Tabs
              label={words.title(indicator)}
              tabs={[
                tab(undefined, words.all, figure.of),
                tab("counted", words.counted, figure.count),
                tab("uncounted", words.uncounted, figure.of - figure.count),
              ]}
            />
          </div>
          <EvidenceTable
            caption={reports.indicators[indicator]}
            indicator={indicator}
            evidence={evidence}
            names={shown.names}
            own={shown.own}
          />
          <Pager page={shown.page} pages={shown.pages} />
        </>
      )}
    </>
  );
}
