/**
 * Why a letter is not simply on its way. Where the mail server answered, its own words are kept
 * ("550 5.1.1 No such user"); else one of these, with what was last heard behind it.
 */
export type Reason =
  | "expired" // it would come too late: the meeting began, the quarter is over
  | "exhausted" // tried for two days
  | "superseded" // a newer letter of the same invitation takes its place
  | "never-invited" // nothing to cancel: no earlier letter left
  | "needless" // what it asks was answered, or is no longer asked
  | "returned" // a server took it, and it came back
  | "stopped" // an officer took it back before it left
  | "unanswered" // the connection broke; nobody knows whether it arrived
  | "unwritable"; // no bytes can be made of it

const REASONS: readonly string[] = [
  "expired",
  "exhausted",
  "superseded",
  "never-invited",
  "needless",
  "returned",
  "stopped",
  "unanswered",
  "unwritable",
] satisfies Reason[];

const MAX_LENGTH = 500;

/** A reason as the outbox keeps it in `problem`. */
export function problemOf(reason: Reason, words: string | null = null): string {
  return [reason, words].filter(Boolean).join(": ").slice(0, MAX_LENGTH);
}

/** What the mail server said, on one line and not endless. */
export function serverWords(response: string): string {
  return response.replace(/\s+/g, " ").trim().slice(0, MAX_LENGTH);
}

/** Reads `problem` for people: our reason, if it is ours, and the words that came with it. */
export function readProblem(problem: string): { reason: Reason | null; words: string } {
  const [head = "", ...rest] = problem.split(": ");
  return REASONS.includes(head)
    ? { reason: head as Reason, words: rest.join(": ") }
    : { reason: null, words: problem };
}
