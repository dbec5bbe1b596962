import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter, sql } from "kysely";

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
const key: Column = (c) => c.primaryKey();
const needed: Column = (c) => c.notNull();
const neededTo =
  (target: string): Column =>
  (c) =>
    c.notNull().references(target);

/** What reports are made of beside what is there already; and what is left of guests once their names are let go. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const create = (name: string, columns: Record<string, Column | null>) =>
    Object.entries(columns).reduce(
      (table, [column, build]) => table.addColumn(column as never, "text", build ?? undefined),
      db.schema.createTable(name),
    );

  await create("appearance", {
    id: key,
    agency_id: neededTo("agency.id"),
    day: needed,
    host: needed,
    told: needed,
    meeting_id: (c) => c.references("meeting.id"),
    recorded_at: needed,
    recorded_by: needed,
    removed_at: null,
    removed_by: null,
  }).execute();
  // Once for each meeting of a host; what was taken back leaves room for another entry.
  await db.schema
    .createIndex("appearance_once")
    .unique()
    .on("appearance")
    .columns(["agency_id", "day", "host"])
    .where(sql.ref("removed_at"), "is", null)
    .execute();

  await create("annual_report", {
    id: key,
    agency_id: neededTo("agency.id"),
    from_day: null,
    from_note: null,
    opened_at: needed,
    opened_by: needed,
  })
    .addColumn("year", "integer", needed)
    .addColumn("edition", "integer", (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint("annual_report_once", ["agency_id", "year"] as never)
    .execute();

  await create("annual_report_text", {
    report_id: neededTo("annual_report.id"),
    difficulties: needed,
    proposals: needed,
    written_at: needed,
    written_by: needed,
    written_by_name: needed,
  })
    .addColumn("edition", "integer", needed)
    .addPrimaryKeyConstraint("annual_report_text_once", ["report_id", "edition"] as never)
    .execute();

  await create("annual_report_sending", {
    id: key,
    report_id: neededTo("annual_report.id"),
    number: needed,
    day: needed,
    signer: needed,
    office: needed,
    sent_at: needed,
    file_id: (c) => c.references("document.id"),
    reason: null,
    snapshot: needed,
    sha256: needed,
    recorded_at: needed,
    recorded_by: needed,
    recorded_by_name: needed,
  })
    .addColumn("version", "integer", needed)
    .addUniqueConstraint("annual_report_version_once", ["report_id", "version"] as never)
    .execute();

  await create("guest_tally", { meeting_id: neededTo("meeting.id"), outlet_name: needed })
    .addColumn("invited", "integer", needed)
    .addColumn("coming", "integer", needed)
    .addColumn("substitutes", "integer", needed)
    .addColumn("tentative", "integer", needed)
    .addColumn("declined", "integer", needed)
    .addColumn("people", "integer", needed)
    .addColumn("online", "integer", needed)
    .addColumn("came", "integer", needed)
    .addColumn("walk_ins", "integer", needed)
    .addPrimaryKeyConstraint("guest_tally_once", ["meeting_id", "outlet_name"] as never)
    .execute();

  // One a day by itself: the first of several workers has it.
  await create("retention_run", {
    id: key,
    day: (c) => c.unique(),
    began_at: needed,
    ended_at: null,
    by: needed,
    by_name: needed,
    removed: null,
  }).execute();

  for (const [table, column] of [
    ["meeting", "starts_at"],
    ["incident", "received_at"],
    ["correction_case", "found_at"],
    ["statement", "incident_id"],
    ["promise", "promised_at"],
  ] as const)
    await db.schema
      .createIndex(`reports_${table}_by_${column}`)
      .ifNotExists()
      .on(table)
      .column(column)
      .execute();

  if (db.getExecutor().adapter instanceof PostgresAdapter) await raiseOnPostgres(db);
  else await raiseOnSqlite(db);
}

/**
 * Openness figures are as of the end of yesterday, so what a stranger sends or confirms today changes no public page.
 * What an officer types in of a former day does, and what is taken out of the books.
 */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnSqlite(db: Kysely<any>) {
  await sql`create trigger query_insert_raises_revision after insert on query
    when new.received_by is not null
    begin update revision set number = number + 1; end`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnPostgres(db: Kysely<any>) {
  await sql`create constraint trigger query_insert_raises_revision after insert on query
    deferrable initially deferred for each row when (new.received_by is not null)
    execute function raise_revision()`.execute(db);
}
