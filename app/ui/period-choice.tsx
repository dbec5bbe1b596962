import { Form } from "@remix-run/react";
import { LENGTHS, type Period, periodBeside, periodOf } from "#app/domain/reports/period.ts";
import { periodName } from "#app/domain/reports/period-name.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { useNames } from "./area-name.ts";
import { Button } from "./button.tsx";
import { PlainSelect } from "./plain-field.tsx";
import { ProvinceField, type ShownProvince } from "./province.tsx";

interface Named {
  id: string;
  name: string;
  nameEn: string;
}

/** How many periods of each length are offered beside the one that is shown. */
const OFFERED = { month: 12, quarter: 6, half: 4, year: 3 };

/** Of which period and of whom: the address says so. */
export function PeriodChoice({
  period,
  agency,
  agencies,
  province,
  provinces,
  own,
}: {
  period: Period;
  agency: Named | null;
  agencies: Named[];
  province: ShownProvince | null;
  provinces: ShownProvince[];
  /** Whoever works for one agency has nothing to choose but the period. */
  own: boolean;
}) {
  const all = useMessages();
  const words = all.reports.figures;
  const { name } = useNames();
  return (
    <Form
      method="get"
      className="print:hidden mb-5 grid items-end gap-3 sm:grid-cols-[repeat(3,minmax(0,1fr))_auto]"
    >
      <PlainSelect
        name="period"
        label={words.period}
        value={period.code}
        options={LENGTHS.flatMap((length) =>
          periodsOf(period, length).map((one) => ({
            value: one.code,
            label: periodName(all, one),
          })),
        )}
      />
      <ProvinceField provinces={provinces} chosen={province} whole />
      {!own && agencies.length > 0 && (
        <PlainSelect
          name="agency"
          label={words.of}
          value={agency?.id}
          blank={words.wholeProvince}
          options={agencies.map((one) => ({ value: one.id, label: name(one) }))}
        />
      )}
      <Button tone="plain">{words.show}</Button>
    </Form>
  );
}

/** Periods of a length up to the one in which the shown one ends, and one more, newest first. */
function periodsOf(period: Period, length: Period["length"]): Period[] {
  const last = periodBeside(periodOf(period.until, length), 1);
  const offered = Array.from({ length: OFFERED[length] }, (_, i) => periodBeside(last, -i));
  const isAmong = offered.some(({ code }) => code === period.code);
  return isAmong || length !== period.length ? offered : [period, ...offered];
}
