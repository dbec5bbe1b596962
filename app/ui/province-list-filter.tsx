import type { ListKind } from "#app/domain/publishing/list-entry.ts";
import { LIST_STATES, type ListQuery } from "#app/domain/publishing/list-query.ts";
import { useLocalised, useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { paths } from "#app/paths.ts";
import { Button } from "./button.tsx";
import { PlainSelect, PlainText } from "./plain-field.tsx";

/** Asks for a part of the list, or for that of another day: a plain form, the address is the state. */
export function ProvinceListFilter({
  province,
  query,
  kinds,
  counts,
  typed,
  day,
  problem,
}: {
  province: { code: string };
  query: ListQuery;
  kinds: ListKind[];
  counts: { missing: number; unconfirmed: number };
  typed: string;
  day: string;
  problem?: string;
}) {
  const words = useMessages().publishing;
  const { filter } = words;
  const number = useNumber();
  const to = useLocalised();
  return (
    <form
      method="get"
      action={to(paths.provinceList(province))}
      aria-label={filter.label}
      className="print:hidden mb-6 grid items-end gap-x-4 gap-y-3 sm:grid-cols-2"
    >
      {query.sort && <input type="hidden" name="sort" value={query.sort} />}
      <PlainText
        name="q"
        type="search"
        label={filter.q}
        hint={filter.qHint}
        defaultValue={query.q}
        maxLength={200}
        autoComplete="off"
      />
      <PlainSelect
        name="kind"
        label={filter.kind}
        blank={filter.anyKind}
        value={query.kind}
        options={kinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <PlainSelect
        name="state"
        label={filter.state}
        blank={filter.anyState}
        value={query.state}
        options={LIST_STATES.map((state) => ({
          value: state,
          label: filter.states[state](number(counts[state])),
        }))}
      />
      <div className="flex items-end gap-3">
        <div className="grow">
          <PlainText
            name="on"
            type={problem ? "text" : "date"}
            label={filter.on}
            problem={problem}
            defaultValue={problem ? typed : day}
          />
        </div>
        <Button>{filter.submit}</Button>
      </div>
    </form>
  );
}
