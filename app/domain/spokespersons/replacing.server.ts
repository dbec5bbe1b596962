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
  const { at, by } = signed;
  const id = randomUUID();
  await annulEntry(trx, "assignment", before.id, reason, signed);
  await trx
    .insertInto("assignment")
    .values({
      ...before,
      ...changes,
      id,
      recordedAt: at,
      recordedBy: by.id,
      publishedAt: before.publishedAt && at,
      publishedBy: before.publishedAt && by.id,
      replacesId: before.id,
      // It was not entered by the sheet any more, and does not go with it.
      importId: null,
    })
    .execute();
  await trx
    .updateTable("delegation")
    .set({ grantorId: id })
    .where("grantorId", "=", before.id)
    .execute();
  await trx
    .updateTable("assignment")
    .set({ supersededBy: id })
    .where("supersededBy", "=", before.id)
    .where("annulledAt", "is", null)
    .execute();
  return id;
}

/** The same of a delegation. */
export async function replaceDelegation(
  trx: Db,
  before: Delegation,
  changes: Partial<Delegation>,
  reason: string,
  signed: Signature,
): Promise<string> {
  const { at, by } = signed;
  const id = randomUUID();
  await annulEntry(trx, "delegation", before.id, reason, signed);
  await trx
    .insertInto("delegation")
    .values({
      ...before,
      ...changes,
      id,
      recordedAt: at,
      recordedBy: by.id,
      publishedAt: before.publishedAt && at,
      publishedBy: before.publishedAt && by.id,
      replacesId: before.id,
      importId: null,
    })
    .execute();
  return id;
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
