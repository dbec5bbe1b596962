import { useMessages } from "#app/i18n/use-messages.ts";
import { DocumentField } from "./document-field.tsx";
import { type AnyField, FieldGroup, TextField } from "./form.tsx";

type Name =
  | "decisionNo"
  | "decisionDay"
  | "decisionTime"
  | "decisionSigner"
  | "decisionFile"
  | "fromDay"
  | "untilDay";

/** By which decision, signed by whom and when, and from when until when it holds. */
export function DecisionFields({
  fields,
  untilHint,
}: {
  fields: Record<Name, AnyField>;
  untilHint?: string;
}) {
  const { spokespersons, register } = useMessages();
  const { form, assignment } = spokespersons;
  return (
    <FieldGroup legend={form.basis}>
      <TextField
        field={fields.decisionNo}
        label={form.decisionNo}
        hint={form.decisionNoHint}
        autoComplete="off"
      />
      <TextField
        field={fields.decisionDay}
        label={form.decisionDay}
        hint={form.decisionDayHint}
        type="date"
      />
      <TextField
        field={fields.fromDay}
        label={assignment.fromDay}
        hint={assignment.fromDayHint}
        type="date"
      />
      <TextField
        field={fields.untilDay}
        label={assignment.untilDay}
        hint={untilHint ?? assignment.untilDayHint}
        type="date"
      />
      <TextField
        field={fields.decisionSigner}
        label={register.signer}
        hint={register.signerHint}
        autoComplete="off"
      />
      <TextField
        field={fields.decisionTime}
        label={register.decisionTime}
        hint={register.decisionTimeHint}
        type="datetime-local"
      />
      <div className="sm:col-span-2">
        <DocumentField field={fields.decisionFile} label={register.document} />
      </div>
    </FieldGroup>
  );
}
