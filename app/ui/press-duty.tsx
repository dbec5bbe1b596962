import { dueUntil } from "#app/domain/policies/due-sentence.ts";
import type { PressDuty } from "#app/domain/queries/press-duty.server.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Card, Facts } from "./card.tsx";
import { Explanation } from "./countdown.tsx";

/** By when each kind of press brings a written answer to who asked through it. */
export function PressDutyCard({ duty }: { duty: PressDuty | null }) {
  const all = useMessages();
  const words = all.pressDuty;
  if (!duty) return null;
  const { daily, weekly, magazineLegalRef } = duty;
  return (
    <Card title={words.title}>
      <p className="mb-3">{words.lead}</p>
      <Facts
        facts={[
          [words.daily, daily && words.until(dueUntil(all, daily))],
          [words.weekly, weekly && words.until(dueUntil(all, weekly))],
          [words.magazine, magazineLegalRef && words.nextIssue],
        ]}
      />
      {daily && (
        <details className="mt-2">
          <summary className="w-fit text-sm">{words.why}</summary>
          <div className="mt-2 grid gap-2">
            <Explanation due={daily} />
          </div>
        </details>
      )}
    </Card>
  );
}
