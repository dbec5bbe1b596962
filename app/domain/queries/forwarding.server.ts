import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { movedLetter } from "./letters.server.ts";
import { findQuery, holdQuery, type QueryOfAgency } from "./queries.server.ts";
import { type Query, type QueryRefusal, whyNotMove } from "./query.ts";
import { nextNumber, receive } from "./receiving.server.ts";
import { openAgency } from "./tasks.server.ts";

export type ForwardingOutcome = { ok: true; id: string } | { ok: false; reason: QueryRefusal };

/**
 * Sends a query on to the agency whose it is: there it is a query of its own, received when it first was, so that no
 * clock begins anew; the asker is told. Refused: where it stands, `same-agency`, `agency-closed`.
 */
export async function forwardQuery(
  db: Db,
  query: { id: string },
  to: { agencyId: string },
  signed: Signature,
): Promise<ForwardingOutcome> {
  return allOrNothing<ForwardingOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const { agencyId, number } = current;
    const barred = whyNotMove(current, "forwarded");
    if (barred) return { ok: false, reason: barred };
    if (to.agencyId === agencyId) return { ok: false, reason: "same-agency" };
    const agency = await openAgency(trx, to.agencyId, signed.at);
    if (!agency) return { ok: false, reason: "agency-closed" };
    const received = await receive(
      trx,
      agency,
      incomingOf(current),
      {
        ...{ channel: current.channel, receivedAt: current.receivedAt, arrivedAt: signed.at },
        forwardedFromId: current.id,
      },
      signed,
      { quietly: true },
    );
    if (!received.ok) return received;
    await trx
      .updateTable("query")
      .set({ outcome: "forwarded", outcomeAt: signed.at, outcomeBy: signed.by.id })
      .set({ forwardedTo: agency.id, edition: current.edition + 1 })
      .set({ lockBy: null, lockName: null, lockUntil: null })
      .where("id", "=", query.id)
      .execute();
    await record(trx, signed, {
      ...{
        act: "query.forwarded",
        about: query,
        agencyId,
        particulars: { number, to: agency.name },
      },
    });
    const former = (await findQuery(trx, query.id)) as QueryOfAgency;
    await tell(trx, received.id, nameIn(former), "query-forwarded", signed.at);
    return { ok: true, id: received.id };
  });
}

function incomingOf(query: Query) {
  const { kind, title, text, language, askerName, askerPosition, askerEmail, askerPhone } = query;
  const { journalistId, outletId, outletName, foreignPress, nameWithheld, reference } = query;
  return {
    ...{ kind, title, text, language, askerName, askerPosition, askerEmail, askerPhone },
    ...{ journalistId, outletId, outletName, reference },
    ...{ foreignPress: foreignPress === 1, nameWithheld: nameWithheld === 1 },
  };
}

const nameIn = ({ language, agencyName, agencyNameEn }: QueryOfAgency) =>
  language === "en" ? agencyNameEn : agencyName;

async function tell(
  trx: Db,
  id: string,
  from: string,
  kind: "query-forwarded" | "query-moved",
  at: Moment,
) {
  const letter = movedLetter((await findQuery(trx, id)) as QueryOfAgency, { from, kind }, at);
  if (letter) await post(trx, [letter], at);
}

/** The query that a forwarded one became, and where; for the asker's page. */
export function whereItWent(db: Db, { id }: { id: string }) {
  return db
    .selectFrom("query")
    .innerJoin("agency", "agency.id", "query.agencyId")
    .select(["query.id", "query.token", "query.number"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("query.forwardedFromId", "=", id)
    .executeTakeFirst();
}

/**
 * The open queries of a closed agency go on with the agency that took over, under numbers of its own and with every
 * clock as it ran; so do its lines to take, and what it was asked by others. Askers are told.
 */
export async function moveQueries(
  trx: Db,
  former: { id: string; name: string; nameEn?: string },
  successor: { id: string; name: string },
  signed: Signature,
): Promise<number> {
  const open = await trx
    .selectFrom("query")
    .selectAll()
    .where("agencyId", "=", former.id)
    .where("outcome", "is", null)
    .orderBy("receivedAt")
    .orderBy("id")
    .execute();
  for (const { id, language, edition } of open) {
    const number = await nextNumber(trx, successor.id, signed.at);
    await trx
      .updateTable("query")
      .set({ agencyId: successor.id, number, arrivedAt: signed.at, edition: edition + 1 })
      .set({ ownerId: null, lockBy: null, lockName: null, lockUntil: null })
      .where("id", "=", id)
      .execute();
    // Who was to speak for the closed agency may not speak for the other one.
    await trx
      .deleteFrom("queryStep")
      .where("queryId", "=", id)
      .where("decision", "is", null)
      .execute();
    await record(trx, signed, {
      ...{ act: "query.moved", about: { id }, agencyId: successor.id },
      particulars: { number, from: former.name, to: successor.name },
    });
    const from = language === "en" ? (former.nameEn ?? former.name) : former.name;
    await tell(trx, id, from, "query-moved", signed.at);
  }
  await trx
    .updateTable("queryTask")
    .set({ agencyId: successor.id, unit: successor.name })
    .where("agencyId", "=", former.id)
    .where("answeredAt", "is", null)
    .where("cancelledAt", "is", null)
    .execute();
  for (const table of ["lineToTake", "figure"] as const)
    await trx
      .updateTable(table)
      .set({ agencyId: successor.id })
      .where("agencyId", "=", former.id)
      .execute();
  return open.length;
}
