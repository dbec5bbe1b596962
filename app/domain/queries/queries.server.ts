import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer, Reach } from "../accounts/officer.ts";
import { provinceOf } from "../agencies/agencies.server.ts";
import { OF_AGENCY, type OfAgency, onProvinceBeside } from "../agencies/of-agency.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { promisedLetter, receiptLetter } from "./letters.server.ts";
import {
  type Query,
  type QueryOutcome,
  type Sight,
  sightOf,
  whyNotMove,
  whyNotWork,
} from "./query.ts";

/** A query with the agency in charge of it. */
export interface QueryOfAgency extends Query, OfAgency {}

/** Queries joined with their agencies and areas: what a scope is asked of. */
export function queriesOfAgencies(db: Db) {
  return db
    .selectFrom("query")
    .innerJoin("agency", "agency.id", "query.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("area as province", onProvinceBeside)
    .selectAll("query")
    .select(OF_AGENCY)
    .select((eb) => provinceOf(eb as never).as("provinceId"));
}

/** The query with its agency, for the office's own use. */
export function findQuery(db: Db, id: string) {
  return queriesOfAgencies(db).where("query.id", "=", id).executeTakeFirst() as Promise<
    QueryOfAgency | undefined
  >;
}

/** What an officer may see of a query; undefined where there is nothing for them. */
export async function findQuerySeenBy(
  db: Db,
  officer: Reach,
  id: string,
): Promise<{ query: QueryOfAgency; sight: Exclude<Sight, "nothing"> } | undefined> {
  const query = await findQuery(db, id);
  if (!query) return undefined;
  const tasks = await db
    .selectFrom("queryTask")
    .select("agencyId")
    .where("queryId", "=", id)
    .where("cancelledAt", "is", null)
    .where("agencyId", "is not", null)
    .execute();
  const assisting = tasks.map(({ agencyId }) => agencyId as string);
  const sight = sightOf(officer, { ...query, assisting });
  return sight === "nothing" ? undefined : { query, sight };
}

/** The query, if it is this officer's to work on: one of their own agency, nobody else's. */
export async function findQueryFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<QueryOfAgency | undefined> {
  const seen = await findQuerySeenBy(db, officer, id);
  return seen?.sight === "whole" ? seen.query : undefined;
}

/** The query as it stands now, and nobody else's to change until the transaction ends. */
export async function holdQuery(trx: Db, id: string): Promise<Query> {
  return trx
    .updateTable("query")
    .set((row) => ({ edition: row.ref("edition") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Takes a query in hand, the officer being in charge of it from now on; who asked by mail is told that it came. Refused where it stands. */
export async function takeQuery(
  db: Db,
  query: { id: string },
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const reason = current.takenAt ? ("done-already" as const) : whyNotMove(current, "in_hand");
    if (reason) return { ok: false, reason };
    await trx
      .updateTable("query")
      .set({ takenAt: signed.at, takenBy: signed.by.id })
      .set({ ownerId: current.ownerId ?? signed.by.id, edition: current.edition + 1 })
      .where("id", "=", query.id)
      .execute();
    const { agencyId, number } = current;
    await record(trx, signed, {
      ...{ act: "query.taken", about: query, agencyId, particulars: { number } },
    });
    await tellByMail(trx, current, signed.at);
    return { ok: true };
  });
}

/** Whoever asked by mail hears of it from the officer who has read it: no machine answers mail. */
async function tellByMail(trx: Db, { id, channel }: Query, at: Moment) {
  if (channel !== "mail") return;
  const told = await trx
    .selectFrom("mail")
    .select("id")
    .where("queryId", "=", id)
    .where("kind", "in", ["query-receipt", "query-forwarded", "query-moved"])
    .executeTakeFirst();
  if (told) return;
  const letter = await receiptLetter(trx, (await findQuery(trx, id)) as QueryOfAgency, at);
  if (letter) await post(trx, [letter], at);
}

/** Says which unit and which officer of the agency are in charge. Refused where it stands, `unknown-officer`. */
export async function assignQuery(
  db: Db,
  query: { id: string },
  { unit, ownerId }: { unit: string | null; ownerId: string | null },
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const { agencyId, number } = current;
    if (current.outcome) return { ok: false, reason: `is-${current.outcome}` };
    const owner = ownerId
      ? (await officersOf(trx, agencyId)).find(({ id }) => id === ownerId)
      : undefined;
    if (ownerId && !owner) return { ok: false, reason: "unknown-officer" };
    await trx
      .updateTable("query")
      .set({ unit, ownerId, edition: current.edition + 1 })
      .where("id", "=", query.id)
      .execute();
    await record(trx, signed, {
      ...{ act: "query.assigned", about: query, agencyId },
      particulars: { number, unit: unit ?? "", officer: owner?.name ?? "" },
    });
    return { ok: true };
  });
}

/** Who has an open account at an agency's desk. */
export function officersOf(db: Db, agencyId: string) {
  return db
    .selectFrom("account")
    .select(["id", "name"])
    .where("agencyId", "=", agencyId)
    .where("closedAt", "is", null)
    .orderBy("name")
    .execute();
}

/**
 * Promises an answer by a later moment, and tells the asker why, with the law's own moment beside it where it has one.
 * Every earlier promise stays in the books. Refused: where it stands, `in-the-past`, `not-later` than the last.
 */
export async function promiseAnswer(
  db: Db,
  query: { id: string },
  { dueAt, reason }: { dueAt: Moment; reason: string },
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const barred = whyNotWork(current);
    if (barred) return { ok: false, reason: barred };
    if (dueAt <= signed.at) return { ok: false, reason: "in-the-past" };
    if (current.promisedAt && dueAt <= current.promisedAt)
      return { ok: false, reason: "not-later" };
    await keepPromise(trx, current, { dueAt, reason }, signed);
    const told = (await findQuery(trx, query.id)) as QueryOfAgency;
    const letter = await promisedLetter(trx, told, { dueAt, reason }, signed.at);
    if (letter) await post(trx, [letter], signed.at);
    return { ok: true };
  });
}

/** Writes a promise down, with its line in the log. */
export async function keepPromise(
  trx: Db,
  { id, agencyId, number, edition }: Query,
  { dueAt, reason }: { dueAt: Moment; reason: string },
  signed: Signature,
) {
  await trx
    .insertInto("queryPromise")
    .values({
      ...{ id: randomUUID(), queryId: id, dueAt, reason },
      ...{ madeAt: signed.at, madeBy: signed.by.id, byName: signed.by.name },
    })
    .execute();
  await trx
    .updateTable("query")
    .set({ promisedAt: dueAt, edition: edition + 1 })
    .where("id", "=", id)
    .execute();
  await record(trx, signed, {
    ...{ act: "query.promised", about: { id }, agencyId, particulars: { number, dueAt } },
  });
}

/** Every moment that an answer was promised by, oldest first. */
export function promisesOn(db: Db, { id }: { id: string }) {
  return db
    .selectFrom("queryPromise")
    .selectAll()
    .where("queryId", "=", id)
    .orderBy("madeAt")
    .execute();
}

/** Writes down that the asker took a query back, by telephone say. Refused where it stands. */
export async function withdrawQuery(
  db: Db,
  query: { id: string },
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const reason = whyNotMove(current, "withdrawn");
    if (reason) return { ok: false, reason };
    await trx
      .updateTable("query")
      .set({ outcome: "withdrawn", outcomeAt: signed.at, outcomeBy: signed.by.id })
      .set({ edition: current.edition + 1, lockBy: null, lockName: null, lockUntil: null })
      .where("id", "=", query.id)
      .execute();
    const { agencyId, number } = current;
    await record(trx, signed, {
      ...{ act: "query.withdrawn", about: query, agencyId, particulars: { number } },
    });
    return { ok: true };
  });
}

/**
 * Writes down when the competent body reached its conclusion on a forwarded complaint: from then the law counts
 * (Decree 237/2026, art. 18.2). Refused: where it stands, `not-a-complaint`, a moment that is `in-the-future`.
 */
export async function concludeComplaint(
  db: Db,
  query: { id: string },
  concludedAt: Moment,
  signed: Signature,
): Promise<QueryOutcome> {
  return allOrNothing<QueryOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    if (current.kind !== "forwarded_complaint") return { ok: false, reason: "not-a-complaint" };
    const barred = whyNotWork(current);
    if (barred) return { ok: false, reason: barred };
    if (concludedAt > signed.at || concludedAt < current.receivedAt)
      return { ok: false, reason: "in-the-future" };
    await trx
      .updateTable("query")
      .set({ concludedAt, edition: current.edition + 1 })
      .where("id", "=", query.id)
      .execute();
    const { agencyId, number } = current;
    await record(trx, signed, {
      ...{ act: "query.concluded", about: query, agencyId, particulars: { number, concludedAt } },
    });
    return { ok: true };
  });
}
