import { QUERY_KINDS } from "#app/domain/queries/query.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import {
  type AnyField,
  CheckField,
  FieldGroup,
  SelectField,
  TextArea,
  TextField,
} from "./form.tsx";

type Asked = "kind" | "title" | "text" | "reference" | "foreignPress";
type Asking =
  | "askerName"
  | "askerPosition"
  | "outletName"
  | "askerEmail"
  | "askerPhone"
  | "showName";

/** A field whose problems are told in sentences of this room, where it has them. */
export function withSentences(field: AnyField, sentences: Record<string, string>): AnyField {
  if (!field.errors?.some((error) => error in sentences)) return field;
  return new Proxy(field, {
    get: (target, name) =>
      name === "errors"
        ? target.errors?.map((error) => sentences[error] ?? error)
        : Reflect.get(target, name, target),
  });
}

/** What is asked. */
export function QueryFields({ fields }: { fields: Record<Asked, AnyField> }) {
  const { queries: words, asking } = useMessages();
  const says = words.fields;
  return (
    <>
      <SelectField
        field={fields.kind}
        label={says.kind}
        hint={says.kindHint}
        options={QUERY_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
      />
      <TextField field={fields.title} label={says.title} hint={says.titleHint} />
      <TextArea
        field={withSentences(fields.text, asking.problems)}
        label={says.text}
        blankWhen={says.textBlank}
        rows={6}
      />
      <TextField field={fields.reference} label={says.reference} hint={says.referenceHint} />
      <CheckField field={fields.foreignPress} label={says.foreign} />
    </>
  );
}

/** Who asks. */
export function AskerFields({
  fields,
  legend,
  hint,
}: {
  fields: Record<Asking, AnyField>;
  legend: string;
  hint?: string;
}) {
  const says = useMessages().queries.fields;
  return (
    <>
      <FieldGroup legend={legend} hint={hint}>
        <TextField field={fields.askerName} label={says.name} autoComplete="name" />
        <TextField field={fields.outletName} label={says.outlet} autoComplete="organization" />
        <TextField field={fields.askerEmail} label={says.email} type="email" autoComplete="email" />
        <TextField field={fields.askerPhone} label={says.phone} type="tel" autoComplete="tel" />
        <TextField
          field={fields.askerPosition}
          label={says.position}
          autoComplete="organization-title"
        />
      </FieldGroup>
      <CheckField field={fields.showName} label={says.showName} />
    </>
  );
}
