import { type Kysely, sql } from "kysely";

/** Answers with all that belongs to them, each one ever given, and the waiting list of a full room. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const texts = [
    ...["replied_via", "reply_trust", "substitute_paper", "substitute_paper_no"],
    ...["interpreter", "waiting_since"],
  ];
  for (const column of texts)
    await db.schema.alterTable("invitation").addColumn(column, "text").execute();
  const numbers = { party_size: 1, online: 0, cameras: 0, tripod: 0, live: 0 };
  for (const [column, usual] of Object.entries(numbers))
    await db.schema
      .alterTable("invitation")
      .addColumn(column, "integer", (c) => c.notNull().defaultTo(usual))
      .execute();
  await sql`update invitation
    set replied_via = case when replied_by is null then 'link' else 'telephone' end
    where replied_at is not null`.execute(db);

  // Who waits at a meeting, in order, is found without reading everybody invited to it.
  await db.schema
    .createIndex("invitation_waiting")
    .on("invitation")
    .columns(["meeting_id", "waiting_since"])
    .where(sql.ref("waiting_since"), "is not", null)
    .execute();

  for (const table of ["agency", "meeting"])
    await db.schema.alterTable(table).addColumn("outlet_quota", "integer").execute();

  await db.schema
    .createTable("invitation_answer")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("invitation_id", "text", (c) =>
      c.notNull().references("invitation.id").onDelete("cascade"),
    )
    .addColumn("at", "text", (c) => c.notNull())
    .addColumn("via", "text", (c) => c.notNull())
    .addColumn("by", "text")
    .addColumn("trust", "text")
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("meeting_starts_at", "text", (c) => c.notNull())
    .addColumn("reply", "text", (c) => c.notNull())
    .addColumn("party_size", "integer", (c) => c.notNull())
    .addColumn("substitute_name", "text")
    .addColumn("counted", "integer", (c) => c.notNull())
    .execute();
  await db.schema
    .createIndex("invitation_answer_by_invitation")
    .on("invitation_answer")
    .columns(["invitation_id", "at"])
    .execute();
}
