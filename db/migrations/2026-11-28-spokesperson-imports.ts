import type { Kysely } from "kysely";

/** A delegation too may come out of a sheet, and go back with it. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema
    .alterTable("delegation")
    .addColumn("import_id", "text", (c) => c.references("spokesperson_import.id"))
    .execute();
  await db.schema
    .createIndex("delegation_by_import_id")
    .on("delegation")
    .columns(["import_id"])
    .execute();
  // Whoever made room for somebody comes back when that is undone.
  await db.schema
    .createIndex("assignment_by_superseded_by")
    .on("assignment")
    .columns(["superseded_by"])
    .where("superseded_by", "is not", null)
    .execute();
}
