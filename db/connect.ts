import {
  CamelCasePlugin,
  HandleEmptyInListsPlugin,
  Kysely,
  PostgresDialect,
  replaceWithNoncontingentExpression,
} from "kysely";
import pg from "pg";
import { Sqlite3Dialect } from "./sqlite-dialect.ts";
import type { Db, Tables } from "./tables.ts";
import { countingWrites } from "./written.ts";

/** Names are snake_case in SQL and camelCase here; `in ()` means "none" in either database. */
const plugins = () => [
  new CamelCasePlugin(),
  new HandleEmptyInListsPlugin({ strategy: replaceWithNoncontingentExpression }),
];

/** Opens the database that a URL names: `sqlite:path/to/file`, `sqlite::memory:` or `postgres://…`. */
export function connect(url: string): Db {
  const dialect = isPostgres(url)
    ? new PostgresDialect({ pool: postgresPool(url) })
    : new Sqlite3Dialect(url.replace(/^sqlite:(\/\/)?/, ""));
  return countingWrites(dialect, (counting) => {
    return new Kysely<Tables>({ dialect: counting, plugins: plugins() });
  });
}

export function isPostgres(url: string) {
  return /^postgres(ql)?:/.test(url);
}

function postgresPool(connectionString: string) {
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // A count is an int8; ours never outgrow a number.
    types: {
      getTypeParser: (oid: number, format) =>
        oid === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(oid, format as "text"),
    } as pg.CustomTypesConfig,
  });
  // A connection that the server closed while idle is replaced at the next query; unheard, it ends the process.
  pool.on("error", () => {});
  return pool;
}
