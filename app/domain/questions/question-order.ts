import type { Row } from "#db/tables.ts";

export const RULES = ["first_come", "rotation", "lot"] as const;
export type Rule = (typeof RULES)[number];

/** By which rule a meeting's questions are called, and what anybody needs to check it. */
export interface Order {
  rule: Rule;
  /** The SHA-256 of a lot's seed, told from when the rule was chosen, so that the seed cannot be changed. */
  commitment: string | null;
  /** Told once the meeting has begun, so that nobody could send a question to its measure. */
  seed: string | null;
}

/** Until somebody chooses, whoever comes first is called first. */
export const FIRST_COME: Order = { rule: "first_come", commitment: null, seed: null };

export type QuestionOrder = Row<"questionOrder">;
