import { Form } from "@remix-run/react";
import { fullName, fullNameInEnglish } from "#app/domain/areas/area.ts";
import { useLanguage, useMessages } from "#app/i18n/use-messages.ts";
import { Button } from "./button.tsx";
import { PlainSelect } from "./plain-field.tsx";

export interface ShownProvince {
  id: string;
  type: string;
  name: string;
  nameEn: string;
}

/** Tỉnh An Giang · An Giang Province */
export function useProvinceName() {
  const language = useLanguage();
  return (province: ShownProvince) =>
    language === "en" ? fullNameInEnglish(province) : fullName(province);
}

/** The choice of a province as a field, for a form that has others; nothing for whoever works in one. */
export function ProvinceField({
  provinces,
  chosen,
  whole,
}: {
  provinces: ShownProvince[];
  chosen: { id: string } | null | undefined;
  whole?: boolean;
}) {
  const words = useMessages().press.province;
  const nameOf = useProvinceName();
  if (provinces.length === 0) return null;
  return (
    <PlainSelect
      name="province"
      label={words.label}
      value={chosen?.id}
      blank={whole || !chosen ? (whole ? words.whole : "") : undefined}
      options={provinces.map((province) => ({ value: province.id, label: nameOf(province) }))}
    />
  );
}

/** Whose books an administrator works on: a form of its own. */
export function ProvinceChoice({
  provinces,
  chosen,
  whole,
}: {
  provinces: ShownProvince[];
  chosen: { id: string } | null | undefined;
  whole?: boolean;
}) {
  const words = useMessages().press.province;
  if (provinces.length === 0) return null;
  return (
    <Form method="get" className="print:hidden mb-5 flex max-w-xl flex-wrap items-end gap-3">
      {!chosen && !whole && <p className="w-full text-soft">{words.lead}</p>}
      <div className="min-w-0 grow">
        <ProvinceField provinces={provinces} chosen={chosen} whole={whole} />
      </div>
      <Button tone="plain">{words.choose}</Button>
    </Form>
  );
}
