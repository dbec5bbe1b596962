import type { Kysely } from "kysely";

/** What became of a query where it was forwarded to is asked of every one that a report counts. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .createIndex("query_by_forwarded_from_id")
    .on("query")
    .column("forwarded_from_id")
    .where("forwarded_from_id", "is not", null)
    .execute();
}
