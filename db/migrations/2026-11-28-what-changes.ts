import { type Kysely, PostgresAdapter, sql } from "kysely";

/**
 * What changes by itself next is found at one end of an index. A reader's report is shown to the public
 * from the decision on it; until then it is nobody's page, and strangers cannot raise the revision by it.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  // Most have none: SQLite would look for those by it.
  await db.schema
    .createIndex("delegation_by_end_at")
    .on("delegation")
    .column("end_at")
    .where("end_at", "is not", null)
    .execute();
  await index(db, "meeting", "ends_at");
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    await sql`create constraint trigger contact_report_raises_revision after update on contact_report
      deferrable initially deferred for each row execute function raise_revision()`.execute(db);
  else
    await sql`create trigger contact_report_update_raises_revision after update on contact_report
      begin update revision set number = number + 1; end`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, column: string) {
  await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}
