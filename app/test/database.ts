import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import type { Db } from "#db/tables.ts";

/**
 * A fresh, migrated database of each kind that the product runs on. PostgreSQL is the real server
 * that the suite's global set-up started (`app/test/postgres.ts`); each caller gets a database of its own in it.
 */
export interface Opened {
  db: Db;
  url: string;
  close(): Promise<void>;
}

export const databases: { name: string; open(): Promise<Opened> }[] = [
  { name: "SQLite", open: openSqlite },
  { name: "PostgreSQL", open: openPostgres },
];

export async function openSqlite(): Promise<Opened> {
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-test-"));
  const url = `sqlite:${join(folder, "test.sqlite")}`;
  const db = connect(url);
  await migrate(db);
  return {
    db,
    url,
    close: async () => {
      await db.destroy();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

let opened = 0;

async function openPostgres(): Promise<Opened> {
  const server = process.env.TEST_POSTGRES_URL;
  if (!server) throw new Error("The suite's PostgreSQL is not running (see app/test/postgres.ts).");
  const name = `test_${process.pid}_${opened++}_${Math.random().toString(36).slice(2, 8)}`;
  await atServer(server, `create database ${name}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = connect(url.href);
  await migrate(db);
  return {
    db,
    url: url.href,
    close: async () => {
      await db.destroy();
      await atServer(server, `drop database ${name} with (force)`);
    },
  };
}

async function atServer(url: string, statement: string) {
  const pg = await import("pg");
  const client = new pg.default.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
