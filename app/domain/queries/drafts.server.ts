import { randomUUID } from "node:crypto";
import { later } from "#app/clock.ts";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { Figure } from "./figure.ts";
import { holdQuery } from "./queries.server.ts";
import { type Query, type QueryRefusal, whyNotWork } from "./query.ts";

const MINUTES_LOCKED = 15;

/** Who writes the draft right now, as long as they give a sign of it. */
export function lockOf(
  { lockBy, lockName, lockUntil }: Pick<Query, "lockBy" | "lockName" | "lockUntil">,
  at: Moment,
): { by: string; name: string; until: Moment } | null {
  return lockBy && lockUntil && lockUntil > at
    ? { by: lockBy, name: lockName ?? "", until: lockUntil }
    : null;
}

export type LockOutcome =
  | { ok: true }
  | { ok: false; reason: QueryRefusal; by?: string; until?: Moment };

/**
 * Takes the draft in hand for a quarter of an hour. Refused: where the query stands, `locked` while somebody else has
 * it; `takeOver` takes it from them all the same, and the log says so.
 */
export async function lockDraft(
  db: Db,
  query: { id: string },
  { takeOver = false }: { takeOver?: boolean },
  signed: Signature,
): Promise<LockOutcome> {
  return allOrNothing<LockOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const barred = whyNotWork(current);
    if (barred) return { ok: false, reason: barred };
    const lock = lockOf(current, signed.at);
    const isOthers = lock !== null && lock.by !== signed.by.id;
    if (isOthers && !takeOver)
      return { ok: false, reason: "locked", by: lock.name, until: lock.until };
    await holdLock(trx, query.id, signed);
    const { agencyId, number } = current;
    if (isOthers)
      await record(trx, signed, {
        ...{ act: "query.lock-taken-over", about: query, agencyId },
        particulars: { number, from: lock.name },
      });
    return { ok: true };
  });
}

function holdLock(trx: Db, id: string, { by, at }: Signature) {
  return trx
    .updateTable("query")
    .set({ lockBy: by.id, lockName: by.name, lockUntil: later(at, { minutes: MINUTES_LOCKED }) })
    .where("id", "=", id)
    .execute();
}

export interface Drafted {
  text: string;
  speakerId: string | null;
  figures: Figure[];
}

export type SaveOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: QueryRefusal; by?: string; until?: Moment };

/**
 * Saves the answer in the making as a version of its own; signatures under the one before are void. Refused: where the
 * query stands, `locked` while somebody else has it in hand, `changed-meanwhile` when `after` is not the newest version.
 */
export async function saveDraft(
  db: Db,
  query: { id: string },
  { text, speakerId, figures }: Drafted,
  after: number,
  signed: Signature,
): Promise<SaveOutcome> {
  return allOrNothing<SaveOutcome>(db, async (trx) => {
    const current = await holdQuery(trx, query.id);
    const barred = whyNotWork(current);
    if (barred) return { ok: false, reason: barred };
    const lock = lockOf(current, signed.at);
    if (lock && lock.by !== signed.by.id)
      return { ok: false, reason: "locked", by: lock.name, until: lock.until };
    const newest = await newestDraft(trx, query);
    const version = (newest?.version ?? 0) + 1;
    if (version !== after + 1) return { ok: false, reason: "changed-meanwhile" };
    await trx
      .insertInto("queryDraft")
      .values({
        ...{ id: randomUUID(), queryId: query.id, version, text, speakerId },
        figures: JSON.stringify(figures),
        ...{ savedAt: signed.at, savedBy: signed.by.id, byName: signed.by.name },
      })
      .execute();
    await holdLock(trx, query.id, signed);
    const { agencyId, number } = current;
    await record(trx, signed, {
      ...{ act: "query.drafted", about: query, agencyId, particulars: { number, version } },
    });
    return { ok: true, version };
  });
}

export type Draft = Row<"queryDraft">;

/** Every version, oldest first. */
export function draftsOf(db: Db, { id }: { id: string }): Promise<Draft[]> {
  return db
    .selectFrom("queryDraft")
    .selectAll()
    .where("queryId", "=", id)
    .orderBy("version")
    .execute();
}

/** The version of an answer that was saved last, if anything was. */
export function newestDraft(db: Db, { id }: { id: string }): Promise<Draft | undefined> {
  return db
    .selectFrom("queryDraft")
    .selectAll()
    .where("queryId", "=", id)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
}
