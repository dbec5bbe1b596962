import type { ColumnDataType, Kysely } from "kysely";

/** A meeting's whole life: fixed, put off, moved; the room; whose version an officer has seen; the series it is of. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const add = (table: string, column: string, type: ColumnDataType = "text") =>
    db.schema.alterTable(table).addColumn(column, type).execute();

  await add("meeting", "scheduled_at");
  await add("meeting", "postponed_at");
  await add("meeting", "postpone_reason");
  await add("meeting", "rescheduled_at");
  await add("meeting", "reschedule_reason");
  await add("meeting", "rescheduled_from");
  await add("meeting", "venue_capacity", "integer");
  await add("meeting", "map_url");
  await add("meeting", "access_notes");
  await db.schema
    .alterTable("meeting")
    .addColumn("edition", "integer", (column) => column.notNull().defaultTo(0))
    .execute();

  await db.schema
    .createTable("meeting_series")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("agency_id", "text", (column) => column.notNull().references("agency.id"))
    .addColumn("rule", "text", (column) => column.notNull())
    .addColumn("created_at", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.notNull())
    .execute();
  await db.schema
    .alterTable("meeting")
    .addColumn("series_id", "text", (column) => column.references("meeting_series.id"))
    .execute();
  await add("meeting", "series_day");
  await db.schema
    .createIndex("meeting_by_series_id_series_day")
    .on("meeting")
    .columns(["series_id", "series_day"])
    .where("series_id", "is not", null)
    .execute();
}
