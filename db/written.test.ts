import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import type { Db } from "./tables.ts";
import { writesOf } from "./written.ts";

describe.each(databases)("the count of what was written, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  const write = (db: Db, key: string) =>
    db.insertInto("setting").values({ key, value: "x" }).execute();

  /** How the count moves while something is done. */
  const countDuring = async (work: (db: Db) => Promise<unknown>) => {
    const before = writesOf(opened.db);
    await work(opened.db);
    return writesOf(opened.db) - before;
  };

  it("stays while the database is only read", async () => {
    expect(await countDuring((db) => db.selectFrom("setting").selectAll().execute())).toBe(0);
  });

  it("moves with each lone write, however it is worded", async () => {
    expect(await countDuring((db) => write(db, "a"))).toBe(1);
    expect(
      await countDuring((db) => sql`update setting set value = 'y' where key = 'a'`.execute(db)),
    ).toBe(1);
  });

  it("moves when a transaction is committed, not only when its statements were carried out", async () => {
    let inside = 0;
    await opened.db.transaction().execute(async (trx) => {
      await write(trx, "b");
      inside = writesOf(opened.db);
    });

    expect(writesOf(opened.db)).toBeGreaterThan(inside);
  });

  it("moves with a write that failed: nobody can be sure", async () => {
    await write(opened.db, "c");

    expect(
      await countDuring(async (db) => {
        await expect(write(db, "c")).rejects.toThrow();
      }),
    ).toBe(1);
  });

  it("is each database's own", async () => {
    const other = await open();
    expect(await countDuring(() => write(other.db, "d"))).toBe(0);
    await other.close();
  });
});
