import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { allOrNothing } from "./all-or-nothing.ts";
import type { Db } from "./tables.ts";

describe.each(databases)("a deed on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await db.deleteFrom("setting").execute();
  });

  const write = (trx: Db, key: string) =>
    trx.insertInto("setting").values({ key, value: "1" }).execute();
  const written = async () =>
    (await db.selectFrom("setting").select("key").orderBy("key").execute()).map(({ key }) => key);

  it("is kept when it succeeds, with the smaller ones it is made of", async () => {
    const outcome = await allOrNothing(db, async (trx) => {
      await write(trx, "a");
      return allOrNothing(trx, async (same) => {
        await write(same, "b");
        return { ok: true, both: 2 };
      });
    });

    expect(outcome).toEqual({ ok: true, both: 2 });
    expect(await written()).toEqual(["a", "b"]);
  });

  it("leaves nothing behind when it, or a smaller one in it, is refused", async () => {
    const outcome = await allOrNothing(db, async (trx) => {
      await write(trx, "a");
      return allOrNothing(trx, async (same) => {
        await write(same, "b");
        return { ok: false, reason: "no" };
      });
    });

    expect(outcome).toEqual({ ok: false, reason: "no" });
    expect(await written()).toEqual([]);
  });

  it("leaves nothing behind when it fails, and lets the failure through", async () => {
    const failing = allOrNothing(db, async (trx) => {
      await write(trx, "a");
      throw new Error("broken");
    });

    await expect(failing).rejects.toThrow("broken");
    expect(await written()).toEqual([]);
    expect((await allOrNothing(db, async () => ({ ok: true }))).ok).toBe(true);
  });
});
