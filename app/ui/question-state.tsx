import type { State } from "#app/domain/questions/question.ts";
import { useMessages } from "#app/i18n/use-messages.ts";
import { Badge, type BadgeTone } from "./badge.tsx";

const TONES: Record<State, BadgeTone> = {
  waiting: "plain",
  asked: "calm",
  answered: "done",
  open: "due",
  withdrawn: "plain",
};

/** How far a question has come. */
export function QuestionBadge({ state }: { state: State }) {
  return <Badge tone={TONES[state]}>{useMessages().questions.states[state]}</Badge>;
}
