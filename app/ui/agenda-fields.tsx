import { useMessages } from "#app/i18n/use-messages.ts";
import { type AnyField, TextField } from "./form.tsx";

/** What is said about one point of a programme; whoever is known to speak may be chosen by name. */
export function AgendaFields({
  fields,
  people,
}: {
  fields: Record<"title" | "speaker" | "minutes", AnyField>;
  people: (string | null)[];
}) {
  const words = useMessages().meetingRooms.agenda;
  return (
    <>
      <TextField field={fields.title} label={words.item} hint={words.itemHint} autoComplete="off" />
      <div className="grid items-end gap-5 sm:grid-cols-[1fr_9rem]">
        <TextField
          field={fields.speaker}
          label={words.speaker}
          list="agenda-people"
          autoComplete="off"
        />
        <TextField field={fields.minutes} label={words.minutes} autoComplete="off" />
      </div>
      <datalist id="agenda-people">
        {[...new Set(people.filter(Boolean))].map((name) => (
          <option key={name} value={name ?? ""} />
        ))}
      </datalist>
    </>
  );
}
