import type { Kysely } from "kysely";

/** The outbox has one letter of a kind for an invitation and a revision; one that repeats it says for which invitation. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .alterTable("mail")
    .addColumn("repeated_for_id", "text", (column) =>
      column.references("invitation.id").onDelete("cascade"),
    )
    .execute();
  await db.schema
    .createIndex("mail_by_repeated_for_id")
    .on("mail")
    .column("repeated_for_id")
    .where("repeated_for_id", "is not", null)
    .execute();
}
