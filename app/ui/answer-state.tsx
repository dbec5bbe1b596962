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

/** How many people come, wait for seats or do not come, and who has not said; what nobody is, is left out. */
export function AnswerCounts({ tally }: { tally: Tally }) {
  const words = useMessages().answers.desk.counts;
  const number = useNumber();
  const silent = tally.waiting - tally.askedAgain;
  const counts = [
    [words.invited, tally.invited, true],
    [words.people, tally.people, true],
    [words.online, tally.online],
    [words.listed, tally.listed],
    [words.tentative, tally.tentative],
    [words.substitute, tally.substitute],
    [words.declined, tally.declined, true],
    [words.askedAgain, tally.askedAgain],
    [words.silent, silent, true],
  ] as const;
  return (
    <dl className="grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-x-6 gap-y-3">
      {counts
        .filter(([, count, always]) => always || count > 0)
        .map(([name, count]) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-soft">{name}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{number(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
