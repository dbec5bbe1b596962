import type { Kysely } from "kysely";

/** The notice of a press conference (Decree 237/2026, art. 22), and why invitations went before it was due. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .createTable("meeting_notice")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("meeting_id", "text", (column) => column.notNull().references("meeting.id"))
    .addColumn("number", "text")
    .addColumn("day", "text")
    .addColumn("recipient", "text", (column) => column.notNull())
    .addColumn("signer", "text")
    .addColumn("grounds", "text", (column) => column.notNull())
    .addColumn("outlets", "text", (column) => column.notNull())
    .addColumn("content", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("chair", "text", (column) => column.notNull())
    .addColumn("starts_at", "text", (column) => column.notNull())
    .addColumn("ends_at", "text", (column) => column.notNull())
    .addColumn("drafted_at", "text", (column) => column.notNull())
    .addColumn("drafted_by", "text", (column) => column.notNull())
    .addColumn("sent_at", "text")
    .addColumn("sent_by", "text")
    .addColumn("sent_how", "text")
    .addColumn("file_id", "text", (column) => column.references("document.id"))
    .addColumn("forbidden_at", "text")
    .addColumn("forbidden_by", "text")
    .addColumn("forbid_no", "text")
    .addColumn("forbid_reason", "text")
    .execute();
  await db.schema
    .createIndex("meeting_notice_by_meeting_id")
    .on("meeting_notice")
    .column("meeting_id")
    .execute();
  for (const column of ["notice_waived_at", "notice_waived_by", "notice_waiver"])
    await db.schema.alterTable("meeting").addColumn(column, "text").execute();
}
