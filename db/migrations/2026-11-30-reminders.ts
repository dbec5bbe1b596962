import { randomUUID } from "node:crypto";
import { type ColumnDefinitionBuilder, type Kysely, sql } from "kysely";

/** By when a meeting's invitees are to answer; what they are reminded of and when, by house rules; what was stopped of it. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  await db.schema.alterTable("meeting").addColumn("answer_by", "text").execute();

  const needed = (column: ColumnDefinitionBuilder) => column.notNull();
  await db.schema
    .createTable("reminder_rule")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("kind", "text", needed)
    .addColumn("scope", "text", needed)
    .addColumn("province_id", "text", (column) => column.references("area.id"))
    .addColumn("agency_id", "text", (column) => column.references("agency.id"))
    .addColumn("reminder_hours", "integer")
    .addColumn("last_hours", "integer")
    .addColumn("decision_hours", "integer")
    .addColumn("thanks", "integer", needed)
    .addColumn("quiet_from", "text", needed)
    .addColumn("quiet_until", "text", needed)
    .addColumn("answer_time", "text", needed)
    .addColumn("set_at", "text", needed)
    .addColumn("set_by", "text", needed)
    .addColumn("ended_at", "text")
    .addColumn("ended_by", "text")
    .execute();
  // One set of rules holds for a kind and a scope, whoever sets two at once.
  await sql`create unique index reminder_rule_current on reminder_rule
    (kind, scope, coalesce(province_id, ''), coalesce(agency_id, '')) where ended_at is null`.execute(
    db,
  );
  await db
    .insertInto("reminder_rule")
    .values(KINDS.map((kind) => ({ id: randomUUID(), kind, ...USUAL })))
    .execute();

  await db.schema
    .createTable("reminder_stop")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("meeting_id", "text", (column) => column.notNull().references("meeting.id"))
    .addColumn("rule", "text")
    .addColumn("invitation_id", "text", (column) => column.references("invitation.id"))
    .addColumn("stopped_at", "text", needed)
    .addColumn("stopped_by", "text", needed)
    .addColumn("resumed_at", "text")
    .addColumn("resumed_by", "text")
    .execute();
  await sql`create unique index reminder_stop_current on reminder_stop
    (meeting_id, coalesce(rule, ''), coalesce(invitation_id, '')) where resumed_at is null`.execute(
    db,
  );
  await db.schema
    .createIndex("reminder_stop_by_invitation_id")
    .on("reminder_stop")
    .column("invitation_id")
    .execute();
}

const KINDS = [
  "press_conference",
  "press_coordination",
  "press_gathering",
  "media_visit",
  "training",
  "review",
];

/** What holds until an office decides otherwise. */
const USUAL = {
  scope: "national",
  reminder_hours: 72,
  last_hours: 3,
  decision_hours: 24,
  thanks: 1,
  quiet_from: "21:00",
  quiet_until: "07:00",
  answer_time: "16:00",
  set_at: "2026-07-01T00:00:00.000Z",
  set_by: "phat-ngon",
};
