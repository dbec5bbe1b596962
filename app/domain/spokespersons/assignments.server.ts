import { randomUUID } from "node:crypto";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import {
  type AssignmentDetails,
  type AssignmentEnd,
  assignmentEndRefusal,
  assignmentRefusal,
  type Standing,
} from "./assignment.ts";
import { holdBooks, personNamed } from "./people.server.ts";
import { effectiveEnd } from "./speaker.ts";

/**
 * Enters a head of agency or a regular spokesperson by decision, from any day past or coming.
 * Refused: an end before the start (`until-before-from`), and two heads or two regular
 * spokespersons on one day (`overlaps`, with the other one).
 */
export async function assign(
  db: Db,
  agency: { id: string },
  details: AssignmentDetails,
  signed: Signature,
) {
  return db.transaction().execute(async (trx) => {
    await holdBooks(trx, [agency.id]);
    const refusal = assignmentRefusal(details, await standingOf(trx, [agency.id]));
    if (refusal) return { ok: false, ...refusal } as const;

    const { name, ...decided } = details;
    const id = randomUUID();
    const personId = await personNamed(trx, agency, name);
    await trx
      .insertInto("assignment")
      .values(assignmentRow({ id, agencyId: agency.id, personId, ...decided }, signed))
      .execute();
    await record(trx, signed, {
      act: "spokesperson.assigned",
      about: { id },
      agencyId: agency.id,
      particulars: { name, capacity: details.capacity, decisionNo: details.decisionNo },
    });
    return { ok: true, id } as const;
  });
}

type Decided = Omit<AssignmentDetails, "name"> & { id: string; agencyId: string; personId: string };

/** A new line of the books, public at once and open until somebody ends it. */
export function assignmentRow(decided: Decided, { by, at }: Signature) {
  return { ...decided, recordedAt: at, recordedBy: by.id, publishedAt: at, publishedBy: by.id };
}

/**
 * Records that an assignment ends before its planned end, on a last day; it happens once.
 * Refused: `already-ended`, `end-before-start`, `end-after-planned`.
 */
export async function endAssignment(
  db: Db,
  assignment: { id: string; name: string },
  { endDay, reason, decisionNo }: AssignmentEnd,
  signed: Signature,
) {
  return db.transaction().execute(async (trx) => {
    const { agencyId } = await trx
      .selectFrom("assignment")
      .select("agencyId")
      .where("id", "=", assignment.id)
      .executeTakeFirstOrThrow();
    await holdBooks(trx, [agencyId]);
    const standing = await trx
      .selectFrom("assignment")
      .select(["fromDay", "untilDay", "endDay"])
      .where("id", "=", assignment.id)
      .executeTakeFirstOrThrow();
    const refusal = assignmentEndRefusal(standing, endDay);
    if (refusal) return { ok: false, reason: refusal } as const;

    await trx
      .updateTable("assignment")
      .set({
        endDay,
        endReason: reason,
        endDecisionNo: decisionNo,
        endRecordedAt: signed.at,
        endRecordedBy: signed.by.id,
      })
      .where("id", "=", assignment.id)
      .execute();
    await record(trx, signed, {
      act: "spokesperson.assignment-ended",
      about: assignment,
      agencyId,
      particulars: { name: assignment.name, endDay, reason },
    });
    return { ok: true } as const;
  });
}

/** The assignment with its person and agency, if the agency is this officer's to work for. */
export async function findAssignmentFor(db: Db, officer: Officer, id: string) {
  return db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .selectAll("assignment")
    .select(["person.name", "agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("assignment.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
}

/** Every assignment ever entered for these agencies, with the last day it has in fact. */
export async function standingOf(
  db: Db,
  agencyIds: string[],
): Promise<(Standing & { id: string; agencyId: string; personId: string })[]> {
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .select([
      "assignment.id",
      "assignment.agencyId",
      "assignment.personId",
      "person.name",
      "assignment.capacity",
      "assignment.fromDay",
      "assignment.untilDay",
      "assignment.endDay",
    ])
    .where("assignment.agencyId", "in", agencyIds)
    .orderBy("assignment.fromDay")
    .execute();
  return rows.map(({ endDay, ...row }) => ({
    ...row,
    untilDay: effectiveEnd(row.untilDay, endDay),
  }));
}
