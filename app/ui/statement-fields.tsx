import type { SpeakerChoice } from "#app/domain/meetings/speaker-choice.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, ChoiceField, SelectField, TextArea, TextField } from "./form.tsx";
import { Notice } from "./notice.tsx";

type Name = "language" | "title" | "known" | "unknown" | "doing" | "nextUpdateAt" | "speakerId";

/** A statement in its four parts, and who speaks: only those who may, each with their capacity. */
export function StatementFields({
  fields,
  speakers,
}: {
  fields: Record<Name, AnyField>;
  speakers: SpeakerChoice[];
}) {
  const { form, parts } = useMessages().statements;
  return (
    <>
      <TextField field={fields.title} label={form.title} />
      <TextArea field={fields.known} label={parts.known} hint={form.knownHint} rows={5} />
      <TextArea field={fields.unknown} label={parts.unknown} hint={form.unknownHint} rows={3} />
      <TextArea field={fields.doing} label={parts.doing} rows={4} />
      <div className="grid gap-5 sm:grid-cols-2">
        <TextField
          field={fields.nextUpdateAt}
          label={parts.nextUpdateAt}
          hint={form.nextUpdateHint}
          type="datetime-local"
        />
        <ChoiceField
          field={fields.language}
          label={form.language}
          options={(["vi", "en"] as const).map((value) => ({
            value,
            label: form.languages[value],
          }))}
        />
      </div>
      <SpeakerSelect field={fields.speakerId} speakers={speakers} />
    </>
  );
}

/** A freely written statement: headline, formatted text, language, and who speaks. */
export function TextFields({
  fields,
  speakers,
}: {
  fields: Record<"language" | "title" | "body" | "speakerId", AnyField>;
  speakers: SpeakerChoice[];
}) {
  const { statements, statementDesk } = useMessages();
  const { form } = statements;
  return (
    <>
      <TextField field={fields.title} label={form.title} />
      <TextArea
        field={fields.body}
        label={statementDesk.form.body}
        hint={statementDesk.form.bodyHint}
        rows={16}
      />
      <ChoiceField
        field={fields.language}
        label={form.language}
        options={(["vi", "en"] as const).map((value) => ({ value, label: form.languages[value] }))}
      />
      <SpeakerSelect field={fields.speakerId} speakers={speakers} />
    </>
  );
}

function SpeakerSelect({ field, speakers }: { field: AnyField; speakers: SpeakerChoice[] }) {
  const { statements: words, spokespersons } = useMessages();
  const { form } = words;
  return (
    <>
      <SelectField
        field={field}
        label={words.speaks}
        hint={form.speakerHint}
        options={speakers.map(({ personId, name, position, capacity, matter }) => ({
          value: personId,
          label: [
            name,
            position,
            spokespersons.capacity[capacity],
            matter && words.authorisedFor(matter),
          ]
            .filter(Boolean)
            .join(" · "),
        }))}
      />
      {speakers.length === 0 && <Notice tone="warning">{words.maySpeak([])}</Notice>}
    </>
  );
}
