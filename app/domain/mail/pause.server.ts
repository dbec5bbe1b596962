import type { Db, Moment } from "#db/tables.ts";

const KEY = "mail.paused";

/** Why no letter leaves at present, for the desk to read: the mail server takes none of ours. */
export interface Pause {
  since: Moment;
  until: Moment; // when one is tried again
  problem: string; // the server's words
}

/** Stops all letters until a moment. A pause that goes on keeps its beginning. */
export async function pauseMail(db: Db, pause: Pause): Promise<void> {
  const earlier = await findPause(db);
  const value = JSON.stringify({ ...pause, since: earlier?.since ?? pause.since });
  await db
    .insertInto("setting")
    .values({ key: KEY, value })
    .onConflict((same) => same.column("key").doUpdateSet({ value }))
    .execute();
}

/** Who stopped all letters, when and why; undefined while letters leave. */
export async function findPause(db: Db): Promise<Pause | undefined> {
  const setting = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", KEY)
    .executeTakeFirst();
  return setting && JSON.parse(setting.value);
}

/** Lets letters leave again: a server took one, or somebody mended the settings and started anew. */
export async function resumeMail(db: Db): Promise<void> {
  await db.deleteFrom("setting").where("key", "=", KEY).execute();
}
