import type { Mail } from "#app/domain/mail/letter.ts";
import { readProblem } from "#app/domain/mail/problem.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import type { Moment } from "#db/tables.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

export type MailProgressName = Mail["stage"] | "put-back";

const TONES: Record<MailProgressName, BadgeTone> = {
  queued: "plain",
  sending: "calm",
  sent: "done",
  "put-back": "due",
  refused: "late",
  skipped: "plain",
};

/** Where a letter stands, in a word. */
export function StageBadge({ stage }: { stage: MailProgressName }) {
  return <Badge tone={TONES[stage]}>{useMessages().mail.stages[stage]}</Badge>;
}

/** What keeps a letter from its reader, in words, and when it is tried again. */
export function MailTrouble({
  progress,
  problem,
  dueAt,
}: {
  progress: MailProgressName;
  problem: string | null;
  dueAt: Moment;
}) {
  const words = useMessages().mail;
  if (progress === "sent" || (!problem && progress !== "put-back")) return null;
  const { reason, words: said } = readProblem(problem ?? "");
  return (
    <span className="mt-1 block text-sm">
      {reason && words.reasons[reason]}
      {said && <span className="block text-soft">{words.serverSaid(said)}</span>}
      {progress === "put-back" && (
        <span className="block">{words.triedAgain(shortTime(dueAt))}</span>
      )}
    </span>
  );
}

type Counts = Record<Mail["stage"], number> & { putBack: number };

const FILLS = {
  sent: "fill-done",
  sending: "fill-calm",
  putBack: "fill-due",
  refused: "fill-late",
} as const;

/** How far the letters have come: a bar with the same said in words. */
export function MailProgress({ counts }: { counts: Counts }) {
  const words = useMessages().mail;
  const { queued, sending, sent, refused, putBack, skipped } = counts;
  const total = queued + sending + sent + refused;
  if (total === 0) return null;
  const said = words.progress({ total, sent });
  let from = 0;
  return (
    <div>
      <div
        role="progressbar"
        aria-label={words.progressLabel}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={sent + refused}
        aria-valuetext={said}
      >
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${total} 1`}
          preserveAspectRatio="none"
          className="h-3 w-full overflow-hidden rounded-sm border border-edge bg-wash"
        >
          {(Object.keys(FILLS) as (keyof typeof FILLS)[]).map((name) => {
            const x = from;
            from += counts[name];
            return (
              <rect
                key={name}
                x={x}
                y={0}
                width={counts[name]}
                height={1}
                className={FILLS[name]}
              />
            );
          })}
        </svg>
      </div>
      <p className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-1">
        <strong className="tabular-nums">{said}</strong>
        <Count stage="queued" count={queued - putBack} />
        <Count stage="sending" count={sending} />
        <Count stage="put-back" count={putBack} />
        <Count stage="refused" count={refused} />
        <Count stage="skipped" count={skipped} />
      </p>
    </div>
  );
}

function Count({ stage, count }: { stage: MailProgressName; count: number }) {
  const number = useNumber();
  if (count === 0) return null;
  return (
    <span className="inline-flex items-center gap-1.5 tabular-nums">
      <StageBadge stage={stage} /> {number(count)}
    </span>
  );
}
