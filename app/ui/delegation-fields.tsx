import { useMessages } from "#app/i18n/use-messages.ts";
import { DocumentField } from "./document-field.tsx";
import { type AnyField, FieldGroup, TextField } from "./form.tsx";

type Name =
  | "matter"
  | "documentNo"
  | "documentDay"
  | "documentSigner"
  | "documentFile"
  | "fromTime"
  | "untilTime"
  | "besideReason";

/** The law's three conditions as fields: a document, a matter, a time limit. */
export function DelegationFields({ fields }: { fields: Record<Name, AnyField> }) {
  const { spokespersons, register, delegations } = useMessages();
  const { delegation } = spokespersons;
  return (
    <FieldGroup legend={delegation.basis}>
      <div className="sm:col-span-2">
        <TextField
          field={fields.matter}
          label={delegation.matterField}
          hint={delegation.matterHint}
        />
      </div>
      <TextField
        field={fields.fromTime}
        label={delegation.fromTime}
        hint={delegation.fromTimeHint}
        type="datetime-local"
      />
      <TextField
        field={fields.untilTime}
        label={delegation.untilTime}
        hint={delegation.untilTimeHint}
        type="datetime-local"
      />
      <TextField
        field={fields.documentNo}
        label={delegation.documentNo}
        hint={delegation.documentNoHint}
        autoComplete="off"
      />
      <TextField
        field={fields.documentDay}
        label={delegation.documentDay}
        hint={delegation.documentDayHint}
        type="date"
      />
      <TextField
        field={fields.documentSigner}
        label={register.signer}
        hint={register.signerHint}
        autoComplete="off"
      />
      <div className="sm:col-span-2">
        <TextField
          field={fields.besideReason}
          label={delegations.beside}
          hint={delegations.besideHint}
        />
      </div>
      <DocumentField field={fields.documentFile} label={register.document} />
    </FieldGroup>
  );
}
