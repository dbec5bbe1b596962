import type { Db } from "#db/tables.ts";
import { writesOf } from "#db/written.ts";

/** How long the number is taken for the newest while this process writes nothing, in milliseconds. */
export const TRUSTED_FOR = 500;

/** What the database said last, when it was asked, and how much this process had written by then. */
interface Told {
  number: number;
  askedAt: number;
  writes: number;
}

const told = new WeakMap<Db, Told>();

/** The number that every transaction raises which changes what the public is shown, whoever writes. */
export async function revisionOf(db: Db): Promise<number> {
  const asked = { askedAt: performance.now(), writes: writesOf(db) };
  const { number } = await db.selectFrom("revision").select("number").executeTakeFirstOrThrow();
  // Of two answers on their way the one that was asked for later counts.
  if (asked.askedAt >= (told.get(db)?.askedAt ?? 0)) told.set(db, { number, ...asked });
  return number;
}

/**
 * The same for what is kept in memory: the number that was read last is taken for the newest until this
 * process writes, and for half a second at most. Whoever reads the number makes it known to all who ask here.
 * Undefined within a transaction, which may have changed what the number does not tell yet.
 */
export async function knownRevision(db: Db): Promise<number | undefined> {
  if (db.isTransaction) return undefined;
  const last = told.get(db);
  return last && isFresh(db, last) ? last.number : revisionOf(db);
}

function isFresh(db: Db, { askedAt, writes }: Told): boolean {
  return performance.now() - askedAt < TRUSTED_FOR && writes === writesOf(db);
}
