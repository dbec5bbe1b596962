import type { MissingCondition } from "#app/domain/spokespersons/delegation.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge } from "./badge.tsx";
import { Card } from "./card.tsx";

const ALL = ["missing-written", "missing-matter", "missing-limit", "missing-person"] as const;

/** What the law asks of a delegation, and which of it a draft lacks. */
export function ConditionList({ missing }: { missing: MissingCondition[] }) {
  const words = useMessages().register.drafts;
  return (
    <Card title={words.conditions}>
      <ul className="grid gap-2">
        {ALL.map((condition) => {
          const isMet = !missing.includes(condition);
          return (
            <li key={condition} className="grid grid-cols-[6.5rem_1fr] items-start gap-x-3">
              <span>
                <Badge tone={isMet ? "done" : "due"}>{isMet ? words.met : words.unmet}</Badge>
              </span>
              {words.checks[condition]}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
