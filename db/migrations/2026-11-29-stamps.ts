import { type Kysely, sql } from "kysely";

/**
 * One row says when the public list was last written to; whoever writes holds it until they are done, so that the
 * moments of changes come in the order in which others get to see them. A closed agency keeps its paper itself,
 * whether others go on with its work or not; a second delegation for a matter says why it is intended.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .createTable("change_stamp")
    .addColumn("at", "text", (column) => column.notNull())
    .execute();
  await db.insertInto("change_stamp").values({ at: "" }).execute();
  for (const column of ["closing_basis", "closing_file_id", "closing_recorded_at"])
    await db.schema.alterTable("agency").addColumn(column, "text").execute();
  await db.schema
    .createIndex("agency_by_closing_recorded_at")
    .on("agency")
    .column("closing_recorded_at")
    .where("closing_recorded_at", "is not", null)
    .execute();
  await db.schema.alterTable("delegation").addColumn("beside_reason", "text").execute();
  await db.schema.alterTable("delegation_draft").addColumn("beside_reason", "text").execute();
  // What was closed before has its paper in the successions.
  await sql`update agency set
    closing_basis = (select min(basis) from agency_succession where former_id = agency.id),
    closing_recorded_at = (select min(recorded_at) from agency_succession where former_id = agency.id)
    where id in (select former_id from agency_succession)`.execute(db);
}
