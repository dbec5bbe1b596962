import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { freemem, tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { atServer, databaseOf, TEMPLATE } from "./database.ts";
import { prepared } from "./prepared.ts";

const GIB = 2 ** 30;

/**
 * Migrates one empty database of each kind before the first test: copying it takes some milliseconds, migrating
 * anew took longer than most tests. Runs after `postgres.ts`.
 */
export default async function setup() {
  const folder = mkdtempSync(join(roomiest(), "phat-ngon-tests-"));
  process.env.TEST_FOLDER = folder;
  process.env.TEST_EMPTY_HOUSE = join(folder, "empty.sqlite");
  await migrateAt(`sqlite:${prepared.emptyHouse()}`);

  const server = prepared.server();
  await atServer(server, `drop database if exists ${TEMPLATE}`);
  await atServer(server, `create database ${TEMPLATE}`);
  await migrateAt(databaseOf(server, TEMPLATE));

  return () => rmSync(folder, { recursive: true, force: true });
}

/**
 * Where hundreds of small databases are written and thrown away: in memory, where Linux lends plenty of it. On a disk
 * every commit of every test waits until its bytes are safe there (`synchronous = full`), which nobody needs of a test.
 */
function roomiest(): string {
  const memory = "/dev/shm";
  try {
    const { bavail, bsize } = statfsSync(memory);
    if (bavail * bsize > 2 * GIB && freemem() > 4 * GIB) return memory;
  } catch {
    // No such thing on this system.
  }
  return tmpdir();
}

async function migrateAt(url: string) {
  const db = connect(url);
  await migrate(db);
  await db.destroy();
}
