import type { Db } from "#db/tables.ts";

/** Whether the invented demo office is in the books: every page then says so. */
export async function hasDemo(db: Db): Promise<boolean> {
  const mark = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", "demo")
    .executeTakeFirst();
  return mark !== undefined;
}
