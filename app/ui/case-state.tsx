import type { CaseOutcome, State } from "#app/domain/corrections/correction-case.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<State, BadgeTone> = {
  found: "due",
  drafted: "due",
  waiting: "calm",
  answered: "done",
  closed: "plain",
};

/** How far a case has come, in a word; of a closed one, how it ended. */
export function CaseBadge({ state, outcome }: { state: State; outcome: CaseOutcome | null }) {
  const words = useMessages().pressCorrections;
  return (
    <Badge tone={TONES[state]}>{outcome ? words.outcomes[outcome] : words.states[state]}</Badge>
  );
}
