import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  begun,
  bridge,
  byHand,
  clearCases,
  draft,
  editionOf,
  feedback,
  kept,
  LATER,
  NOWHERE,
  office,
  send,
} from "#app/test/correction-desk.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf, zip } from "#app/test/papers.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { auditOf, signed } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { changeCase, moveCorrectionCases, openCase, roundsOf } from "./cases.server.ts";
import { closeCase } from "./endings.server.ts";
import { addEvidence, evidenceOf, openCaseWith, removeEvidence } from "./evidence.server.ts";
import { listCases } from "./listing.server.ts";
import { draftFeedback, markSent } from "./rounds.server.ts";

describe.each(databases)("cases about errors of the press on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearCases(db));

  describe("opening one", () => {
    it("gives it the agency's next number of the year, and one of its own to another agency", async () => {
      const other = await committee(db, "30292");
      const numbers = [await begun(db), await begun(db), await begun(db, {}, other)];
      expect(numbers.map(({ number }) => number)).toEqual(["1/2026", "2/2026", "1/2026"]);
      const ward = await committee(db);
      const next = await openCase(db, ward, bridge(), NOWHERE, signed("2026-12-31T17:00:00.000Z"));
      expect(next, "by the year of Viet Nam").toMatchObject({ number: "1/2027" });
    });

    it("gives ten that are opened at once ten numbers", async () => {
      const ward = await committee(db);
      const all = await Promise.all(Array.from({ length: 10 }, () => begun(db, {}, ward)));
      expect(new Set(all.map(({ number }) => number)).size).toBe(10);
    });

    it("joins it to the province's own press agency of that name", async () => {
      const { provinceId } = await committee(db);
      const outlet = { id: "o", provinceId, name: "Nhật báo Mẫu", type: "print" as const };
      await db.insertInto("outlet").values(outlet).execute();
      expect(await kept(db, (await begun(db)).id)).toMatchObject({ outletId: "o" });
      const { id } = await begun(db, { outletName: "Báo khác" });
      expect(await kept(db, id)).toMatchObject({ outletId: null });
    });

    it("keeps it together with its paper, both or neither", async () => {
      const ward = await committee(db);
      const withFile = (bytes: Uint8Array) =>
        openCaseWith(
          db,
          ward,
          bridge(),
          { origin: NOWHERE, file: { name: "trang-3.pdf", bytes } },
          signed(),
        );
      expect(await withFile(zip())).toEqual({ ok: false, reason: "file-unknown-type" });
      expect(await db.selectFrom("correctionCase").selectAll().execute()).toEqual([]);
      const outcome = await withFile(pdf());
      if (!outcome.ok) throw new Error(outcome.reason);
      expect(await evidenceOf(db, outcome)).toMatchObject([{ name: "trang-3.pdf", roundId: null }]);
    });
  });

  it("is changed with what changed in the log, by who saw it as it is, until it is closed", async () => {
    const { id } = await begun(db);
    const ward = await committee(db);
    const right = bridge({ right: "Cầu vẫn thông xe." });
    const change = (edition: number) =>
      changeCase(db, { id, provinceId: ward.provinceId }, right, edition, signed());

    expect(await change(0)).toEqual({ ok: true });
    expect((await auditOf(db)).at(-1)?.particulars).toEqual({
      number: "1/2026",
      changed: ["right"],
    });
    expect(await change(0)).toEqual({ ok: false, reason: "changed-meanwhile" });
    await closeCase(db, { id }, { outcome: "dropped", reason: "Trùng" }, 1, signed());
    expect(await change(2)).toEqual({ ok: false, reason: "is-closed" });
  });

  it("of two officers at once takes what one of them wrote", async () => {
    const { id } = await begun(db);
    const { personId } = await office(db);
    const outcomes = await Promise.all(
      [1, 2].map(() => draftFeedback(db, { id }, feedback(personId), 0, signed())),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await roundsOf(db, { id })).toHaveLength(1);
  });

  it("are listed by what runs out first, to their own desk and their province's, and found by words without marks", async () => {
    const { ward, personId, lan } = await office(db);
    const { id: late } = await begun(db, { articleTitle: "Đường ngập" });
    const { id: found } = await begun(db, { articleTitle: "Trường đóng cửa" });
    const { id: weekly } = await begun(db, { articleTitle: "Chợ cháy", outletKind: "weekly" });
    await begun(db, {}, await committee(db, "30292"));
    await draft(db, late, personId);
    await send(db, late);
    await draft(db, weekly, personId);
    await markSent(
      db,
      { id: weekly },
      { ...byHand, nextIssueDay: "2026-09-12", sentAt: signed().at },
      1,
      signed(),
    );
    const list = async (shelf: "open" | "waiting" | "overdue" | "closed", q?: string, as = lan) => {
      const { cases } = await listCases(db, as, { shelf, q }, LATER);
      return cases.map(({ id }) => id);
    };
    expect(await list("open")).toEqual([late, weekly, found]);
    expect(await list("waiting")).toEqual([late, weekly]);
    expect(await list("overdue"), "two days are over, the issue is to come").toEqual([late]);
    expect(await list("open", "truong dong")).toEqual([found]);
    expect(await list("open", "2/2026")).toEqual([found]);
    expect(await list("open", "xyz")).toEqual([]);
    const province = await officerOf(db, await committee(db, "91"));
    expect(await list("open", undefined, province)).toHaveLength(4);
    const { counts } = await listCases(db, lan, { shelf: "open" }, LATER);
    expect(counts).toEqual({ open: 3, waiting: 2, overdue: 1 });
    const elsewhere = await officerOf(db, await committee(db, "01"));
    expect(await list("open", undefined, elsewhere)).toEqual([]);

    await closeCase(db, { id: found }, { outcome: "dropped", reason: "Trùng" }, 0, signed());
    expect(await list("closed")).toEqual([found]);
    expect(ward.id).toBe("pc-30307");
  });

  describe("papers", () => {
    it("are added and taken out while the case is open, and stay in the books", async () => {
      const { id } = await begun(db);
      const file = { name: "anh.pdf", bytes: pdf() };
      expect(await addEvidence(db, { id }, "Trang 3", file, signed())).toEqual({ ok: true });
      const bad = { name: "anh.pdf", bytes: zip() };
      const refused = { ok: false, reason: "file-unknown-type" };
      expect(await addEvidence(db, { id }, "Trang 3", bad, signed())).toEqual(refused);
      const row = await db.selectFrom("correctionEvidence").selectAll().executeTakeFirstOrThrow();
      expect(await removeEvidence(db, row, signed())).toEqual({ ok: true });
      expect(await evidenceOf(db, { id })).toEqual([]);
      expect(await db.selectFrom("correctionEvidence").selectAll().execute()).toHaveLength(1);
      await closeCase(
        db,
        { id },
        { outcome: "dropped", reason: "Trùng" },
        await editionOf(db, id),
        signed(),
      );
      const closed = { ok: false, reason: "is-closed" };
      expect(await addEvidence(db, { id }, "Trang 3", file, signed())).toEqual(closed);
    });
  });

  it("go on with the agency that takes over while they are open, under a number of its books", async () => {
    const { ward, personId } = await office(db);
    const other = await committee(db, "30292");
    await begun(db, {}, other);
    const { id } = await begun(db, {}, ward);
    const { id: closed } = await begun(db, {}, ward);
    await draft(db, id, personId);
    await closeCase(db, { id: closed }, { outcome: "dropped", reason: "Trùng" }, 0, signed());

    expect(await moveCorrectionCases(db, ward, other, signed())).toBe(1);
    const rows = await db
      .selectFrom("correctionCase")
      .select(["id", "agencyId", "number"])
      .where("id", "in", [id, closed])
      .execute();
    expect(rows).toContainEqual({ id, agencyId: other.id, number: "2/2026" });
    expect(rows).toContainEqual({ id: closed, agencyId: ward.id, number: "2/2026" });
    expect((await auditOf(db)).at(-1)).toMatchObject({
      ...{ act: "correction-case.moved", about: id },
      particulars: { number: "2/2026", before: "1/2026" },
    });
    const sent = await markSent(
      db,
      { id },
      { ...byHand, sentAt: signed().at },
      await editionOf(db, id),
      signed(),
    );
    expect(sent, "who was to sign does not speak for the other").toMatchObject({
      reason: "not-a-speaker",
    });
  });
});
