import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { effortOf } from "#app/test/effort.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, byLan, decided, delegated, emptyRegister, written } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { endAssignment } from "./assignments.server.ts";
import { findAsked } from "./finding.server.ts";
import { lookUp } from "./lookup.server.ts";
import { phoneIn } from "./people-search.server.ts";

describe.each(databases)("who is looked for by name or number, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    await aroundLongXuyen(opened.db);
    await committee(opened.db);
  });
  afterAll(() => opened.close());
  beforeEach(() => emptyRegister(opened.db));

  const longXuyen = { id: "pc-30307" };
  const ask = (query: string, at = MORNING) => lookUp(opened.db, { query, limit: 5, at });
  const people = async (query: string, at?: string) =>
    (await ask(query, at)).flatMap(({ matched, agency }) =>
      matched.via === "person" || matched.via === "phone" ? [[matched.text, agency?.id]] : [],
    );

  it("is found whole, by the given name, in capitals and without marks", async () => {
    await assigned(opened.db, longXuyen, decided({ name: "ĐẶNG Thị Mỹ" }));
    await assigned(opened.db, { id: "pc-30292" }, decided({ name: "Y-Bion Êban" }));

    for (const typed of ["Đặng Thị Mỹ", "dang thi my", "mi", "bà Mỹ", "ddawngj thij myx"])
      expect(await people(typed), typed).toEqual([["ĐẶNG Thị Mỹ", "pc-30307"]]);
    for (const typed of ["Y Bion Êban", "y bion eban", "eban bình đức"])
      expect(await people(typed), typed).toEqual([["Y-Bion Êban", "pc-30292"]]);
  });

  it("is found by the number in whatever way it is written, and by its end", async () => {
    await assigned(opened.db, longXuyen, decided({ phone: "+84 (296) 3.852-852" }));

    for (const typed of ["0296 3 852 852", "+842963852852", "3852852", "852852", "đt: 02963852852"])
      expect(await people(typed), typed).toEqual([["+84 (296) 3.852-852", "pc-30307"]]);
    expect(await people("0297 3 852 852")).toEqual([]);
    expect(await people("52852")).toEqual([]);
  });

  it("is found no sooner and no later than they speak", async () => {
    const term = decided({ name: "Trần Quốc Bảo", fromDay: "2026-09-10", untilDay: "2026-09-20" });
    await assigned(opened.db, longXuyen, term);

    const found = (at: string) => people("tran quoc bao", at);
    expect(await found("2026-09-09T16:59:59.999Z")).toEqual([]);
    expect(await found("2026-09-09T17:00:00.000Z")).toHaveLength(1);
    expect(await found("2026-09-20T16:59:59.999Z")).toHaveLength(1);
    expect(await found("2026-09-20T17:00:00.000Z")).toEqual([]);
  });

  it("is found as long as a delegation holds", async () => {
    await assigned(opened.db, longXuyen);
    await delegated(opened.db, longXuyen, written());

    expect(await people("cúc", "2026-09-01T00:59:59.999Z")).toEqual([]);
    expect(await people("cúc", "2026-09-01T01:00:00.000Z")).toHaveLength(1);
    expect(await people("cúc", "2026-09-01T10:00:00.000Z")).toEqual([]);
  });

  it("is found at once by what was changed, and only on the public list", async () => {
    const { id, name } = await assigned(opened.db, longXuyen, decided({ name: "Lê Văn Tám" }));
    expect(await people("lê văn tám")).toHaveLength(1);

    await opened.db.updateTable("person").set({ name: "Lê Văn Chín" }).execute();
    expect(await people("lê văn tám")).toEqual([]);
    expect(await people("lê văn chín")).toHaveLength(1);

    await opened.db
      .updateTable("assignment")
      .set({ publishedAt: null })
      .where("id", "=", id)
      .execute();
    expect(await people("lê văn chín")).toEqual([]);
    await opened.db
      .updateTable("assignment")
      .set({ publishedAt: MORNING })
      .where("id", "=", id)
      .execute();
    expect(await people("lê văn chín")).toHaveLength(1);

    await opened.db
      .updateTable("assignment")
      .set({ annulledAt: MORNING })
      .where("id", "=", id)
      .execute();
    expect(await people("lê văn chín")).toEqual([]);
    await opened.db
      .updateTable("assignment")
      .set({ annulledAt: null })
      .where("id", "=", id)
      .execute();
    const end = { endDay: "2026-08-31", reason: "Nghỉ hưu", decisionNo: "9/QĐ-UBND" };
    await endAssignment(opened.db, { id, name }, end, byLan);
    expect(await people("lê văn chín")).toEqual([]);
    expect(await people("lê văn chín", "2026-08-30T05:00:00.000Z")).toHaveLength(1);
  });

  it("leaves what is plainly a place as it was, with namesakes behind it", async () => {
    const before = await ask("long xuyên");
    await assigned(opened.db, { id: "pc-30337" }, decided({ name: "Long Xuyên" }));
    const after = await ask("long xuyên");

    expect(after.slice(0, before.length).map(({ area }) => area.id)).toEqual(
      before.map(({ area }) => area.id),
    );
    expect(after.slice(before.length).map(({ matched }) => matched)).toEqual([
      { text: "Long Xuyên", via: "person" },
    ]);
  });

  it("is a department by any of its names, as soon as it has one", async () => {
    const insert = (id: string, name: string) =>
      opened.db
        .insertInto("agency")
        .values({
          ...{ id, name, areaId: "2025-91", kind: "department", nameEn: "Department of Health" },
          ...{ symbol: "SYT", underId: null, fromDay: null, untilDay: null },
        })
        .execute();
    expect(
      await findAsked(opened.db, { query: "sở y tế an giang", limit: 1, at: MORNING }),
    ).not.toMatchObject([{ agencyId: "health" }]);
    await insert("health", "Sở Y tế");
    for (const query of ["sở y tế an giang", "so y te ag", "SYT An Giang", "sở y"])
      expect((await ask(query))[0], query).toMatchObject({
        agency: { id: "health", kind: "department", name: "Sở Y tế" },
        area: { id: "2025-91" },
        matched: { text: "Sở Y tế", via: "agency" },
      });

    await opened.db
      .updateTable("agency")
      .set({ name: "Sở Sức khỏe" })
      .where("id", "=", "health")
      .execute();
    expect((await ask("sở sức khỏe"))[0]?.agency?.id).toBe("health");
    await opened.db
      .updateTable("agency")
      .set({ untilDay: "2026-08-31" })
      .where("id", "=", "health")
      .execute();
    expect((await ask("sở sức khỏe"))[0]?.agency?.id).not.toBe("health");
    expect((await ask("sở sức khỏe", "2026-08-30T05:00:00.000Z"))[0]?.agency?.id).toBe("health");
  });

  it("answers the longest and worst of questions as it answers others", async () => {
    await namesakes(opened.db, 500);
    const worst = [
      "nguyen ".repeat(28),
      "a b c d e f g h i k l m n o p q r s t u v x y ".repeat(4),
      "số 1, ".repeat(33),
      "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa ".repeat(5),
      "sở y tế ".repeat(25),
      "x1x2x3x4x5x6x7x8 ".repeat(11),
    ].map((text) => text.slice(0, 200));

    for (const query of worst) {
      const effort = await effortOf(async () =>
        expect((await ask(query)).length).toBeLessThanOrEqual(5),
      );
      expect(effort, query).toBeLessThan(2);
    }
  });
});

/** So many people of one name, each of whom heads Long Xuyên. */
async function namesakes(db: Db, number: number) {
  const { id } = await assigned(db, { id: "pc-30307" });
  const row = await db
    .selectFrom("assignment")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  const ids = Array.from({ length: number }, (_, i) => `namesake-${i}`);
  await db
    .insertInto("person")
    .values(ids.map((id) => ({ id, name: "Nguyễn Văn An" })))
    .execute();
  await db
    .insertInto("assignment")
    .values(ids.map((id) => ({ ...row, id, personId: id })))
    .execute();
}

describe("a text", () => {
  it.each([
    ["0296 3 852 852", "2963852852"],
    ["+84 296 3852 852", "2963852852"],
    ["0084-918-245-367", "918245367"],
    ["852852", "852852"],
    ["sđt 0918245367", "918245367"],
  ])("«%s» is the number %s", (typed, digits) => {
    expect(phoneIn(typed)).toBe(digits);
  });

  it.each(["30307", "12345", "phường 1", "0296 3 852 852 long xuyên", "1".repeat(30), ""])(
    "«%s» is none",
    (typed) => {
      expect(phoneIn(typed)).toBeUndefined();
    },
  );
});
