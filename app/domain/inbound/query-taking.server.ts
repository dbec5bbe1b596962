import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Day, Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { findAgencyFor, listAgenciesFor } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { type Reading, receiveByMail } from "../queries/by-mail.server.ts";
import type { QueryRefusal } from "../queries/query.ts";
import { readIncoming } from "./incoming.server.ts";
import { letterIn } from "./taking-in.server.ts";
import { type InboundFound, settle } from "./tray.server.ts";

/** Whose query an officer may make of a mail: of the agency that it was written to, else of any that they work for. */
export async function agenciesToAsk(
  db: Db,
  officer: Officer,
  mail: Pick<InboundFound, "agencyId">,
  day: Day,
) {
  const { provinceId } = officer;
  if (!provinceId) return [];
  const theirs = await listAgenciesFor(db, officer, provinceId, day);
  return mail.agencyId ? theirs.filter(({ id }) => id === mail.agencyId) : theirs;
}

export type QueryTaking =
  | { ok: true; id: string; number: string; agency: { id: string; name: string; nameEn: string } }
  | { ok: false; reason: "settled" | "unknown-agency" | "unread" | QueryRefusal };

/**
 * Takes a mail for a query to an agency, as an officer has read it: it was received when the mail was, and its sender
 * is told that it came. Refused: `settled` by somebody already, an `unknown-agency`, what cannot be read (`unread`),
 * or as `receive`.
 */
export async function takeAsQuery(
  db: Db,
  officer: Officer,
  mail: Pick<InboundFound, "id" | "raw" | "receivedAt" | "agencyId">,
  { agencyId, ...said }: Omit<Reading, "signed"> & { agencyId: string },
  signed: Signature,
): Promise<QueryTaking> {
  const read = mail.raw && (await readIncoming(mail.raw));
  if (!read?.ok || !read.mail.from[0]) return { ok: false, reason: "unread" };
  const letter = letterIn(read.mail, mail.receivedAt);
  return allOrNothing<QueryTaking>(db, async (trx) => {
    const agency = await findAgencyFor(trx, officer, agencyId);
    if (!agency || (mail.agencyId && mail.agencyId !== agency.id))
      return { ok: false, reason: "unknown-agency" };
    const received = await receiveByMail(trx, agency, letter, { ...said, signed });
    if (!received.ok) return received;
    const { id, number } = received;
    const asked = { as: "asked", reason: null, queryId: id, agencyId: agency.id } as const;
    if (!(await settle(trx, mail, asked, signed))) return { ok: false, reason: "settled" };
    await record(trx, signed, {
      ...{ act: "inbound.asked", about: { id: mail.id }, agencyId: agency.id },
      particulars: { number },
    });
    return { ok: true, id, number, agency };
  });
}
