import type { listQuestions as vietnamese } from "../vi/list-questions.ts";

export const listQuestions: typeof vietnamese = {
  refused: ({ name, value, allowed }) =>
    `There is no “${value}” for the parameter ${name}. Please choose: ${allowed.join(", ")}.`,
  ignored: ({ name, value, allowed }) =>
    `There is no “${value}” for the parameter ${name} (only: ${allowed.join(", ")}); this page shows all, as without it.`,
};
