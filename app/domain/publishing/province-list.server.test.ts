import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import { assigned, decided, delegated, emptyRegister } from "#app/test/register.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { chosen, countsOf, ListQuery } from "./list-query.ts";
import { listOfProvince } from "./province-list.server.ts";

const AN_GIANG = { id: "2025-91" };
const YESTERDAY = "2026-08-31T01:00:00.000Z";

describe.each(databases)("a province's public list on $name", ({ open }) => {
  let house: Opened;
  let db: Db;
  beforeAll(async () => {
    house = await open();
    db = house.db;
    for (const code of ["30307", "30292", "00004"] as const) await committee(db, code);
    await department("so-y-te", "Sở Y tế tỉnh An Giang");
  });
  afterAll(() => house.close());
  beforeEach(async () => {
    await db.deleteFrom("confirmation").execute();
    await emptyRegister(db);
    await db.deleteFrom("agencyName").execute();
    await db.updateTable("agency").set({ fromDay: null, untilDay: null }).execute();
  });

  async function department(id: string, name: string) {
    await db
      .insertInto("agency")
      .values({ id, areaId: AN_GIANG.id, kind: "department", name, nameEn: "Department of Health" })
      .execute();
  }

  async function confirmed(assignmentId: string, answer: object) {
    const row = { id: assignmentId, agencyId: "pc-30307", assignmentId, quarter: "2026-Q3" };
    const blank = { confirmedAt: null, confirmedBy: null, bouncedAt: null, bounce: null };
    const asked = { token: assignmentId, askedAt: "2026-07-01T01:00:00.000Z" };
    await db
      .insertInto("confirmation")
      .values({ ...row, ...asked, ...blank, ...answer })
      .execute();
  }

  const list = (at = MORNING) => listOfProvince(db, AN_GIANG, { at, now: MORNING });
  const namesOf = async (at?: string) =>
    (await list(at)).entries.map(({ agency, speakers }) => [
      agency.name,
      ...speakers.map(({ name }) => name),
    ]);

  it("names every agency of the province, its own committee first, and nobody of another", async () => {
    await assigned(db, { id: "so-y-te" }, decided({ name: "Công Tằng Tôn Nữ Bảo Châu" }));
    await assigned(db, { id: "pc-00004" });
    await assigned(db, { id: "pc-30307" });
    await delegated(db, { id: "pc-30307" });

    expect(await namesOf()).toEqual([
      ["Ủy ban nhân dân tỉnh An Giang"],
      ["Sở Y tế tỉnh An Giang", "Công Tằng Tôn Nữ Bảo Châu"],
      ["Ủy ban nhân dân phường Bình Đức"],
      ["Ủy ban nhân dân phường Long Xuyên", "Nguyễn Văn An", "Trần Thị Cúc"],
    ]);
  });

  it("leaves out what is not published yet, and what was annulled; the next one is asked first", async () => {
    const head = await assigned(db, { id: "pc-30307" });
    const regular = await assigned(db, { id: "pc-30307" }, decided({ capacity: "regular" }));
    await db
      .updateTable("assignment")
      .set({ publishedAt: null })
      .where("id", "=", regular.id)
      .execute();
    const { entries } = await list();
    await db
      .updateTable("assignment")
      .set({ annulledAt: YESTERDAY })
      .where("id", "=", head.id)
      .execute();

    expect(entries.at(-1)?.speakers).toMatchObject([
      { id: head.id, recommended: true, why: "head-alone" },
    ]);
    expect((await list()).entries.at(-1)?.speakers).toEqual([]);
  });

  it("is that of any day: who spoke then, which agencies there were, and by what name", async () => {
    await assigned(db, { id: "pc-30307" }, decided({ untilDay: "2026-03-15" }));
    await db
      .updateTable("agency")
      .set({ fromDay: "2026-03-01" })
      .where("id", "=", "so-y-te")
      .execute();
    const former = { name: "Ban Y tế", nameEn: "Health Board", basis: "1/QĐ", agencyId: "so-y-te" };
    const signed = { recordedAt: YESTERDAY, recordedBy: "lan" };
    await db
      .insertInto("agencyName")
      .values([
        { id: "first", untilDay: "2026-03-10", ...former, ...signed },
        { id: "second", untilDay: "2026-05-01", ...former, name: "Cục Y tế", ...signed },
      ])
      .execute();

    const march = await namesOf("2026-03-05T05:00:00.000Z");
    expect(march).toContainEqual(["Ban Y tế"]);
    expect(march).toContainEqual(["Ủy ban nhân dân phường Long Xuyên", "Nguyễn Văn An"]);
    expect(await namesOf("2026-04-05T05:00:00.000Z")).toContainEqual(["Cục Y tế"]);
    expect(await namesOf()).toContainEqual(["Sở Y tế tỉnh An Giang"]);
    expect(await namesOf("2026-02-05T05:00:00.000Z")).toHaveLength(3);
    expect(await namesOf("2025-06-30T05:00:00.000Z")).toEqual([]);
  });

  it("marks an entry that nobody has confirmed since the quarter began", async () => {
    const { id } = await assigned(db, { id: "pc-30307" });
    const state = async () => (await list()).entries.at(-1)?.speakers[0]?.confirmed?.state;
    const fresh = await state();
    await db.updateTable("assignment").set({ publishedAt: "2026-06-30T16:00:00.000Z" }).execute();
    const stale = await state();
    await confirmed(id, { confirmedAt: "2026-07-02T01:00:00.000Z", confirmedBy: "lan" });
    const answered = await state();

    const amber = { q: "", state: "unconfirmed" } as const;
    expect([fresh, stale, answered]).toEqual(["confirmed", "unconfirmed", "confirmed"]);
    expect(chosen((await list("2026-10-20T01:00:00.000Z")).entries, amber)).toHaveLength(1);
    expect(chosen((await list()).entries, amber)).toHaveLength(0);
  });

  it("says when it last changed", async () => {
    expect((await list()).updatedAt).toBeNull();
    await assigned(db, { id: "pc-00004" });
    expect((await list()).updatedAt).toBeNull();
    await assigned(db, { id: "pc-30307" });
    expect((await list()).updatedAt).toBe(MORNING);
  });

  it("asks the database as often for one commune as for many", async () => {
    const asked = async () => {
      let statements = 0;
      const executor = db.getExecutor();
      const compile = executor.compileQuery.bind(executor);
      executor.compileQuery = (...given) => {
        statements++;
        return compile(...given);
      };
      await list();
      executor.compileQuery = compile;
      return statements;
    };
    await list();
    const before = await asked();
    for (const code of ["30307", "30292", "91"] as const) {
      await assigned(db, { id: `pc-${code}` });
      await delegated(db, { id: `pc-${code}` });
    }

    expect(await asked()).toBe(before + 1); // how fresh the entries are
  });

  describe("asked for a part", () => {
    beforeEach(async () => {
      await assigned(db, { id: "pc-30307" }, decided({ name: "Nguyễn Thị Thu Hà" }));
      await assigned(db, { id: "so-y-te" }, decided({ name: "Trần An", phone: "02963 999 111" }));
    });

    const left = async (asked: Record<string, string>) => {
      const { entries } = await list();
      return chosen(entries, ListQuery.parse(asked)).map(({ agency }) => agency.id);
    };

    it.each([
      { asked: { q: "thu ha" }, ids: ["pc-30307"] },
      { asked: { q: "sở y tế" }, ids: ["so-y-te"] },
      { asked: { q: "0296399" }, ids: ["so-y-te"] },
      { asked: { q: "30292" }, ids: ["pc-30292"] },
      { asked: { q: "nobody at all" }, ids: [] },
      { asked: { kind: "department" }, ids: ["so-y-te"] },
      { asked: { kind: "commune_committee", state: "missing" }, ids: ["pc-30292"] },
      { asked: { state: "unconfirmed" }, ids: [] },
      { asked: { sort: "name" }, ids: ["so-y-te", "pc-30307", "pc-91", "pc-30292"] },
      {
        asked: { sort: "sideways", kind: "ministry" },
        ids: ["pc-91", "so-y-te", "pc-30292", "pc-30307"],
      },
    ])("gives $ids to $asked", async ({ asked, ids }) => {
      expect(await left(asked as never)).toEqual(ids);
    });

    it("counts the whole, whatever is shown", async () => {
      const { entries } = await list();

      expect(countsOf(entries)).toEqual({ all: 4, missing: 2, unconfirmed: 0 });
    });
  });
});
