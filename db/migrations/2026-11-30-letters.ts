import type { Kysely } from "kysely";

/** Where answers to a letter go: to people, to the calendar's organizer, to the list, and, undelivered, back to us. */
// biome-ignore lint/suspicious/noExplicitAny: a migration is written against no schema but its own
export async function up(db: Kysely<any>) {
  const add = (table: string, column: string) =>
    db.schema.alterTable(table).addColumn(column, "text").execute();

  await add("agency", "press_email");
  await add("invitation", "organizer");
  await add("mail", "reply_to");
  await add("mail", "unsubscribe_address");
  await add("mail", "return_token");
  await db.schema
    .createIndex("mail_by_return_token")
    .unique()
    .on("mail")
    .column("return_token")
    .where("return_token", "is not", null)
    .execute();
}
