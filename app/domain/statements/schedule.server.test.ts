import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed } from "#app/test/press-room.ts";
import { approve, contents, drafted, HOUR, LATER } from "#app/test/statement-desk.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { revisionOf } from "../revisions/revision.server.ts";
import { findPublicStatement } from "./public.server.ts";
import { publishDue, scheduleStatement, unscheduleStatement } from "./schedule.server.ts";
import { changeStatement, findStatement } from "./statements.server.ts";

describe.each(databases)("a schedule on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  it("publishes at its second, to whoever is on the list then, once though two look", async () => {
    const { statement } = await drafted(db);
    await approve(db, statement);
    const ha = await reporter(db);
    const choice = { listIds: [], beats: [], outletIds: [], journalistIds: [ha.id] };
    const wish = { at: LATER, choice, publicOnly: false };
    expect(await scheduleStatement(db, statement, wish, signed(HOUR))).toEqual({ ok: true });
    const before = await revisionOf(db);

    expect(await publishDue(db, "2026-09-01T04:59:59.999Z")).toMatchObject({ published: 0 });
    expect(await findPublicStatement(db, statement.id)).toBeUndefined();
    const looks = await Promise.all([publishDue(db, LATER), publishDue(db, LATER)]);

    expect(looks.map((look) => look.published).toSorted()).toEqual([0, 1]);
    expect(await findStatement(db, statement.id)).toMatchObject({
      ...{ publishedAt: LATER, publishedBy: "lan", scheduledAt: null },
    });
    expect(await db.selectFrom("mail").select("dueAt").execute()).toEqual([{ dueAt: LATER }]);
    expect(await revisionOf(db)).toBeGreaterThan(before);
    expect((await auditOf(db)).at(-1)).toMatchObject({
      ...{ act: "statement.published", byName: "Lan" },
    });
  });

  it("asks who may speak for that moment, and again at it", async () => {
    const { statement, ward } = await drafted(db, {}, "2026-09-01");
    await approve(db, statement);
    const wish = {
      choice: { listIds: [], beats: [], outletIds: [], journalistIds: [] },
      publicOnly: true,
    };
    const tomorrow = { at: "2026-09-02T05:00:00.000Z", ...wish };
    expect(await scheduleStatement(db, statement, tomorrow, signed(HOUR))).toEqual({
      ok: false,
      reason: "not-a-speaker",
    });
    expect(await scheduleStatement(db, statement, { at: LATER, ...wish }, signed(HOUR))).toEqual({
      ok: true,
    });
    await db
      .updateTable("assignment")
      .set({ endDay: "2026-08-31", endKind: "revoked" })
      .where("agencyId", "=", ward.id)
      .execute();

    expect(await publishDue(db, LATER)).toEqual({ published: 0, letters: 0, refused: 1 });
    expect(await findStatement(db, statement.id)).toMatchObject({
      ...{ publishedAt: null, scheduledAt: null, scheduleProblem: "not-a-speaker" },
      approver: "Nguyễn Văn An",
    });
    expect((await auditOf(db)).at(-1)).toMatchObject({ act: "statement.schedule-refused" });
    expect(await publishDue(db, LATER)).toMatchObject({ refused: 0 });
  });

  it("falls with a change, and can be taken back", async () => {
    const { statement, personId } = await drafted(db);
    await approve(db, statement);
    const choice = { listIds: [], beats: [], outletIds: [], journalistIds: [] };
    const wish = { at: LATER, choice, publicOnly: true };
    expect(await scheduleStatement(db, statement, { ...wish, at: HOUR }, signed(HOUR))).toEqual({
      ok: false,
      reason: "schedule-past",
    });
    await scheduleStatement(db, statement, wish, signed(HOUR));
    await unscheduleStatement(db, statement, signed(HOUR));
    expect(await publishDue(db, LATER)).toMatchObject({ published: 0 });
    await scheduleStatement(db, statement, wish, signed(HOUR));
    await changeStatement(db, statement, contents, { speakerId: personId, edition: 0 }, signed());

    expect(await publishDue(db, LATER)).toMatchObject({ published: 0, refused: 0 });
    expect(await findStatement(db, statement.id)).toMatchObject({ approvedAt: null });
  });

  it("is kept though one before it fails", async () => {
    const choice = { listIds: [], beats: [], outletIds: [], journalistIds: [] };
    const wish = { at: LATER, choice, publicOnly: true };
    const spoilt = await drafted(db);
    const sound = await drafted(db);
    for (const { statement } of [spoilt, sound]) {
      await approve(db, statement);
      await scheduleStatement(db, statement, wish, signed(HOUR));
    }
    await db
      .updateTable("statement")
      .set({ scheduledAt: HOUR, scheduledTo: "{" })
      .where("id", "=", spoilt.statement.id)
      .execute();

    await expect(publishDue(db, LATER)).rejects.toThrow("JSON");
    expect(await findStatement(db, spoilt.statement.id)).toMatchObject({ publishedAt: null });
    expect(await findStatement(db, sound.statement.id)).toMatchObject({ publishedAt: LATER });
  });
});
