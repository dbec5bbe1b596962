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

/** The registry whole: law as data, decisions with their papers, agencies' lives, what keeps entries true. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const create = (name: string, columns: Record<string, Column | null>) =>
    Object.entries(columns).reduce(
      (table, [column, build]) => table.addColumn(column as never, "text", build ?? undefined),
      db.schema.createTable(name),
    );
  // One column at a time: SQLite adds no more in a statement.
  const add = async (table: string, columns: Record<string, Column | null>) => {
    for (const [column, build] of Object.entries(columns))
      await db.schema
        .alterTable(table)
        .addColumn(column, "text", build ?? undefined)
        .execute();
  };

  await create("document", {
    id: key,
    agency_id: neededTo("agency.id"),
    sha256: needed,
    name: needed,
    type: needed,
    uploaded_at: needed,
    uploaded_by: needed,
  })
    .addColumn("bytes", "integer", needed)
    .execute();

  await create("policy", {
    id: key,
    key: needed,
    value: needed,
    unit: needed,
    clock: null,
    scope: needed,
    province_id: to("area.id"),
    agency_id: to("agency.id"),
    from_day: needed,
    until_day: null,
    legal_ref: needed,
    reason: null,
    verified_by: null,
    verified_day: null,
    recorded_at: needed,
    recorded_by: needed,
  })
    .addColumn("statutory", "integer", needed)
    .execute();
  await index(db, "policy", ["key"]);

  await create("holiday", {
    day: key,
    kind: needed,
    name: needed,
    basis: needed,
    recorded_at: needed,
    recorded_by: needed,
  }).execute();

  await create("spokesperson_import", {
    id: key,
    file_name: needed,
    imported_at: needed,
    imported_by: needed,
    undone_at: null,
    undone_by: null,
  })
    .addColumn("rows", "integer", needed)
    .execute();

  await add("assignment", {
    decision_at: null,
    decision_signer: null,
    decision_file_id: to("document.id"),
    beside_reason: null,
    published_at: null,
    published_by: null,
    superseded_by: to("assignment.id"),
    end_kind: null,
    end_decision_day: null,
    end_signer: null,
    end_file_id: to("document.id"),
    annulled_at: null,
    annulled_by: null,
    annul_reason: null,
    replaces_id: to("assignment.id"),
    import_id: to("spokesperson_import.id"),
  });
  await add("delegation", {
    document_signer: null,
    document_file_id: to("document.id"),
    published_at: null,
    published_by: null,
    end_document_no: null,
    annulled_at: null,
    annulled_by: null,
    annul_reason: null,
    replaces_id: to("delegation.id"),
  });
  // What was entered so far was on the public page at once.
  for (const table of ["assignment", "delegation"])
    await db
      .updateTable(table)
      .set((eb) => ({ published_at: eb.ref("recorded_at"), published_by: eb.ref("recorded_by") }))
      .execute();
  await index(db, "assignment", ["person_id"]);
  await index(db, "assignment", ["import_id"]);
  await index(db, "delegation", ["from_at"]);
  await index(db, "delegation", ["until_at"]);

  await create("delegation_draft", {
    id: key,
    agency_id: neededTo("agency.id"),
    asked_by_id: to("assignment.id"),
    ask_reason: null,
    name: null,
    position: null,
    phone: null,
    email: null,
    matter: null,
    from_at: null,
    until_at: null,
    document_no: null,
    document_day: null,
    document_signer: null,
    document_file_id: to("document.id"),
    created_at: needed,
    created_by: needed,
    closed_at: null,
    closed_by: null,
    delegation_id: to("delegation.id"),
  }).execute();
  await index(db, "delegation_draft", ["agency_id"]);

  await add("agency", {
    symbol: null,
    under_id: to("agency.id"),
    from_day: null,
    until_day: null,
  });
  await create("agency_name", {
    id: key,
    agency_id: neededTo("agency.id"),
    name: needed,
    name_en: needed,
    until_day: needed,
    basis: needed,
    recorded_at: needed,
    recorded_by: needed,
  }).execute();
  await index(db, "agency_name", ["agency_id"]);
  await create("agency_succession", {
    former_id: neededTo("agency.id"),
    successor_id: neededTo("agency.id"),
    day: needed,
    basis: needed,
    recorded_at: needed,
    recorded_by: needed,
  })
    .addPrimaryKeyConstraint("agency_succession_key", ["former_id", "successor_id"] as never)
    .execute();
  await index(db, "agency_succession", ["successor_id"]);
  await create("channel", {
    id: key,
    agency_id: neededTo("agency.id"),
    kind: needed,
    url: needed,
    name: needed,
    added_at: needed,
    added_by: needed,
    removed_at: null,
    removed_by: null,
  }).execute();
  await index(db, "channel", ["agency_id"]);
  await create("regulation", {
    id: key,
    agency_id: neededTo("agency.id"),
    number: needed,
    day: needed,
    file_id: to("document.id"),
    recorded_at: needed,
    recorded_by: needed,
    ended_at: null,
  }).execute();
  await index(db, "regulation", ["agency_id"]);
  await create("training", {
    id: key,
    agency_id: neededTo("agency.id"),
    person_id: neededTo("person.id"),
    course: needed,
    day: needed,
    certificate: null,
    recorded_at: needed,
    recorded_by: needed,
    removed_at: null,
  })
    .addColumn("hours", "integer", needed)
    .execute();
  await index(db, "training", ["agency_id"]);

  await create("confirmation", {
    id: key,
    agency_id: neededTo("agency.id"),
    assignment_id: neededTo("assignment.id"),
    quarter: needed,
    token: (c) => c.notNull().unique(),
    asked_at: needed,
    confirmed_at: null,
    confirmed_by: null,
    bounced_at: null,
    bounce: null,
  })
    .addUniqueConstraint("confirmation_once", ["assignment_id", "quarter"] as never)
    .execute();
  await index(db, "confirmation", ["agency_id"]);
  await create("contact_report", {
    id: key,
    agency_id: neededTo("agency.id"),
    assignment_id: to("assignment.id"),
    delegation_id: to("delegation.id"),
    field: needed,
    proposal: needed,
    note: needed,
    reporter_email: null,
    language: needed,
    reported_at: needed,
    decision: null,
    answer: null,
    decided_at: null,
    decided_by: null,
  }).execute();
  await index(db, "contact_report", ["agency_id"]);

  await add("mail", { agency_id: to("agency.id"), confirmation_id: to("confirmation.id") });
  await index(db, "mail", ["confirmation_id"]);

  await db.schema
    .createTable("revision")
    .addColumn("id", "integer", (c) => c.primaryKey())
    .addColumn("number", "integer", needed)
    .execute();
  await db.insertInto("revision").values({ id: 1, number: 1 }).execute();
  if (db.getExecutor().adapter instanceof PostgresAdapter) await raiseOnPostgres(db);
  else await raiseOnSqlite(db);
}

/** Tables that public pages are written from. The map and the demo's mark tell of themselves by a setting. */
const SHOWN = [
  "agency",
  "agency_name",
  "agency_succession",
  "assignment",
  "channel",
  "confirmation",
  "delegation",
  "document",
  "meeting",
  "person",
  "policy",
  "holiday",
  "regulation",
  "setting",
  "training",
];

// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnSqlite(db: Kysely<any>) {
  for (const table of SHOWN)
    for (const change of ["insert", "update", "delete"])
      await sql`create trigger ${sql.ref(`${table}_${change}_raises_revision`)}
        after ${sql.raw(change)} on ${sql.ref(table)}
        begin update revision set number = number + 1; end`.execute(db);
}

/**
 * Deferred to the commit, once a transaction: taken any earlier, the lock on the one row would make
 * writers wait for one another, and for ever when they do so crosswise.
 */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnPostgres(db: Kysely<any>) {
  await sql`create function raise_revision() returns trigger language plpgsql as $$
    begin
      if current_setting('phatngon.raised', true) is distinct from pg_current_xact_id()::text then
        perform set_config('phatngon.raised', pg_current_xact_id()::text, true);
        update revision set number = number + 1;
      end if;
      return null;
    end $$`.execute(db);
  for (const table of SHOWN)
    await sql`create constraint trigger ${sql.ref(`${table}_raises_revision`)}
      after insert or update or delete on ${sql.ref(table)}
      deferrable initially deferred for each row execute function raise_revision()`.execute(db);
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, columns: string[]) {
  await db.schema
    .createIndex(`${table}_by_${columns.join("_")}`)
    .on(table)
    .columns(columns)
    .execute();
}
