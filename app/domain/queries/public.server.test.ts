import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { signed } from "#app/test/press-room.ts";
import { answered, clearQueries, DAY, inHand, later, now, office } from "#app/test/query-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { nextChangeAt } from "../editions/edition.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { keepBack, openEarly } from "./answering.server.ts";
import { releaseByAsker } from "./asker.server.ts";
import { receiveByMail } from "./by-mail.server.ts";
import { findPublicQuery, listPublicQueries } from "./public.server.ts";

describe.each(databases)("the scoop lock on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearQueries(db));

  it("keeps question and answer from everybody until its very moment, by the rule of the day", async () => {
    const at = await office(db);
    const { query } = await answered(db, at);
    const { opensAt } = await now(db, query);
    // Seven days from 01/09/2026, to the end of 08/09 in Viet Nam.
    expect(opensAt).toBe("2026-09-08T17:00:00.000Z");
    expect(await findPublicQuery(db, query.id, "2026-09-08T16:59:59.999Z")).toBeUndefined();
    const shown = await findPublicQuery(db, query.id, opensAt as string);
    expect(shown).toMatchObject({
      query: { title: "Bao giờ thông đường ven sông?", asker: { name: "Hà", outlet: "Báo Mẫu" } },
      answers: [{ text: "Thông đường ngày 05/09.", speakerName: "Lê Thị Bình" }],
    });
    expect(JSON.stringify(shown)).not.toMatch(/ha@bao\.test|askerPhone|token|sentBy/);
    const listed = await listPublicQueries(db, at.agency, opensAt as string);
    expect(listed).toMatchObject({ counts: { total: 1, confirmed: 0 } });
    expect(await nextChangeAt(db, "2026-09-08T16:00:00.000Z")).toBe(opensAt);
  });

  it("is as long as the province says", async () => {
    const at = await office(db);
    const rule = {
      ...{ value: "3", clock: "calendar_days" as const, fromDay: "2026-09-01" },
      ...{ legalRef: "Quyết định 9", statutory: false, reason: null },
    };
    const scope = { scope: "province", provinceId: at.agency.provinceId } as const;
    await setRule(db, { key: "query.scoop_lock_days", ...scope }, rule, signed());
    const { query } = await answered(db, at);
    expect(await now(db, query)).toMatchObject({ opensAt: "2026-09-04T17:00:00.000Z" });
  });

  it("is ended early by the asker, or at the desk with their consent; a name withheld stays so", async () => {
    const at = await office(db);
    const { query } = await answered(db, at, { nameWithheld: true });
    expect(await releaseByAsker(db, (await now(db, query)).token ?? "", later(30))).toEqual({
      ok: true,
    });
    const shown = await findPublicQuery(db, query.id, later(30));
    expect(shown?.query.asker).toBeNull();
    expect(JSON.stringify(shown)).not.toMatch(/Hà|Báo Mẫu/);

    const { query: second } = await answered(db, at);
    expect(await openEarly(db, second, { agreed: "qua điện thoại" }, at.by(40))).toEqual({
      ok: true,
    });
    expect(await openEarly(db, second, { agreed: "…" }, at.by(41))).toMatchObject({ ok: false });
    expect(await findPublicQuery(db, second.id, later(40))).toBeDefined();
    expect(await keepBack(db, second, { reason: "Đời tư" }, at.by(42))).toEqual({ ok: true });
    expect(await findPublicQuery(db, second.id, later(43))).toBeUndefined();
  });

  it.each(["interview", "forwarded_opinion"] as const)(
    "never opens what is an %s",
    async (kind) => {
      const at = await office(db);
      const { query } = await answered(db, at, { kind });
      expect(await now(db, query)).toMatchObject({ outcome: "answered", opensAt: null });
      expect(await findPublicQuery(db, query.id, later(100 * DAY))).toBeUndefined();
    },
  );

  it("raises the public pages' edition when it is set, not when a stranger asks", async () => {
    const at = await office(db);
    const revision = async () =>
      (await db.selectFrom("revision").select("number").executeTakeFirstOrThrow()).number;
    const before = await revision();
    const { query } = await inHand(db, at);
    await db.deleteFrom("assignment").execute(); // what inHand wrote beside
    const asked = await revision();
    await receiveByMail(db, at.agency, {
      ...{ from: { name: "X", address: "x@bao.test" }, subject: "?", text: "?" },
      ...{ receivedAt: MORNING, messageId: "<2@bao.test>" },
    });
    expect(await revision()).toBe(asked);
    expect(asked).toBeGreaterThan(before);
    await db
      .updateTable("query")
      .set({ opensAt: later(1) })
      .where("id", "=", query.id)
      .execute();
    expect(await revision()).toBe(asked + 1);
  });
});
