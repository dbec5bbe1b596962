import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";
import {
  delegationRefusal,
  grantorOf,
  type Headship,
  otherOnMatter,
  sameName,
} from "./delegation.ts";
import { exceeded, type TermRule } from "./delegation-rules.ts";
import type { Books } from "./import-books.server.ts";
import { closedBefore, lastDayOf } from "./import-clash.ts";
import type { ImportEntry, ImportProblem, ReadRow, Stamp } from "./import-entry.ts";
import type { SpokespersonColumn } from "./import-row.ts";
import { effectiveEnd } from "./speaker.ts";

/** A row that delegates: granted by whoever is the head on the books, or known to them already. */
export function delegatedBy(
  row: ReadRow,
  { assignments, delegations }: Books,
  { importId, signed: { by, at } }: Stamp,
  rule: TermRule | undefined,
): ImportEntry | ImportProblem {
  if (row.draft.kind !== "delegation") throw new Error("Only delegations are delegated.");
  const { details } = row.draft;
  const closed = closedBefore(row, lastDayOfDelegation(details.untilAt));
  if (closed) return closed;
  const list = delegations(row.agency.id);
  const isKnown = list.some(
    (one) =>
      one.importId !== importId &&
      sameName(one.name, details.name) &&
      one.documentNo === details.documentNo &&
      one.documentDay === details.documentDay &&
      one.fromAt === details.fromAt &&
      one.untilAt === details.untilAt &&
      one.phone === details.phone &&
      one.email === details.email,
  );
  if (isKnown) return { ...row, verdict: "same" };
  const heads: (Headship & { id: string })[] = assignments(row.agency.id)
    .filter(({ capacity }) => capacity === "head")
    .map((head) => ({ ...head, untilDay: lastDayOf(head) }));
  const standing = list.map((one) => ({
    ...one,
    untilAt: effectiveEnd(one.untilAt, one.endAt) ?? one.untilAt,
  }));
  const refusal = delegationRefusal(details, heads, standing);
  if (refusal) return { line: row.line, column: COLUMN_OF[refusal], problem: refusal };
  if (otherOnMatter(details, standing))
    return { line: row.line, column: COLUMN_OF["matter-delegated"], problem: "matter-delegated" };
  if (exceeded(details, rule)?.isBinding)
    return { line: row.line, column: COLUMN_OF["too-long"], problem: "too-long" };
  const grantor = grantorOf(details, heads);
  if (!grantor) throw new Error("A delegation passed the check without a head.");
  const delegate = {
    ...details,
    id: randomUUID(),
    agencyId: row.agency.id,
    personId: "",
    grantorId: grantor.id,
    documentSigner: null,
    documentFileId: null,
    besideReason: null,
    recordedAt: at,
    recordedBy: by.id,
    publishedAt: at,
    publishedBy: by.id,
    endAt: null,
    endReason: null,
    endDocumentNo: null,
    endRecordedAt: null,
    endRecordedBy: null,
    annulledAt: null,
    annulledBy: null,
    annulReason: null,
    replacesId: null,
    importId,
  };
  list.push(delegate);
  return { ...row, verdict: "new", delegate };
}

/** `untilAt` is the first moment at which it no longer holds. */
function lastDayOfDelegation(untilAt: Moment): Day {
  return dayOf(new Date(Date.parse(untilAt) - 1).toISOString());
}

const COLUMN_OF = {
  "end-before-start": "until",
  "start-before-document": "from",
  "no-head": "capacity",
  "head-needs-none": "name",
  "already-delegated": "decision_no",
  "matter-delegated": "matter",
  "too-long": "until",
  "agency-closed": "until",
} satisfies Record<string, SpokespersonColumn>;
