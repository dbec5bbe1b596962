import { type Kysely, sql } from "kysely";

/** What keeping the registry true looks up: changes by their moment, one letter for each question. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await index(db, "assignment", ["published_at"]);
  await indexOfFew(db, "assignment", "end_recorded_at");
  await indexOfFew(db, "assignment", "annulled_at");
  await indexOfFew(db, "assignment", "replaces_id");
  await index(db, "delegation", ["published_at"]);
  await indexOfFew(db, "delegation", "end_recorded_at");
  await indexOfFew(db, "delegation", "annulled_at");
  await indexOfFew(db, "delegation", "replaces_id");
  await index(db, "agency_name", ["recorded_at"]);
  await index(db, "agency_succession", ["recorded_at"]);
  await index(db, "confirmation", ["quarter"]);
  await indexOfFew(db, "contact_report", "decided_at");
  await index(db, "mail", ["agency_id"]);
  // The moment at which a planned last day is over in Viet Nam.
  await db.schema
    .createIndex("assignment_by_end_of_until_day")
    .on("assignment")
    .expression(sql`(until_day || 'T17:00:00.000Z')`)
    .execute();
  await db.schema
    .createIndex("mail_once_for_confirmation")
    .on("mail")
    .column("confirmation_id")
    .unique()
    .execute();
}

/** Most rows have none, and SQLite, which does not count, would look for those by it: they are left out. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function indexOfFew(db: Kysely<any>, table: string, column: string) {
  await db.schema
    .createIndex(`${table}_by_${column}`)
    .on(table)
    .column(column)
    .where(column, "is not", null)
    .execute();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, columns: string[]) {
  await db.schema
    .createIndex(`${table}_by_${columns.join("_")}`)
    .on(table)
    .columns(columns)
    .execute();
}
