import { type Kysely, PostgresAdapter, sql } from "kysely";

type Column = [type: "text" | "integer", needed?: "needed" | number];
const text: Column = ["text", "needed"];
const maybe: Column = ["text"];

const REFERENCES: Record<string, string> = {
  agency_id: "agency.id",
  query_id: "query.id",
  line_id: "line_to_take.id",
  answer_id: "query_answer.id",
  forwarded_from_id: "query.id",
};

/** The desk of press queries: who works on one, what was drafted and said, what units were asked, what may be said again. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await extend(db, "query", {
    token: maybe, // the key of the asker's own page
    arrived_at: maybe,
    forwarded_from_id: maybe,
    forwarded_to: maybe,
    foreign_press: ["integer", 0],
    concluded_at: maybe,
    held_at: maybe,
    promised_at: maybe,
    unit: maybe,
    owner_id: maybe,
    opens_at: maybe,
    kept_back_at: maybe,
    kept_back_reason: maybe,
    message_id: maybe,
    lock_by: maybe,
    lock_name: maybe,
    lock_until: maybe,
  });
  for (const column of ["token", "message_id"])
    await db.schema
      .createIndex(`query_${column}`)
      .on("query")
      .column(column)
      .unique()
      .where(column, "is not", null)
      .execute();
  await db.schema
    .createIndex("query_by_opens_at")
    .on("query")
    .column("opens_at")
    .where("opens_at", "is not", null)
    .execute();

  await db.schema
    .createTable("query_counter")
    .addColumn("agency_id", "text", (c) => c.notNull().references("agency.id"))
    .addColumn("year", "integer", (c) => c.notNull())
    .addColumn("last", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("query_counter_key", ["agency_id", "year"])
    .execute();

  await create(db, "query_request", {
    agency_id: text,
    token: text,
    kind: text,
    asker_name: text,
    asker_position: maybe,
    asker_email: text,
    asker_phone: maybe,
    outlet_name: maybe,
    foreign_press: ["integer", 0],
    name_withheld: ["integer", 1],
    reference: maybe,
    title: text,
    text,
    language: text,
    asked_at: text,
    expires_at: text,
    confirmed_at: maybe,
    query_id: maybe,
  });
  await create(db, "query_promise", {
    query_id: text,
    due_at: text,
    reason: text,
    made_at: text,
    made_by: text,
    by_name: text,
  });
  await create(db, "query_task", {
    query_id: text,
    agency_id: maybe,
    unit: text,
    email: maybe,
    token: text,
    request: text,
    due_at: text,
    asked_at: text,
    asked_by: text,
    answer: maybe,
    answered_at: maybe,
    answered_by: maybe,
    cancelled_at: maybe,
  });
  await create(db, "query_draft", {
    query_id: text,
    version: ["integer", "needed"],
    text,
    speaker_id: maybe,
    figures: text,
    saved_at: text,
    saved_by: text,
    by_name: text,
  });
  await create(db, "query_step", {
    query_id: text,
    version: ["integer", "needed"],
    place: ["integer", "needed"],
    role: text,
    person_id: text,
    name: text,
    asked_at: text,
    decision: maybe,
    note: maybe,
    decided_at: maybe,
    decided_by: maybe,
    decided_name: maybe,
  });
  await create(db, "query_answer", {
    query_id: text,
    kind: text,
    outcome: maybe,
    version: ["integer"],
    text,
    ground: maybe,
    legal_ref: maybe,
    speaker_id: maybe,
    speaker_name: text,
    speaker_position: text,
    speaker_capacity: text,
    speaker_matter: maybe,
    next_at: maybe,
    sent_at: text,
    sent_by: text,
    confirmed_at: maybe,
    disputed_at: maybe,
    dispute: maybe,
  });
  await create(db, "line_to_take", {
    agency_id: text,
    topic: text,
    question: text,
    answer: text,
    folded: text,
    from_day: text,
    until_day: maybe,
    written_at: text,
    written_by: text,
    edition: ["integer", 0],
    archived_at: maybe,
  });
  await create(db, "figure", {
    agency_id: text,
    line_id: maybe,
    answer_id: maybe,
    name: text,
    folded: text,
    value: text,
    unit: text,
    day: text,
    source: text,
  });
  for (const [table, column] of [
    ["query_request", "token"],
    ["query_task", "token"],
  ] as const)
    await db.schema.createIndex(`${table}_${column}`).on(table).column(column).unique().execute();
  for (const table of ["query_promise", "query_task", "query_draft", "query_step", "query_answer"])
    await index(db, table, "query_id");
  await db.schema
    .createIndex("query_draft_version")
    .on("query_draft")
    .columns(["query_id", "version"])
    .unique()
    .execute();
  for (const [table, column] of [
    ["query_task", "agency_id"],
    ["line_to_take", "agency_id"],
    ["figure", "agency_id"],
    ["figure", "line_id"],
    ["figure", "answer_id"],
    ["query_request", "expires_at"],
  ] as const)
    await index(db, table, column);

  await extend(db, "mail", { query_id: maybe });
  await index(db, "mail", "query_id");
  await raiseRevision(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function create(db: Kysely<any>, table: string, columns: Record<string, Column>) {
  let creating = db.schema.createTable(table).addColumn("id", "text", (c) => c.primaryKey());
  for (const [name, [type, needed]] of Object.entries(columns))
    creating = creating.addColumn(name, type, (column) => {
      const target = REFERENCES[name];
      const kept = needed === undefined ? column : column.notNull();
      const filled = typeof needed === "number" ? kept.defaultTo(sql.lit(needed)) : kept;
      return target ? filled.references(target) : filled;
    });
  await creating.execute();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function extend(db: Kysely<any>, table: string, columns: Record<string, Column>) {
  for (const [name, [type, needed]] of Object.entries(columns))
    await db.schema
      .alterTable(table)
      .addColumn(name, type, (column) => {
        const target = REFERENCES[name];
        const filled =
          typeof needed === "number" ? column.notNull().defaultTo(sql.lit(needed)) : column;
        return target ? filled.references(target) : filled;
      })
      .execute();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, column: string) {
  await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}

/**
 * A query is on public pages from the moment it opens on: until it has one, nobody raises the revision by asking.
 * What is taken out of the books changes figures, and only an officer does so.
 */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseRevision(db: Kysely<any>) {
  const opens = sql`(new.opens_at is not null or old.opens_at is not null)`;
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await sql`create constraint trigger query_raises_revision after update on query
      deferrable initially deferred for each row when ${opens}
      execute function raise_revision()`.execute(db);
    await sql`create constraint trigger query_delete_raises_revision after delete on query
      deferrable initially deferred for each row execute function raise_revision()`.execute(db);
    return;
  }
  await sql`create trigger query_update_raises_revision after update on query when ${opens}
    begin update revision set number = number + 1; end`.execute(db);
  await sql`create trigger query_delete_raises_revision after delete on query
    begin update revision set number = number + 1; end`.execute(db);
}
