import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { now, today } from "#app/clock.ts";
import { db } from "#app/db.server.ts";
import { type Openness, opennessOf } from "#app/domain/reports/openness.server.ts";
import { readYear } from "#app/domain/reports/reporter.server.ts";
import { provinceOf } from "#app/http/asked-list.server.ts";
import { notFound } from "#app/http/responses.ts";
import { languageOf, messagesIn } from "#app/i18n/messages.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { namesIn, useNames } from "#app/ui/area-name.ts";
import { BarChart } from "#app/ui/bar-chart.tsx";
import { useCounted } from "#app/ui/counted.ts";
import { Empty } from "#app/ui/empty.tsx";
import { canonical } from "#app/ui/head-links.ts";
import { LinkTo } from "#app/ui/link.tsx";
import { PageTitle } from "#app/ui/page-title.tsx";
import { Table } from "#app/ui/table.tsx";

const FIRST_YEAR = 2026;

export async function loader({ params, request }: LoaderFunctionArgs) {
  const province = await provinceOf(params.code);
  const asked = new URL(request.url).searchParams.get("year");
  const thisYear = Number(today().slice(0, 4));
  const year = asked ? (readYear(asked) ?? notFound()) : thisYear;
  if (year < FIRST_YEAR || year > thisYear) return notFound();
  const reach = { reach: "province" as const, agencyId: null, provinceId: province.id };
  const shown = await opennessOf(db, reach, year, now());
  const years = Array.from({ length: thisYear - FIRST_YEAR + 1 }, (_, i) => thisYear - i);
  return { province, year, years, shown: shown ?? null };
}

export const meta: MetaFunction<typeof loader> = ({ data: shown, location, matches }) => {
  const language = languageOf(location.pathname);
  const words = messagesIn(language);
  if (!shown) return [{ title: words.common.product }];
  const title = words.reports.openness.title(namesIn(language).fullName(shown.province));
  return [
    { title: `${title} · ${words.common.product}` },
    { name: "description", content: words.reports.openness.lead },
    canonical({ location, matches }),
  ];
};

const PARTS = ["confirmed", "disputed", "unconfirmed", "refused", "open", "other"] as const;
/** So few that shares of them would say more than there is. */
const FEW = 10;

export default function OpennessPage() {
  const { province, year, years, shown } = useLoaderData<typeof loader>();
  const words = useMessages().reports.openness;
  const { fullName } = useNames();
  return (
    <>
      <PageTitle
        above={<LinkTo to={paths.provinceList(province)}>{words.back}</LinkTo>}
        lead={words.lead}
      >
        {words.title(fullName(province))}
      </PageTitle>
      {years.length > 1 && (
        <nav aria-label={words.years} className="print:hidden mb-4 flex flex-wrap gap-x-6">
          {years.map((one) => (
            <LinkTo
              key={one}
              to={paths.openness(province, { year: String(one) })}
              aria-current={one === year ? "page" : undefined}
            >
              {words.former(one)}
            </LinkTo>
          ))}
        </nav>
      )}
      {!shown || shown.all.received === 0 ? (
        <Empty title={words.none}>{words.noneLead}</Empty>
      ) : (
        <>
          <p className="text-lg font-semibold">
            {words.of(shown.all.confirmed, shown.all.received)}
          </p>
          <p className="mb-4 text-soft">
            {words.asOf(shown.from, shown.until)} {shown.all.received < FEW && words.few}
          </p>
          <BarChart
            title={words.chart}
            series={[words.received]}
            lines={PARTS.map((part) => ({ label: words[part], values: [shown.all[part]] }))}
          />
          <ByAgency agencies={shown.agencies} all={shown.all} />
        </>
      )}
    </>
  );
}

function ByAgency({
  agencies,
  all,
}: {
  agencies: { id: string; name: string; nameEn: string; openness: Openness }[];
  all: Openness;
}) {
  const words = useMessages().reports.openness;
  const { name } = useNames();
  const number = useCounted();
  const sum = { id: "", name: words.all, nameEn: words.all, openness: all };
  return (
    <Table
      caption={words.agency}
      rows={agencies.length > 1 ? [...agencies, sum] : agencies}
      keyOf={({ id }) => id}
      columns={[
        { head: words.agency, names: true, cell: (agency) => name(agency) },
        {
          head: words.received,
          numeric: true,
          cell: ({ openness }) => number(openness.received),
        },
        ...PARTS.map((part) => ({
          head: words[part],
          numeric: true,
          cell: ({ openness }: (typeof agencies)[number]) => number(openness[part]),
        })),
      ]}
    />
  );
}
