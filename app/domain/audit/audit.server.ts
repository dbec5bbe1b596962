import { randomUUID } from "node:crypto";
import type { Db } from "#db/tables.ts";
import type { Deed, Signature } from "./entry.ts";

/** Writes one line of the audit log. Call it inside the transaction it bears witness to. */
export async function record(db: Db, signed: Signature, deed: Deed) {
  await recordAll(db, signed, [deed]);
}

/** Writes many lines at once, of a deed that was done to many; no more than a few hundred. */
export async function recordAll(db: Db, { by, at }: Signature, deeds: Deed[]) {
  await db
    .insertInto("audit")
    .values(
      deeds.map((deed) => ({
        id: randomUUID(),
        at,
        by: by.id,
        byName: by.name,
        act: deed.act,
        about: deed.about.id,
        agencyId: deed.agencyId ?? null,
        particulars: JSON.stringify(deed.particulars),
      })),
    )
    .execute();
}
