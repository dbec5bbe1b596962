import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { holdBooks, withinReach } from "../agencies/agencies.server.ts";
import { openBooks } from "../agencies/former-committees.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { type DelegationDetails, type DelegationSketch, missingConditions } from "./delegation.ts";
import { delegationDues } from "./delegation-rules.server.ts";
import { delegate } from "./delegations.server.ts";

export type DelegationDraft = Row<"delegationDraft">;

/** Opens a draft of a delegation with whatever is known of it; it holds nothing until it is activated. */
export async function draftDelegation(
  db: Db,
  agency: { id: string },
  sketch: Partial<DelegationSketch>,
  signed: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const id = randomUUID();
    await openBooks(trx, [agency.id]);
    await trx
      .insertInto("delegationDraft")
      .values(draftRow(id, agency, sketch, signed))
      .execute();
    await record(trx, signed, {
      act: "spokesperson.delegation-drafted",
      about: { id },
      agencyId: agency.id,
      particulars: { name: sketch.name ?? "" },
    });
    return { ok: true, id } as const;
  });
}

/**
 * A regular spokesperson reports that they cannot speak (Decree 244/2026, art. 3.4), so that the head
 * delegates somebody: a draft for the head to sign lies on the desk.
 */
export async function reportUnavailable(
  db: Db,
  assignment: { id: string; agencyId: string; name: string },
  { reason, ...sketch }: Partial<DelegationSketch> & { reason: string },
  signed: Signature,
) {
  return allOrNothing(db, async (trx) => {
    const id = randomUUID();
    const agency = { id: assignment.agencyId };
    await trx
      .insertInto("delegationDraft")
      .values({
        ...draftRow(id, agency, sketch, signed),
        askedById: assignment.id,
        askReason: reason,
      })
      .execute();
    await record(trx, signed, {
      act: "spokesperson.unavailable",
      about: { id },
      agencyId: agency.id,
      particulars: { name: assignment.name, reason },
    });
    return { ok: true, id } as const;
  });
}

function draftRow(
  id: string,
  agency: { id: string },
  sketch: Partial<DelegationSketch>,
  { by, at }: Signature,
) {
  return { ...sketch, id, agencyId: agency.id, createdAt: at, createdBy: by.id };
}

/** Writes what is known by now into a draft that is still open; a file that was filed stays. Refused: `already-closed`. */
export async function changeDraft(
  db: Db,
  draft: { id: string },
  sketch: Partial<DelegationSketch>,
) {
  const { numUpdatedRows } = await db
    .updateTable("delegationDraft")
    .set(sketch)
    .where("id", "=", draft.id)
    .where("closedAt", "is", null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n
    ? ({ ok: true } as const)
    : ({ ok: false, reason: "already-closed" } as const);
}

/**
 * Makes a draft a delegation, public at once. Refused while one of the three legal conditions is not met
 * (`missing-…`), for whatever a delegation is refused for, and once closed (`already-closed`).
 */
export async function activateDraft(db: Db, draft: { id: string }, given: Signature) {
  return allOrNothing(db, async (trx) => {
    const { agencyId } = await trx
      .selectFrom("delegationDraft")
      .select("agencyId")
      .where("id", "=", draft.id)
      .executeTakeFirstOrThrow();
    // The agency before its drafts, as whoever closes it takes them: crosswise both would wait for ever.
    const signed = await holdBooks(trx, [agencyId], given);
    const closed = { closedAt: signed.at, closedBy: signed.by.id };
    const row = await trx
      .updateTable("delegationDraft")
      .set(closed)
      .where("id", "=", draft.id)
      .where("closedAt", "is", null)
      .returningAll()
      .executeTakeFirst();
    if (!row) return { ok: false, reason: "already-closed" } as const;
    const sketch = sketchOf(row);
    const [missing] = missingConditions(sketch);
    if (missing) return { ok: false, reason: missing } as const;

    const agency = { id: row.agencyId };
    const outcome = await delegate(trx, agency, sketch as DelegationDetails, signed);
    if (!outcome.ok) return outcome;
    await trx
      .updateTable("delegationDraft")
      .set({ delegationId: outcome.id })
      .where("id", "=", draft.id)
      .execute();
    return outcome;
  });
}

/** Lays a draft aside for good. Refused: `already-closed`. */
export async function withdrawDraft(db: Db, draft: DelegationDraft, signed: Signature) {
  return allOrNothing(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("delegationDraft")
      .set({ closedAt: signed.at, closedBy: signed.by.id })
      .where("id", "=", draft.id)
      .where("closedAt", "is", null)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n) return { ok: false, reason: "already-closed" } as const;
    await record(trx, signed, {
      act: "spokesperson.delegation-withdrawn",
      about: draft,
      agencyId: draft.agencyId,
      particulars: { name: draft.name ?? "" },
    });
    return { ok: true } as const;
  });
}

/** What a draft says of the delegation it may become. */
export function sketchOf(draft: DelegationDraft): DelegationSketch {
  const { name, position, phone, email, matter, fromAt, untilAt } = draft;
  const { documentNo, documentDay, documentSigner, documentFileId, besideReason } = draft;
  const person = { name, position, phone, email };
  return {
    ...person,
    matter,
    fromAt,
    untilAt,
    documentNo,
    documentDay,
    documentSigner,
    documentFileId,
    besideReason,
  };
}

/** The open drafts within an officer's reach, oldest first, each with its agency, who could not speak, and, once signed, until when to publish. */
export async function listDrafts(db: Db, officer: Officer, agency?: { id: string }) {
  const rows = await drafts(db, officer)
    .where("delegationDraft.closedAt", "is", null)
    .$if(agency !== undefined, (query) => query.where("agency.id", "=", agency?.id ?? ""))
    .orderBy("delegationDraft.createdAt")
    .execute();
  const signed = rows.flatMap(({ agencyId, documentNo, documentDay }) =>
    documentNo && documentDay ? [{ agencyId, documentDay }] : [],
  );
  const dues = (await delegationDues(db, signed)).values();
  return rows.map((row) => ({
    ...row,
    due: row.documentNo && row.documentDay ? (dues.next().value ?? null) : null,
  }));
}

/** A draft, if its agency is this officer's to work for. */
export async function findDraftFor(db: Db, officer: Officer, id: string) {
  return drafts(db, officer).where("delegationDraft.id", "=", id).executeTakeFirst();
}

function drafts(db: Db, officer: Officer) {
  return db
    .selectFrom("delegationDraft")
    .innerJoin("agency", "agency.id", "delegationDraft.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("assignment as asking", "asking.id", "delegationDraft.askedById")
    .leftJoin("person as asker", "asker.id", "asking.personId")
    .selectAll("delegationDraft")
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .select("asker.name as askedBy")
    .where(withinReach(officer));
}
