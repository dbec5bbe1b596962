import { CLAUSES, KINDS, LEVELS } from "#app/domain/incidents/incident.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import {
  type AnyField,
  ChoiceField,
  FieldGroup,
  SelectField,
  TextArea,
  TextField,
} from "./form.tsx";

type Name =
  | "title"
  | "known"
  | "kind"
  | "level"
  | "clause"
  | "occurredAt"
  | "receivedAt"
  | "determinedAt"
  | "leadBody"
  | "outlet"
  | "note";

/** What an officer decides about an incident, in the order in which it becomes known. */
export function IncidentFields({ fields }: { fields: Record<Name, AnyField> }) {
  const words = useMessages().incidents;
  const says = words.fields;
  const more = [fields.leadBody, fields.outlet, fields.note];
  return (
    <>
      <TextField field={fields.title} label={says.title} hint={says.titleHint} />
      <div className="grid gap-5 sm:grid-cols-2">
        <SelectField
          field={fields.kind}
          label={says.kind}
          options={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        />
        <ChoiceField
          field={fields.level}
          label={says.level}
          options={LEVELS.map((value) => ({ value, label: words.levels[value] }))}
        />
      </div>
      <SelectField
        field={fields.clause}
        label={says.clause}
        hint={<ClauseSays clause={fields.clause.value} />}
        options={CLAUSES.map((value) => ({ value, label: words.clauses[value] }))}
      />
      <FieldGroup legend={says.instants} hint={says.instantsHint}>
        <TextField field={fields.occurredAt} label={says.occurredAt} type="datetime-local" />
        <TextField field={fields.receivedAt} label={says.receivedAt} type="datetime-local" />
        <TextField field={fields.determinedAt} label={says.determinedAt} type="datetime-local" />
      </FieldGroup>
      <TextArea field={fields.known} label={says.known} hint={says.knownHint} rows={3} />
      <details
        open={more.some(({ initialValue, errors }) => initialValue || errors) || undefined}
        key={String(fields.clause.value)}
      >
        <summary className="w-fit text-sm text-soft">{says.optional}</summary>
        <div className="mt-3 grid gap-5">
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField field={fields.leadBody} label={says.leadBody} hint={says.leadBodyHint} />
            <TextField field={fields.outlet} label={says.outlet} hint={says.outletHint} />
          </div>
          <TextArea field={fields.note} label={says.note} hint={says.noteHint} rows={3} />
        </div>
      </details>
    </>
  );
}

/** What the chosen clause asks of the agency. */
function ClauseSays({ clause }: { clause: unknown }) {
  const { clauseSays } = useMessages().incidents;
  return (
    <span aria-live="polite">
      {typeof clause === "string" && clause in clauseSays
        ? clauseSays[clause as keyof typeof clauseSays]
        : ""}
    </span>
  );
}
