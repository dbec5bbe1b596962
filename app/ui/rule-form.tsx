import { Form, useSubmit } from "@remix-run/react";
import { DAY_OFF_WAYS, WEEKDAYS, WEEKS } from "#app/domain/meetings/recurrence.ts";
import {
  DATES,
  DURATIONS,
  RHYTHMS,
  type RuleQuery,
  WAYS_IN_MONTH,
} from "#app/domain/meetings/series-rule.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "./button.tsx";
import type { Option } from "./form.tsx";
import { PlainSelect, PlainText } from "./plain-field.tsx";

function optionsOf<Value extends string | number>(
  values: readonly Value[],
  label: (value: Value) => string,
): Option[] {
  return values.map((value) => ({ value: String(value), label: label(value) }));
}

/** The rhythm of a series, chosen in words; the address says it, and the dates follow it at once. */
export function RuleForm({
  query,
  agencyId,
  problem,
}: {
  query: RuleQuery;
  agencyId: string;
  problem?: string;
}) {
  const words = useMessages().series.form;
  const submit = useSubmit();
  const inMonth = query.every !== "days";
  return (
    <Form
      method="get"
      aria-label={words.ruleTitle}
      onChange={({ currentTarget }) =>
        submit(currentTarget, { replace: true, preventScrollReset: true })
      }
      className="grid gap-4"
    >
      <input type="hidden" name="agency" value={agencyId} />
      <div className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <PlainSelect
          name="every"
          label={words.every}
          value={query.every}
          options={optionsOf(RHYTHMS, (one) => words.rhythms[one])}
        />
        {query.every === "days" && (
          <PlainText
            name="days"
            label={words.days}
            type="number"
            min={2}
            max={366}
            defaultValue={query.days}
          />
        )}
        {query.every === "quarter" && (
          <PlainSelect
            name="month"
            label={words.month}
            value={query.month}
            options={optionsOf([1, 2, 3], words.months)}
          />
        )}
        {inMonth && (
          <PlainSelect
            name="by"
            label={words.by}
            value={query.by}
            options={optionsOf(WAYS_IN_MONTH, (one) => words.ways[one])}
          />
        )}
        {inMonth && query.by === "date" && (
          <PlainSelect
            name="date"
            label={words.date}
            value={query.date}
            options={optionsOf(DATES, words.dates)}
          />
        )}
        {inMonth && query.by === "weekday" && (
          <>
            <PlainSelect
              name="weekday"
              label={words.weekday}
              value={query.weekday}
              options={optionsOf(WEEKDAYS, words.weekdays)}
            />
            <PlainSelect
              name="week"
              label={words.week}
              value={query.week}
              options={optionsOf(WEEKS, words.weeks)}
            />
          </>
        )}
        <PlainSelect
          name="dayOff"
          label={words.dayOff}
          value={query.dayOff}
          options={optionsOf(DAY_OFF_WAYS, (one) => words.dayOffWays[one])}
        />
        <PlainText name="at" label={words.at} type="time" required defaultValue={query.at} />
        <PlainSelect
          name="minutes"
          label={words.minutes}
          value={query.minutes}
          options={optionsOf(DURATIONS, words.duration)}
        />
        <PlainText name="from" label={words.from} type="date" defaultValue={query.from} />
        <PlainText
          name="until"
          label={words.until}
          type="date"
          problem={problem}
          defaultValue={query.until}
        />
      </div>
      {inMonth && query.by === "date" && Number(query.date) > 28 && (
        <p className="text-sm text-soft">{words.dateHint}</p>
      )}
      <div>
        <Button tone="plain">{words.show}</Button>
      </div>
    </Form>
  );
}
