import { randomUUID } from "node:crypto";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Db, Row } from "#db/tables.ts";
import { holdBooks } from "../agencies/agencies.server.ts";
import { record, recordAll } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { NO_END } from "./assignment.ts";
import type { Booked } from "./import-entry.ts";
import {
  grantsSince,
  type Named,
  othersBeside,
  type Traces,
  tracesOf,
} from "./import-traces.server.ts";
import { batches, repoint } from "./import-writing.server.ts";
import { effectiveEnd } from "./speaker.ts";

/** Somebody whom an import touched, and how. */
export interface Touched extends Named {
  kind: "entered" | "corrected" | "restored" | "delegation";
  id: string;
}

/** What was built on an import since, and keeps it from being taken back. */
export interface Blocker extends Named {
  reason: "corrected" | "ended" | "delegated" | "overlaps";
}

/** What taking an import back would do, and what stands in the way: how many, and as many as one can look through. */
export interface Undoing {
  counts: Record<Touched["kind"], number>;
  touched: Touched[];
  blockers: Blocker[];
}

/** So many are named. */
const NAMED = 200;

/** What taking an import back would do: annul its entries, bring back what they replaced or ended. */
export async function undoingOf(
  db: Db,
  { id, importedAt }: Pick<Row<"spokespersonImport">, "id" | "importedAt">,
): Promise<Undoing> {
  const { live, lost, delegations, formers, before } = await tracesOf(db, id);
  const ours = new Set(live.map((one) => one.id));
  const granted = await grantsSince(db, id, importedAt);
  const again = before.map((one) => ({ ...one, untilDay: effectiveEnd(one.untilDay, one.endDay) }));
  const others = await othersBeside(db, id, [...formers, ...again]);
  const blockers: Blocker[] = [
    ...lost.map((one) => blocker("corrected", one)),
    ...live
      .filter(({ endRecordedAt, supersededBy }) => {
        const within = ours.has(supersededBy ?? "");
        return endRecordedAt !== null && !within && endRecordedAt > importedAt;
      })
      .map((one) => blocker("ended", one)),
    ...delegations
      .filter(({ endAt, annulledAt }) => endAt !== null || annulledAt !== null)
      .map((one) => blocker("ended", one)),
    ...granted.map((one) => blocker("delegated", one)),
    ...others.map((one) => blocker("overlaps", one)),
  ];
  const copies = new Set(before.map(({ copyId }) => copyId));
  const touched = [
    ...live.map((one) => touch(copies.has(one.id) ? "corrected" : "entered", one)),
    ...formers.map((one) => touch("restored", one)),
    ...delegations.map((one) => touch("delegation", one)),
  ];
  const counts = { entered: 0, corrected: 0, restored: 0, delegation: 0 };
  for (const { kind } of touched) counts[kind]++;
  return { counts, touched: touched.slice(0, NAMED), blockers: blockers.slice(0, NAMED) };
}

/**
 * Takes a whole import back: what it entered is annulled, what it corrected says again what it said,
 * whoever made room is in office as before. What the public list said in between stays on record.
 * Refused: `already-undone`, and `built-upon` with what has been built on it since.
 */
export async function undoImport(db: Db, { id }: { id: string }, given: Signature) {
  return db.transaction().execute(async (trx) => {
    const whole = await trx
      .updateTable("spokespersonImport")
      .set((eb) => ({ rows: eb.ref("rows") }))
      .where("id", "=", id)
      .returningAll()
      .executeTakeFirstOrThrow();
    if (whole.undoneAt !== null) return { ok: false, reason: "already-undone" } as const;
    const found = await tracesOf(trx, id);
    const agencyIds = [...found.live, ...found.delegations].map(({ agencyId }) => agencyId);
    const signed = await holdBooks(trx, [...new Set(agencyIds)], given);
    const { blockers } = await undoingOf(trx, whole);
    if (blockers.length) return { ok: false, reason: "built-upon", blockers } as const;
    await takeBack(trx, whole, found, signed);
    await trx
      .updateTable("spokespersonImport")
      .set({ undoneAt: signed.at, undoneBy: signed.by.id })
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      act: "spokespersons.import-undone",
      about: { id },
      particulars: { rows: whole.rows, fileName: whole.fileName },
    });
    return { ok: true } as const;
  });
}

async function takeBack(
  trx: Db,
  { id, fileName }: Row<"spokespersonImport">,
  { live, before, formers, delegations }: Traces,
  signed: Signature,
) {
  const { at, by } = signed;
  const annulReason = messagesIn("vi").imports.reasons.undone(fileName);
  const annulled = { annulledAt: at, annulledBy: by.id, annulReason };
  for (const table of ["assignment", "delegation"] as const)
    await trx
      .updateTable(table)
      .set(annulled)
      .where("importId", "=", id)
      .where("annulledAt", "is", null)
      .execute();
  for (const batch of batches([...live, ...delegations]))
    await recordAll(
      trx,
      signed,
      batch.map(({ id: about, agencyId, name }) => ({
        act: "spokesperson.annulled",
        about: { id: about },
        agencyId,
        particulars: { name, reason: annulReason },
      })),
    );
  await giveBackRoom(trx, formers, { ...annulled, ...signed });
  for (const batch of batches(before)) {
    const fresh = batch.map(({ copyId, copyPublished, ...row }) => ({
      ...row,
      id: randomUUID(),
      recordedAt: at,
      recordedBy: by.id,
      publishedAt: copyPublished && at,
      publishedBy: copyPublished && by.id,
      annulledAt: null,
      annulledBy: null,
      annulReason: null,
      // What another import had entered is that import's again, to be taken back with it.
      replacesId: row.importId ? row.replacesId : copyId,
    }));
    await trx.insertInto("assignment").values(fresh).execute();
    await repoint(
      trx,
      fresh.map(({ id: to }, place) => [batch[place]?.copyId ?? "", to] as const),
    );
  }
}

/** Whoever had made room goes on without an end; that the public list said otherwise stays on record. */
async function giveBackRoom(
  trx: Db,
  formers: Traces["formers"],
  { at, by, ...annulled }: Signature & Pick<Booked, "annulledAt" | "annulledBy" | "annulReason">,
) {
  for (const batch of batches(formers.filter(({ annulledAt }) => annulledAt === null))) {
    const copies = batch.map(({ name, agencyName, agencyNameEn, ...former }) => ({
      ...former,
      ...NO_END,
      id: randomUUID(),
      recordedAt: at,
      recordedBy: by.id,
      publishedAt: former.publishedAt && at,
      publishedBy: former.publishedBy && by.id,
      // What another import had entered is that import's still.
      replacesId: former.importId ? former.replacesId : former.id,
    }));
    const ids = batch.map(({ id }) => id);
    await trx.updateTable("assignment").set(annulled).where("id", "in", ids).execute();
    await trx.insertInto("assignment").values(copies).execute();
    await repoint(
      trx,
      copies.map(({ id }, place) => [ids[place] ?? "", id] as const),
    );
  }
}

function touch(kind: Touched["kind"], one: Named & { id: string }): Touched {
  const { id, agencyId, agencyName, agencyNameEn, name } = one;
  return { kind, id, agencyId, agencyName, agencyNameEn, name };
}

function blocker(reason: Blocker["reason"], one: Named): Blocker {
  const { agencyId, agencyName, agencyNameEn, name } = one;
  return { reason, agencyId, agencyName, agencyNameEn, name };
}
