import { shortDay, shortTime } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import type { DocumentRefusal } from "../documents/document.ts";
import type { AssignmentRefusal, EndRefusal, Standing } from "./assignment.ts";
import type { DelegationRefusal, MissingCondition, StandingDelegation } from "./delegation.ts";
import type { TermRule } from "./delegation-rules.ts";
import type { ImportProblem } from "./import-entry.ts";

export type Refusal =
  | AssignmentRefusal
  | { reason: DocumentRefusal }
  | { reason: "matter-delegated"; other: StandingDelegation }
  | { reason: "too-long"; rule: TermRule }
  | {
      reason:
        | EndRefusal
        | DelegationRefusal
        | MissingCondition
        | "already-published"
        | "has-delegations"
        | "already-closed";
    };

/** Whether it is the paper that came along which was not taken, rather than the entry. */
export function isAboutFile<Other extends { reason: string }>(
  refusal: Other | { reason: DocumentRefusal },
): refusal is { reason: DocumentRefusal } {
  return refusal.reason.startsWith("file-");
}

/** Why the books did not take an entry, in a sentence of the reader's language. */
export function refusalSentence(words: Messages, refusal: Refusal): string {
  const sentences = words.spokespersons.problems;
  if (isAboutFile(refusal)) return words.documents.problems[refusal.reason];
  if (refusal.reason === "too-long") return words.delegations.tooLong(refusal.rule);
  if (refusal.reason === "matter-delegated") {
    const { name, fromAt, untilAt } = refusal.other;
    const [from, until] = [shortTime(fromAt), shortTime(untilAt)];
    return words.delegations.matterTaken({ name, from, until });
  }
  return refusal.reason === "overlaps"
    ? sentences.overlaps(otherOf(words, refusal.other))
    : sentences[refusal.reason];
}

/** What is wrong with a cell of an imported sheet, in a sentence of the reader's language. */
export function importSentence(
  words: Messages,
  { problem, other, candidates = [] }: ImportProblem,
): string {
  const { overlaps, "overlaps-line": overlapsLine, ...reasons } = words.spokespersons.problems;
  if (problem === "overlaps" && other) return overlaps(otherOf(words, other));
  if (problem === "overlaps-line" && other)
    return overlapsLine({ ...otherOf(words, other), line: other.line ?? 0 });
  const { "name-unclear": unclear, ...named } = words.imports.problems;
  if (problem === "name-unclear") return unclear(candidates);
  const former = words.formerUnits.import.problems;
  const own = { ...reasons, ...words.spokespersons.import.problems, ...former, ...named };
  return problemSentence(words, problem, own);
}

function otherOf(words: Messages, { name, capacity, fromDay, untilDay }: Standing) {
  return {
    name,
    capacity: words.spokespersons.capacity[capacity],
    from: shortDay(fromDay),
    until: untilDay && shortDay(untilDay),
  };
}
