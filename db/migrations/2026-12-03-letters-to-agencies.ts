import { type Kysely, sql } from "kysely";

/** Mail to an agency's own mailbox becomes a press query: which mail, which query, and of which agency. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .alterTable("inbound_mail")
    .addColumn("agency_id", "text", (column) => column.references("agency.id").onDelete("cascade"))
    .execute();
  await db.schema
    .alterTable("inbound_mail")
    .addColumn("query_id", "text", (column) => column.references("query.id").onDelete("set null"))
    .execute();
  for (const column of ["agency_id", "query_id"])
    await db.schema
      .createIndex(`inbound_mail_by_${column}`)
      .on("inbound_mail")
      .column(column)
      .where(column, "is not", null)
      .execute();
  // Whoever writes to two agencies at once asks each of them.
  await db.schema.dropIndex("query_message_id").execute();
  await db.schema
    .createIndex("query_by_letter")
    .on("query")
    .columns(["message_id", "agency_id"])
    .unique()
    .where("message_id", "is not", null)
    .execute();
  await db.schema
    .createIndex("agency_by_press_email")
    .on("agency")
    .expression(sql`lower(press_email)`)
    .where(sql.ref("press_email"), "is not", null)
    .execute();
}
