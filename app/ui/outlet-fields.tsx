import type { FieldMetadata } from "@conform-to/react";
import { OUTLET_TYPES, type OutletForm } from "#app/domain/press/outlet.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { SelectField, TextField } from "./form.tsx";

export function OutletFields({
  fields,
}: {
  // biome-ignore lint/suspicious/noExplicitAny: Conform's metadata of any one field
  fields: Record<keyof OutletForm, FieldMetadata<any, any, string[]>>;
}) {
  const { outlets, outletTypes } = useMessages().press;
  return (
    <>
      <TextField field={fields.name} label={outlets.name} />
      <SelectField
        field={fields.type}
        label={outlets.type}
        options={OUTLET_TYPES.map((type) => ({ value: type, label: outletTypes[type] }))}
      />
    </>
  );
}
