import type { AnswerState } from "#app/domain/invitations/reply-form.ts";
import type { Tally } from "#app/domain/meetings/tally.server.ts";
import { useMessages, useNumber } from "#app/i18n/use-messages.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<AnswerState, BadgeTone> = {
  coming: "done",
  substitute: "done",
  tentative: "due",
  listed: "due",
  declined: "late",
  waiting: "plain",
  "asked-again": "due",
};

/** What somebody answered to an invitation. */
export function AnswerBadge({ answer }: { answer: AnswerState }) {
  return <Badge tone={TONES[answer]}>{useMessages().invitations.answerStates[answer]}</Badge>;
}

/** How many come, how many do not, and who has not said. */
export function AnswerCounts({ tally }: { tally: Tally }) {
  const words = useMessages().invitations.pages.tally;
  const number = useNumber();
  const counts = [
    [words.invited, tally.invited],
    [words.coming, tally.coming + tally.substitute],
    [words.declined, tally.declined],
    [words.waiting, tally.waiting],
  ] as const;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-x-6 gap-y-3">
      {counts.map(([name, count]) => (
        <div key={name} className="flex flex-col-reverse justify-end">
          <dt className="text-sm text-soft">{name}</dt>
          <dd className="text-2xl font-semibold tabular-nums">{number(count)}</dd>
        </div>
      ))}
    </dl>
  );
}
