import type { Day } from "#db/tables.ts";
import { type AssignmentDetails, assignmentRefusal } from "./assignment.ts";
import type { Booked, ImportProblem, ReadRow } from "./import-entry.ts";
import { effectiveEnd } from "./speaker.ts";

/** What speaks against an assignment of a line, as the rule for assignments by hand says it. */
export function refusalOf(line: number, details: AssignmentDetails, others: Booked[]) {
  const standing = others.map((one) => ({ ...one, untilDay: lastDayOf(one) }));
  const refusal = assignmentRefusal(details, standing);
  if (!refusal) return undefined;
  if (refusal.reason === "overlaps") return overlap(line, refusal.other);
  return { line, column: "until", problem: refusal.reason } satisfies ImportProblem;
}

/** The last day of an entry, as planned or as it ended. */
export function lastDayOf({ untilDay, endDay }: Booked) {
  return effectiveEnd(untilDay, endDay);
}

/** A line whose days another entry of the books, or another line, has already. */
export function overlap(line: number, one: Booked): ImportProblem {
  const { name, capacity, fromDay, line: otherLine } = one;
  const other = { name, capacity, fromDay, untilDay: lastDayOf(one) };
  if (otherLine === undefined) return { line, column: "from", problem: "overlaps", other };
  const problem = "overlaps-line";
  return { line, column: "from", problem, other: { ...other, line: otherLine } };
}

/** Nobody outlasts an agency that is closed. */
export function closedBefore(
  { line, agency }: ReadRow,
  lastDay: Day | null,
): ImportProblem | undefined {
  const { untilDay } = agency;
  if (untilDay === null || (lastDay !== null && lastDay <= untilDay)) return undefined;
  return { line, column: "until", problem: "agency-closed" };
}
