import type { Day, Moment, Row } from "#db/tables.ts";

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
  decisionAt?: Moment | null; // when it was signed, where that is known to the hour
  decisionSigner?: string | null;
  decisionFileId?: string | null;
  besideReason?: string | null; // why a second regular spokesperson at once is intended
}

/** An assignment as far as others must keep out of its way; `untilDay` is its last day in fact. */
export interface Standing {
  name: string;
  capacity: "head" | "regular";
  fromDay: Day;
  untilDay: Day | null;
}

export type AssignmentRefusal =
  | { reason: "until-before-from" | "agency-closed" }
  | { reason: "overlaps"; other: Standing };

/**
 * Why an assignment cannot be entered beside those that stand for the agency: an end before its
 * start, or another head (or another regular spokesperson, unless it is said why two are intended) on
 * one of its days.
 */
export function assignmentRefusal<Other extends Standing>(
  details: AssignmentDetails,
  standing: Other[],
): { reason: "until-before-from" } | { reason: "overlaps"; other: Other } | undefined {
  if (details.untilDay !== null && details.untilDay < details.fromDay)
    return { reason: "until-before-from" };
  if (details.capacity === "regular" && details.besideReason) return undefined;
  const other = standing.find(
    (one) => one.capacity === details.capacity && shareADay(one, details),
  );
  return other && { reason: "overlaps", other };
}

/**
 * Those who make room when a decision puts somebody in their place: of the same capacity, in office on
 * its first day and since before it, without a recorded end.
 */
export function superseded<Other extends Standing & { endDay: Day | null }>(
  { capacity, fromDay }: Pick<AssignmentDetails, "capacity" | "fromDay">,
  standing: Other[],
): Other[] {
  return standing.filter(
    (one) =>
      one.capacity === capacity &&
      one.endDay === null &&
      one.fromDay < fromDay &&
      (one.untilDay === null || one.untilDay >= fromDay),
  );
}

function shareADay(a: { fromDay: Day; untilDay: Day | null }, b: typeof a): boolean {
  return (
    (a.untilDay === null || b.fromDay <= a.untilDay) &&
    (b.untilDay === null || a.fromDay <= b.untilDay)
  );
}

export interface AssignmentEnd {
  endDay: Day;
  kind?: "ended" | "revoked";
  reason: string;
  decisionNo: string | null;
  decisionDay?: Day | null;
  signer?: string | null;
  fileId?: string | null;
}

export type EndRefusal = "already-ended" | "end-before-start" | "end-after-planned" | "annulled";

/** Why an assignment cannot end on a day: it has ended, or would end before it began or after it was to. */
export function assignmentEndRefusal(
  assignment: Pick<Assignment, "fromDay" | "untilDay" | "endDay" | "annulledAt">,
  endDay: Day,
): EndRefusal | undefined {
  if (assignment.annulledAt !== null) return "annulled";
  if (assignment.endDay !== null) return "already-ended";
  if (endDay < assignment.fromDay) return "end-before-start";
  if (assignment.untilDay !== null && endDay > assignment.untilDay) return "end-after-planned";
  return undefined;
}

/** An assignment that nothing has ended: what is put back in place of one that had made room by mistake. */
export const NO_END = {
  endDay: null,
  endKind: null,
  endReason: null,
  endDecisionNo: null,
  endDecisionDay: null,
  endSigner: null,
  endFileId: null,
  endRecordedAt: null,
  endRecordedBy: null,
  supersededBy: null,
} satisfies Partial<Row<"assignment">>;
