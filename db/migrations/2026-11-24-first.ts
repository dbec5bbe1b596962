import type { ColumnDefinitionBuilder, CreateTableBuilder, Kysely } from "kysely";

type Column = (column: ColumnDefinitionBuilder) => ColumnDefinitionBuilder;
const key: Column = (c) => c.primaryKey();
const needed: Column = (c) => c.notNull();
const to =
  (target: string, onDelete: "cascade" | "no action" = "no action"): Column =>
  (c) =>
    c.references(target).onDelete(onDelete);
const neededTo =
  (target: string, onDelete: "cascade" | "no action" = "no action"): Column =>
  (c) =>
    c.notNull().references(target).onDelete(onDelete);

function texts<T extends string>(
  table: CreateTableBuilder<T, never>,
  columns: Record<string, Column | null>,
) {
  return Object.entries(columns).reduce(
    (built, [name, column]) => built.addColumn(name as never, "text", column ?? undefined),
    table,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const create = (name: string, columns: Record<string, Column | null>) =>
    texts(db.schema.createTable(name), columns);

  await create("area", {
    id: key,
    era: needed,
    code: needed,
    level: needed,
    type: needed,
    name: needed,
    name_en: needed,
    part_of: to("area.id"),
    from_day: null,
    until_day: null,
  })
    .addUniqueConstraint("area_era_code", ["era", "code"] as never)
    .execute();
  await index(db, "area", ["part_of"]);

  await create("succession", {
    former_id: neededTo("area.id"),
    successor_id: neededTo("area.id"),
    extent: needed,
  })
    .addColumn("partial", "integer", (c) => c.notNull())
    .addPrimaryKeyConstraint("succession_key", ["former_id", "successor_id"] as never)
    .execute();
  await index(db, "succession", ["successor_id"]);

  await create("area_alias", {
    id: key,
    area_id: neededTo("area.id"),
    type: needed,
    name: needed,
    district_name: null,
    kind: needed,
    until_day: null,
    basis: null,
  }).execute();
  await index(db, "area_alias", ["area_id"]);

  await create("agency", {
    id: key,
    area_id: neededTo("area.id"),
    kind: needed,
    name: needed,
    name_en: needed,
  }).execute();
  await index(db, "agency", ["area_id"]);

  await create("account", {
    id: key,
    email: (c) => c.notNull().unique(),
    name: needed,
    role: needed,
    agency_id: to("agency.id"),
    password_hash: needed,
    created_at: needed,
    closed_at: null,
  }).execute();

  await create("session", {
    token_hash: key,
    account_id: neededTo("account.id", "cascade"),
    began_at: needed,
    seen_at: needed,
    expires_at: needed,
    user_agent: needed,
  }).execute();
  await index(db, "session", ["account_id"]);

  await create("person", { id: key, name: needed }).execute();

  await create("assignment", {
    id: key,
    agency_id: neededTo("agency.id"),
    person_id: neededTo("person.id"),
    capacity: needed,
    position: needed,
    phone: needed,
    email: needed,
    decision_no: needed,
    decision_day: needed,
    from_day: needed,
    until_day: null,
    recorded_at: needed,
    recorded_by: needed,
    end_day: null,
    end_reason: null,
    end_decision_no: null,
    end_recorded_at: null,
    end_recorded_by: null,
  }).execute();
  await index(db, "assignment", ["agency_id"]);

  await create("delegation", {
    id: key,
    agency_id: neededTo("agency.id"),
    person_id: neededTo("person.id"),
    grantor_id: neededTo("assignment.id"),
    matter: needed,
    position: needed,
    phone: needed,
    email: needed,
    document_no: needed,
    document_day: needed,
    from_at: needed,
    until_at: needed,
    recorded_at: needed,
    recorded_by: needed,
    end_at: null,
    end_reason: null,
    end_recorded_at: null,
    end_recorded_by: null,
  }).execute();
  await index(db, "delegation", ["agency_id"]);

  await create("outlet", {
    id: key,
    province_id: neededTo("area.id"),
    name: needed,
    type: needed,
  })
    .addUniqueConstraint("outlet_once", ["province_id", "name"] as never)
    .execute();

  await create("journalist", {
    id: key,
    province_id: neededTo("area.id"),
    outlet_id: to("outlet.id"),
    name: needed,
    email: needed,
    phone: null,
    language: needed,
    press_card_no: null,
    press_card_until_day: null,
    intro_letter_no: null,
    intro_letter_until_day: null,
    consent_at: needed,
    consent_basis: needed,
    token: (c) => c.notNull().unique(),
    unsubscribed_at: null,
    created_at: needed,
  })
    .addUniqueConstraint("journalist_once", ["province_id", "email"] as never)
    .execute();

  await create("journalist_beat", {
    journalist_id: neededTo("journalist.id", "cascade"),
    beat: needed,
  })
    .addPrimaryKeyConstraint("journalist_beat_key", ["journalist_id", "beat"] as never)
    .execute();

  await create("press_list", { id: key, province_id: neededTo("area.id"), name: needed })
    .addUniqueConstraint("press_list_once", ["province_id", "name"] as never)
    .execute();

  await create("press_list_member", {
    list_id: neededTo("press_list.id", "cascade"),
    journalist_id: neededTo("journalist.id", "cascade"),
  })
    .addPrimaryKeyConstraint("press_list_member_key", ["list_id", "journalist_id"] as never)
    .execute();
  await index(db, "press_list_member", ["journalist_id"]);

  await create("meeting", {
    id: key,
    agency_id: neededTo("agency.id"),
    kind: needed,
    cadence: needed,
    subject: needed,
    description: needed,
    starts_at: needed,
    ends_at: needed,
    zone: needed,
    venue: null,
    online_url: null,
    chair: needed,
    spokesperson_id: to("person.id"),
    spokesperson_name: null,
    spokesperson_position: null,
    spokesperson_capacity: null,
    revised_at: needed,
    created_at: needed,
    created_by: needed,
    announced_at: null,
    held_at: null,
    cancelled_at: null,
    cancel_reason: null,
  })
    .addColumn("revision", "integer", (c) => c.notNull().defaultTo(0))
    .execute();
  await index(db, "meeting", ["agency_id", "starts_at"]);
  await index(db, "meeting", ["starts_at"]);

  await create("invitation", {
    id: key,
    meeting_id: neededTo("meeting.id"),
    journalist_id: neededTo("journalist.id"),
    token: (c) => c.notNull().unique(),
    calendar_uid: (c) => c.notNull().unique(),
    invited_at: needed,
    invited_by: needed,
    reply: null,
    substitute_name: null,
    note: null,
    replied_at: null,
    replied_by: null,
  })
    .addUniqueConstraint("invited_once", ["meeting_id", "journalist_id"] as never)
    .execute();
  await index(db, "invitation", ["journalist_id"]);

  await create("mail", {
    id: key,
    kind: needed,
    invitation_id: to("invitation.id"),
    to: needed,
    to_name: needed,
    from: needed,
    message_id: (c) => c.notNull().unique(),
    subject: needed,
    text: needed,
    html: needed,
    calendar_method: null,
    calendar: null,
    unsubscribe_url: null,
    posted_at: needed,
    due_at: needed,
    expires_at: needed,
    raw: null,
    stage: (c) => c.notNull().defaultTo("queued"),
    claimed_at: null,
    claimed_by: null,
    sent_at: null,
    problem: null,
  })
    .addColumn("revision", "integer", (c) => c.notNull())
    .addColumn("attempts", "integer", (c) => c.notNull().defaultTo(0))
    .addUniqueConstraint("posted_once", ["invitation_id", "revision", "kind"] as never)
    .execute();
  await index(db, "mail", ["stage", "due_at"]);

  await create("received_mail", {
    id: key,
    received_at: needed,
    from: needed,
    to: needed,
    subject: needed,
    raw: needed,
  }).execute();
  await index(db, "received_mail", ["received_at"]);

  await create("audit", {
    id: key,
    at: needed,
    by: needed,
    by_name: needed,
    act: needed,
    about: needed,
    agency_id: to("agency.id"),
    particulars: needed,
  }).execute();
  await index(db, "audit", ["at"]);
  await index(db, "audit", ["about"]);

  await create("setting", { key, value: needed }).execute();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, columns: string[]) {
  await db.schema
    .createIndex(`${table}_by_${columns.join("_")}`)
    .on(table)
    .columns(columns)
    .execute();
}
