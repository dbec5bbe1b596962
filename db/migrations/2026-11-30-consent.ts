import { type Kysely, sql } from "kysely";

/** Where consent was shown, who is in the books without it, and the addresses that get no letters. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema.alterTable("journalist").addColumn("consent_source", "text").execute();
  await db.schema.alterTable("journalist").addColumn("awaits_consent_since", "text").execute();

  await db.schema
    .createTable("suppression")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("province_id", "text", (c) => c.notNull().references("area.id"))
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("ground", "text", (c) => c.notNull())
    .addColumn("since", "text", (c) => c.notNull())
    .addColumn("by", "text", (c) => c.notNull())
    .addColumn("by_name", "text", (c) => c.notNull())
    .addColumn("lifted_at", "text")
    .addColumn("lifted_by", "text")
    .addColumn("lifted_by_name", "text")
    .addColumn("lifted_for", "text")
    .execute();
  // An address is kept from letters once, however often that is said.
  await db.schema
    .createIndex("suppression_once")
    .unique()
    .on("suppression")
    .columns(["province_id", "email"])
    .where(sql.ref("lifted_at"), "is", null)
    .execute();
  // Who unsubscribed before: the address stays kept from letters, also when its record is made anew.
  await sql`insert into suppression (id, province_id, email, ground, since, ${sql.ref("by")}, by_name)
    select 'journalist-' || id, province_id, email, 'unsubscribed_by_link', unsubscribed_at,
      'journalist:' || id, name from journalist where unsubscribed_at is not null`.execute(db);
}
