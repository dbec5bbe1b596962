/** What the suite's global set-up prepared for the whole run (`postgres.ts`, `templates.ts`). */
export const prepared = {
  /** The folder for what tests write; it goes away with all that is in it. */
  folder: () => named("TEST_FOLDER"),
  /** The SQLite file that tests' own are copied from: migrated, and empty. */
  emptyHouse: () => named("TEST_EMPTY_HOUSE"),
  /** The address of the PostgreSQL server. */
  server: () => named("TEST_POSTGRES_URL"),
};

function named(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: the suite's global set-up did not run.`);
  return value;
}
