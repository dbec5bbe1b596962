import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, FieldGroup, TextField } from "./form.tsx";

/** The four particulars that are published about a spokesperson; whom the agency knows may be chosen by name. */
export function SpeakerFields({
  fields,
  people,
}: {
  fields: Record<"name" | "position" | "phone" | "email", AnyField>;
  people: string[];
}) {
  const { form: words, people: hint, contactNote } = useMessages().spokespersons;
  return (
    <FieldGroup legend={words.who} hint={contactNote}>
      <TextField
        field={fields.name}
        label={words.name}
        hint={people.length > 0 ? hint : words.nameHint}
        list="people"
        autoComplete="off"
      />
      <TextField field={fields.position} label={words.position} hint={words.positionHint} />
      <TextField
        field={fields.phone}
        label={words.phone}
        hint={words.phoneHint}
        type="tel"
        autoComplete="off"
      />
      <TextField
        field={fields.email}
        label={words.email}
        type="email"
        hint={words.emailHint}
        autoComplete="off"
      />
      <datalist id="people">
        {people.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </FieldGroup>
  );
}
