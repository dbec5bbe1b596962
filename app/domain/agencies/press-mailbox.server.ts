import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";

/** The mailbox at which people of an agency read what journalists answer; null where it names none. */
export async function pressMailboxOf(db: Db, agencyId: string): Promise<string | null> {
  const agency = await db
    .selectFrom("agency")
    .select("pressEmail")
    .where("id", "=", agencyId)
    .executeTakeFirst();
  return agency?.pressEmail ?? null;
}

/** Names the mailbox of an agency, or none any more. Letters written from now on are answered there. */
export async function namePressMailbox(
  db: Db,
  { id }: { id: string },
  email: string | null,
  signed: Signature,
): Promise<void> {
  await allOrNothing(db, async (trx) => {
    const changed = await trx
      .updateTable("agency")
      .set({ pressEmail: email })
      .where("id", "=", id)
      .where("pressEmail", "is distinct from", email)
      .returning("id")
      .executeTakeFirst();
    if (changed)
      await record(trx, signed, {
        ...{ act: "agency.mailbox-named", about: { id }, agencyId: id },
        particulars: { email },
      });
    return { ok: true } as const;
  });
}
