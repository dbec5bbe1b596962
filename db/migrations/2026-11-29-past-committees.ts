import type { Kysely } from "kysely";

/** Who keeps the books of a former unit's People's Committee: no unit of today has it for a part. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  for (const column of ["province_id", "heir_id"])
    await db.schema.alterTable("agency").addColumn(column, "text").execute();
}
