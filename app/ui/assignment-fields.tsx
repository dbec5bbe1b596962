import type { ComponentProps, ReactNode } from "react";
import { useMessages } from "#app/i18n/use-messages.ts";
import { DecisionFields } from "./decision-fields.tsx";
import { type AnyField, ChoiceField, TextField } from "./form.tsx";
import { SpeakerFields } from "./speaker-fields.tsx";

type Fields = ComponentProps<typeof SpeakerFields>["fields"] &
  ComponentProps<typeof DecisionFields>["fields"] &
  Record<"capacity" | "besideReason", AnyField>;

/** Who speaks, in which capacity, and by which decision: what entering and correcting ask alike. */
export function AssignmentFields({
  fields,
  people,
  untilHint,
  children,
}: {
  fields: Fields;
  people: string[];
  untilHint?: string;
  children?: ReactNode;
}) {
  const { register, spokespersons } = useMessages();
  return (
    <>
      <ChoiceField
        field={fields.capacity}
        label={spokespersons.assignment.capacity}
        options={(["head", "regular"] as const).map((value) => ({
          value,
          label: spokespersons.capacity[value],
        }))}
      />
      <SpeakerFields fields={fields} people={people} />
      <DecisionFields fields={fields} untilHint={untilHint} />
      {children}
      <TextField field={fields.besideReason} label={register.beside} hint={register.besideHint} />
    </>
  );
}
