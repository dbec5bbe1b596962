import {
  QUESTIONS,
  type Question,
  type Share,
  type Standing,
} from "#app/domain/compliance/compliance.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "./card.tsx";
import { ComplianceLegend, ComplianceTiles } from "./compliance-map.tsx";
import { ComplianceOrder } from "./compliance-table.tsx";
import { useCounted } from "./counted.ts";
import { LinkTo } from "./link.tsx";
import { type ShownProvince, useProvinceName } from "./province.tsx";
import { Table } from "./table.tsx";

export interface ProvinceStanding extends ShownProvince {
  standings: Standing[];
  shares: Record<Question, Share>;
}

/** The country province by province: a tile for every agency, and a table with the shares; both lead to the province. */
export function ComplianceCountry({
  provinces,
  rows,
  sort,
}: {
  provinces: ProvinceStanding[];
  rows: ProvinceStanding[];
  sort?: Question;
}) {
  const words = useMessages().compliance;
  const counted = useCounted();
  const provinceName = useProvinceName();
  const percent = usePercent();
  return (
    <>
      <Card title={words.map}>
        <p className="mb-2 text-soft">{words.countryLead}</p>
        <ComplianceLegend standings={provinces.flatMap(({ standings }) => standings)} />
        <ul className="grid gap-6 sm:grid-cols-2 lg:grid-cols-4 print:grid-cols-4 print:gap-3">
          {provinces.map((province) => (
            <li key={province.id} className="grid content-start gap-1 break-inside-avoid">
              <LinkTo to={paths.desk.compliance({ province: province.id })}>
                {provinceName(province)}
              </LinkTo>
              <ComplianceTiles standings={province.standings} />
            </li>
          ))}
        </ul>
      </Card>
      <section aria-labelledby="provinces">
        <h2 id="provinces" className="mb-2 text-xl">
          {words.countryTable}
        </h2>
        <ComplianceOrder sort={sort} />
        <Table
          caption={words.countryTable}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[
            {
              head: words.province,
              names: true,
              cell: (province) => (
                <LinkTo
                  to={paths.desk.compliance({ province: province.id })}
                  className="sm:whitespace-nowrap print:whitespace-nowrap"
                >
                  {provinceName(province)}
                </LinkTo>
              ),
            },
            {
              head: words.agencies,
              numeric: true,
              cell: ({ standings }) => counted(standings.length),
            },
            ...QUESTIONS.map((question) => ({
              head: words.questions[question],
              numeric: true,
              cell: ({ shares }: ProvinceStanding) => percent(shares[question]),
            })),
          ]}
        />
      </section>
    </>
  );
}

/** A share in per cent; a dash where nobody is asked. Some are never shown as none, and not quite all never as all. */
export function usePercent() {
  return ({ yes, asked }: Share) => {
    if (asked === 0) return "–";
    const percent = Math.round((yes / asked) * 100);
    if (percent === 0 && yes > 0) return "< 1 %";
    if (percent === 100 && yes < asked) return "> 99 %";
    return `${percent} %`;
  };
}
