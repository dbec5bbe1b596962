import type { ReactNode } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Card } from "./card.tsx";
import { Empty } from "./empty.tsx";
import { LinkTo } from "./link.tsx";
import { PageTitle } from "./page-title.tsx";
import { ProvinceChoice, type ShownProvince, useProvinceName } from "./province.tsx";
import { type Column, Table } from "./table.tsx";

/**
 * A page of the press records: what a province has (or each of them, with its name), and the form to add to it,
 * which wants a province in hand.
 */
export function PressBooks<Row extends { id: string; provinceId: string }>({
  words,
  province,
  provinces,
  rows,
  what,
  counts,
  toAdd,
  children,
}: {
  words: { title: string; lead: string; noneYet: string; caption: string };
  province: ShownProvince | undefined;
  provinces: ShownProvince[];
  rows: Row[];
  what: Column<Row>[];
  counts: Column<Row>[];
  toAdd: string;
  children: ReactNode;
}) {
  const { journalists, province: provinceWords } = useMessages().press;
  const provinceName = useProvinceName();
  const ofCountry = provinces.length > 0;
  const whose: Column<Row> = {
    head: provinceWords.label,
    cell: ({ provinceId }) => {
      const place = provinces.find(({ id }) => id === provinceId);
      return place && provinceName(place);
    },
  };
  return (
    <>
      <PageTitle
        above={
          <LinkTo to={paths.desk.journalists({ province: ofCountry ? province?.id : undefined })}>
            {journalists.title}
          </LinkTo>
        }
        lead={words.lead}
      >
        {words.title}
      </PageTitle>
      <ProvinceChoice provinces={provinces} chosen={province} whole />
      {rows.length === 0 ? (
        <Empty title={words.noneYet} />
      ) : (
        <Table
          caption={words.caption}
          rows={rows}
          keyOf={({ id }) => id}
          columns={[...what, ...(ofCountry && !province ? [whose] : []), ...counts]}
        />
      )}
      {province && (
        <div className="mt-6">
          <Card title={toAdd}>{children}</Card>
        </div>
      )}
    </>
  );
}
