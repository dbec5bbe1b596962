import { type Kysely, sql } from "kysely";

/** Letters that wait for the morning, also when they are tried again or come late out of a queue at rest. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema.alterTable("mail").addColumn("quiet", "text").execute();
  await db.schema
    .createIndex("mail_by_quiet")
    .on("mail")
    .columns(["quiet", "due_at"])
    .where(sql<boolean>`stage = 'queued' and quiet is not null`)
    .execute();
}
