import { type Kysely, PostgresAdapter, sql } from "kysely";

/** Incidents with their clock, what is said about them and to whom it went, and what is prepared before any happens. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .createTable("scenario")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("agency_id", "text", (column) => column.notNull().references("agency.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("level", "text")
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("known", "text", (column) => column.notNull())
    .addColumn("unknown", "text", (column) => column.notNull())
    .addColumn("doing", "text", (column) => column.notNull())
    .addColumn("questions", "text", (column) => column.notNull())
    .addColumn("speaks", "text", (column) => column.notNull())
    .addColumn("written_at", "text", (column) => column.notNull())
    .addColumn("written_by", "text", (column) => column.notNull())
    .addColumn("archived_at", "text")
    .addColumn("archived_by", "text")
    .execute();
  await index(db, "scenario", "agency_id");

  await db.schema
    .createTable("incident")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("agency_id", "text", (column) => column.notNull().references("agency.id"))
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("known", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("level", "text", (column) => column.notNull())
    .addColumn("clause", "text", (column) => column.notNull())
    .addColumn("occurred_at", "text")
    .addColumn("received_at", "text")
    .addColumn("determined_at", "text")
    .addColumn("lead_body", "text")
    .addColumn("outlet", "text")
    .addColumn("note", "text")
    .addColumn("opened_at", "text", (column) => column.notNull())
    .addColumn("opened_by", "text", (column) => column.notNull())
    .addColumn("closed_at", "text")
    .addColumn("closed_by", "text")
    .addColumn("close_reason", "text")
    .execute();
  await index(db, "incident", "agency_id");
  await db.schema
    .alterTable("meeting")
    .addColumn("incident_id", "text", (column) => column.references("incident.id"))
    .execute();
  await index(db, "meeting", "incident_id");

  await db.schema
    .createTable("statement")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("agency_id", "text", (column) => column.notNull().references("agency.id"))
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("incident_id", "text", (column) => column.references("incident.id"))
    .addColumn("meeting_id", "text", (column) => column.references("meeting.id"))
    .addColumn("follows_id", "text", (column) => column.references("statement.id"))
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("known", "text", (column) => column.notNull())
    .addColumn("unknown", "text", (column) => column.notNull())
    .addColumn("doing", "text", (column) => column.notNull())
    .addColumn("next_update_at", "text")
    .addColumn("speaker_id", "text", (column) => column.references("person.id"))
    .addColumn("speaker_name", "text", (column) => column.notNull())
    .addColumn("speaker_position", "text", (column) => column.notNull())
    .addColumn("speaker_capacity", "text", (column) => column.notNull())
    .addColumn("speaker_matter", "text")
    .addColumn("drafted_at", "text", (column) => column.notNull())
    .addColumn("drafted_by", "text", (column) => column.notNull())
    .addColumn("edition", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("approved_at", "text")
    .addColumn("approved_by", "text")
    .addColumn("approver", "text")
    .addColumn("agreed_with", "text")
    .addColumn("published_at", "text")
    .addColumn("published_by", "text")
    .addColumn("due_at", "text")
    .addColumn("on_time", "integer")
    .addColumn("withdrawn_at", "text")
    .addColumn("withdrawn_by", "text")
    .execute();
  for (const column of ["agency_id", "incident_id", "follows_id", "published_at"])
    await index(db, "statement", column);

  await db.schema
    .createTable("statement_copy")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("statement_id", "text", (column) => column.notNull().references("statement.id"))
    .addColumn("journalist_id", "text", (column) => column.references("journalist.id"))
    .addColumn("outlet_id", "text", (column) => column.references("outlet.id"))
    .addColumn("outlet_name", "text")
    .execute();
  await db.schema
    .createIndex("statement_copy_once")
    .on("statement_copy")
    .columns(["statement_id", "journalist_id"])
    .unique()
    .execute();
  await index(db, "statement_copy", "journalist_id");
  await db.schema
    .alterTable("mail")
    .addColumn("statement_copy_id", "text", (column) => column.references("statement_copy.id"))
    .execute();
  await index(db, "mail", "statement_copy_id");

  await raiseRevision(db, "statement");
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, column: string) {
  await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}

/** Public pages are written from it (a copy is never written without its statement). */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseRevision(db: Kysely<any>, table: string) {
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    await sql`create constraint trigger ${sql.ref(`${table}_raises_revision`)}
      after insert or update or delete on ${sql.ref(table)}
      deferrable initially deferred for each row execute function raise_revision()`.execute(db);
  else
    for (const change of ["insert", "update", "delete"])
      await sql`create trigger ${sql.ref(`${table}_${change}_raises_revision`)}
        after ${sql.raw(change)} on ${sql.ref(table)}
        begin update revision set number = number + 1; end`.execute(db);
}
