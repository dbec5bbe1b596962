import type { Db } from "#db/tables.ts";
import type { OwnRecord } from "./visitor.ts";

/** The records that provinces keep under an e-mail address, or the one of an id; what was erased is nobody's. */
export async function recordsOf(
  db: Db,
  whose: { email: string } | { journalistId: string },
): Promise<OwnRecord[]> {
  const rows = await db
    .selectFrom("journalist")
    .innerJoin("area", "area.id", "journalist.provinceId")
    .select(["journalist.id", "journalist.provinceId", "journalist.name", "journalist.email"])
    .select(["journalist.language", "journalist.pressCardNo", "journalist.pressCardUntilDay"])
    .select(["journalist.introLetterNo", "journalist.introLetterUntilDay"])
    .select(["journalist.unsubscribedAt", "area.type", "area.name as areaName", "area.nameEn"])
    .where((eb) =>
      "email" in whose
        ? eb("journalist.email", "=", whose.email)
        : eb("journalist.id", "=", whose.journalistId),
    )
    .where("journalist.erasedAt", "is", null)
    .orderBy("area.code")
    .execute();
  return rows.map(({ type, areaName, nameEn, ...record }) => ({
    ...record,
    province: { type, name: areaName, nameEn },
  }));
}

/** Takes a journalist's record in hand until the transaction ends: two who change it do so one after the other. */
export async function holdRecord(trx: Db, { id }: { id: string }) {
  return trx
    .updateTable("journalist")
    .set((row) => ({ name: row.ref("name") }))
    .where("id", "=", id)
    .where("erasedAt", "is", null)
    .returningAll()
    .executeTakeFirst();
}
