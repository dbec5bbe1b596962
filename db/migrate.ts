import { Migrator } from "kysely/migration";
import { migrations } from "./migrations/index.ts";
import type { Db } from "./tables.ts";
import { tellingAddress } from "./unreachable.ts";

/** Brings the database to the newest form and names the migrations that ran. */
export async function migrate(db: Db): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  const { error, results = [] } = await migrator
    .migrateToLatest()
    .catch((error: unknown) => ({ error, results: [] }));
  if (error) throw tellingAddress(error);
  return results.map((result) => result.migrationName);
}
