import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";

describe.each(databases)("the database on $name", ({ open }) => {
  let house: Opened;
  beforeAll(async () => {
    house = await open();
  });
  afterAll(() => house.close());

  const put = (key: string, value = "1") =>
    house.db.insertInto("setting").values({ key, value }).execute();
  const value = (key: string) =>
    house.db.selectFrom("setting").select("value").where("key", "=", key).executeTakeFirst();

  it("keeps nothing of a transaction that failed", async () => {
    const failed = house.db.transaction().execute(async (trx) => {
      await trx.insertInto("setting").values({ key: "half", value: "1" }).execute();
      throw new Error("no");
    });

    await expect(failed).rejects.toThrow("no");
    expect(await value("half")).toBeUndefined();
  });

  it("goes on after a statement inside a transaction was refused", async () => {
    await put("taken");
    const clash = house.db.transaction().execute(async (trx) => {
      await trx.insertInto("setting").values({ key: "taken", value: "2" }).execute();
    });

    await expect(clash).rejects.toThrow(/unique|duplicate/i);
    await put("after");
    expect(await value("after")).toEqual({ value: "1" });
  });

  it("lets others read while a transaction is open, and shows them only what was committed", async () => {
    await house.db.transaction().execute(async (trx) => {
      await trx.insertInto("setting").values({ key: "unseen", value: "1" }).execute();
      expect(await value("unseen")).toBeUndefined();
    });

    expect(await value("unseen")).toEqual({ value: "1" });
  });

  it("serves transactions that come at the same time one after another", async () => {
    await put("count", "0");
    const addOne = () =>
      house.db.transaction().execute(async (trx) => {
        const { rows } = await sql<{ value: string }>`
          select value from setting where key = 'count' ${sql.raw(lock(house.url))}`.execute(trx);
        const next = String(Number(rows[0]?.value) + 1);
        await trx.updateTable("setting").set({ value: next }).where("key", "=", "count").execute();
      });

    await Promise.all(Array.from({ length: 20 }, addOne));

    expect(await value("count")).toEqual({ value: "20" });
  });

  it("tells how many rows a change touched, and returns them when asked", async () => {
    await put("x1");
    await put("x2");
    const changed = await house.db
      .updateTable("setting")
      .set({ value: "9" })
      .where("key", "in", ["x1", "x2"])
      .executeTakeFirst();
    const returned = await house.db
      .deleteFrom("setting")
      .where("key", "in", ["x1", "x2"])
      .returning("key")
      .execute();

    expect(changed.numUpdatedRows).toBe(2n);
    expect(returned.map((row) => row.key).sort()).toEqual(["x1", "x2"]);
  });

  it("refuses a row that points to nothing", async () => {
    const orphan = { id: "a", areaId: "nowhere", kind: "department", name: "x", nameEn: "x" };
    await expect(
      house.db
        .insertInto("agency")
        .values(orphan as never)
        .execute(),
    ).rejects.toThrow(/foreign key/i);
  });

  it("counts in numbers, and takes an empty list for none", async () => {
    const { n } = await house.db
      .selectFrom("setting")
      .select((eb) => eb.fn.countAll<number>().as("n"))
      .where("key", "in", [])
      .executeTakeFirstOrThrow();

    expect(n).toBe(0);
  });
});

function lock(url: string) {
  return url.startsWith("postgres") ? "for update" : "";
}
