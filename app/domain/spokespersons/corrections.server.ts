import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { holdBooks } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import { differencesBetween } from "../audit/difference.ts";
import type { Signature } from "../audit/entry.ts";
import {
  type Assignment,
  type AssignmentDetails,
  assignmentRefusal,
  NO_END,
} from "./assignment.ts";
import { standingOf } from "./assignments.server.ts";
import { DESK_FIELDS } from "./correction.ts";
import { grantorOf } from "./delegation.ts";
import { isClosedBefore, lastDayWithin, personNamed } from "./people.server.ts";
import { annulEntry, replaceAssignment } from "./replacing.server.ts";
import { effectiveEnd } from "./speaker.ts";

/**
 * Puts an assignment right that was entered with a mistake, or whose contact has changed: the old entry is
 * annulled and a new one takes its place, with its end if it had one. What the public list said
 * until now stays on record. Refused: `annulled`, `has-delegations` when a delegation would be left without
 * the head who gave it, and whatever a new assignment is refused for.
 */
export async function correctAssignment(
  db: Db,
  assignment: { id: string; agencyId: string },
  wanted: AssignmentDetails,
  { reason }: { reason: string },
  given: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const signed = await holdBooks(trx, [assignment.agencyId], given);
    const { name: called, ...before } = await trx
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .selectAll("assignment")
      .select("person.name")
      .where("assignment.id", "=", assignment.id)
      .executeTakeFirstOrThrow();
    if (before.annulledAt) return { ok: false, reason: "annulled" } as const;
    const untilDay = await lastDayWithin(trx, { id: assignment.agencyId }, wanted);
    const details = { ...wanted, untilDay };
    const refusal = await correctionRefusal(trx, before, details);
    if (refusal) return { ok: false, ...refusal } as const;

    const { name, ...decided } = details;
    const personId = await personNamed(trx, { id: assignment.agencyId }, name);
    const id = await replaceAssignment(trx, before, { ...decided, personId }, reason, signed);
    await record(trx, signed, {
      act: "spokesperson.corrected",
      about: { id },
      agencyId: assignment.agencyId,
      particulars: {
        ...{ name, reason },
        changed: differencesBetween(
          DESK_FIELDS,
          { ...before, name: called },
          { ...before, ...details },
        ),
      },
    });
    return { ok: true, id } as const;
  });
}

/** Why an entry cannot be put right so, with the last day it has in fact. */
async function correctionRefusal(trx: Db, before: Assignment, details: AssignmentDetails) {
  const agency = { id: before.agencyId };
  const untilDay = effectiveEnd(details.untilDay, before.endDay);
  const others = (await standingOf(trx, [agency.id])).filter(({ id }) => id !== before.id);
  const refusal = assignmentRefusal({ ...details, untilDay }, others);
  if (refusal) return refusal;
  if (await isClosedBefore(trx, agency, untilDay)) return { reason: "agency-closed" } as const;

  const granted = await trx
    .selectFrom("delegation")
    .select(["documentDay", "fromAt"])
    .where("grantorId", "=", before.id)
    .where("annulledAt", "is", null)
    .execute();
  const heads = [...others, { ...details, id: before.id, untilDay }].filter(
    ({ capacity }) => capacity === "head",
  );
  return granted.some((delegation) => grantorOf(delegation, heads)?.id !== before.id)
    ? ({ reason: "has-delegations" } as const)
    : undefined;
}

/**
 * Annuls an assignment that should never have been entered; it counts as if it had not held, though what
 * the public list said stays on record. Whoever had made room for it has their end taken back, if the place is free.
 * Refused: `annulled`, and `has-delegations` while a delegation of this head's stands.
 */
export async function annulAssignment(
  db: Db,
  assignment: { id: string; agencyId: string; name: string },
  { reason }: { reason: string },
  given: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const signed = await holdBooks(trx, [assignment.agencyId], given);
    const granted = await trx
      .selectFrom("delegation")
      .select("id")
      .where("grantorId", "=", assignment.id)
      .where("annulledAt", "is", null)
      .executeTakeFirst();
    if (granted) return { ok: false, reason: "has-delegations" } as const;
    if (!(await annulEntry(trx, "assignment", assignment.id, reason, signed)))
      return { ok: false, reason: "annulled" } as const;
    await giveBackRoom(trx, assignment, reason, signed);
    await recordAnnulment(trx, assignment, reason, signed);
    return { ok: true } as const;
  });
}

/** Whoever had made room for an entry is in office as before, unless somebody else is there by now. */
async function giveBackRoom(trx: Db, annulled: { id: string }, reason: string, signed: Signature) {
  const made = await trx
    .selectFrom("assignment")
    .selectAll()
    .where("supersededBy", "=", annulled.id)
    .where("annulledAt", "is", null)
    .execute();
  for (const before of made) {
    const others = await standingOf(trx, [before.agencyId]);
    const isTaken = assignmentRefusal(
      { ...before, name: "" },
      others.filter(({ id }) => id !== before.id),
    );
    const isClosed = await isClosedBefore(trx, { id: before.agencyId }, before.untilDay);
    if (!isTaken && !isClosed) await replaceAssignment(trx, before, NO_END, reason, signed);
  }
}

/** Annuls a delegation that should never have been entered. Refused: `annulled`. */
export async function annulDelegation(
  db: Db,
  delegation: { id: string; agencyId: string; name: string },
  { reason }: { reason: string },
  given: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const signed = await holdBooks(trx, [delegation.agencyId], given);
    if (!(await annulEntry(trx, "delegation", delegation.id, reason, signed)))
      return { ok: false, reason: "annulled" } as const;
    await recordAnnulment(trx, delegation, reason, signed);
    return { ok: true } as const;
  });
}

function recordAnnulment(
  trx: Db,
  entry: { id: string; agencyId: string; name: string },
  reason: string,
  signed: Signature,
) {
  return record(trx, signed, {
    act: "spokesperson.annulled",
    about: entry,
    agencyId: entry.agencyId,
    particulars: { name: entry.name, reason },
  });
}
