import { type Kysely, sql } from "kysely";

/** What the press asks an agency and what became of it; what the press got wrong and what was asked of it. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const given = { type: "text", needed: true } as const;
  const maybe = { type: "text", needed: false } as const;
  const columns: Record<string, Record<string, typeof given | typeof maybe>> = {
    query: {
      agency_id: given,
      number: given,
      kind: given,
      channel: given,
      journalist_id: maybe,
      asker_name: maybe,
      asker_position: maybe,
      asker_email: maybe,
      asker_phone: maybe,
      outlet_id: maybe,
      outlet_name: maybe,
      reference: maybe,
      title: given,
      text: given,
      language: given,
      received_at: given,
      received_by: maybe,
      taken_at: maybe,
      taken_by: maybe,
      outcome: maybe,
      outcome_at: maybe,
      outcome_by: maybe,
      confirmed_at: maybe,
      disputed_at: maybe,
      published_at: maybe,
    },
    correction_case: {
      agency_id: given,
      number: given,
      outlet_id: maybe,
      outlet_name: given,
      article_title: given,
      article_url: maybe,
      article_place: maybe,
      article_day: given,
      wrong: given,
      right: given,
      found_at: given,
      opened_at: given,
      opened_by: given,
      feedback_sent_at: maybe,
      outcome: maybe,
      outcome_at: maybe,
      outcome_by: maybe,
    },
  };
  for (const [table, described] of Object.entries(columns)) {
    let creating = db.schema.createTable(table).addColumn("id", "text", (c) => c.primaryKey());
    for (const [column, { type, needed }] of Object.entries(described))
      creating = creating.addColumn(column, type, (c) => {
        const target = REFERENCES[column];
        const built = needed ? c.notNull() : c;
        return target ? built.references(target) : built;
      });
    await creating.execute();
    await db.schema
      .createIndex(`${table}_number`)
      .on(table)
      .columns(["agency_id", "number"])
      .unique()
      .execute();
  }
  for (const column of ["journalist_id", "outlet_id", "received_at"])
    await db.schema.createIndex(`query_by_${column}`).on("query").column(column).execute();
  await db.schema
    .alterTable("query")
    .addColumn("name_withheld", "integer", (c) => c.notNull().defaultTo(sql`0`))
    .execute();
  await db.schema
    .alterTable("query")
    .addColumn("edition", "integer", (c) => c.notNull().defaultTo(sql`0`))
    .execute();
}

const REFERENCES: Record<string, string> = {
  agency_id: "agency.id",
  journalist_id: "journalist.id",
  outlet_id: "outlet.id",
};
