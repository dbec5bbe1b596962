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

/** The day of a meeting: who came, what was asked and in which order, what was promised to be answered. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const create = (name: string, columns: Record<string, Column | null>) =>
    Object.entries(columns).reduce(
      (table, [column, build]) => table.addColumn(column as never, "text", build ?? undefined),
      db.schema.createTable(name),
    );

  await create("attendance", {
    id: key,
    meeting_id: neededTo("meeting.id"),
    guest: needed,
    invitation_id: to("invitation.id"),
    name: null,
    outlet_name: null,
    email: null,
    paper: null,
    in_at: needed,
    in_by: needed,
    in_by_name: needed,
    said_at: null,
    undone_at: null,
    undone_by: null,
  }).execute();
  // Nobody is in twice, however many phones saw them; what was undone leaves room for another time.
  await db.schema
    .createIndex("attendance_once")
    .unique()
    .on("attendance")
    .columns(["meeting_id", "guest"])
    .where(sql.ref("undone_at"), "is", null)
    .execute();
  await index(db, "attendance", ["invitation_id"]);

  await create("question_order", {
    meeting_id: (c) => c.primaryKey().references("meeting.id"),
    rule: needed,
    seed: null,
    commitment: null,
    chosen_at: needed,
    chosen_by: needed,
  }).execute();

  await create("question", {
    id: key,
    meeting_id: neededTo("meeting.id"),
    invitation_id: to("invitation.id"),
    asker_name: null,
    outlet_name: null,
    text: needed,
    received_at: needed,
    received_by: null,
    asked_at: null,
    answered_at: null,
    open_at: null,
    withdrawn_at: null,
    answerer_id: to("person.id"),
    answerer_name: null,
    answerer_position: null,
    answerer_capacity: null,
    answer: null,
  })
    .addColumn("number", "integer", needed)
    .addColumn("remote", "integer", needed)
    .addColumn("name_agreed", "integer", needed)
    .addColumn("answer_public", "integer", (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint("question_numbered_once", ["meeting_id", "number"] as never)
    .execute();
  await index(db, "question", ["invitation_id"]);

  await create("promise", {
    id: key,
    question_id: (c) => c.notNull().unique().references("question.id"),
    agency_id: neededTo("agency.id"),
    owner: needed,
    promised_at: needed,
    promised_by: needed,
    due_at: needed,
    kept_at: null,
    kept_by: null,
    answer: null,
    answerer_id: to("person.id"),
    answerer_name: null,
    answerer_position: null,
    answerer_capacity: null,
  }).execute();
  await index(db, "promise", ["agency_id"]);
  // What is overdue next is found at one end of an index.
  await db.schema
    .createIndex("promise_by_due_at")
    .on("promise")
    .column("due_at")
    .where(sql.ref("kept_at"), "is", null)
    .execute();

  await db.schema.alterTable("mail").addColumn("promise_id", "text", to("promise.id")).execute();
  await index(db, "mail", ["promise_id"]);

  if (db.getExecutor().adapter instanceof PostgresAdapter) await raiseOnPostgres(db);
  else await raiseOnSqlite(db);
}

/**
 * A question is on public pages from when it was asked aloud, so strangers who send one raise nothing. Who
 * came is shown, as numbers, once a meeting was held: three hundred at the door raise nothing either.
 */
const SHOWN = {
  question: ["update"],
  question_order: ["insert", "update", "delete"],
  promise: ["insert", "update", "delete"],
} as const;

// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnSqlite(db: Kysely<any>) {
  for (const [table, changes] of Object.entries(SHOWN))
    for (const change of changes)
      await sql`create trigger ${sql.ref(`${table}_${change}_raises_revision`)}
        after ${sql.raw(change)} on ${sql.ref(table)}
        begin update revision set number = number + 1; end`.execute(db);
  for (const change of ["insert", "update"])
    await sql`create trigger ${sql.ref(`attendance_${change}_raises_revision`)}
      after ${sql.raw(change)} on attendance
      when exists (select 1 from meeting where id = new.meeting_id and held_at is not null)
      begin update revision set number = number + 1; end`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnPostgres(db: Kysely<any>) {
  for (const [table, changes] of Object.entries(SHOWN))
    await sql`create constraint trigger ${sql.ref(`${table}_raises_revision`)}
      after ${sql.raw(changes.join(" or "))} on ${sql.ref(table)}
      deferrable initially deferred for each row execute function raise_revision()`.execute(db);
  await sql`create function raise_revision_if_held() returns trigger language plpgsql as $$
    begin
      if exists (select 1 from meeting where id = new.meeting_id and held_at is not null)
        and current_setting('phatngon.raised', true) is distinct from pg_current_xact_id()::text then
        perform set_config('phatngon.raised', pg_current_xact_id()::text, true);
        update revision set number = number + 1;
      end if;
      return null;
    end $$`.execute(db);
  await sql`create constraint trigger attendance_raises_revision after insert or update on attendance
    deferrable initially deferred for each row execute function raise_revision_if_held()`.execute(
    db,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, columns: string[]) {
  await db.schema
    .createIndex(`${table}_by_${columns.join("_")}`)
    .on(table)
    .columns(columns)
    .execute();
}
