import { type Kysely, sql } from "kysely";

/** The journalists' own room: keys by mail, sessions, consents, accreditation, the foreign press, requests about data. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  for (const column of ["intro_letter_for", "erased_at"])
    await db.schema.alterTable("journalist").addColumn(column, "text").execute();

  const own = (table: string) =>
    db.schema
      .createTable(table)
      .addColumn("journalist_id", "text", (c) =>
        c.notNull().references("journalist.id").onDelete("cascade"),
      );

  await own("journalist_area")
    .addColumn("area_id", "text", (c) => c.notNull().references("area.id"))
    .addPrimaryKeyConstraint("journalist_area_once", ["journalist_id", "area_id"])
    .execute();

  await db.schema
    .createTable("portal_link")
    .addColumn("token_hash", "text", (c) => c.primaryKey())
    .addColumn("purpose", "text", (c) => c.notNull())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("from_email", "text")
    .addColumn("asked_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("used_at", "text")
    .execute();

  await db.schema
    .createTable("portal_session")
    .addColumn("token_hash", "text", (c) => c.primaryKey())
    .addColumn("email", "text", (c) => c.notNull())
    .addColumn("journalist_id", "text", (c) => c.references("journalist.id").onDelete("cascade"))
    .addColumn("began_at", "text", (c) => c.notNull())
    .addColumn("expires_at", "text", (c) => c.notNull())
    .addColumn("user_agent", "text", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("portal_session_by_email")
    .on("portal_session")
    .column("email")
    .execute();

  await own("consent_record")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("text_version", "text", (c) => c.notNull())
    .addColumn("channel", "text", (c) => c.notNull())
    .addColumn("given_at", "text", (c) => c.notNull())
    .addColumn("withdrawn_at", "text")
    .execute();

  await own("foreign_press")
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("paper_no", "text", (c) => c.notNull())
    .addColumn("paper_until_day", "text")
    .addColumn("told_at", "text", (c) => c.notNull())
    .addColumn("approval", "text")
    .addColumn("approval_no", "text")
    .addColumn("approval_day", "text")
    .addColumn("decided_at", "text")
    .addColumn("decided_by", "text")
    .addPrimaryKeyConstraint("foreign_press_once", ["journalist_id"])
    .execute();

  await own("accreditation")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("province_id", "text", (c) => c.notNull().references("area.id"))
    .addColumn("meeting_id", "text", (c) => c.references("meeting.id").onDelete("cascade"))
    .addColumn("purpose", "text", (c) => c.notNull())
    .addColumn("requested_at", "text", (c) => c.notNull())
    .addColumn("requested_by", "text")
    .addColumn("decision", "text")
    .addColumn("limits", "text")
    .addColumn("ground", "text")
    .addColumn("legal_ref", "text")
    .addColumn("ground_verified_by", "text")
    .addColumn("reason", "text")
    .addColumn("decided_at", "text")
    .addColumn("decided_by", "text")
    .addColumn("decided_by_name", "text")
    .addColumn("objected_at", "text")
    .addColumn("objection", "text")
    .addColumn("review", "text")
    .addColumn("review_text", "text")
    .addColumn("reviewed_at", "text")
    .addColumn("reviewed_by", "text")
    .addColumn("reviewed_by_name", "text")
    .execute();
  // Whoever asks twice at once has asked once.
  await db.schema
    .createIndex("accreditation_once_open")
    .unique()
    .on("accreditation")
    .expression(sql`journalist_id, coalesce(meeting_id, '')`)
    .where(sql.ref("decided_at"), "is", null)
    .execute();

  await own("data_request")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("province_id", "text", (c) => c.notNull().references("area.id"))
    .addColumn("kind", "text", (c) => c.notNull())
    .addColumn("text", "text", (c) => c.notNull())
    .addColumn("language", "text", (c) => c.notNull())
    .addColumn("asked_at", "text", (c) => c.notNull())
    .addColumn("outcome", "text")
    .addColumn("ground", "text")
    .addColumn("answer", "text")
    .addColumn("answered_at", "text")
    .addColumn("answered_by", "text")
    .addColumn("answered_by_name", "text")
    .addColumn("executed_at", "text")
    .addColumn("executed_by", "text")
    .execute();
  await db.schema
    .createIndex("data_request_once_open")
    .unique()
    .on("data_request")
    .columns(["journalist_id", "kind"])
    .where(sql.ref("executed_at"), "is", null)
    .execute();
}
