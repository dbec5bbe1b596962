import { migrate } from "#db/migrate.ts";
import { db } from "./db.server.ts";
import type { Log } from "./http/context.ts";

/** Opens the house: the newest form of the database, the map, the index of places, the mail worker. */
export async function openHouse(log: Log) {
  await migrate(db);
  log("open");
  return { close: () => db.destroy() };
}
