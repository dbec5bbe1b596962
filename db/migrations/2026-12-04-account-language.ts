import { type Kysely, sql } from "kysely";

/** In which language an officer is written to. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .alterTable("account")
    .addColumn("language", "text", (column) =>
      column.notNull().defaultTo("vi").check(sql`language in ('vi', 'en')`),
    )
    .execute();
}
