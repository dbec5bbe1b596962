import type { Db } from "./tables.ts";

/**
 * Does what belongs together in one transaction. A refusal (`{ ok: false }`) undoes what was done before
 * it and comes back as the answer. Called inside a transaction it becomes a part of that one, so that
 * a larger deed can be made of smaller ones; the larger one then passes the refusal on.
 */
export async function allOrNothing<Outcome extends { ok: boolean }>(
  db: Db,
  work: (trx: Db) => Promise<Outcome>,
): Promise<Outcome> {
  if (db.isTransaction) return work(db);
  const refusal: { outcome?: Outcome } = {};
  try {
    return await db.transaction().execute(async (trx) => {
      const outcome = await work(trx);
      if (outcome.ok) return outcome;
      refusal.outcome = outcome;
      throw refusal;
    });
  } catch (error) {
    if (error === refusal && refusal.outcome) return refusal.outcome;
    throw error;
  }
}
