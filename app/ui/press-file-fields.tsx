import { HOME_ZONE } from "#app/clock.ts";
import { AUDIENCES, FILE_KINDS, FILE_LANGUAGES } from "#app/domain/press-kit/press-file.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, ChoiceField, SelectField, TextField } from "./form.tsx";

type Said = "title" | "kind" | "language" | "audience" | "embargo";

/** What is said about a file of a meeting: what it is, whom it is for, and from when on. */
export function PressFileFields({
  fields,
  zone,
}: {
  fields: Record<Said, AnyField>;
  zone: string;
}) {
  const words = useMessages().meetingRooms;
  return (
    <>
      <TextField
        field={fields.title}
        label={words.files.titleField}
        hint={words.files.titleHint}
        autoComplete="off"
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          field={fields.kind}
          label={words.files.kind}
          options={FILE_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <SelectField
          field={fields.language}
          label={words.files.language}
          options={FILE_LANGUAGES.map((value) => ({
            value,
            label: words.languages[value] ?? value,
          }))}
        />
      </div>
      <ChoiceField
        field={fields.audience}
        label={words.files.audience}
        options={AUDIENCES.map((value) => ({ value, label: words.audiences[value] }))}
      />
      <TextField
        field={fields.embargo}
        label={words.files.embargo}
        hint={words.files.embargoHint(zone === HOME_ZONE ? null : zone)}
        type="datetime-local"
      />
    </>
  );
}
