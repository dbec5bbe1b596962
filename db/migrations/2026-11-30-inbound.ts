import { type Kysely, PostgresAdapter, sql } from "kysely";

/** Mail that comes in: answers that calendars send, bounces, unsubscriptions, and what a person must look at. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const octets = db.getExecutor().adapter instanceof PostgresAdapter ? "bytea" : "blob";
  await db.schema
    .createTable("inbound_mail")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("fingerprint", "text", (column) => column.notNull().unique())
    .addColumn("received_at", "text", (column) => column.notNull())
    .addColumn("from", "text", (column) => column.notNull())
    .addColumn("to", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("bytes", "integer", (column) => column.notNull())
    .addColumn("raw", sql.raw(octets))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("outcome", "text", (column) => column.notNull())
    .addColumn("reason", "text")
    .addColumn("trust", "text")
    .addColumn("words", "text")
    .addColumn("reply", "text")
    .addColumn("sequence", "integer")
    .addColumn("stamp", "text")
    .addColumn("invitation_id", "text", (column) =>
      column.references("invitation.id").onDelete("cascade"),
    )
    .addColumn("mail_id", "text", (column) => column.references("mail.id").onDelete("set null"))
    .addColumn("journalist_id", "text", (column) =>
      column.references("journalist.id").onDelete("cascade"),
    )
    .addColumn("settled_at", "text")
    .addColumn("settled_by", "text")
    .addColumn("settled_by_name", "text")
    .addColumn("settled_as", "text")
    .addColumn("settle_reason", "text")
    .execute();
  for (const column of ["invitation_id", "mail_id", "journalist_id"])
    await db.schema
      .createIndex(`inbound_mail_by_${column}`)
      .on("inbound_mail")
      .column(column)
      .execute();
  // What a person must look at is found at one end of an index, however much came in over the years.
  await db.schema
    .createIndex("inbound_mail_open")
    .on("inbound_mail")
    .column("received_at")
    .where(sql.ref("settled_at"), "is", null)
    .execute();
  await db.schema
    .createIndex("inbound_mail_by_received_at")
    .on("inbound_mail")
    .column("received_at")
    .execute();
}
