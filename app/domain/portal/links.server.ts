import { later } from "#app/clock.ts";
import { shortTime } from "#app/i18n/dates.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import { paths } from "#app/paths.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language, Moment } from "#db/tables.ts";
import { hashToken } from "../accounts/sessions.server.ts";
import { recordAll } from "../audit/audit.server.ts";
import { post } from "../mail/outbox.server.ts";
import { newToken } from "../mail/subaddress.ts";
import { officeOf } from "../press/scope.server.ts";
import { portalLetter } from "./letters.server.ts";
import { holdRecord, recordsOf } from "./records.server.ts";
import { beginPortalSession } from "./sessions.server.ts";
import { byJournalist } from "./visitor.ts";

const MINUTES = 15;

/** Sends the link that opens the room to an address, if any province knows it. Whoever asks is not told which. */
export async function askForLink(
  db: Db,
  email: string,
  { language, at }: { language: Language; at: Moment },
): Promise<void> {
  const [known] = await recordsOf(db, { email });
  if (!known) return;
  await sendLink(
    db,
    { purpose: "sign-in", email, fromEmail: null, name: known.name, language },
    at,
  );
}

/** Sends a link to the address that a journalist wants to be known by from now on: only its owner's press changes it. */
export async function askForAddress(
  db: Db,
  { email: fromEmail, name }: { email: string; name: string },
  email: string,
  { language, at }: { language: Language; at: Moment },
): Promise<void> {
  await sendLink(db, { purpose: "address", email, fromEmail, name, language }, at);
}

async function sendLink(
  db: Db,
  link: {
    purpose: "sign-in" | "address";
    email: string;
    fromEmail: string | null;
    name: string;
    language: Language;
  },
  at: Moment,
) {
  const { purpose, email, fromEmail, name, language } = link;
  const words = messagesIn(language).portal.letters[purpose];
  const token = newToken();
  const expiresAt = later(at, { minutes: MINUTES });
  await db.transaction().execute(async (trx) => {
    await trx.deleteFrom("portalLink").where("expiresAt", "<=", at).execute();
    await trx
      .insertInto("portalLink")
      .values({
        ...{ tokenHash: hashToken(token), purpose, email, fromEmail, askedAt: at, expiresAt },
        usedAt: null,
      })
      .execute();
    const letter = portalLetter(
      {
        ...{ kind: "portal-link", language, to: { name, email }, from: undefined },
        ...{ subject: words.subject, lead: words.lead(shortTime(expiresAt)) },
        action: { lead: words.actionLead, label: words.action, path: paths.portal.link({ token }) },
        ...{ closing: words.closing, expiresAt },
      },
      at,
    );
    await post(trx, [letter], at);
  });
}

/** What a letter's link is for; undefined when it was used, ran out, or never was. */
export function findLink(db: Db, token: string, at: Moment) {
  return db
    .selectFrom("portalLink")
    .select(["purpose", "email", "fromEmail"])
    .where("tokenHash", "=", hashToken(token))
    .where("usedAt", "is", null)
    .where("expiresAt", ">", at)
    .executeTakeFirst();
}

export type LinkOutcome =
  | { ok: true; purpose: "sign-in" | "address"; token: string }
  | { ok: false; reason: "unknown" | "email-listed" };

/**
 * Uses a link, once: begins a session under its address, after moving the records to it where it was sent for that.
 * Refused: `unknown` when it was used, ran out or its owner is known nowhere; `email-listed` when a province lists
 * the new address for somebody already.
 */
export async function takeLink(
  db: Db,
  token: string,
  { at, userAgent }: { at: Moment; userAgent: string },
): Promise<LinkOutcome> {
  return allOrNothing<LinkOutcome>(db, async (trx) => {
    const link = await trx
      .updateTable("portalLink")
      .set({ usedAt: at })
      .where("tokenHash", "=", hashToken(token))
      .where("usedAt", "is", null)
      .where("expiresAt", ">", at)
      .returningAll()
      .executeTakeFirst();
    if (!link) return { ok: false, reason: "unknown" };
    const { purpose, email, fromEmail } = link;
    if (fromEmail && !(await moveAddress(trx, { fromEmail, email }, at)))
      return { ok: false, reason: "email-listed" };
    if ((await recordsOf(trx, { email })).length === 0) return { ok: false, reason: "unknown" };
    const session = { email, journalistId: null };
    return { ok: true, purpose, token: await beginPortalSession(trx, session, { at, userAgent }) };
  });
}

/** Every record of the old address is known by the new one, with what was said about letters to it; the old sessions end. */
async function moveAddress(
  trx: Db,
  { fromEmail, email }: { fromEmail: string; email: string },
  at: Moment,
): Promise<boolean> {
  const records = await recordsOf(trx, { email: fromEmail });
  const taken = await recordsOf(trx, { email });
  const provinces = new Set(taken.map(({ provinceId }) => provinceId));
  if (records.some(({ provinceId }) => provinces.has(provinceId))) return false;
  for (const record of records) await holdRecord(trx, record);
  await trx
    .updateTable("journalist")
    .set({ email })
    .where("email", "=", fromEmail)
    .where("erasedAt", "is", null)
    .execute();
  await trx
    .updateTable("suppression")
    .set({ email })
    .where("email", "=", fromEmail)
    .where("ground", "!=", "dead_address")
    .where("liftedAt", "is", null)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("suppression as other")
            .select("other.id")
            .whereRef("other.provinceId", "=", "suppression.provinceId")
            .where("other.email", "=", email)
            .where("other.liftedAt", "is", null),
        ),
      ),
    )
    .execute();
  await trx.deleteFrom("portalSession").where("email", "=", fromEmail).execute();
  for (const record of records)
    await recordAll(trx, byJournalist(record, at), [
      {
        ...{ act: "journalist.changed-self", about: record },
        agencyId: await officeOf(trx, record.provinceId),
        particulars: { name: record.name, changed: ["email"] },
      },
    ]);
  return true;
}
