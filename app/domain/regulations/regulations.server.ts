import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db } from "#db/tables.ts";
import { holdBooks } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { DocumentRefusal, SentFile } from "../documents/document.ts";
import { storeDocument } from "../documents/documents.server.ts";

/** Every regulation an agency ever issued, newest first, each with its paper where there is one. */
export async function regulationsOf(db: Db, agencyId: string) {
  const rows = await db
    .selectFrom("regulation")
    .leftJoin("document", "document.id", "regulation.fileId")
    .select(["regulation.id", "regulation.number", "regulation.day", "regulation.endedAt"])
    .select(["document.id as fileId", "document.name", "document.type", "document.bytes"])
    .where("regulation.agencyId", "=", agencyId)
    .orderBy("regulation.day", "desc")
    .orderBy("regulation.recordedAt", "desc")
    .execute();
  return rows.map(({ fileId: id, name, type, bytes, ...regulation }) => ({
    ...regulation,
    document: id && name && type && bytes !== null ? { id, name, type, bytes } : null,
  }));
}

export type Regulation = Awaited<ReturnType<typeof regulationsOf>>[number];

/** The regulation in force. */
export async function findRegulation(db: Db, agencyId: string): Promise<Regulation | undefined> {
  return (await regulationsOf(db, agencyId)).find(({ endedAt }) => endedAt === null);
}

export type RegulationRefusal = DocumentRefusal | "day-in-future" | "older-than-current";

/**
 * Enters the regulation that an agency issued, with its paper; the one before ends with it.
 * Refused: `day-in-future`, `older-than-current`, and as `storeDocument`.
 */
export async function issueRegulation(
  db: Db,
  agency: { id: string },
  { number, day, file }: { number: string; day: Day; file?: SentFile },
  given: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: RegulationRefusal }> {
  return allOrNothing<{ ok: true; id: string } | { ok: false; reason: RegulationRefusal }>(
    db,
    async (trx) => {
      if (day > dayOf(given.at)) return { ok: false, reason: "day-in-future" };
      const signed = await holdBooks(trx, [agency.id], given);
      const ended = await trx
        .updateTable("regulation")
        .set({ endedAt: signed.at })
        .where("agencyId", "=", agency.id)
        .where("endedAt", "is", null)
        .returning("day")
        .execute();
      if (ended.some((before) => before.day > day))
        return { ok: false, reason: "older-than-current" };
      const stored = file ? await storeDocument(trx, agency, file, signed) : undefined;
      if (stored && !stored.ok) return stored;

      const id = randomUUID();
      await trx
        .insertInto("regulation")
        .values({
          ...{ id, agencyId: agency.id, number, day, fileId: stored?.id ?? null },
          ...{ recordedAt: signed.at, recordedBy: signed.by.id, endedAt: null },
        })
        .execute();
      await record(trx, signed, {
        act: "regulation.issued",
        about: { id },
        agencyId: agency.id,
        particulars: { number, day },
      });
      return { ok: true, id };
    },
  );
}
