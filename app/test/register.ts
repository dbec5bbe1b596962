import type { Signature } from "#app/domain/audit/entry.ts";
import type { AssignmentDetails } from "#app/domain/spokespersons/assignment.ts";
import { assign } from "#app/domain/spokespersons/assignments.server.ts";
import type { DelegationDetails } from "#app/domain/spokespersons/delegation.ts";
import { delegate } from "#app/domain/spokespersons/delegations.server.ts";
import type { Db } from "#db/tables.ts";
import { MORNING } from "./setup.ts";

/** Ms Lan signs what tests enter into the register of spokespersons. */
export const byLan: Signature = { by: { id: "lan", name: "Lan" }, at: MORNING };

/** An assignment as a decision words it: Mr An, head since 1 July 2025, unless something else is wanted. */
export function decided(details: Partial<AssignmentDetails> = {}): AssignmentDetails {
  return {
    name: "Nguyễn Văn An",
    position: "Chủ tịch UBND phường",
    phone: "0296 3 852 852",
    email: "an@angiang.gov.vn",
    capacity: "head",
    decisionNo: "118/QĐ-UBND",
    decisionDay: "2025-06-30",
    fromDay: "2025-07-01",
    untilDay: null,
    ...details,
  };
}

/** A delegation as its document words it: Ms Cúc, on a landslide, 1 September from eight to seventeen o'clock. */
export function written(details: Partial<DelegationDetails> = {}): DelegationDetails {
  return {
    name: "Trần Thị Cúc",
    position: "Trưởng phòng Kinh tế",
    phone: "0296 3 852 853",
    email: "cuc@angiang.gov.vn",
    matter: "Sạt lở bờ sông",
    documentNo: "25/UQ-UBND",
    documentDay: "2026-09-01",
    fromAt: "2026-09-01T01:00:00.000Z",
    untilAt: "2026-09-01T10:00:00.000Z",
    ...details,
  };
}

/** Enters an assignment that must succeed. */
export async function assigned(db: Db, agency: { id: string }, details = decided()) {
  const outcome = await assign(db, agency, details, byLan);
  if (!outcome.ok) throw new Error(`not assigned: ${outcome.reason}`);
  return { id: outcome.id, name: details.name };
}

/** Enters a delegation that must succeed. */
export async function delegated(db: Db, agency: { id: string }, details = written()) {
  const outcome = await delegate(db, agency, details, byLan);
  if (!outcome.ok) throw new Error(`not delegated: ${outcome.reason}`);
  return { id: outcome.id, name: details.name };
}

/** Takes everything out of the register, so that the next test finds it empty. */
export async function emptyRegister(db: Db) {
  for (const table of [
    "delegation",
    "assignment",
    "spokespersonImport",
    "person",
    "audit",
  ] as const)
    await db.deleteFrom(table).execute();
}
