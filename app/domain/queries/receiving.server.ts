import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Language, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { newToken } from "../mail/subaddress.ts";
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
 * Enters a query in an agency's books under the next number of the year, and tells the asker so where an address is
 * known. Of a forwarded complaint nothing is kept but its reference. Refused: `needs-reference`, `in-the-future`,
 * `agency-closed`. `quietly` leaves the telling to the caller.
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
    const { untilDay } = await trx
      .selectFrom("agency")
      .select("untilDay")
      .where("id", "=", agency.id)
      .executeTakeFirstOrThrow();
    const arrivedAt = arrival.arrivedAt ?? receivedAt;
    if (untilDay !== null && untilDay < dayOf(signed.at))
      return { ok: false, reason: "agency-closed" };
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
    if (quietly) return { ok: true, id, number };
    const letter = await receiptLetter(trx, (await findQuery(trx, id)) as QueryOfAgency, signed.at);
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

/** Something that came to an agency's address, as the mail's reader hands it over. */
export interface QueryByMail {
  from: { name: string; address: string };
  subject: string;
  text: string;
  receivedAt: Moment;
  messageId: string;
  language?: Language;
}

const BY_MAIL = { id: "inbound-mail", name: "Hộp thư đến" };
const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 200;

/**
 * Takes a letter to an agency's address as a question; the same letter twice is one query. Whose address is among its
 * journalists is known by it. The name is withheld from the public, since nobody was asked.
 */
export async function receiveByMail(
  db: Db,
  agency: { id: string },
  { from, subject, text, receivedAt, messageId, language = "vi" }: QueryByMail,
): Promise<ReceiptOutcome> {
  const known = await db
    .selectFrom("query")
    .select(["id", "number"])
    .where("messageId", "=", messageId)
    .executeTakeFirst();
  if (known) return { ok: true, ...known };
  const address = from.address.trim().toLowerCase();
  const journalist = await journalistAt(db, agency, address);
  const title = seenText(subject).replace(/\s+/g, " ").trim().slice(0, LONGEST_LINE);
  const shown = seenText(text).trim().slice(0, LONGEST_TEXT);
  const incoming: Incoming = {
    ...NOBODY,
    ...{ kind: "question", language, title: title || shown.slice(0, 80) || address, text: shown },
    ...{ askerName: seenText(from.name).trim().slice(0, LONGEST_LINE) || null },
    ...{ askerEmail: address, ...(journalist && asJournalist(journalist)) },
  };
  const arrival = { channel: "mail", receivedAt, messageId } as const;
  return receive(db, agency, incoming, arrival, { by: BY_MAIL, at: receivedAt });
}

/** Somebody of the province's press book with this address. */
function journalistAt(db: Db, { id }: { id: string }, email: string) {
  return db
    .selectFrom("journalist")
    .innerJoin("agency", (join) => join.on("agency.id", "=", id))
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["journalist.id", "journalist.name", "journalist.outletId"])
    .select(["journalist.email", "outlet.name as outletName"])
    .where("journalist.email", "=", email)
    .where(({ eb, ref, fn }) =>
      eb(ref("journalist.provinceId"), "=", fn.coalesce("area.partOf", "area.id")),
    )
    .executeTakeFirst();
}

const asJournalist = (journalist: {
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
