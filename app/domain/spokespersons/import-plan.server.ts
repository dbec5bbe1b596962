import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import { dayBefore, dayOf } from "#app/clock.ts";
import type { Day, Db, Moment, Row } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import { type AssignmentDetails, assignmentRefusal } from "./assignment.ts";
import {
  delegationRefusal,
  grantorOf,
  type Headship,
  otherOnMatter,
  sameName,
} from "./delegation.ts";
import { termRulesFor } from "./delegation-rules.server.ts";
import { exceeded, type TermRule } from "./delegation-rules.ts";
import {
  agencyIdsOf,
  type Booked,
  type Change,
  grouped,
  type ImportEntry,
  type ImportProblem,
  type ReadRow,
} from "./import-entry.ts";
import type { SpokespersonColumn } from "./import-row.ts";
import { effectiveEnd } from "./speaker.ts";

export interface Plan {
  entries: ImportEntry[];
  problems: ImportProblem[];
}

interface Books {
  assignments: (agencyId: string) => Booked[];
  delegations: (agencyId: string) => (Row<"delegation"> & { name: string })[];
}

/**
 * What the rows do to the books, and what they clash with. First those that say of somebody what the
 * books say (or that something about them has changed), then those that put somebody in another's
 * place or where nobody is, last the delegations, since they rest on heads.
 */
export async function planOf(
  db: Db,
  { rows, stated }: { rows: ReadRow[]; stated: Stated },
  { importId, signed }: { importId: string; signed: Signature },
): Promise<Plan> {
  const books = await booksOf(db, agencyIdsOf(rows));
  const planned = new Map<number, ImportEntry | ImportProblem>();
  const stamp = { importId, signed, stated };
  for (const row of rows) {
    const known = knownOf(row, books, stated);
    if (known) planned.set(row.line, compared(row, known, books, stamp));
  }
  for (const [place, row] of rows.entries()) {
    if (place % 200 === 0) await setImmediate();
    if (!planned.has(row.line) && row.draft.kind === "assignment")
      planned.set(row.line, entered(row, row.draft.details, books, stamp));
  }
  const delegations = rows.filter(({ draft }) => draft.kind === "delegation");
  const rules = await termRulesFor(
    db,
    delegations.map(({ agency, draft }) => ({
      agencyId: agency.id,
      day: "documentDay" in draft.details ? draft.details.documentDay : "",
    })),
  );
  for (const [place, row] of delegations.entries())
    planned.set(row.line, delegated(row, books, stamp, rules[place]));

  const all = rows.map(({ line }) => planned.get(line) as ImportEntry | ImportProblem);
  return {
    entries: all.filter((one) => "verdict" in one),
    problems: all.filter((one) => "problem" in one),
  };
}

/** The columns that the sheet itself has; what was given once for all rows says nothing of somebody who is on the books. */
export type Stated = ReadonlySet<SpokespersonColumn>;

interface Stamp {
  importId: string;
  signed: Signature;
  stated: Stated;
}

/**
 * The entry of the books that a row speaks of: the same person at the same agency, from the same day or
 * by the same decision. By another decision, from a later day, somebody is assigned anew.
 */
function knownOf(
  { agency, draft }: ReadRow,
  { assignments }: Books,
  stated: Stated,
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

function compared(
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

function entered(
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
  const enter = blank(
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

function blank(
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

function refusalOf(line: number, details: AssignmentDetails, others: Booked[]) {
  const standing = others.map((one) => ({ ...one, untilDay: lastDayOf(one) }));
  const refusal = assignmentRefusal(details, standing);
  if (!refusal) return undefined;
  if (refusal.reason === "overlaps") return overlap(line, refusal.other);
  return { line, column: "until", problem: refusal.reason } satisfies ImportProblem;
}

function lastDayOf({ untilDay, endDay }: Booked) {
  return effectiveEnd(untilDay, endDay);
}

function overlap(line: number, one: Booked): ImportProblem {
  const { name, capacity, fromDay, line: otherLine } = one;
  const other = { name, capacity, fromDay, untilDay: lastDayOf(one) };
  if (otherLine === undefined) return { line, column: "from", problem: "overlaps", other };
  const problem = "overlaps-line";
  return { line, column: "from", problem, other: { ...other, line: otherLine } };
}

/** `untilAt` is the first moment at which it no longer holds. */
function lastDayOfDelegation(untilAt: Moment): Day {
  return dayOf(new Date(Date.parse(untilAt) - 1).toISOString());
}

/** Nobody outlasts an agency that is closed. */
function closedBefore({ line, agency }: ReadRow, lastDay: Day | null): ImportProblem | undefined {
  const { untilDay } = agency;
  if (untilDay === null || (lastDay !== null && lastDay <= untilDay)) return undefined;
  return { line, column: "until", problem: "agency-closed" };
}

function delegated(
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

/** Everything that stands for these agencies, with the columns that a correction copies. */
async function booksOf(db: Db, agencyIds: string[]): Promise<Books> {
  const [assigned, delegations] = await Promise.all([
    db
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .selectAll("assignment")
      .select("person.name")
      .where("assignment.agencyId", "in", agencyIds)
      .where("assignment.annulledAt", "is", null)
      .orderBy("assignment.fromDay")
      .execute(),
    db
      .selectFrom("delegation")
      .innerJoin("person", "person.id", "delegation.personId")
      .selectAll("delegation")
      .select("person.name")
      .where("delegation.agencyId", "in", agencyIds)
      .where("delegation.annulledAt", "is", null)
      .execute(),
  ]);
  return { assignments: grouped<Booked>(assigned), delegations: grouped(delegations) };
}
