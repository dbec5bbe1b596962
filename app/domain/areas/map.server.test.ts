import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { findArea, placesOf, searchAreas } from "./areas.server.ts";
import { loadMap } from "./map.server.ts";

describe.each(databases)("the map of the country on $name", ({ open }) => {
  let house: Opened;
  beforeAll(async () => {
    house = await open();
    await loadMap(house.db);
  });
  afterAll(() => house.close());

  const count = async (
    table: "area" | "agency" | "succession" | "areaAlias",
    where: Record<string, string> = {},
  ) => {
    let query = house.db.selectFrom(table).select((eb) => eb.fn.countAll<number>().as("n"));
    for (const [column, value] of Object.entries(where))
      query = query.where(column as never, "=", value as never);
    return Number((await query.executeTakeFirstOrThrow()).n);
  };

  it("holds 34 provinces and 3,321 communes of today, each with its People's Committee", async () => {
    expect(await count("area", { era: "2025", level: "province" })).toBe(34);
    expect(await count("area", { era: "2025", level: "commune" })).toBe(3321);
    expect(await count("agency")).toBe(3355);
    const agency = house.db.selectFrom("agency").selectAll().where("id", "=", "pc-30307");
    expect(await agency.executeTakeFirst()).toMatchObject({
      id: "pc-30307",
      areaId: "2025-30307",
      kind: "peoples_committee",
      name: "Ủy ban nhân dân phường Long Xuyên",
      nameEn: "People's Committee of Long Xuyen Ward",
    });
  });

  it("holds 10,040 former units, their 696 districts and 63 provinces, and what became of them", async () => {
    const { n } = await house.db
      .selectFrom("succession")
      .select((eb) => eb.fn.count<number>("formerId").distinct().as("n"))
      .executeTakeFirstOrThrow();

    expect(Number(n)).toBe(10_040);
    expect(await count("succession")).toBe(10_571);
    expect(await count("area", { era: "2004", level: "commune" })).toBe(10_035);
    // Of the districts five are islands that had no communes, and a code of their own.
    expect(await count("area", { era: "2004", level: "district" })).toBe(696);
    expect(await count("area", { era: "2004", level: "province" })).toBe(63);
    expect(await count("areaAlias")).toBe(695 + 1 + 25);
  });

  it("dates every unit, and puts each into the larger one", async () => {
    const rows = await house.db
      .selectFrom("area")
      .select(["id", "type", "nameEn", "partOf", "fromDay", "untilDay"])
      .where("id", "in", ["2025-30307", "2004-30280", "2004-318", "2004-thanh-pho-ha-noi"])
      .orderBy("id")
      .execute();

    expect(rows).toEqual([
      {
        ...{ id: "2004-30280", type: "phường", nameEn: "My Binh" },
        ...{ partOf: "2004-thanh-pho-long-xuyen-an-giang", fromDay: null, untilDay: "2025-06-30" },
      },
      {
        ...{ id: "2004-318", type: "huyện", nameEn: "Bach Long Vi" },
        ...{ partOf: "2004-thanh-pho-hai-phong", fromDay: null, untilDay: "2025-06-30" },
      },
      {
        ...{ id: "2004-thanh-pho-ha-noi", type: "thành phố", nameEn: "Hanoi" },
        ...{ partOf: null, fromDay: null, untilDay: "2025-06-30" },
      },
      {
        ...{ id: "2025-30307", type: "phường", nameEn: "Long Xuyen" },
        ...{ partOf: "2025-91", fromDay: "2025-07-01", untilDay: null },
      },
    ]);
  });

  it("is loaded once", async () => {
    expect(await loadMap(house.db)).toBeUndefined();
  });

  it("tells old and new units of one number apart", async () => {
    expect((await findArea(house.db, "2025", "30307"))?.fullName).toBe("Phường Long Xuyên");
    expect((await findArea(house.db, "2004", "30307"))?.fullName).toBe("Phường Mỹ Hòa");
    expect(await findArea(house.db, "2025", "99999")).toBeUndefined();
  });

  it("knows what a province was called before its type changed", async () => {
    const atlas = await placesOf(house.db);

    expect(atlas.fullNameOn("2025-75", "2026-03-01")).toBe("Tỉnh Đồng Nai");
    expect(atlas.fullNameOn("2025-75", "2026-04-30")).toBe("Thành phố Đồng Nai");
  });

  it("says which four communes the city of Long Xuyên became, and what Phường Long Xuyên was made of", async () => {
    const atlas = await placesOf(house.db);
    const [city] = await searchAreas(house.db, "thành phố long xuyên", 1);
    const parts = atlas.predecessorsOf("2025-30307").map(({ area }) => area.name);

    expect(city?.successors.map(({ code }) => code)).toEqual(["30307", "30292", "30301", "30313"]);
    expect(parts.toSorted()).toEqual(
      ["Mỹ Bình", "Mỹ Hòa", "Mỹ Long", "Mỹ Phước", "Mỹ Quý", "Mỹ Xuyên"].toSorted(),
    );
  });

  it("leads from a former province to today's", async () => {
    const [found] = await searchAreas(house.db, "kiên giang", 1);

    expect(found?.area.fullName).toBe("Tỉnh Kiên Giang");
    expect(found?.successors.map(({ id, extent }) => [id, extent])).toEqual([["2025-91", "whole"]]);
  });
});

describe.each(databases)("another edition of the map on $name", ({ open }) => {
  let house: Opened;
  let folder: string;
  beforeAll(async () => {
    house = await open();
    folder = mkdtempSync(join(tmpdir(), "phat-ngon-map-"));
    cpSync("db/data", folder, { recursive: true });
    await loadMap(house.db, folder);
  });
  afterEach(() => vi.restoreAllMocks());
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await house.close();
  });

  const edit = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), "utf8");
    if (!text.includes(from)) throw new Error(`${file} has no ${from}`);
    writeFileSync(join(folder, file), text.replace(from, to));
  };

  it("is written over the one before: what is new, what is called otherwise, what is no longer named", async () => {
    const before = await placesOf(house.db);
    edit(
      "communes.csv",
      "30307,Long Xuyên,phường,91,Long Xuyen",
      "30307,Long Châu,phường,91,Long Chau",
    );
    edit("communes.csv", "\n30292,", "\n99999,Đảo Mới,đặc khu,91,Dao Moi\n30292,");
    edit(
      "type_changes_2026.csv",
      "province,75,Đồng Nai,tỉnh,thành phố,2026-04-30,30/2026/QH16\n",
      "",
    );

    const report = await loadMap(house.db, folder);

    expect(report).toEqual({ added: 1, changed: 1, missing: [] });
    const renamed = house.db.selectFrom("agency").select("name").where("id", "=", "pc-30307");
    expect((await renamed.executeTakeFirst())?.name).toBe("Ủy ban nhân dân phường Long Châu");
    // Within seconds every process answers by it.
    vi.spyOn(performance, "now").mockReturnValue(performance.now() + 60_000);
    const after = await placesOf(house.db);
    expect(before.entry("2025-99999")).toBeUndefined();
    expect(after.search("đảo mới an giang", 1)[0]?.area.fullName).toBe("Đặc khu Đảo Mới");
    expect(after.entry("2025-30307")?.fullName).toBe("Phường Long Châu");
    expect(after.fullNameOn("2025-75", "2026-03-01")).toBe("Thành phố Đồng Nai");
  });

  it("keeps a unit that it no longer names, and reports it", async () => {
    edit("communes.csv", "\n99999,Đảo Mới,đặc khu,91,Dao Moi\n", "\n");

    const report = await loadMap(house.db, folder);

    expect(report).toEqual({ added: 0, changed: 0, missing: ["2025-99999"] });
  });

  it("is written by one of two processes that start together", async () => {
    edit("communes.csv", "30307,Long Châu,", "30307,Long Xuyên,");

    const reports = await Promise.all([loadMap(house.db, folder), loadMap(house.db, folder)]);

    expect(reports.filter(Boolean)).toEqual([{ added: 0, changed: 1, missing: ["2025-99999"] }]);
  });

  it("is written whole or not at all", async () => {
    edit(
      "former_communes.csv",
      "\n00001,",
      "\n00001,Phúc Xá,phường,Quận Ba Đình,Thành phố Hà Nội,88888,no,whole\n00001,",
    );
    edit("communes.csv", "30307,Long Xuyên,", "30307,Long Châu,");

    await expect(loadMap(house.db, folder)).rejects.toThrow(/foreign key/i);

    const unchanged = house.db.selectFrom("area").select("name").where("id", "=", "2025-30307");
    expect((await unchanged.executeTakeFirst())?.name).toBe("Long Xuyên");
  });
});
