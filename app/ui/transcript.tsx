import { type Passage, recordingTime } from "#app/domain/press-kit/transcript.ts";

/** What was said, each passage with who said it and when in the recording, where that is known. */
export function Transcript({ passages, language }: { passages: Passage[]; language: string }) {
  return (
    <ol lang={language} className="mt-3 grid max-w-[75ch] gap-3 wrap-anywhere">
      {passages.map(({ at, speaker, text }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two passages may be alike, and none moves
        <li key={i} className={at === null ? "" : "grid gap-x-4 sm:grid-cols-[4.5rem_1fr]"}>
          {at !== null && (
            <span className="text-sm text-soft tabular-nums">{recordingTime(at)}</span>
          )}
          <p className="min-w-0 whitespace-pre-line">
            {speaker && <strong>{speaker}: </strong>}
            {text}
          </p>
        </li>
      ))}
    </ol>
  );
}
