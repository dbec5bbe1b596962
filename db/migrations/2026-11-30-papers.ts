import type { Kysely } from "kysely";

/** The invitation as a paper of its own: what an officer says of it, the forms of agencies, and files of letters. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .createTable("enclosure")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("content", "text", (column) => column.notNull())
    .execute();
  await db.schema.alterTable("mail").addColumn("enclosures", "text").execute();
  await db.schema
    .createTable("meeting_paper")
    .addColumn("meeting_id", "text", (column) => column.primaryKey().references("meeting.id"))
    .addColumn("files", "text", (column) => column.notNull())
    .addColumn("number", "text")
    .addColumn("day", "text")
    .addColumn("addressees", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("composition", "text", (column) => column.notNull())
    .addColumn("register_by", "text")
    .addColumn("contact", "text", (column) => column.notNull())
    .addColumn("recipients", "text", (column) => column.notNull())
    .addColumn("signing", "text", (column) => column.notNull())
    .addColumn("office", "text", (column) => column.notNull())
    .addColumn("signer", "text", (column) => column.notNull())
    .addColumn("written_at", "text", (column) => column.notNull())
    .addColumn("written_by", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("agency_form")
    .addColumn("agency_id", "text", (column) => column.primaryKey().references("agency.id"))
    .addColumn("document_id", "text", (column) => column.notNull().references("document.id"))
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("added_by", "text", (column) => column.notNull())
    .execute();
}
