import { placesOf } from "#app/domain/areas/areas.server.ts";
import type { AreaEntry, Atlas } from "#app/domain/areas/atlas.ts";
import { loadMap } from "#app/domain/areas/map.server.ts";
import { openSqlite } from "./database.ts";

/** The whole country, loaded from its files into a database and read from there, as the app does. */
export async function nationalAtlas(): Promise<Atlas> {
  const { db, close } = await openSqlite();
  await loadMap(db);
  const atlas = await placesOf(db);
  await close();
  return atlas;
}

/** A unit as a reader sees it: its name, its district if it is gone, its province. */
export function wording({ fullName, district, level, province }: AreaEntry): string {
  return [fullName, district, level === "province" ? undefined : province.name]
    .filter(Boolean)
    .join(", ");
}
