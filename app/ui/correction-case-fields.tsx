import { OUTLET_KINDS } from "#app/domain/corrections/correction-case.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, FieldGroup, SelectField, TextArea, TextField } from "./form.tsx";

type Name =
  | "outletName"
  | "outletKind"
  | "outletEmail"
  | "articleTitle"
  | "articleUrl"
  | "articleSection"
  | "articleIssue"
  | "articlePlace"
  | "articleDay"
  | "wrong"
  | "right"
  | "grounds"
  | "foundAt";

/** What an officer writes of a case: the article by all that names it, what is wrong, what is so, and the grounds. */
export function CorrectionCaseFields({
  fields,
  outlets,
}: {
  fields: Record<Name, AnyField>;
  outlets: string[];
}) {
  const words = useMessages().pressCorrections;
  const says = words.form;
  return (
    <>
      <FieldGroup legend={says.article}>
        <TextField
          field={fields.outletName}
          label={says.outletName}
          hint={says.outletNameHint}
          list="case-outlets"
          autoComplete="off"
        />
        <SelectField
          field={fields.outletKind}
          label={says.outletKind}
          hint={says.outletKindHint}
          options={OUTLET_KINDS.map((value) => ({ value, label: words.outletKinds[value] }))}
        />
        <TextField field={fields.articleTitle} label={says.articleTitle} autoComplete="off" />
        <TextField field={fields.articleDay} label={says.articleDay} type="date" />
        <TextField
          field={fields.articleUrl}
          label={says.articleUrl}
          hint={says.articleUrlHint}
          blankWhen={says.articleUrlBlank}
          type="url"
        />
        <TextField field={fields.articleSection} label={says.articleSection} />
        <TextField field={fields.articleIssue} label={says.articleIssue} />
        <TextField field={fields.articlePlace} label={says.articlePlace} />
        <TextField
          field={fields.outletEmail}
          label={says.outletEmail}
          hint={says.outletEmailHint}
          type="email"
        />
        <TextField field={fields.foundAt} label={says.foundAt} type="datetime-local" />
      </FieldGroup>
      <datalist id="case-outlets">
        {outlets.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <TextArea field={fields.wrong} label={says.wrong} hint={says.wrongHint} rows={3} />
      <TextArea field={fields.right} label={says.right} rows={3} />
      <TextArea field={fields.grounds} label={says.grounds} hint={says.groundsHint} rows={3} />
    </>
  );
}
