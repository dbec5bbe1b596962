import { Form } from "@remix-run/react";
import { ListFilter } from "lucide-react";
import { BEATS } from "#app/domain/press/beat.ts";
import type { readJournalistQuery } from "#app/domain/press/journalist-query.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { type ChosenArea, useAreaOptions } from "./area-choice.tsx";
import { Button, ButtonLink } from "./button.tsx";
import { PlainSelect, PlainText } from "./plain-field.tsx";
import { ProvinceField, type ShownProvince } from "./province.tsx";

interface Named {
  id: string;
  name: string;
}

const optionsOf = (things: Named[]) => things.map(({ id, name }) => ({ value: id, label: name }));

/** What a list of journalists is narrowed to; the address is the state. */
export function JournalistFilter({
  query,
  outlets,
  areas,
  lists,
  provinces = [],
  clear,
}: {
  query: ReturnType<typeof readJournalistQuery>;
  outlets: Named[];
  areas: ChosenArea[];
  lists: Named[];
  provinces?: ShownProvince[];
  clear: string; // the same page without a filter
}) {
  const words = useMessages();
  const areaOptions = useAreaOptions();
  const { journalists, fields, beats, languages } = words.press;
  return (
    <Form
      method="get"
      role="search"
      className="print:hidden mb-4 grid items-end gap-3 sm:grid-cols-2 lg:grid-cols-3"
    >
      <PlainText
        key={query.q}
        type="search"
        name="q"
        label={journalists.search}
        defaultValue={query.q}
        maxLength={200}
      />
      <ProvinceField
        provinces={provinces}
        chosen={query.provinceId ? { id: query.provinceId } : null}
        whole
      />
      <PlainSelect
        name="beat"
        label={journalists.beats}
        value={query.beat}
        blank={journalists.anyBeat}
        options={BEATS.map((beat) => ({ value: beat, label: beats[beat] }))}
      />
      <PlainSelect
        name="outlet"
        label={fields.outlet}
        value={query.outletId}
        blank={journalists.anyOutlet}
        options={optionsOf(outlets)}
      />
      <PlainSelect
        name="area"
        label={words.pressAreas.area}
        value={query.areaId}
        blank={words.pressAreas.any}
        options={areaOptions(areas)}
      />
      <PlainSelect
        name="list"
        label={fields.lists}
        value={query.listId}
        blank={journalists.anyList}
        options={optionsOf(lists)}
      />
      <PlainSelect
        name="language"
        label={journalists.language}
        value={query.language}
        blank={journalists.anyLanguage}
        options={(["vi", "en"] as const).map((one) => ({ value: one, label: languages[one] }))}
      />
      <div className="flex flex-wrap gap-2">
        <Button tone="plain">
          <ListFilter aria-hidden="true" className="size-4" />
          {words.common.filter}
        </Button>
        <ButtonLink tone="quiet" to={clear}>
          {journalists.clear}
        </ButtonLink>
      </div>
    </Form>
  );
}
