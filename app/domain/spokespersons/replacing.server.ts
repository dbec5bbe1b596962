import { randomUUID } from "node:crypto";
import type { Db } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import type { Assignment } from "./assignment.ts";
import type { Delegation } from "./delegation.ts";

/** An assignment that goes on as its decision said. */
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
} satisfies Partial<Assignment>;

/** Annuls an entry and puts a copy with changes in its place, public if it was; what leant on it leans on the copy. */
export async function replaceAssignment(
  trx: Db,
  before: Assignment,
  changes: Partial<Assignment>,
  reason: string,
  signed: Signature,
): Promise<string> {
  const copy = { ...before, ...changes, ...inPlaceOf(before, signed) };
  await annulEntry(trx, "assignment", before.id, reason, signed);
  await trx.insertInto("assignment").values(copy).execute();
  await trx
    .updateTable("delegation")
    .set({ grantorId: copy.id })
    .where("grantorId", "=", before.id)
    .execute();
  await trx
    .updateTable("assignment")
    .set({ supersededBy: copy.id })
    .where("supersededBy", "=", before.id)
    .where("annulledAt", "is", null)
    .execute();
  return copy.id;
}

/** Annuls a delegation and puts a copy with changes in its place, public if it was. */
export async function replaceDelegation(
  trx: Db,
  before: Delegation,
  changes: Partial<Delegation>,
  reason: string,
  signed: Signature,
): Promise<string> {
  const copy = { ...before, ...changes, ...inPlaceOf(before, signed) };
  await annulEntry(trx, "delegation", before.id, reason, signed);
  await trx.insertInto("delegation").values(copy).execute();
  return copy.id;
}

function inPlaceOf({ id, publishedAt }: Assignment | Delegation, { at, by }: Signature) {
  return {
    ...{ id: randomUUID(), replacesId: id, recordedAt: at, recordedBy: by.id },
    ...{ publishedAt: publishedAt && at, publishedBy: publishedAt && by.id },
    importId: null, // no sheet entered the copy: it does not go when its sheet is taken back
  };
}

/** Takes an entry off the books, once: whether it still stood. */
export async function annulEntry(
  trx: Db,
  table: "assignment" | "delegation",
  id: string,
  reason: string,
  { by, at }: Signature,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable(table)
    .set({ annulledAt: at, annulledBy: by.id, annulReason: reason })
    .where("id", "=", id)
    .where("annulledAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}
