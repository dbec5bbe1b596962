import { Form, useSubmit } from "@remix-run/react";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type CalendarSpan, VIEWS, type View } from "#app/domain/meetings/calendar-span.ts";
import { shortDay } from "#app/i18n/dates.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import type { Day } from "#db/tables.ts";
import { Button, ButtonLink } from "./button.tsx";
import { PlainSelect } from "./plain-field.tsx";
import { Tabs } from "./tabs.tsx";

interface Shown {
  view: View;
  on: Day;
  of: string;
  span: CalendarSpan;
  lastDay: Day;
  province: { id: string } | undefined;
}

interface Props extends Shown {
  today: Day;
  people: { personId: string; name: string }[];
  provinces: { id: string }[];
  hasAgency: boolean;
}

/** Which days are shown, how, and whose; the address says all of it. */
export function CalendarBar(props: Props) {
  const { view, on, span, today } = props;
  const words = useMessages().pressCalendar;
  const address = useAddress(props);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3">
        <Tabs
          label={words.viewsLabel}
          tabs={VIEWS.map((one) => ({
            to: address({ view: one, on }),
            label: words.views[one],
            current: one === view,
          }))}
        />
        <WhoseForm {...props} />
      </div>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <h2 className="me-auto text-xl" aria-live="polite">
          <SpanTitle {...props} />
        </h2>
        <div className="flex flex-wrap gap-2 print:hidden">
          <ButtonLink to={address({ view, on: span.previous })} rel="prev">
            <ChevronLeft aria-hidden="true" className="size-4" />
            {words.previous}
          </ButtonLink>
          <ButtonLink to={address({ view, on: today })}>{words.today}</ButtonLink>
          <ButtonLink to={address({ view, on: span.next })} rel="next">
            {words.next}
            <ChevronRight aria-hidden="true" className="size-4" />
          </ButtonLink>
        </div>
      </div>
    </>
  );
}

function useAddress({ of, province, provinces }: Props) {
  return ({ view, on }: { view: View; on: Day }) =>
    paths.desk.calendar({
      ...{ view, on, of },
      province: provinces.length > 0 ? province?.id : undefined,
    });
}

/** Tháng 12 năm 2026 · 30/11/2026 – 06/12/2026 */
export function SpanTitle({ view, on, span, lastDay }: Omit<Shown, "of" | "province">) {
  return <>{useSpanTitle()({ view, on, span, lastDay })}</>;
}

export function useSpanTitle() {
  const words = useMessages().pressCalendar;
  return ({ view, on, span, lastDay }: Omit<Shown, "of" | "province">) =>
    view === "month"
      ? words.month(on.slice(5, 7), on.slice(0, 4))
      : words.span(shortDay(span.from), shortDay(lastDay));
}

function WhoseForm({ view, on, of, people, province, provinces, hasAgency }: Props) {
  const { whose } = useMessages().pressCalendar;
  const submit = useSubmit();
  const ofCountry = provinces.length > 0 && !province;
  return (
    <Form
      method="get"
      className="print:hidden flex min-w-0 flex-wrap items-end gap-2"
      onChange={({ currentTarget }) => submit(currentTarget, { preventScrollReset: true })}
    >
      <input type="hidden" name="view" value={view} />
      <input type="hidden" name="on" value={on} />
      {provinces.length > 0 && province && (
        <input type="hidden" name="province" value={province.id} />
      )}
      <div className="min-w-0 max-w-80">
        <PlainSelect
          name="of"
          label={whose.label}
          value={of}
          options={[
            ...(hasAgency ? [{ value: "agency", label: whose.agency }] : []),
            { value: "province", label: ofCountry ? whose.country : whose.province },
            ...people.map(({ personId, name }) => ({ value: personId, label: name })),
          ]}
        />
      </div>
      <noscript>
        <Button tone="plain">{whose.show}</Button>
      </noscript>
    </Form>
  );
}
