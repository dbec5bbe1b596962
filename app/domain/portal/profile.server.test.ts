import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  AT,
  clearRoom,
  enter,
  keyIn,
  later,
  openRoom,
  own,
  seen,
} from "#app/test/journalists-room.ts";
import { reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { giveConsent, withdrawConsent } from "./consents.server.ts";
import { askForAddress, takeLink } from "./links.server.ts";
import { changeProfile, profileOf } from "./profile.server.ts";
import { ProfileForm } from "./profile-form.ts";
import { findVisitor } from "./sessions.server.ts";
import { hasOldCard } from "./visitor.ts";

describe.each(databases)("one's own record on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await openRoom(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearRoom(db));

  const filled = (details: object = {}) =>
    ProfileForm.parse({ name: "Hà", language: "vi", beats: ["health"], ...details });

  it("is changed by its owner, with a line that says so and names no value", async () => {
    const ha = await reporter(db, { email: "ha@bao.test", pressCardNo: null });
    const visitor = await enter(db, "ha@bao.test");
    const changed = await changeProfile(
      db,
      own(visitor, ha.id),
      filled({
        ...{ phone: "0912 345 678", outlet: "Báo Mới", areas: "phuong long xuyen\nBình Đức" },
        ...{ introLetterNo: "12/GGT", introLetterUntilDay: "2026-12-31" },
        introLetterFor: "Làm việc với UBND phường",
      }),
      MORNING,
    );
    const [line] = await db
      .selectFrom("audit")
      .selectAll()
      .where("act", "=", "journalist.changed-self")
      .execute();

    expect(changed).toMatchObject({ ok: true });
    expect(await profileOf(db, own(visitor, ha.id))).toMatchObject({
      ...{ phone: "0912 345 678", outletName: "Báo Mới", introLetterNo: "12/GGT" },
      areas: ["Phường Bình Đức", "Phường Long Xuyên"],
    });
    expect(line).toMatchObject({ by: `journalist:${ha.id}`, about: ha.id });
    expect(JSON.parse(line?.particulars ?? "").changed).toEqual(
      expect.arrayContaining(["phone", "outletName", "areas", "introLetterNo"]),
    );
    expect(line?.particulars).not.toContain("0912");
  });

  it("takes an area that it knows, and says which it does not", async () => {
    const ha = await reporter(db, { email: "ha@bao.test" });
    const visitor = await enter(db, "ha@bao.test");
    const details = filled({ areas: "Long Xuyên\nVỹ Dạ\nAtlantis" });
    const refused = await changeProfile(db, own(visitor, ha.id), details, MORNING);

    expect(refused).toEqual({ ok: false, reason: "unknown-area", areas: ["Vỹ Dạ", "Atlantis"] });
    expect((await profileOf(db, own(visitor, ha.id))).beats).toEqual([]);
  });

  it("asks for neither paper, and for a number only beside an end", () => {
    const read = (details: object) =>
      ProfileForm.safeParse({ name: "Hà", language: "vi", beats: [], ...details }).success;

    expect(read({})).toBe(true);
    expect(read({ pressCardNo: "IBT-1" })).toBe(true);
    expect(read({ introLetterNo: "12/GGT" })).toBe(true);
    expect(read({ pressCardUntilDay: "2026-12-31" })).toBe(false);
    expect(read({ introLetterFor: "đưa tin" })).toBe(false);
  });

  it("knows an old card from one that holds, without consequence", () => {
    const card = { pressCardNo: "IBT-1", pressCardUntilDay: "2026-03-31" };

    expect(hasOldCard(card, "2026-03-31")).toBe(false);
    expect(hasOldCard(card, "2026-04-01")).toBe(true);
    expect(hasOldCard({ ...card, pressCardNo: null }, "2026-04-01")).toBe(false);
  });

  it("moves to an address whose owner says so, everywhere at once, and ends the old sessions", async () => {
    const ha = await reporter(db, { email: "ha@bao.test" });
    await reporter(db, { email: "ha@bao.test", provinceId: "2025-46" });
    const visitor = await enter(db, "ha@bao.test");
    await askForAddress(db, visitor, "ha.moi@bao.test", AT);
    const kept = await enter(db, "ha@bao.test");
    const taken = await takeLink(db, await keyIn(db, "ha.moi@bao.test"), seen);
    const moved = taken.ok ? await findVisitor(db, taken.token, MORNING) : undefined;
    const sessions = await db.selectFrom("portalSession").select("email").execute();

    expect(kept.records).toHaveLength(2);
    expect(taken).toMatchObject({ ok: true, purpose: "address" });
    expect(moved?.records.map(({ id }) => id)).toContain(ha.id);
    expect(moved?.records).toHaveLength(2);
    expect(sessions).toEqual([{ email: "ha.moi@bao.test" }]);
  });

  it("never runs into somebody else's, and merges nothing", async () => {
    await reporter(db, { email: "ha@bao.test" });
    await reporter(db, { name: "Nam", email: "nam@bao.test" });
    await askForAddress(db, await enter(db, "ha@bao.test"), "nam@bao.test", AT);
    const key = await keyIn(db, "nam@bao.test");

    expect(await takeLink(db, key, seen)).toEqual({ ok: false, reason: "email-listed" });
    expect((await enter(db, "ha@bao.test")).records).toHaveLength(1);
    expect((await enter(db, "nam@bao.test")).records).toHaveLength(1);
  });

  it("keeps proof of a consent given here, and of its end", async () => {
    const ha = await reporter(db, { awaitsConsentSince: MORNING, consentBasis: "" });
    await giveConsent(db, ha, MORNING);
    await giveConsent(db, ha, later(1));
    await withdrawConsent(db, ha, later(2));
    const records = await db.selectFrom("consentRecord").selectAll().execute();
    const row = await db.selectFrom("journalist").selectAll().executeTakeFirstOrThrow();

    expect(records).toMatchObject([
      { textVersion: "2026-12-02", channel: "portal", givenAt: MORNING, withdrawnAt: later(2) },
    ]);
    expect(row).toMatchObject({ awaitsConsentSince: null, unsubscribedAt: later(2) });
  });
});
