import type { Day, Db, Language, Moment } from "#db/tables.ts";
import { COUNTRY } from "../accounts/officer.ts";
import { listAgenciesFor } from "../agencies/agencies.server.ts";
import { NOBODY, type ReceiptOutcome, receive } from "../queries/receiving.server.ts";
import type { QuestionForm } from "./question-form.ts";
import { byJournalist, type OwnRecord } from "./visitor.ts";

/**
 * Asks a press desk from the room: the asker's address is proven and needs no letter of its own. Refused as
 * `receive` does.
 */
export async function askFromRoom(
  db: Db,
  own: OwnRecord,
  agency: { id: string },
  { kind, title, text, showName }: QuestionForm,
  { language, at }: { language: Language; at: Moment },
): Promise<ReceiptOutcome> {
  const { phone, outletId, outletName, foreign } = await db
    .selectFrom("journalist")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .leftJoin("foreignPress", "foreignPress.journalistId", "journalist.id")
    .select(["journalist.phone", "journalist.outletId", "outlet.name as outletName"])
    .select("foreignPress.kind as foreign")
    .where("journalist.id", "=", own.id)
    .executeTakeFirstOrThrow();
  const asker = { askerName: own.name, askerEmail: own.email, askerPhone: phone };
  return receive(
    db,
    agency,
    {
      ...{ ...NOBODY, ...asker, journalistId: own.id, outletId, outletName },
      ...{ kind, title, text, language, foreignPress: foreign !== null },
      nameWithheld: showName !== "on",
    },
    { channel: "portal", receivedAt: at },
    byJournalist(own, at),
  );
}

/** The agencies of a record's province that can be asked on a day, the province's committee first. */
export async function agenciesToAsk(
  db: Db,
  { provinceId }: Pick<OwnRecord, "provinceId">,
  day: Day,
) {
  const agencies = await listAgenciesFor(db, COUNTRY, provinceId, day);
  return agencies.map(({ id, name, nameEn }) => ({ id, name, nameEn }));
}
