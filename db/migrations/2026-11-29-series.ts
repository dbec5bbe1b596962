import { type Kysely, PostgresAdapter, sql } from "kysely";

/**
 * What an occurrence of a series has of its own; a number that rises with whatever the public's calendars show,
 * and with nothing else; and the secret addresses under which journalists keep their own invitations.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema.alterTable("meeting").addColumn("own_details", "text").execute();

  await db.schema
    .createTable("journalist_calendar")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("journalist_id", "text", (column) =>
      column.notNull().references("journalist.id").onDelete("cascade"),
    )
    .addColumn("token", "text", (column) => column.notNull().unique())
    .addColumn("opened_at", "text", (column) => column.notNull())
    .addColumn("closed_at", "text")
    .execute();
  // One that is open for each journalist, whoever asks twice at once.
  await db.schema
    .createIndex("journalist_calendar_open")
    .unique()
    .on("journalist_calendar")
    .column("journalist_id")
    .where(sql`closed_at`, "is", null)
    .execute();

  await db.schema
    .createTable("meeting_revision")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("number", "integer", (column) => column.notNull())
    .execute();
  await db.insertInto("meeting_revision").values({ id: 1, number: 1 }).execute();
  if (db.getExecutor().adapter instanceof PostgresAdapter) await raiseOnPostgres(db);
  else await raiseOnSqlite(db);
}

/** By table, the columns that a public calendar is written from. A lock or an answer touches none of them. */
const SHOWN: Record<string, string[]> = {
  meeting: [
    ...["agency_id", "kind", "cadence", "subject", "description", "starts_at", "ends_at", "zone"],
    ...["venue", "online_url", "chair", "spokesperson_name", "spokesperson_position"],
    ...["edition", "announced_at", "postponed_at", "rescheduled_at", "held_at", "cancelled_at"],
    ...["postpone_reason", "cancel_reason", "series_id", "series_day"],
  ],
  meeting_series: ["rule"],
  agency: ["name", "name_en", "area_id", "kind"],
};
const CHANGES = Object.entries(SHOWN).flatMap(([table, columns]) => [
  { table, name: "insert", when: "insert" },
  { table, name: "update", when: `update of ${columns.join(", ")}` },
  { table, name: "delete", when: "delete" },
]);

// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnSqlite(db: Kysely<any>) {
  for (const { table, name, when } of CHANGES)
    await sql`create trigger ${sql.ref(`${table}_${name}_raises_meeting_revision`)}
      after ${sql.raw(when)} on ${sql.ref(table)}
      begin update meeting_revision set number = number + 1; end`.execute(db);
  // A series is shown by its rule: the pages of the public are written anew with it.
  for (const change of ["insert", "update", "delete"])
    await sql`create trigger ${sql.ref(`meeting_series_${change}_raises_revision`)}
      after ${sql.raw(change)} on meeting_series
      begin update revision set number = number + 1; end`.execute(db);
}

/** Once a transaction, at its commit, for the reasons of `raise_revision`. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseOnPostgres(db: Kysely<any>) {
  await sql`create function raise_meeting_revision() returns trigger language plpgsql as $$
    begin
      if current_setting('phatngon.meetings_raised', true)
        is distinct from pg_current_xact_id()::text then
        perform set_config('phatngon.meetings_raised', pg_current_xact_id()::text, true);
        update meeting_revision set number = number + 1;
      end if;
      return null;
    end $$`.execute(db);
  for (const { table, name, when } of CHANGES)
    await sql`create constraint trigger ${sql.ref(`${table}_${name}_raises_meeting_revision`)}
      after ${sql.raw(when)} on ${sql.ref(table)}
      deferrable initially deferred for each row execute function raise_meeting_revision()`.execute(
      db,
    );
  await sql`create constraint trigger meeting_series_raises_revision
    after insert or update or delete on meeting_series
    deferrable initially deferred for each row execute function raise_revision()`.execute(db);
}
