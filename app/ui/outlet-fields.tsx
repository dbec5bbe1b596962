import { OUTLET_TYPES, type OutletForm } from "#app/domain/press/outlet.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, SelectField, TextField } from "./form.tsx";

export function OutletFields({ fields }: { fields: Record<keyof OutletForm, AnyField> }) {
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
