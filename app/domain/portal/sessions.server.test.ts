import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  AN_GIANG,
  AT,
  clearRoom,
  enter,
  keyIn,
  later,
  openRoom,
  seen,
} from "#app/test/journalists-room.ts";
import { reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { askForLink, findLink, takeLink } from "./links.server.ts";
import { beginPortalSession, findVisitor, revokePortalSession } from "./sessions.server.ts";
import type { Visitor } from "./visitor.ts";

describe.each(databases)("the journalists' room on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await openRoom(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearRoom(db));

  describe("its keys", () => {
    it("go by mail to whom a province knows, in 32 letters, and to nobody else", async () => {
      await reporter(db, { email: "ha@bao.test" });
      await askForLink(db, "ha@bao.test", AT);
      await askForLink(db, "stranger@bao.test", AT);
      const letters = await db.selectFrom("mail").select(["to", "kind"]).execute();

      expect(letters).toEqual([{ to: "ha@bao.test", kind: "portal-link" }]);
      expect(await keyIn(db, "ha@bao.test")).toMatch(/^\w{32}$/);
    });

    it("open once, for fifteen minutes; the database holds none of them", async () => {
      await reporter(db, { email: "ha@bao.test" });
      await askForLink(db, "ha@bao.test", AT);
      const key = await keyIn(db, "ha@bao.test");
      const kept = JSON.stringify(await db.selectFrom("portalLink").selectAll().execute());
      const before = await findLink(db, key, later(14));
      const over = await takeLink(db, key, { ...seen, at: later(15) });
      const first = await takeLink(db, key, { ...seen, at: later(14) });
      const again = await takeLink(db, key, { ...seen, at: later(14) });

      expect(kept).not.toContain(key);
      expect(before).toMatchObject({ purpose: "sign-in", email: "ha@bao.test" });
      expect(over).toEqual({ ok: false, reason: "unknown" });
      expect(first).toMatchObject({ ok: true, purpose: "sign-in" });
      expect(again).toEqual({ ok: false, reason: "unknown" });
    });

    it("let one press in of many at once", async () => {
      await reporter(db, { email: "ha@bao.test" });
      await askForLink(db, "ha@bao.test", AT);
      const key = await keyIn(db, "ha@bao.test");
      const presses = await Promise.all([1, 2, 3, 4].map(() => takeLink(db, key, seen)));

      expect(presses.filter(({ ok }) => ok)).toHaveLength(1);
    });
  });

  describe("a session", () => {
    it("shows every province's record of its address, and of no other", async () => {
      await reporter(db, { name: "Hà", email: "ha@bao.test" });
      await reporter(db, { name: "Hà", email: "ha@bao.test", provinceId: "2025-46" });
      await reporter(db, { name: "Hà", email: "ha@khac.test" });
      const visitor = await enter(db, "ha@bao.test");

      expect(visitor.records.map(({ provinceId }) => provinceId)).toEqual(["2025-46", AN_GIANG]);
      expect(visitor).toMatchObject({ proven: true, email: "ha@bao.test" });
    });

    it("opened by an invitation sees its own record alone and proves nothing", async () => {
      const ha = await reporter(db, { email: "ha@bao.test" });
      await reporter(db, { email: "ha@bao.test", provinceId: "2025-46" });
      const whose = { email: ha.email, journalistId: ha.id };
      const visitor = await findVisitor(db, await beginPortalSession(db, whose, seen), MORNING);

      expect(visitor?.proven).toBe(false);
      expect(visitor?.records.map(({ id }) => id)).toEqual([ha.id]);
    });

    it("ends after half a day, or when its owner ends it, which nobody else can", async () => {
      await reporter(db, { email: "ha@bao.test" });
      const whose = { email: "ha@bao.test", journalistId: null };
      const token = await beginPortalSession(db, whose, seen);
      const { session } = (await findVisitor(db, token, later(719))) as Visitor;

      expect(await findVisitor(db, token, later(720))).toBeUndefined();
      expect(await revokePortalSession(db, { email: "nam@bao.test" }, session)).toBe(false);
      expect(await revokePortalSession(db, whose, session)).toBe(true);
      expect(await findVisitor(db, token, MORNING)).toBeUndefined();
    });
  });
});
