import { type ColumnDefinitionBuilder, type Kysely, PostgresAdapter, sql } from "kysely";

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
const key: Column = (c) => c.primaryKey();
const needed: Column = (c) => c.notNull();
const to =
  (target: string): Column =>
  (c) =>
    c.references(target);
const neededTo =
  (target: string): Column =>
  (c) =>
    c.notNull().references(target);

/** What a meeting is made of and what is left of it: its programme, those who speak, its files, its minutes, its echo. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const create = (name: string, columns: Record<string, Column | null>) =>
    Object.entries(columns).reduce(
      (table, [column, build]) => table.addColumn(column as never, "text", build ?? undefined),
      db.schema.createTable(name),
    );

  await create("agenda_item", {
    id: key,
    meeting_id: neededTo("meeting.id"),
    title: needed,
    speaker: null,
  })
    .addColumn("place", "integer", needed)
    .addColumn("minutes", "integer", needed)
    .execute();
  await index(db, "agenda_item", "meeting_id");

  await create("meeting_speaker", {
    id: key,
    meeting_id: neededTo("meeting.id"),
    person_id: to("person.id"),
    name: needed,
    position: needed,
    capacity: needed,
    added_at: needed,
    added_by: needed,
  })
    .addUniqueConstraint("meeting_speaker_once", ["meeting_id", "person_id"] as never)
    .execute();
  await index(db, "meeting_speaker", "person_id");

  await create("meeting_file", {
    id: key,
    meeting_id: neededTo("meeting.id"),
    kind: needed,
    title: needed,
    language: needed,
    audience: needed,
    opens_at: null,
    added_at: needed,
    added_by: needed,
    withdrawn_at: null,
    withdrawn_by: null,
    withdraw_reason: null,
  }).execute();
  await index(db, "meeting_file", "meeting_id");
  await db.schema
    .createIndex("meeting_file_by_opens_at")
    .on("meeting_file")
    .column("opens_at")
    .where("opens_at", "is not", null)
    .execute();
  await create("meeting_file_version", {
    file_id: neededTo("meeting_file.id"),
    document_id: neededTo("document.id"),
    added_at: needed,
    added_by: needed,
  })
    .addColumn("version", "integer", needed)
    .addPrimaryKeyConstraint("meeting_file_version_key", ["file_id", "version"] as never)
    .execute();
  await index(db, "meeting_file_version", "document_id");

  await create("meeting_minutes", {
    meeting_id: neededTo("meeting.id"),
    text: needed,
    written_at: needed,
    written_by: needed,
    published_at: null,
    published_by: null,
  })
    .addColumn("version", "integer", needed)
    .addPrimaryKeyConstraint("meeting_minutes_key", ["meeting_id", "version"] as never)
    .execute();

  await create("meeting_link", {
    id: key,
    meeting_id: neededTo("meeting.id"),
    kind: needed,
    url: needed,
    title: needed,
    outlet: null,
    day: null,
    added_at: needed,
    added_by: needed,
    removed_at: null,
    removed_by: null,
  }).execute();
  await index(db, "meeting_link", "meeting_id");

  for (const table of SHOWN) await raise(db, table);
}

/** Tables that public pages are written from. */
const SHOWN = [
  "agenda_item",
  "meeting_speaker",
  "meeting_file",
  "meeting_file_version",
  "meeting_minutes",
  "meeting_link",
];

// biome-ignore lint/suspicious/noExplicitAny: as above
async function raise(db: Kysely<any>, table: string) {
  if (db.getExecutor().adapter instanceof PostgresAdapter)
    return sql`create constraint trigger ${sql.ref(`${table}_raises_revision`)}
      after insert or update or delete on ${sql.ref(table)}
      deferrable initially deferred for each row execute function raise_revision()`.execute(db);
  for (const change of ["insert", "update", "delete"])
    await sql`create trigger ${sql.ref(`${table}_${change}_raises_revision`)}
      after ${sql.raw(change)} on ${sql.ref(table)}
      begin update revision set number = number + 1; end`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, column: string) {
  await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}
