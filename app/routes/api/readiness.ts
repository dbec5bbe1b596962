import { db } from "#app/db.server.ts";

/** The database answers and the map of the country is in it. */
export async function loader() {
  const map = await db
    .selectFrom("setting")
    .select("value")
    .where("key", "=", "map.version")
    .executeTakeFirst()
    .catch(() => undefined);
  return map
    ? Response.json({ status: "ready", map: map.value })
    : Response.json({ status: "not ready" }, { status: 503 });
}
