import { type Kysely, PostgresAdapter, sql } from "kysely";

/** How a case about what the press got wrong goes on: our feedback round by round, their answers, the papers, the outcome. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const maybe = [
    ...["outlet_email", "article_section", "article_issue", "incident_id", "query_id"],
    ...["meeting_link_id", "outcome_reason", "published_at", "published_by"],
    ...["publisher_name", "publisher_position", "publisher_agency"],
  ];
  const given = { outlet_kind: sql`'online'`, grounds: sql`''` };
  for (const [column, filled] of Object.entries(given))
    await db.schema
      .alterTable("correction_case")
      .addColumn(column, "text", (c) => c.notNull().defaultTo(filled))
      .execute();
  for (const column of maybe)
    await db.schema
      .alterTable("correction_case")
      .addColumn(column, "text", (c) => {
        const target = REFERENCES[column];
        return target ? c.references(target) : c;
      })
      .execute();
  await db.schema
    .alterTable("correction_case")
    .addColumn("edition", "integer", (c) => c.notNull().defaultTo(sql`0`))
    .execute();
  for (const column of ["found_at", "incident_id", "query_id", "meeting_link_id", "published_at"])
    await index(db, "correction_case", column);

  await create(db, "correction_round", {
    needed: ["case_id", "text", "asks", "speaker_name", "speaker_position", "speaker_capacity"],
    signed: ["drafted_at", "drafted_by"],
    maybe: [
      ...["speaker_id", "speaker_matter", "letter_no", "letter_day", "conclusion"],
      ...["sent_at", "sent_by", "sent_how", "sent_to", "next_issue_day"],
      ...["answer", "answered_at", "answer_url", "answer_place", "answer_text", "answer_checked"],
      ...["answer_recorded_at", "answer_recorded_by"],
    ],
  });
  await db.schema
    .alterTable("correction_round")
    .addColumn("round", "integer", (c) => c.notNull().defaultTo(sql`1`))
    .execute();
  await db.schema
    .createIndex("correction_round_once")
    .on("correction_round")
    .columns(["case_id", "round"])
    .unique()
    .execute();

  await create(db, "correction_evidence", {
    needed: ["case_id", "file_id", "note"],
    signed: ["added_at", "added_by"],
    maybe: ["round_id", "removed_at", "removed_by"],
  });
  await index(db, "correction_evidence", "case_id");

  await db.schema
    .createTable("correction_case_counter")
    .addColumn("id", "text", (c) => c.primaryKey())
    .addColumn("agency_id", "text", (c) => c.notNull().references("agency.id"))
    .addColumn("last", "integer", (c) => c.notNull())
    .execute();

  await db.schema
    .alterTable("mail")
    .addColumn("correction_round_id", "text", (c) => c.references("correction_round.id"))
    .execute();
  await index(db, "mail", "correction_round_id");
  await raiseRevision(db);
}

const REFERENCES: Record<string, string> = {
  case_id: "correction_case.id",
  file_id: "document.id",
  incident_id: "incident.id",
  meeting_link_id: "meeting_link.id",
  query_id: "query.id",
  round_id: "correction_round.id",
  speaker_id: "person.id",
};

async function create(
  // biome-ignore lint/suspicious/noExplicitAny: as above
  db: Kysely<any>,
  table: string,
  { needed, signed, maybe }: Record<"needed" | "signed" | "maybe", string[]>,
) {
  let creating = db.schema.createTable(table).addColumn("id", "text", (c) => c.primaryKey());
  for (const column of [...needed, ...signed, ...maybe])
    creating = creating.addColumn(column, "text", (c) => {
      const target = REFERENCES[column];
      const kept = maybe.includes(column) ? c : c.notNull();
      return target ? kept.references(target) : kept;
    });
  await creating.execute();
}

// biome-ignore lint/suspicious/noExplicitAny: as above
async function index(db: Kysely<any>, table: string, column: string) {
  await db.schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
}

/** The public ledger counts the cases that are closed and shows those that are published: an open one changes no page. */
// biome-ignore lint/suspicious/noExplicitAny: as above
async function raiseRevision(db: Kysely<any>) {
  const closed = sql`(new.outcome is not null or old.outcome is not null)`;
  const was = sql`(old.outcome is not null)`;
  const is = sql`(new.outcome is not null)`;
  const told = { update: closed, delete: was, insert: is };
  const isPostgres = db.getExecutor().adapter instanceof PostgresAdapter;
  for (const [change, when] of Object.entries(told)) {
    const name = sql.ref(`correction_case_${change}_raises_revision`);
    if (isPostgres)
      await sql`create constraint trigger ${name} after ${sql.raw(change)} on correction_case
        deferrable initially deferred for each row when ${when}
        execute function raise_revision()`.execute(db);
    else
      await sql`create trigger ${name} after ${sql.raw(change)} on correction_case when ${when}
        begin update revision set number = number + 1; end`.execute(db);
  }
}
