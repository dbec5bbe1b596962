import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FileDown } from "lucide-react";
import { today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { listAgenciesFor } from "#app/domain/agencies/agencies.server.ts";
import { listProvinces } from "#app/domain/press/scope.server.ts";
import { periodBeside } from "#app/domain/reports/period.ts";
import { periodName } from "#app/domain/reports/period-name.ts";
import { figuresAsked } from "#app/http/figures-asked.server.ts";
import { requireOfficer } from "#app/http/guards.server.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useLocalised, useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { useNames } from "#app/ui/area-name.ts";
import { ButtonAnchor } from "#app/ui/button.tsx";
import { LinkTo } from "#app/ui/link.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { PeriodChoice } from "#app/ui/period-choice.tsx";
import { useProvinceName } from "#app/ui/province.tsx";
import { StatisticsShown } from "#app/ui/statistics.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  const officer = await requireOfficer(request);
  const { scope, period, statistics } = await figuresAsked(request, officer);
  const { agency, province } = scope;
  const [provinces, agencies] = await Promise.all([
    officer.reach === "country" ? listProvinces(db) : [],
    officer.reach !== "agency" && province
      ? listAgenciesFor(db, officer, province.id, today())
      : [],
  ]);
  return {
    ...{ period, statistics, agency, province, provinces },
    agencies: agencies.map(({ id, name, nameEn }) => ({ id, name, nameEn })),
    beside: { former: periodBeside(period, -1), next: periodBeside(period, 1) },
    today: today(),
    own: officer.reach === "agency",
  };
}

export const meta: MetaFunction = ({ location }) => {
  const words = messagesIn(languageOf(location.pathname));
  return [{ title: `${words.reports.figures.title} · ${words.common.product}` }];
};

export default function Reports() {
  const {
    period,
    statistics,
    agency,
    province,
    beside,
    today: day,
    own,
    ...choice
  } = useLoaderData<typeof loader>();
  const all = useMessages();
  const words = all.reports.figures;
  const { name } = useNames();
  const provinceName = useProvinceName();
  const to = useLocalised();
  const query = {
    agency: own ? undefined : agency?.id,
    province: choice.provinces.length > 0 ? province?.id : undefined,
  };
  const of = agency ? name(agency) : province ? provinceName(province) : words.whole;
  return (
    <>
      <PageTitle
        above={of}
        lead={words.lead}
        actions={(["csv", "xlsx"] as const).map((format) => (
          <ButtonAnchor
            key={format}
            href={to(paths.desk.reportFigures(format, { ...query, period: period.code }))}
            download
          >
            <FileDown aria-hidden="true" className="size-4" />
            {words[format]}
          </ButtonAnchor>
        ))}
      >
        {words.title}: {periodName(all, period)}
      </PageTitle>
      <PeriodChoice {...choice} period={period} agency={agency} province={province} own={own} />
      <p className="print:hidden mb-5 flex flex-wrap gap-x-6">
        <LinkTo to={paths.desk.reports({ ...query, period: beside.former.code })}>
          {words.former}: {periodName(all, beside.former)}
        </LinkTo>
        {beside.next.from <= day && (
          <LinkTo to={paths.desk.reports({ ...query, period: beside.next.code })}>
            {words.next}: {periodName(all, beside.next)}
          </LinkTo>
        )}
      </p>
      {period.until >= day && <Notice>{words.running}</Notice>}
      <StatisticsShown statistics={statistics} />
    </>
  );
}
