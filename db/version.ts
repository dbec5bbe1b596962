import { sql } from "kysely";
import sqlite3 from "sqlite3";
import { isPostgres } from "./connect.ts";
import type { Db } from "./tables.ts";

/** Tells whether a database has changed, whoever changed it. */
export interface Version {
  /** A mark that differs after every commit of anybody. */
  read(): Promise<string>;
  close(): Promise<void>;
}

export function versionOf(db: Db, url: string): Version {
  return isPostgres(url) ? snapshots(db) : fileVersion(url.replace(/^sqlite:(\/\/)?/, ""));
}

/** Two transactions that see the same are told the same snapshot. */
function snapshots(db: Db): Version {
  return {
    async read() {
      const { rows } = await sql<{
        mark: string;
      }>`select pg_current_snapshot()::text as mark`.execute(db);
      return rows[0]?.mark ?? "";
    },
    async close() {},
  };
}

/** SQLite counts the commits of others for each connection: this one makes none, so it counts all. */
function fileVersion(file: string): Version {
  let opened: Promise<sqlite3.Database> | undefined;
  return {
    async read() {
      // Nobody else can see a database in memory.
      if (file === ":memory:") return String(performance.now());
      opened ??= open(file);
      const database = await opened;
      return new Promise((resolve, reject) => {
        database.get<{ data_version: number }>("pragma data_version", (error, row) =>
          error ? reject(error) : resolve(String(row.data_version)),
        );
      });
    },
    async close() {
      const database = await opened;
      if (database) await new Promise<void>((resolve) => database.close(() => resolve()));
    },
  };
}

function open(file: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const database: sqlite3.Database = new sqlite3.Database(file, sqlite3.OPEN_READONLY, (error) =>
      error ? reject(error) : resolve(database),
    );
  });
}
