import { BEATS } from "#app/domain/press/beat.ts";
import type { JournalistForm } from "#app/domain/press/journalist-form.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import {
  type AnyField,
  ChecksField,
  ChoiceField,
  FieldGroup,
  SelectField,
  TextArea,
  TextField,
} from "./form.tsx";

/** The fields of a journalist: there is none for what anybody thinks of them. */
export function JournalistFields({
  fields,
  outlets,
}: {
  fields: Record<keyof JournalistForm, AnyField>;
  outlets: { id: string; name: string }[];
}) {
  const { answers, press, pressAreas } = useMessages();
  const { fields: words, beats, languages } = press;
  const { consent } = answers;
  return (
    <>
      <TextField field={fields.name} label={words.name} />
      <TextField field={fields.email} label={words.email} type="email" />
      <TextField field={fields.phone} label={words.phone} type="tel" hint={words.phoneHint} />
      <SelectField
        field={fields.outletId}
        label={words.outlet}
        blank={words.noOutlet}
        options={outlets.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <ChoiceField
        field={fields.language}
        label={words.language}
        options={(["vi", "en"] as const).map((one) => ({ value: one, label: languages[one] }))}
      />
      <ChecksField
        field={fields.beats}
        label={words.beats}
        options={BEATS.map((beat) => ({ value: beat, label: beats[beat] }))}
      />
      <TextArea field={fields.areas} label={pressAreas.area} hint={pressAreas.linesHint} rows={3} />
      <FieldGroup legend={words.papers} hint={words.papersHint}>
        <TextField field={fields.pressCardNo} label={words.pressCardNo} />
        <TextField field={fields.pressCardUntilDay} label={words.pressCardUntil} type="date" />
        <TextField field={fields.introLetterNo} label={words.introLetterNo} />
        <TextField field={fields.introLetterUntilDay} label={words.introLetterUntil} type="date" />
      </FieldGroup>
      <FieldGroup legend={words.consent} hint={words.consentHint}>
        <TextField field={fields.consentDay} label={words.consentDay} type="date" />
        <TextField
          field={fields.consentBasis}
          label={words.consentBasis}
          hint={words.consentBasisHint}
        />
        <TextField field={fields.consentSource} label={consent.source} hint={consent.sourceHint} />
      </FieldGroup>
    </>
  );
}
