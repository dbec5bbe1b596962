import type { Db, Moment } from "#db/tables.ts";

/** When each of these entries went on the public list; one that is not on it, or was annulled, is absent. */
export async function publicationsOf(
  db: Db,
  entries: { id: string }[],
): Promise<Map<string, Moment>> {
  if (entries.length === 0) return new Map();
  const ids = entries.map(({ id }) => id);
  const [assignments, delegations] = await Promise.all([
    db
      .selectFrom("assignment")
      .select(["id", "publishedAt"])
      .where("id", "in", ids)
      .where("publishedAt", "is not", null)
      .where("annulledAt", "is", null)
      .execute(),
    db
      .selectFrom("delegation")
      .select(["id", "publishedAt"])
      .where("id", "in", ids)
      .where("publishedAt", "is not", null)
      .where("annulledAt", "is", null)
      .execute(),
  ]);
  return new Map(
    [...assignments, ...delegations].map(({ id, publishedAt }) => [id, publishedAt as Moment]),
  );
}
