import type { Moment, Row } from "#db/tables.ts";
import { type Facts, type Meeting, type Phase, phaseOf } from "../meetings/meeting.ts";

export type Question = Row<"question">;

export const STATES = ["waiting", "asked", "answered", "open", "withdrawn"] as const;
export type State = (typeof STATES)[number];

/** How far a question has come; facts decide. */
export function stateOf(
  question: Pick<Question, "askedAt" | "answeredAt" | "openAt" | "withdrawnAt">,
): State {
  if (question.withdrawnAt) return "withdrawn";
  if (question.openAt) return "open";
  if (question.answeredAt) return "answered";
  return question.askedAt ? "asked" : "waiting";
}

/** Where a question can go from where it is; answered, open and withdrawn are final. */
const MOVES: Record<State, readonly State[]> = {
  waiting: ["asked", "withdrawn"],
  asked: ["answered", "open", "withdrawn"],
  answered: [],
  open: [],
  withdrawn: [],
};

/** Whether a question asked at a meeting may come to that state from where it is. */
export function mayMove(question: Parameters<typeof stateOf>[0], to: State): boolean {
  return MOVES[stateOf(question)].includes(to);
}

/** One journalist may send so many ahead: a fair share of an hour and a half. */
export const MOST_AHEAD = 3;

export type AskRefusal = `is-${Phase}` | "over" | "too-many";

/** What keeps questions from being put to a meeting now: it is not to be, or it is over. */
export function whyNotAsk(
  meeting: Facts & Pick<Meeting, "endsAt">,
  now: Moment,
): Exclude<AskRefusal, "too-many"> | undefined {
  const phase = phaseOf(meeting);
  if (phase !== "announced" && phase !== "rescheduled") return `is-${phase}`;
  return meeting.endsAt <= now ? "over" : undefined;
}

/** The same for an officer in the room, where a meeting may run over until it is said to have been held. */
export function whyNotTake(meeting: Facts): `is-${Phase}` | undefined {
  const phase = phaseOf(meeting);
  return phase === "announced" || phase === "rescheduled" || phase === "held"
    ? undefined
    : `is-${phase}`;
}
