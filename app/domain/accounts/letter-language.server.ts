import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { Officer } from "./officer.ts";

/** The desk's own language: of whoever has said nothing else, and of addresses that are nobody's account. */
const USUAL: Language = "vi";

/** The language in which an officer is written to. */
export async function letterLanguageOf(db: Db, { id }: { id: string }): Promise<Language> {
  const { language } = await db
    .selectFrom("account")
    .select("language")
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return language;
}

/** The language of a letter to an address within the offices: the one that its account has set. */
export async function letterLanguageAt(db: Db, email: string): Promise<Language> {
  const account = await db
    .selectFrom("account")
    .select("language")
    .where("email", "=", email.trim().toLowerCase())
    .where("closedAt", "is", null)
    .executeTakeFirst();
  return account?.language ?? USUAL;
}

/** Sets the language of the letters that an officer gets; the pages are in the language of their address. */
export async function setLetterLanguage(
  db: Db,
  officer: Pick<Officer, "id" | "agencyId">,
  language: Language,
  signed: Signature,
): Promise<{ ok: true }> {
  return allOrNothing(db, async (trx) => {
    const { numUpdatedRows } = await trx
      .updateTable("account")
      .set({ language })
      .where("id", "=", officer.id)
      .where("language", "<>", language)
      .executeTakeFirstOrThrow();
    if (Number(numUpdatedRows) > 0)
      await record(trx, signed, {
        act: "account.language-set",
        about: { id: officer.id },
        agencyId: officer.agencyId,
        particulars: { language },
      });
    return { ok: true } as const;
  });
}
