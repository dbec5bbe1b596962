import { randomUUID } from "node:crypto";
import type { AssignmentDetails } from "./assignment.ts";
import { sameName } from "./delegation.ts";
import type { Books } from "./import-books.server.ts";
import { closedBefore, lastDayOf, overlap, refusalOf } from "./import-clash.ts";
import type {
  Booked,
  Change,
  ImportEntry,
  ImportProblem,
  ReadRow,
  Stamp,
  Stated,
} from "./import-entry.ts";
import type { SpokespersonColumn } from "./import-row.ts";
import { effectiveEnd } from "./speaker.ts";

/**
 * The entry of the books that a row speaks of: the same person at the same agency, from the same day or
 * by the same decision. By another decision, from a later day, somebody is assigned anew.
 */
export function knownBy(
  { agency, draft }: ReadRow,
  { assignments }: Books,
  { stated }: Stamp,
): Booked | undefined {
  if (draft.kind !== "assignment") return undefined;
  const { name, capacity, fromDay, untilDay, decisionNo } = draft.details;
  const theirs = assignments(agency.id).filter(
    (one) => one.capacity === capacity && sameName(one.name, name),
  );
  const isMeant = (one: Booked) =>
    (!stated.has("from") || !stated.has("decision_no") || one.decisionNo === decisionNo) &&
    (untilDay === null || one.fromDay <= untilDay) &&
    (lastDayOf(one) ?? fromDay) >= fromDay;
  return theirs.find((one) => one.fromDay === fromDay) ?? theirs.find(isMeant);
}

/** What a row does to the entry it speaks of: nothing when it says the same, else a correction takes its place. */
export function comparedBy(
  row: ReadRow,
  known: Booked,
  { assignments }: Books,
  { importId, signed, stated }: Stamp,
): ImportEntry | ImportProblem {
  if (row.draft.kind !== "assignment") throw new Error("Only assignments are compared.");
  if (known.line !== undefined) return overlap(row.line, known);
  const details = saidOf(known, row.draft.details, stated);
  const changes = changesOf(known, details);
  known.line = row.line;
  if (!changes.length) return { ...row, verdict: "same" };

  const lastDay = effectiveEnd(details.untilDay, known.endDay);
  const closed = closedBefore(row, lastDay);
  if (closed) return closed;
  const list = assignments(row.agency.id);
  const others = list.filter((one) => one !== known && !isBeside(one));
  const real = { ...details, untilDay: lastDay };
  const refusal = refusalOf(row.line, real, isBeside(known) ? [] : others);
  if (refusal) return refusal;
  const { position, phone, email, decisionNo, decisionDay, fromDay, untilDay } = details;
  const { at, by } = signed;
  const enter: Booked = {
    ...known,
    ...{ position, phone, email, decisionNo, decisionDay, fromDay },
    ...(changes.some(({ column }) => column === "until") && { untilDay }),
    id: randomUUID(),
    recordedAt: at,
    recordedBy: by.id,
    publishedAt: known.publishedAt && at,
    publishedBy: known.publishedBy && by.id,
    replacesId: known.id,
    importId,
  };
  list[list.indexOf(known)] = enter;
  return { ...row, verdict: "changed", enter, corrects: known, changes };
}

/** What a row says of somebody on the books, as far as the sheet itself says it. */
function saidOf(known: Booked, details: AssignmentDetails, stated: Stated): AssignmentDetails {
  return {
    ...details,
    ...(!stated.has("from") && { fromDay: known.fromDay }),
    ...(!stated.has("until") && { untilDay: known.untilDay }),
    ...(!stated.has("decision_no") && { decisionNo: known.decisionNo }),
    ...(!stated.has("decision_date") && { decisionDay: known.decisionDay }),
  };
}

/** What the sheet says differently; a number is the same however it is spaced. */
function changesOf(known: Booked, details: AssignmentDetails): Change[] {
  const digits = (phone: string) => phone.replace(/[^\d+]/g, "");
  const pairs: [SpokespersonColumn, string, string][] = [
    ["position", known.position, details.position],
    ["email", known.email.toLowerCase(), details.email.toLowerCase()],
    ["decision_no", known.decisionNo, details.decisionNo],
    ["decision_date", known.decisionDay, details.decisionDay],
    ["from", known.fromDay, details.fromDay],
  ];
  const changes = pairs.flatMap(([column, before, after]) =>
    before === after ? [] : [{ column, before, after }],
  );
  if (digits(known.phone) !== digits(details.phone))
    changes.push({ column: "phone", before: known.phone, after: details.phone });
  const { untilDay, endDay } = known;
  if (details.untilDay !== untilDay && details.untilDay !== effectiveEnd(untilDay, endDay))
    changes.push({ column: "until", before: untilDay ?? "", after: details.untilDay ?? "" });
  return changes;
}

/** A second regular spokesperson whom somebody intended: nobody is in their way. */
function isBeside({ besideReason }: Booked): boolean {
  return besideReason !== null;
}
