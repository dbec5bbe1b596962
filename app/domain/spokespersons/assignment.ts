import type { Day, Row } from "#db/tables.ts";

export type Assignment = Row<"assignment">;

/** What a decision says: who, in which capacity, how to reach them, from when until when. */
export interface AssignmentDetails {
  name: string;
  position: string;
  phone: string;
  email: string;
  capacity: "head" | "regular";
  decisionNo: string;
  decisionDay: Day;
  fromDay: Day;
  untilDay: Day | null;
}

/** An assignment as far as others must keep out of its way; `untilDay` is its last day in fact. */
export interface Standing {
  name: string;
  capacity: "head" | "regular";
  fromDay: Day;
  untilDay: Day | null;
}

export type AssignmentRefusal =
  | { reason: "until-before-from" }
  | { reason: "overlaps"; other: Standing };

/**
 * Why an assignment cannot be entered beside those that stand for the agency: an end before its
 * start, or another head (or another regular spokesperson) on one of its days.
 */
export function assignmentRefusal<Other extends Standing>(
  details: AssignmentDetails,
  standing: Other[],
): { reason: "until-before-from" } | { reason: "overlaps"; other: Other } | undefined {
  if (details.untilDay !== null && details.untilDay < details.fromDay)
    return { reason: "until-before-from" };
  const other = standing.find(
    (one) => one.capacity === details.capacity && shareADay(one, details),
  );
  return other && { reason: "overlaps", other };
}

function shareADay(a: { fromDay: Day; untilDay: Day | null }, b: typeof a): boolean {
  return (
    (a.untilDay === null || b.fromDay <= a.untilDay) &&
    (b.untilDay === null || a.fromDay <= b.untilDay)
  );
}

export interface AssignmentEnd {
  endDay: Day;
  reason: string;
  decisionNo: string | null;
}

export type EndRefusal = "already-ended" | "end-before-start" | "end-after-planned";

/** Why an assignment cannot end on a day: it has ended, or would end before it began or after it was to. */
export function assignmentEndRefusal(
  assignment: Pick<Assignment, "fromDay" | "untilDay" | "endDay">,
  endDay: Day,
): EndRefusal | undefined {
  if (assignment.endDay !== null) return "already-ended";
  if (endDay < assignment.fromDay) return "end-before-start";
  if (assignment.untilDay !== null && endDay > assignment.untilDay) return "end-after-planned";
  return undefined;
}
