import { type Change, changeSentence } from "#app/domain/spokespersons/changes.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { TimeText } from "./time.tsx";

/** What has changed in public, newest first, each with its moment. */
export function ChangeLog({ changes }: { changes: Change[] }) {
  const words = useMessages();
  return (
    <ol className="grid gap-4">
      {changes.map((change) => (
        <li key={change.id} className="border-b border-line pb-4">
          <span className="block text-sm text-soft">
            <TimeText at={change.at} />
          </span>
          {changeSentence(words, change)}
        </li>
      ))}
    </ol>
  );
}
