import { randomUUID } from "node:crypto";
import { dayBefore } from "#app/clock.ts";
import type { Signature } from "../audit/entry.ts";
import type { AssignmentDetails } from "./assignment.ts";
import type { Books } from "./import-books.server.ts";
import { closedBefore, overlap, refusalOf } from "./import-clash.ts";
import type { Booked, ImportEntry, ImportProblem, ReadRow, Stamp } from "./import-entry.ts";

/** A row that enters somebody anew: where nobody is, or in the place of whoever held it. */
export function enteredBy(
  row: ReadRow,
  details: AssignmentDetails,
  { assignments }: Books,
  { importId, signed }: Stamp,
): ImportEntry | ImportProblem {
  const closed = closedBefore(row, details.untilDay);
  if (closed) return closed;
  const list = assignments(row.agency.id);
  const leaving = list.filter(
    (one) =>
      one.capacity === details.capacity &&
      one.endDay === null &&
      !(one.importId === importId && one.replacesId === null) &&
      one.fromDay < details.fromDay &&
      (one.untilDay === null || one.untilDay >= details.fromDay),
  );
  const [former, second] = leaving;
  if (former && second) return overlap(row.line, former);
  const refusal = refusalOf(
    row.line,
    details,
    list.filter((one) => one !== former),
  );
  if (refusal) return refusal;

  const { name, ...decided } = details;
  const enter = freshEntry(
    { ...decided, agencyId: row.agency.id, name, line: row.line },
    importId,
    signed,
  );
  list.push(enter);
  if (!former) return { ...row, verdict: "new", enter };
  Object.assign(former, ended(enter, signed));
  return { ...row, verdict: "changed", enter, instead: former };
}

/** The last day and its decision of whoever makes room, as `assign` records them. */
function ended({ id, fromDay, decisionNo, decisionDay }: Booked, { by, at }: Signature) {
  return {
    endDay: dayBefore(fromDay),
    endKind: "superseded" as const,
    endDecisionNo: decisionNo,
    endDecisionDay: decisionDay,
    endRecordedAt: at,
    endRecordedBy: by.id,
    supersededBy: id,
  };
}

function freshEntry(
  decided: Omit<AssignmentDetails, "name"> & { agencyId: string; name: string; line: number },
  importId: string,
  { by, at }: Signature,
): Booked {
  return {
    decisionAt: null,
    decisionSigner: null,
    decisionFileId: null,
    besideReason: null,
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
    annulledAt: null,
    annulledBy: null,
    annulReason: null,
    replacesId: null,
    ...decided,
    id: randomUUID(),
    personId: "",
    recordedAt: at,
    recordedBy: by.id,
    publishedAt: at,
    publishedBy: by.id,
    importId,
  };
}
