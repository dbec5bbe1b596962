import { randomUUID } from "node:crypto";
import { dayBefore, endOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { holdBooks, withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { dueForMany } from "../policies/due.server.ts";
import type { Due } from "../policies/due.ts";
import {
  type Assignment,
  type AssignmentDetails,
  type AssignmentEnd,
  assignmentEndRefusal,
  assignmentRefusal,
  type Standing,
  superseded,
} from "./assignment.ts";
import { isClosedBefore, lastDayWithin, personNamed } from "./people.server.ts";
import { effectiveEnd } from "./speaker.ts";

/** How a decision is entered: at once on the public list or not yet, and in whose place. */
export interface Entering {
  publish?: boolean;
  supersede?: boolean;
}

/**
 * Enters a head of agency or a regular spokesperson by decision, from any day past or coming. With
 * `supersede`, whoever held the capacity until then has their last day on the day before.
 * Refused: an end before the start (`until-before-from`), and two heads or two regular
 * spokespersons on one day (`overlaps`, with the other one), and whoever would outlast a closed agency
 * (`agency-closed`). Without an end of their own, whoever spoke for a former unit did so until it ended.
 */
export async function assign(
  db: Db,
  agency: { id: string },
  wanted: AssignmentDetails,
  given: Signature,
  { publish = true, supersede = false }: Entering = {},
) {
  return allOrNothing(db, async (trx) => {
    const signed = await holdBooks(trx, [agency.id], given);
    const details = { ...wanted, untilDay: await lastDayWithin(trx, agency, wanted) };
    if (await isClosedBefore(trx, agency, details.untilDay))
      return { ok: false, reason: "agency-closed" } as const;
    const id = randomUUID();
    const standing = await standingOf(trx, [agency.id]);
    const leaving = supersede ? superseded(details, standing) : [];
    const remaining = standing.filter((one) => !leaving.includes(one));
    const refusal = assignmentRefusal(details, remaining);
    if (refusal) return { ok: false, ...refusal } as const;

    const { name, ...decided } = details;
    const personId = await personNamed(trx, agency, name);
    const row = assignmentRow({ id, agencyId: agency.id, personId, ...decided }, signed);
    await trx
      .insertInto("assignment")
      .values(publish ? row : { ...row, publishedAt: null, publishedBy: null })
      .execute();
    await record(trx, signed, {
      act: publish ? "spokesperson.assigned" : "spokesperson.assignment-drafted",
      about: { id },
      agencyId: agency.id,
      particulars: { name, capacity: details.capacity, decisionNo: details.decisionNo },
    });
    for (const one of leaving) await makeRoom(trx, one, { ...details, id }, signed);
    return { ok: true, id } as const;
  });
}

/** Gives the one before their last day: the day before a decision puts somebody in their place. */
async function makeRoom(
  trx: Db,
  leaving: { id: string; agencyId: string; name: string },
  {
    id,
    fromDay,
    decisionNo,
    decisionDay,
    decisionSigner,
    decisionFileId,
  }: AssignmentDetails & { id: string },
  { by, at }: Signature,
) {
  const endDay = dayBefore(fromDay);
  await trx
    .updateTable("assignment")
    .set({
      endDay,
      endKind: "superseded",
      endDecisionNo: decisionNo,
      endDecisionDay: decisionDay,
      endSigner: decisionSigner,
      endFileId: decisionFileId,
      endRecordedAt: at,
      endRecordedBy: by.id,
      supersededBy: id,
    })
    .where("id", "=", leaving.id)
    .execute();
  await record(
    trx,
    { by, at },
    {
      act: "spokesperson.superseded",
      about: leaving,
      agencyId: leaving.agencyId,
      particulars: { name: leaving.name, endDay, decisionNo },
    },
  );
}

/**
 * Puts an entry on the public list, once: the moment at which art. 3.3 counts it as published.
 * Refused: `already-published`, or annulled, which is told by the same word.
 */
export async function publishAssignment(
  db: Db,
  assignment: { id: string; agencyId: string; name: string },
  given: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const signed = await holdBooks(trx, [assignment.agencyId], given);
    const { numUpdatedRows } = await trx
      .updateTable("assignment")
      .set({ publishedAt: signed.at, publishedBy: signed.by.id })
      .where("id", "=", assignment.id)
      .where("publishedAt", "is", null)
      .where("annulledAt", "is", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return { ok: false, reason: "already-published" } as const;
    await record(trx, signed, {
      act: "spokesperson.published",
      about: assignment,
      agencyId: assignment.agencyId,
      particulars: { name: assignment.name },
    });
    return { ok: true } as const;
  });
}

type Decided = Omit<AssignmentDetails, "name"> & { id: string; agencyId: string; personId: string };

/** A new line of the books, public at once and open until somebody ends it. */
function assignmentRow(decided: Decided, { by, at }: Signature) {
  return { ...decided, recordedAt: at, recordedBy: by.id, publishedAt: at, publishedBy: by.id };
}

/**
 * Records that an assignment ends before its planned end, on a last day; it happens once.
 * Refused: `already-ended`, `end-before-start`, `end-after-planned`, `annulled`.
 */
export async function endAssignment(
  db: Db,
  assignment: { id: string; name: string },
  { endDay, kind = "ended", reason, decisionNo, decisionDay, signer, fileId }: AssignmentEnd,
  given: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const { agencyId } = await trx
      .selectFrom("assignment")
      .select("agencyId")
      .where("id", "=", assignment.id)
      .executeTakeFirstOrThrow();
    const signed = await holdBooks(trx, [agencyId], given);
    const standing = await trx
      .selectFrom("assignment")
      .select(["fromDay", "untilDay", "endDay", "annulledAt"])
      .where("id", "=", assignment.id)
      .executeTakeFirstOrThrow();
    const refusal = assignmentEndRefusal(standing, endDay);
    if (refusal) return { ok: false, reason: refusal } as const;

    await trx
      .updateTable("assignment")
      .set({
        endDay,
        endKind: kind,
        endReason: reason,
        endDecisionNo: decisionNo,
        endDecisionDay: decisionDay,
        endSigner: signer,
        endFileId: fileId,
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

/** What is entered within an officer's reach and not on the public list yet, the oldest decision first. */
export async function listUnpublished(db: Db, officer: Officer) {
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["assignment.id", "assignment.agencyId", "assignment.decisionDay"])
    .select(["assignment.decisionAt", "assignment.capacity", "person.name"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("assignment.publishedAt", "is", null)
    .where("assignment.annulledAt", "is", null)
    .where(withinReach(officer))
    .orderBy("assignment.decisionDay")
    .execute();
  const dues = await publicationDues(db, rows);
  return rows.map((row, i) => ({ ...row, due: dues[i] }));
}

/**
 * Until when each of some decisions must be on the public list: art. 3.3 asks it of regular spokespersons. Where the
 * hour of signing is not known, the time runs from the end of that day.
 */
export async function publicationDues(
  db: Db,
  decisions: Pick<Assignment, "agencyId" | "capacity" | "decisionAt" | "decisionDay">[],
): Promise<(Due | undefined)[]> {
  const dues = await dueForMany(
    db,
    "spokesperson.publish_after_decision",
    decisions.map(({ agencyId, decisionAt, decisionDay }) => ({
      start: decisionAt ?? endOf(decisionDay),
      agencyId,
    })),
  );
  return dues.map((due, i) => (decisions[i]?.capacity === "regular" ? due : undefined));
}

/** Every assignment of these agencies that was not annulled, published or not, with the last day it has in fact. */
export async function standingOf(db: Db, agencyIds: string[]): Promise<StandingAssignment[]> {
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
    .where("assignment.annulledAt", "is", null)
    .orderBy("assignment.fromDay")
    .execute();
  return rows.map((row) => ({ ...row, untilDay: effectiveEnd(row.untilDay, row.endDay) }));
}

export type StandingAssignment = Standing & {
  id: string;
  agencyId: string;
  personId: string;
  endDay: Day | null; // set once somebody recorded an end
};
