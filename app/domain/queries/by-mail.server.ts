import type { Db, Language, Moment } from "#db/tables.ts";
import type { Signature } from "../audit/entry.ts";
import { seenText } from "./plain-text.ts";
import type { QueryKind } from "./query.ts";
import {
  asJournalist,
  type Incoming,
  NOBODY,
  type ReceiptOutcome,
  receive,
} from "./receiving.server.ts";

/** Something that came to an agency's address, as the mail's reader hands it over. */
export interface QueryByMail {
  from: { name: string; address: string };
  subject: string;
  text: string;
  receivedAt: Moment;
  messageId: string | null;
}

/** What an officer who has read the letter says of it. */
export interface Reading {
  kind: QueryKind;
  title: string;
  language: Language;
  reference: string | null;
  signed: Signature;
}

const BY_MAIL = { id: "inbound-mail", name: "Hộp thư đến" };

/** More than a question needs; what is longer is for a person to read first. */
export const LONGEST_TEXT = 20_000;
const LONGEST_LINE = 200;

/**
 * Takes a letter to an agency's address as a query, received when the letter was; the same letter twice is one query.
 * Whose address is among its journalists is known by it. The name is withheld from the public, since nobody was asked.
 * Without an officer's reading it is a question, and nobody is written to: no machine answers mail.
 */
export async function receiveByMail(
  db: Db,
  agency: { id: string },
  { from, subject, text, receivedAt, messageId }: QueryByMail,
  reading?: Reading,
): Promise<ReceiptOutcome> {
  const known = messageId ? await findByLetter(db, agency, messageId) : undefined;
  if (known) return { ok: true, ...known };
  const address = from.address.trim().toLowerCase();
  const journalist = await journalistAt(db, agency, address);
  const title = oneLineOf(subject);
  const shown = seenText(text).trim().slice(0, LONGEST_TEXT);
  const incoming: Incoming = {
    ...NOBODY,
    ...{ kind: "question", language: journalist?.language ?? "vi" },
    ...{ title: title || oneLineOf(shown).slice(0, 80) || address, text: shown },
    ...{ askerName: oneLineOf(from.name) || null },
    ...{ askerEmail: address, ...(journalist && asJournalist(journalist)) },
  };
  const arrival = { channel: "mail", receivedAt, messageId } as const;
  if (!reading)
    return receive(
      db,
      agency,
      incoming,
      arrival,
      { by: BY_MAIL, at: receivedAt },
      { quietly: true },
    );
  const { signed, ...said } = reading;
  const read = { ...incoming, ...said };
  return receive(db, agency, read, { ...arrival, receivedBy: signed.by.id }, signed);
}

function oneLineOf(text: string): string {
  return seenText(text).replace(/\s+/g, " ").trim().slice(0, LONGEST_LINE);
}

function findByLetter(db: Db, { id }: { id: string }, messageId: string) {
  return db
    .selectFrom("query")
    .select(["id", "number"])
    .where("messageId", "=", messageId)
    .where("agencyId", "=", id)
    .executeTakeFirst();
}

/** Somebody of the press book of an agency's province with this address. */
export function journalistAt(db: Db, { id }: { id: string }, email: string) {
  return db
    .selectFrom("journalist")
    .innerJoin("agency", (join) => join.on("agency.id", "=", id))
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("outlet", "outlet.id", "journalist.outletId")
    .select(["journalist.id", "journalist.name", "journalist.outletId", "journalist.language"])
    .select(["journalist.email", "outlet.name as outletName"])
    .where("journalist.email", "=", email)
    .where(({ eb, ref, fn }) =>
      eb(ref("journalist.provinceId"), "=", fn.coalesce("area.partOf", "area.id")),
    )
    .executeTakeFirst();
}
