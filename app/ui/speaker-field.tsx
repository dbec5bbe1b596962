import { type AnyField, ChoiceField } from "./form.tsx";

/** Who speaks, of those who may. */
export function SpeakerField({
  field,
  label,
  speakers,
}: {
  field: AnyField;
  label: string;
  speakers: { personId: string; name: string; position: string }[];
}) {
  return (
    <ChoiceField
      field={field}
      label={label}
      options={speakers.map(({ personId, name, position }) => ({
        value: personId,
        label: `${name}, ${position}`,
      }))}
    />
  );
}
