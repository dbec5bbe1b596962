import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { connect } from "#db/connect.ts";
import type { Db } from "#db/tables.ts";
import { prepared } from "./prepared.ts";

/** The PostgreSQL database that tests' own are copied from; nobody may stay connected to it. */
export const TEMPLATE = "empty_house";

/**
 * A fresh, migrated database of each kind that the product runs on. PostgreSQL is the real server that the
 * suite's global set-up started (`app/test/postgres.ts`). Each caller gets a database of its own: a copy of one
 * that was migrated once for the whole run (`app/test/templates.ts`).
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
  const folder = mkdtempSync(join(prepared.folder(), "phat-ngon-test-"));
  const file = join(folder, "test.sqlite");
  copyFileSync(prepared.emptyHouse(), file);
  const url = `sqlite:${file}`;
  const db = connect(url);
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
  const server = prepared.server();
  const name = `test_${process.pid}_${opened++}_${Math.random().toString(36).slice(2, 8)}`;
  await atServer(server, `create database ${name} template ${TEMPLATE} strategy file_copy`);
  const url = databaseOf(server, name);
  const db = connect(url);
  return {
    db,
    url,
    close: async () => {
      await db.destroy();
      await atServer(server, `drop database ${name} with (force)`);
    },
  };
}

/** The address of one database of a server. */
export function databaseOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

export async function atServer(url: string, statement: string) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
