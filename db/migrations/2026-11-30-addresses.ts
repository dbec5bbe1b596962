import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";

const ROWS_AT_ONCE = 100;

/**
 * What becomes of a letter is kept apart from its bytes: the fingerprint of the bytes that left, what the server
 * answered, and what a final no was about. A journalist's address that does not exist is known as such.
 */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  for (const column of ["bounced_at", "bounce"])
    await db.schema.alterTable("journalist").addColumn(column, "text").execute();
  await db.schema.createIndex("journalist_by_email").on("journalist").column("email").execute();
  for (const column of ["digest", "receipt", "fault", "refused_at", "put_back_at"])
    await db.schema.alterTable("mail").addColumn(column, "text").execute();
  await db.schema
    .createIndex("mail_by_refused_at")
    .on("mail")
    .column("refused_at")
    .where("refused_at", "is not", null)
    .execute();

  // A letter is long and these stand behind its text: the next to carry are found without reading any.
  await db.schema
    .createIndex("mail_to_carry")
    .on("mail")
    .columns([
      "stage",
      "due_at",
      "expires_at",
      "kind",
      "invitation_id",
      "revision",
      "confirmation_id",
      "id",
    ])
    .execute();
  await db.schema
    .createIndex("mail_by_turn")
    .on("mail")
    .columns(["invitation_id", "revision", "stage", "id"])
    .execute();

  for (;;) {
    const rows: { id: string; raw: string }[] = await db
      .selectFrom("mail")
      .select(["id", "raw"])
      .where("raw", "is not", null)
      .where("digest", "is", null)
      .limit(ROWS_AT_ONCE)
      .execute();
    if (rows.length === 0) break;
    for (const { id, raw } of rows) {
      const digest = createHash("sha256").update(raw, "latin1").digest("hex");
      await db.updateTable("mail").set({ digest }).where("id", "=", id).execute();
    }
  }
  await sql`update mail set raw = null where stage not in ('queued', 'sending')`.execute(db);
}
