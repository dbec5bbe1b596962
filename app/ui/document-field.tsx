import { ACCEPTED_FILES, ACCEPTED_PRESS_FILES } from "#app/domain/documents/document.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, FileField } from "./form.tsx";

/** The field for a paper: a decision, a regulation. What is taken is said before it is chosen. */
export function DocumentField({ field, label }: { field: AnyField; label?: string }) {
  const words = useMessages().documents;
  return (
    <FileField
      field={field}
      label={label ?? words.file}
      hint={words.fileHint}
      accept={ACCEPTED_FILES}
    />
  );
}

/** The field for what is handed to the press: papers, and text, sound and moving pictures besides. */
export function PressFileField({ field, label }: { field: AnyField; label: string }) {
  const words = useMessages().documents;
  return (
    <FileField
      field={field}
      label={label}
      hint={words.pressFileHint}
      accept={ACCEPTED_PRESS_FILES}
    />
  );
}
