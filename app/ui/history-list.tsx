import type { Moment } from "#db/tables.ts";
import { TimeText } from "./time.tsx";

/** Who did what and when, newest first. */
export function HistoryList({
  history,
}: {
  history: { id: string; at: Moment; byName: string; sentence: string }[];
}) {
  return (
    <ol className="grid gap-2">
      {history.map(({ id, at, byName, sentence }) => (
        <li key={id}>
          <span className="text-soft">
            <TimeText at={at} /> · {byName}
          </span>
          <span className="block">{sentence}</span>
        </li>
      ))}
    </ol>
  );
}
