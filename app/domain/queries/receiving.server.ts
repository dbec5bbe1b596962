import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language, Moment, Row } from "#db/tables.ts";
import { isClosedBy } from "../agencies/agency.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { newToken } from "../mail/subaddress.ts";
import { tellOffice } from "./arrival-letters.server.ts";
import { receiptLetter } from "./letters.server.ts";
import { seenText } from "./plain-text.ts";
import { findQuery, type QueryOfAgency } from "./queries.server.ts";
import { type Channel, isStatusOnly, type QueryKind, type QueryRefusal } from "./query.ts";

/** What came in, whichever way it came. */
export interface Incoming {
  kind: QueryKind;
  title: string;
  text: string;
  language: Language;
  askerName: string | null;
  askerPosition: string | null;
  askerEmail: string | null;
  askerPhone: string | null;
  journalistId: string | null;
  outletId: string | null;
  outletName: string | null;
  foreignPress: boolean;
  nameWithheld: boolean;
  reference: string | null;
}

export const NOBODY = {
  askerName: null,
  askerPosition: null,
  askerEmail: null,
  askerPhone: null,
  journalistId: null,
  outletId: null,
  outletName: null,
  foreignPress: false,
  nameWithheld: true,
  reference: null,
} as const;

export type ReceiptOutcome =
  | { ok: true; id: string; number: string }
  | { ok: false; reason: QueryRefusal };

interface Arrival {
  channel: Channel;
  /** When it came in; earlier than the deed where an officer types it in later. */
  receivedAt: Moment;
  receivedBy?: string | null;
  messageId?: string | null;
  arrivedAt?: Moment;
  forwardedFromId?: string;
  token?: string;
}

/**
 * Enters a query in an agency's books under the next number of the year, and tells its officers, and the asker where an
 * address is known. Of a forwarded complaint nothing is kept but its reference. Refused: `needs-reference`, `in-the-future`,
 * `agency-closed`. `quietly` leaves telling the asker to the caller.
 */
export async function receive(
  db: Db,
  agency: { id: string },
  incoming: Incoming,
  arrival: Arrival,
  signed: Signature,
  { quietly = false } = {},
): Promise<ReceiptOutcome> {
  const { receivedAt } = arrival;
  if (receivedAt > signed.at) return { ok: false, reason: "in-the-future" };
  const statusOnly = isStatusOnly(incoming);
  if (statusOnly && !incoming.reference) return { ok: false, reason: "needs-reference" };
  return allOrNothing<ReceiptOutcome>(db, async (trx) => {
    const found = await trx
      .selectFrom("agency")
      .select("untilDay")
      .where("id", "=", agency.id)
      .executeTakeFirstOrThrow();
    const arrivedAt = arrival.arrivedAt ?? receivedAt;
    if (isClosedBy(found, dayOf(signed.at))) return { ok: false, reason: "agency-closed" };
    const number = await nextNumber(trx, agency.id, arrivedAt);
    const id = randomUUID();
    const { foreignPress, nameWithheld, ...said } = incoming;
    await trx
      .insertInto("query")
      .values({
        ...{ id, agencyId: agency.id, number, ...written(said) },
        ...(statusOnly && { title: incoming.reference as string, text: "" }),
        ...{ channel: arrival.channel, receivedAt, receivedBy: arrival.receivedBy ?? null },
        arrivedAt: arrival.arrivedAt ?? null,
        ...{ foreignPress: Number(foreignPress), nameWithheld: Number(nameWithheld) },
        ...{ token: arrival.token ?? newToken(), messageId: arrival.messageId ?? null },
        forwardedFromId: arrival.forwardedFromId ?? null,
      })
      .execute();
    await record(trx, signed, {
      ...{ act: "query.received", about: { id }, agencyId: agency.id },
      particulars: { number, channel: arrival.channel },
    });
    const query = (await findQuery(trx, id)) as QueryOfAgency;
    await tellOffice(trx, query, signed);
    if (quietly) return { ok: true, id, number };
    const letter = await receiptLetter(trx, query, signed.at);
    if (letter) await post(trx, [letter], signed.at);
    return { ok: true, id, number };
  });
}

type Said = Omit<Incoming, "foreignPress" | "nameWithheld">;

/** What is typed is kept as it is read. */
function written(said: Said): Said {
  const seen = (text: string | null) => text && seenText(text).trim();
  return {
    ...said,
    ...{ title: seenText(said.title).trim(), text: seenText(said.text).trim() },
    ...{ askerName: seen(said.askerName), askerPosition: seen(said.askerPosition) },
    ...{ outletName: seen(said.outletName), reference: seen(said.reference) },
  };
}

/** One after another, however many come at once: the counter's row is held until the query is written. */
export async function nextNumber(trx: Db, agencyId: string, arrivedAt: Moment): Promise<string> {
  const year = Number(dayOf(arrivedAt).slice(0, 4));
  const { last } = await trx
    .insertInto("queryCounter")
    .values({ agencyId, year, last: 1 })
    .onConflict((known) =>
      known
        .columns(["agencyId", "year"])
        .doUpdateSet((eb) => ({ last: eb("queryCounter.last", "+", 1) })),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return `${last}/${year}`;
}

/** A listed journalist as the asker of a query. */
export const asJournalist = (journalist: {
  id: string;
  name: string;
  email: string;
  outletId: string | null;
  outletName: string | null;
}) => ({
  journalistId: journalist.id,
  askerName: journalist.name,
  askerEmail: journalist.email,
  outletId: journalist.outletId,
  outletName: journalist.outletName,
});

/** What a journalist fills in, in their own room. */
export type Asking = Pick<
  Incoming,
  "kind" | "title" | "text" | "language" | "foreignPress" | "nameWithheld" | "reference"
>;

/** A listed journalist asks an agency, signed in by their own link. Refused as `receive`. */
export async function ask(
  db: Db,
  journalist: Pick<Row<"journalist">, "id" | "name" | "email" | "phone" | "outletId">,
  agency: { id: string },
  asking: Asking,
  at: Moment,
): Promise<ReceiptOutcome> {
  const outlet = await db
    .selectFrom("outlet")
    .select("name")
    .where("id", "=", journalist.outletId ?? "")
    .executeTakeFirst();
  const incoming = {
    ...{ ...NOBODY, ...asking, askerPhone: journalist.phone },
    ...asJournalist({ ...journalist, outletName: outlet?.name ?? null }),
  };
  const by = { id: `journalist:${journalist.id}`, name: ASKER };
  return receive(db, agency, incoming, { channel: "portal", receivedAt: at }, { by, at });
}

/** The log is read in the province too: it tells that somebody asked, not who. */
export const ASKER = "Người hỏi";
