import { KINDS, LEVELS } from "#app/domain/incidents/incident.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, SelectField, TextArea, TextField } from "./form.tsx";

type Name = "title" | "kind" | "level" | "known" | "unknown" | "doing" | "questions" | "speaks";

/** What is prepared for a kind of incident: words for each part, likely questions, who speaks. */
export function ScenarioFields({ fields }: { fields: Record<Name, AnyField> }) {
  const words = useMessages().incidents;
  const says = words.scenarios;
  return (
    <>
      <TextField field={fields.title} label={says.name} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          field={fields.kind}
          label={words.fields.kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <SelectField
          field={fields.level}
          label={words.fields.level}
          blank={says.anyLevel}
          options={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
        />
      </div>
      <TextField field={fields.speaks} label={says.speaks} hint={says.speaksHint} />
      <TextArea field={fields.known} label={says.known} rows={3} />
      <TextArea field={fields.unknown} label={says.unknown} rows={3} />
      <TextArea field={fields.doing} label={says.doing} rows={3} />
      <TextArea field={fields.questions} label={says.questions} hint={says.questionsHint} />
    </>
  );
}
