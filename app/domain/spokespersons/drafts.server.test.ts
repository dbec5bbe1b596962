import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { assigned, byLan, decided, emptyRegister, written } from "#app/test/register.ts";
import type { Db } from "#db/tables.ts";
import { letterOfDelegation } from "./delegation-letter.server.ts";
import {
  activateDraft,
  changeDraft,
  type DelegationDraft,
  draftDelegation,
  findDraftFor,
  listDrafts,
  reportUnavailable,
  withdrawDraft,
} from "./drafts.server.ts";
import { speakersOf } from "./speakers.server.ts";

describe.each(databases)("delegations in the making, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: { id: string };

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    ward = await committee(db);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await db.deleteFrom("delegationDraft").execute();
    await emptyRegister(db);
  });

  const namesAt = async (at: string) => (await speakersOf(db, ward, at)).map(({ name }) => name);
  const findDraft = (id: string) =>
    db
      .selectFrom("delegationDraft")
      .selectAll()
      .where("id", "=", id)
      .executeTakeFirstOrThrow() as Promise<DelegationDraft>;

  it.each([
    { lacking: { documentNo: null }, reason: "missing-written" },
    { lacking: { documentDay: null }, reason: "missing-written" },
    { lacking: { matter: null }, reason: "missing-matter" },
    { lacking: { untilAt: null }, reason: "missing-limit" },
    { lacking: { fromAt: null }, reason: "missing-limit" },
    { lacking: { phone: null }, reason: "missing-person" },
  ])("cannot be activated without $lacking, and stays open", async ({ lacking, reason }) => {
    await assigned(db, ward);
    const draft = await draftDelegation(db, ward, { ...written(), ...lacking }, byLan);

    expect(await activateDraft(db, draft, byLan)).toEqual({ ok: false, reason });

    expect((await findDraft(draft.id)).closedAt).toBeNull();
    expect(await namesAt(written().fromAt)).toEqual(["Nguyễn Văn An"]);
  });

  it("hold from their first moment to the second they end, and leave the regular order behind", async () => {
    await assigned(db, ward, decided({ name: "Bình", capacity: "regular" }));
    await assigned(db, ward);
    const draft = await draftDelegation(db, ward, {}, byLan);
    await changeDraft(db, draft, written());

    const outcome = await activateDraft(db, draft, byLan);

    expect(outcome).toMatchObject({ ok: true });
    expect(await namesAt("2026-09-01T09:59:59.999Z")).toContain("Trần Thị Cúc");
    expect(await namesAt("2026-09-01T10:00:00.000Z")).toEqual(["Bình", "Nguyễn Văn An"]);
    expect(await activateDraft(db, draft, byLan)).toEqual({ ok: false, reason: "already-closed" });
  });

  it("are refused as a whole when the head who should delegate is not on record", async () => {
    const draft = await draftDelegation(db, ward, written(), byLan);

    expect(await activateDraft(db, draft, byLan)).toEqual({ ok: false, reason: "no-head" });
    expect((await findDraft(draft.id)).closedAt).toBeNull();
  });

  it("lie ready for the head when the regular spokesperson cannot speak", async () => {
    const bình = await assigned(db, ward, decided({ name: "Bình", capacity: "regular" }));
    const reported = { reason: "đi công tác", matter: "Sạt lở" };

    await reportUnavailable(db, { ...bình, agencyId: ward.id }, reported, byLan);

    const lan = await officerOf(db, ward);
    const [draft] = await listDrafts(db, lan);
    expect(draft).toMatchObject({ askedBy: "Bình", askReason: "đi công tác", matter: "Sạt lở" });
  });

  it("are seen by their own office and its province alone", async () => {
    const draft = await draftDelegation(db, ward, written(), byLan);
    const own = await officerOf(db, ward);
    const sister = await officerOf(db, await committee(db, "30292"));
    const province = await officerOf(db, await committee(db, "91"));
    const elsewhere = await officerOf(db, await committee(db, "01"));

    const seen = await Promise.all(
      [own, sister, province, elsewhere].map((officer) => findDraftFor(db, officer, draft.id)),
    );

    expect(seen.map((one) => one !== undefined)).toEqual([true, false, true, false]);
  });

  it("are changed no more once they are withdrawn", async () => {
    const { id } = await draftDelegation(db, ward, written(), byLan);
    const draft = await findDraft(id);

    expect(await withdrawDraft(db, draft, byLan)).toEqual({ ok: true });

    const closed = { ok: false, reason: "already-closed" };
    expect(await changeDraft(db, draft, { matter: "khác" })).toEqual(closed);
    expect(await withdrawDraft(db, draft, byLan)).toEqual(closed);
    expect(await activateDraft(db, draft, byLan)).toEqual(closed);
  });

  it("make a letter that says who, for what, until when, and that it is not passed on", async () => {
    await assigned(db, ward);
    const { id } = await draftDelegation(db, ward, written(), byLan);

    const parts = unzipSync(await letterOfDelegation(db, await findDraft(id)));

    const text = new TextDecoder()
      .decode(parts["word/document.xml"])
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]+>/g, "");
    for (const said of [
      "ỦY BAN NHÂN DÂN\nPHƯỜNG LONG XUYÊN",
      "Số: 25/UQ-UBND",
      "Long Xuyên, ngày 01 tháng 9 năm 2026",
      "GIẤY ỦY QUYỀN",
      "Ông/Bà: Nguyễn Văn An",
      "Ông/Bà: Trần Thị Cúc",
      "Sạt lở bờ sông",
      "Từ 08 giờ 00, ngày 01 tháng 9 năm 2026 đến 17 giờ 00, ngày 01 tháng 9 năm 2026",
      "không được ủy quyền lại",
    ])
      expect(text).toContain(said);
  });
});
