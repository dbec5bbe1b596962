import { type Kysely, PostgresAdapter, sql } from "kysely";

/** Statements of every kind: formatted text, schedule, languages, files, sign-offs, receipts, and our own corrections. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .alterTable("statement")
    .addColumn("body", "text", (column) => column.notNull().defaultTo(""))
    .execute();
  for (const column of ["translation_of_id", "corrects_id"]) {
    await db.schema
      .alterTable("statement")
      .addColumn(column, "text", (added) => added.references("statement.id"))
      .execute();
    await index(db, "statement", column);
  }
  for (const column of [
    ...["correction_reason", "scheduled_at", "scheduled_by", "scheduled_by_name", "scheduled_to"],
    ...["schedule_problem", "retracted_at", "retracted_by", "retract_reason", "retract_approver"],
  ])
    await db.schema.alterTable("statement").addColumn(column, "text").execute();
  await index(db, "statement", "scheduled_at");
  await index(db, "statement", "retracted_at");

  await db.schema
    .createTable("statement_file")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("statement_id", "text", (column) => column.notNull().references("statement.id"))
    .addColumn("document_id", "text", (column) => column.notNull().references("document.id"))
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("is_translation", "integer", (column) => column.notNull())
    .addColumn("added_at", "text", (column) => column.notNull())
    .addColumn("added_by", "text", (column) => column.notNull())
    .execute();
  await index(db, "statement_file", "statement_id");

  await db.schema
    .createTable("statement_sign_off")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("statement_id", "text", (column) => column.notNull().references("statement.id"))
    .addColumn("agency_id", "text", (column) => column.notNull().references("agency.id"))
    .addColumn("asked_at", "text", (column) => column.notNull())
    .addColumn("asked_by", "text", (column) => column.notNull())
    .addColumn("edition", "integer")
    .addColumn("signer", "text")
    .addColumn("objection", "text")
    .addColumn("answered_at", "text")
    .addColumn("answered_by", "text")
    .execute();
  await db.schema
    .createIndex("statement_sign_off_once")
    .on("statement_sign_off")
    .columns(["statement_id", "agency_id"])
    .unique()
    .execute();
  await index(db, "statement_sign_off", "agency_id");

  await db.schema
    .createTable("receipt_key")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("pem", "text", (column) => column.notNull())
    .addColumn("first_used_at", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .createTable("statement_receipt")
    .addColumn("statement_id", "text", (column) => column.primaryKey().references("statement.id"))
    .addColumn("content", "text", (column) => column.notNull())
    .addColumn("sha256", "text", (column) => column.notNull())
    .addColumn("key_id", "text", (column) => column.notNull().references("receipt_key.id"))
    .addColumn("signature", "text", (column) => column.notNull())
    .addColumn("signed_at", "text", (column) => column.notNull())
    .execute();
  await index(db, "statement_receipt", "sha256");
  for (const table of ["statement_file", "statement_sign_off", "statement_receipt"])
    await raiseRevision(db, table);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, column: string) {
  await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}

/** Public pages are written from it. */
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
