import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, reporter } from "#app/test/people.ts";
import { clearPressRoom, signed } from "#app/test/press-room.ts";
import {
  approve,
  contents,
  corrected,
  editionOf,
  LATER,
  publicOf,
  published,
} from "#app/test/statement-desk.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { suppress } from "../press/suppression.server.ts";
import { readReceipt } from "../receipts/receipt.ts";
import { findReceipt } from "../receipts/receipts.server.ts";
import { draftCorrection } from "./drafting.server.ts";
import { equalAccessOf } from "./equal-access.server.ts";
import { listErrata } from "./errata.server.ts";
import { findPublicStatement } from "./public.server.ts";
import { publishStatement } from "./publication.server.ts";
import { retractStatement } from "./retraction.server.ts";
import { changeStatement } from "./statements.server.ts";

describe.each(databases)("our own corrections on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
    await committee(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  it("stand beside what was wrong, with a receipt each, and reach whoever got it", async () => {
    const [ha, binh] = [await reporter(db), await reporter(db, { name: "Bình" })];
    const { statement, personId } = await published(db, [ha.id]);
    const right = await corrected(
      db,
      statement.id,
      personId,
      contents.body.replace("12", "1,2"),
      LATER,
    );
    const outcome = await publishStatement(db, right, { journalistIds: [binh.id] }, signed(LATER));

    expect(outcome).toMatchObject({ ok: true, letters: 2 });
    const letters = await db.selectFrom("mail").selectAll().where("postedAt", "=", LATER).execute();
    expect(letters.map(({ to }) => to).toSorted()).toEqual([ha.email, binh.email].toSorted());
    expect(letters[0]?.subject).toContain("[Đính chính]");
    expect(letters[0]?.text).toContain("Ghi nhầm số km.");
    expect(letters[0]?.text).toContain("Đã viết\nMở 12 km đường.");
    expect(letters[0]?.text).toContain("Nay sửa là\nMở 1,2 km đường.");

    const before = await publicOf(db, statement);
    const after = await publicOf(db, right);
    expect(before.statement.body).toBe(contents.body);
    expect(before.right?.erratum.reason).toBe("Ghi nhầm số km.");
    expect(after.wrong?.erratum.text).toContainEqual({ kind: "new", text: "1,2" });
    expect(after.sha256).not.toBe(before.sha256);
    expect(readReceipt((await findReceipt(db, right.id))?.content ?? "")).toMatchObject({
      ...{ corrects: `https://press.test/statements/${statement.id}`, reason: "Ghi nhầm số km." },
    });
    expect((await equalAccessOf(db, right)).counts.queued).toBe(2);
    expect((await listErrata(db, {})).entries).toMatchObject([
      { id: right.id, wrong: { id: statement.id }, retracted: null },
    ]);
  });

  it("tell whoever got the first edition when the second is put right too", async () => {
    const ha = await reporter(db);
    const { statement, personId } = await published(db, [ha.id]);
    const second = await corrected(db, statement.id, personId, "Mở 1,2 km.", LATER);
    await db.updateTable("journalist").set({ unsubscribedAt: LATER }).execute();
    await publishStatement(db, second, { journalistIds: [], publicOnly: true }, signed(LATER));
    await db.updateTable("journalist").set({ unsubscribedAt: null }).execute();
    const third = await corrected(db, second.id, personId, "Mở 1,3 km.", LATER);
    const outcome = await publishStatement(
      db,
      third,
      { journalistIds: [], publicOnly: true },
      signed(LATER),
    );

    expect(outcome).toMatchObject({ ok: true, letters: 1 });
  });

  it("say something else, are one at a time, and not of what was put right already", async () => {
    const { statement, personId } = await published(db);
    const same = await corrected(db, statement.id, personId, contents.body, LATER);
    const publish = (one: { id: string }) =>
      publishStatement(db, one, { journalistIds: [], publicOnly: true }, signed(LATER));

    expect(await publish(same)).toEqual({ ok: false, reason: "nothing-changed" });
    expect(await draftCorrection(db, statement, "lý do", signed(LATER))).toEqual({
      ok: false,
      reason: "has-draft",
    });
    const change = { speakerId: personId, edition: await editionOf(db, same) };
    await changeStatement(db, same, { ...contents, body: "Khác." }, change, signed(LATER));
    await approve(db, same, LATER);
    expect(await publish(same)).toMatchObject({ ok: true });
    expect(await draftCorrection(db, statement, "lý do", signed(LATER))).toEqual({
      ok: false,
      reason: "is-corrected",
    });
  });

  it("or are taken back: still to be read, told to whoever got it, in the ledger", async () => {
    const ha = await reporter(db);
    const { statement } = await published(db, [ha.id]);
    const wish = { reason: "Công bố nhầm.", approver: "Nguyễn Văn An" };
    expect(await retractStatement(db, statement, wish, signed(LATER))).toEqual({
      ok: true,
      letters: 1,
    });
    expect(await retractStatement(db, statement, wish, signed(LATER))).toEqual({
      ok: false,
      reason: "is-retracted",
    });

    const letter = await db
      .selectFrom("mail")
      .selectAll()
      .where("kind", "=", "statement-retraction")
      .executeTakeFirstOrThrow();
    expect(letter).toMatchObject({ to: ha.email, subject: `[Rút lại] ${contents.title}` });
    expect(letter.text).toContain("Công bố nhầm.");
    expect((await findPublicStatement(db, statement.id))?.statement).toMatchObject({
      ...{ body: contents.body, retractReason: "Công bố nhầm." },
    });
    expect((await equalAccessOf(db, statement)).outlets[0]?.letters).toBe(1);
    expect((await listErrata(db, {})).entries[0]?.retracted).toMatchObject({ at: LATER });
    expect(await draftCorrection(db, statement, "lý do", signed(LATER))).toEqual({
      ok: false,
      reason: "is-retracted",
    });
  });

  it("tell nobody of it whose address letters are kept from", async () => {
    const [ha, nam] = [await reporter(db), await reporter(db, { name: "Nam" })];
    const { statement } = await published(db, [ha.id, nam.id]);
    const wish = { provinceId: "2025-91", email: nam.email, ground: "dead_address" as const };
    await suppress(db, wish, signed(LATER));

    const taken = { reason: "Công bố nhầm.", approver: "Nguyễn Văn An" };
    expect(await retractStatement(db, statement, taken, signed(LATER))).toMatchObject({
      letters: 1,
    });
  });
});
