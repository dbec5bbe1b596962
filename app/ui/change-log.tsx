import { type Change, changeSentence } from "#app/domain/spokespersons/changes.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { TimeText } from "./time.tsx";

/** What has changed on a public page, newest first, folded away until somebody wants it. */
export function ChangeLog({ changes, limit }: { changes: Change[]; limit: number }) {
  const words = useMessages();
  const { title, lead, none, more } = words.changes;
  return (
    <details className="print:hidden mb-6 rounded-md border border-line bg-sheet">
      <summary className="cursor-pointer px-4 py-3 text-xl font-semibold sm:px-6">{title}</summary>
      <div className="px-4 pb-4 sm:px-6 sm:pb-6">
        <p className="mb-3 text-soft">{changes.length > 0 ? lead : none}</p>
        <ol className="grid gap-3">
          {changes.map((change) => (
            <li key={change.id}>
              <span className="block text-sm text-soft">
                <TimeText at={change.at} />
              </span>
              {changeSentence(words, change)}
            </li>
          ))}
        </ol>
        {changes.length === limit && <p className="mt-3 text-sm text-soft">{more(limit)}</p>}
      </div>
    </details>
  );
}
