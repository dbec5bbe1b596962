import { randomUUID } from "node:crypto";
import { later } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language, Moment } from "#db/tables.ts";
import { post } from "../mail/outbox.server.ts";
import { newToken } from "../mail/subaddress.ts";
import { checkLetter } from "./letters.server.ts";
import { seenText } from "./plain-text.ts";
import type { QueryKind, QueryRefusal } from "./query.ts";
import { ASKER, NOBODY, receive } from "./receiving.server.ts";

/** What somebody whom nobody knows fills in on an agency's page. */
export interface Requested {
  kind: QueryKind;
  askerName: string;
  askerPosition: string | null;
  askerEmail: string;
  askerPhone: string | null;
  outletName: string | null;
  foreignPress: boolean;
  nameWithheld: boolean;
  reference: string | null;
  title: string;
  text: string;
}

const HOURS_TO_CONFIRM = 24;
const DAYS_KEPT = 2;

/**
 * Keeps what a stranger wants to ask, and writes to the address that they gave: only its owner's yes makes a query of
 * it. What nobody confirmed is removed with the next that comes.
 */
export async function requestQuery(
  db: Db,
  agency: { id: string; name: string; nameEn: string },
  requested: Requested,
  { language, at }: { language: Language; at: Moment },
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await trx
      .deleteFrom("queryRequest")
      .where("expiresAt", "<", later(at, { days: -DAYS_KEPT }))
      .execute();
    const { foreignPress, nameWithheld, ...said } = requested;
    const request = {
      ...{ ...said, id: randomUUID(), agencyId: agency.id, token: newToken(), language },
      ...{ title: seenText(said.title).trim(), text: seenText(said.text).trim() },
      ...{ foreignPress: Number(foreignPress), nameWithheld: Number(nameWithheld) },
      ...{ askedAt: at, expiresAt: later(at, { hours: HOURS_TO_CONFIRM }) },
      ...{ confirmedAt: null, queryId: null },
    };
    await trx.insertInto("queryRequest").values(request).execute();
    await post(trx, [checkLetter(request, agency, at)], at);
  });
}

export type RequestState = "open" | "confirmed" | "expired";

/** What a link from a letter is about; undefined when there is nothing behind it. */
export async function findRequest(db: Db, token: string, at: Moment) {
  const found = await db
    .selectFrom("queryRequest")
    .innerJoin("agency", "agency.id", "queryRequest.agencyId")
    .leftJoin("query", "query.id", "queryRequest.queryId")
    .selectAll("queryRequest")
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .select(["query.token as queryToken", "query.number"])
    .where("queryRequest.token", "=", token)
    .executeTakeFirst();
  if (!found) return undefined;
  const state: RequestState = found.confirmedAt
    ? "confirmed"
    : found.expiresAt <= at
      ? "expired"
      : "open";
  return { ...found, state };
}

export type ConfirmationOutcome = { ok: true; token: string } | { ok: false; reason: QueryRefusal };

/** The address is theirs: what was asked becomes a query, received now. Pressed twice it is still one. */
export async function confirmRequest(
  db: Db,
  token: string,
  at: Moment,
): Promise<ConfirmationOutcome> {
  return allOrNothing<ConfirmationOutcome>(db, async (trx) => {
    const request = await trx
      .updateTable("queryRequest")
      .set((row) => ({ token: row.ref("token") }))
      .where("token", "=", token)
      .returningAll()
      .executeTakeFirst();
    if (!request) return { ok: false, reason: "unknown" };
    if (request.queryId) {
      const query = await trx
        .selectFrom("query")
        .select("token")
        .where("id", "=", request.queryId)
        .executeTakeFirst();
      return query?.token ? { ok: true, token: query.token } : { ok: false, reason: "unknown" };
    }
    if (request.expiresAt <= at) return { ok: false, reason: "expired" };
    const { agencyId, kind, title, text, language, askerName, askerPosition, askerEmail } = request;
    const { askerPhone, outletName, foreignPress, nameWithheld, reference } = request;
    const queryToken = newToken();
    const received = await receive(
      trx,
      { id: agencyId },
      {
        ...NOBODY,
        ...{ kind, title, text, language, askerName, askerPosition, askerEmail, askerPhone },
        ...{ outletName, reference, foreignPress: foreignPress === 1 },
        nameWithheld: nameWithheld === 1,
      },
      { channel: "area_page", receivedAt: at, token: queryToken },
      { by: { id: `request:${request.id}`, name: ASKER }, at },
    );
    if (!received.ok) return received;
    await trx
      .updateTable("queryRequest")
      // What was asked is in the query now; here it is only remembered that it was.
      .set({ confirmedAt: at, queryId: received.id, text: "", askerPhone: null })
      .where("id", "=", request.id)
      .execute();
    return { ok: true, token: queryToken };
  });
}
