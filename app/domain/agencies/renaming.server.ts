import { randomUUID } from "node:crypto";
import { dayBefore, dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { holdBooks } from "./agencies.server.ts";
import { isClosedBy } from "./agency.ts";

export interface NewName {
  name: string;
  nameEn: string;
  symbol: string | null;
  fromDay: Day; // the first day of the new name
  basis: string; // by which paper
}

export type RenamingRefusal =
  | "committee-name"
  | "already-closed"
  | "same-name"
  | "name-in-future"
  | "name-before-start";

/**
 * Gives an agency a new name from a day on; the one before is kept with its last day and the paper. Only another
 * English name or symbol puts those right, and is no new name.
 * Refused: `committee-name` (it is called as its area), `already-closed`, `same-name`, a day that is still to come
 * (`name-in-future`) or not after what the agency was called before (`name-before-start`).
 */
export async function renameAgency(
  db: Db,
  { id }: { id: string },
  { fromDay, basis, ...fresh }: NewName,
  given: Signature,
): Promise<{ ok: true } | { ok: false; reason: RenamingRefusal }> {
  return allOrNothing(db, async (trx) => {
    const signed = await holdBooks(trx, [id], given);
    const agency = await trx
      .selectFrom("agency")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    const refuse = (reason: RenamingRefusal) => ({ ok: false, reason }) as const;
    if (agency.kind === "peoples_committee") return refuse("committee-name");
    if (isClosedBy(agency, dayOf(signed.at))) return refuse("already-closed");
    const { name, nameEn, symbol } = agency;
    if (fresh.name === name) {
      if (fresh.nameEn === nameEn && fresh.symbol === symbol) return refuse("same-name");
      await trx.updateTable("agency").set(fresh).where("id", "=", id).execute();
      await record(trx, signed, {
        act: "agency.corrected",
        about: { id },
        agencyId: id,
        particulars: { name },
      });
      return { ok: true } as const;
    }
    if (fromDay > dayOf(signed.at)) return refuse("name-in-future");
    const former = await formerNamesOf(trx, id);
    const untilDay = dayBefore(fromDay);
    const since = [agency.fromDay, ...former.map((one) => one.untilDay)].filter(
      (one) => one !== null,
    );
    if (since.some((day) => untilDay < day)) return refuse("name-before-start");
    if (former.some((one) => one.untilDay === untilDay)) return refuse("name-before-start");

    await trx
      .insertInto("agencyName")
      .values({
        ...{ id: randomUUID(), agencyId: id, name, nameEn, untilDay, basis },
        ...{ recordedAt: signed.at, recordedBy: signed.by.id },
      })
      .execute();
    await trx.updateTable("agency").set(fresh).where("id", "=", id).execute();
    await record(trx, signed, {
      act: "agency.renamed",
      about: { id },
      agencyId: id,
      particulars: { name: fresh.name, before: name, fromDay, basis },
    });
    return { ok: true } as const;
  });
}

/** What an agency was called before, latest first. */
export function formerNamesOf(db: Db, agencyId: string) {
  return db
    .selectFrom("agencyName")
    .select(["id", "name", "nameEn", "untilDay", "basis"])
    .where("agencyId", "=", agencyId)
    .orderBy("untilDay", "desc")
    .execute();
}
