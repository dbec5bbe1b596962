import { randomUUID } from "node:crypto";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Db, Moment } from "#db/tables.ts";
import { resubscribe, unsubscribe } from "../press/subscriptions.server.ts";
import { holdRecord } from "./records.server.ts";

/** The text that is agreed to, by the day it was written; `words.portal.consent.texts` keeps every one. */
export const CONSENT_TEXT = "2026-12-02";

/**
 * The journalist agrees to letters: again after they had stopped them, or for the first time where a desk had listed
 * them without proof. The text, the moment and the way are kept.
 */
export async function giveConsent(db: Db, record: { id: string }, at: Moment) {
  await db.transaction().execute(async (trx) => {
    const held = await holdRecord(trx, record);
    if (!held || (!held.unsubscribedAt && !held.awaitsConsentSince)) return;
    if (held.unsubscribedAt) await resubscribe(trx, held.token, at);
    const { basis } = messagesIn(held.language).portal.consent;
    await trx
      .updateTable("journalist")
      .set({ consentAt: at, consentBasis: basis(CONSENT_TEXT) })
      .set({ consentSource: null, awaitsConsentSince: null })
      .where("id", "=", held.id)
      .execute();
    await trx
      .insertInto("consentRecord")
      .values({
        ...{ id: randomUUID(), journalistId: held.id, textVersion: CONSENT_TEXT },
        ...{ channel: "portal", givenAt: at, withdrawnAt: null },
      })
      .execute();
  });
}

/** The journalist wants no more letters: at once. */
export async function withdrawConsent(db: Db, record: { id: string }, at: Moment) {
  await db.transaction().execute(async (trx) => {
    const held = await holdRecord(trx, record);
    if (!held) return;
    await unsubscribe(trx, held.token, at);
    await trx
      .updateTable("consentRecord")
      .set({ withdrawnAt: at })
      .where("journalistId", "=", held.id)
      .where("withdrawnAt", "is", null)
      .execute();
  });
}

/**
 * What somebody agreed to and when they took it back, newest first. The consent that the desk keeps stands before
 * those given here.
 */
export async function consentsOf(db: Db, journalistIds: string[]) {
  const [kept, given] = await Promise.all([
    db
      .selectFrom("journalist")
      .select(["id as journalistId", "provinceId", "consentAt", "consentBasis", "consentSource"])
      .select(["unsubscribedAt", "awaitsConsentSince"])
      .where("id", "in", journalistIds)
      .execute(),
    db
      .selectFrom("consentRecord")
      .selectAll()
      .where("journalistId", "in", journalistIds)
      .orderBy("givenAt", "desc")
      .execute(),
  ]);
  return { kept, given };
}
