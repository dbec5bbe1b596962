import { buffer } from "node:stream/consumers";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { DocumentRefusal, SentFile } from "../documents/document.ts";
import { storeDocument } from "../documents/documents.server.ts";
import { takeDown } from "../documents/shelf.server.ts";
import { checkForm } from "./form-checking.server.ts";
import type { FormRefusal } from "./form-fields.ts";
import type { FormParts } from "./form-filling.server.ts";

/** The form that an agency has its invitations written in, with the paper it lies in; undefined without one. */
export function findAgencyForm(db: Db, agencyId: string) {
  return db
    .selectFrom("agencyForm")
    .innerJoin("document", "document.id", "agencyForm.documentId")
    .select(["document.id", "document.name", "document.sha256", "document.bytes"])
    .select(["agencyForm.addedAt", "agencyForm.addedBy"])
    .where("agencyForm.agencyId", "=", agencyId)
    .executeTakeFirst();
}

/** That form, ready to be filled in. It was looked over when it was taken, and is again: disks are touched by others. */
export async function takeForm(db: Db, agencyId: string): Promise<FormParts | undefined> {
  const form = await findAgencyForm(db, agencyId);
  if (!form) return undefined;
  const checked = await checkForm(await buffer(takeDown(form.sha256)));
  if (!checked.ok) throw new Error(`The form ${form.id} is no longer one: ${checked.reason}`);
  return checked.parts;
}

/**
 * Has an agency's invitations written in a form of its own from now on, in place of the one before. Refused as
 * `checkForm` says, and as any paper (`storeDocument`).
 */
export async function adoptForm(
  db: Db,
  agency: { id: string },
  sent: SentFile,
  signed: Signature,
): Promise<
  | { ok: true; fields: string[] }
  | { ok: false; reason: FormRefusal | DocumentRefusal; detail?: string }
> {
  const checked = await checkForm(sent.bytes);
  if (!checked.ok) return checked;
  return allOrNothing(db, async (trx) => {
    const stored = await storeDocument(trx, agency, sent, signed);
    if (!stored.ok) return stored;
    const form = { documentId: stored.id, addedAt: signed.at, addedBy: signed.by.id };
    await trx
      .insertInto("agencyForm")
      .values({ agencyId: agency.id, ...form })
      .onConflict((same) => same.column("agencyId").doUpdateSet(form))
      .execute();
    await record(trx, signed, {
      act: "form.adopted",
      about: { id: agency.id },
      agencyId: agency.id,
      particulars: { name: sent.name },
    });
    return { ok: true, fields: checked.fields } as const;
  });
}

/** Has an agency's invitations written in the house's own form again. The file stays among its papers. */
export async function removeForm(db: Db, agency: { id: string }, signed: Signature): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const form = await findAgencyForm(trx, agency.id);
    if (!form) return;
    await trx.deleteFrom("agencyForm").where("agencyId", "=", agency.id).execute();
    await record(trx, signed, {
      act: "form.removed",
      about: { id: agency.id },
      agencyId: agency.id,
      particulars: { name: form.name },
    });
  });
}
