import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { connect } from "./connect.ts";
import type { Db } from "./tables.ts";
import { type Version, versionOf } from "./version.ts";

describe.each(databases)("the mark of what a database holds, on $name", ({ open }) => {
  let opened: Opened;
  let version: Version;
  beforeAll(async () => {
    opened = await open();
    version = versionOf(opened.db, opened.url);
  });
  afterAll(async () => {
    await version.close();
    await opened.close();
  });

  const write = (db: Db, key: string) =>
    db.insertInto("setting").values({ key, value: "x" }).execute();

  it("stays while nothing is written", async () => {
    const before = await version.read();
    await opened.db.selectFrom("setting").selectAll().execute();

    expect(await version.read()).toBe(before);
  });

  it("changes with every commit of ours", async () => {
    const marks = [await version.read()];
    for (const key of ["a", "b", "c"]) {
      await write(opened.db, key);
      marks.push(await version.read());
    }

    expect(new Set(marks).size).toBe(4);
  });

  it("changes with a commit of somebody else, and not before it", async () => {
    const other = connect(opened.url);
    const before = await version.read();
    const during = await other.transaction().execute(async (trx) => {
      await write(trx, "d");
      return opened.db.selectFrom("setting").select("key").where("key", "=", "d").execute();
    });

    expect(during).toEqual([]);
    expect(await version.read()).not.toBe(before);
    await other.destroy();
  });
});
