import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, reporter } from "#app/test/people.ts";
import {
  auditOf,
  clearPressRoom,
  lettersOf,
  signed,
  speaker,
  wanted,
} from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { callUrgent } from "./urgent.server.ts";

const inTwoHours = wanted({
  cadence: "adhoc",
  subject: "Sạt lở bờ sông",
  startsAt: "2026-09-01T03:00:00.000Z",
  endsAt: "2026-09-01T04:00:00.000Z",
});

describe.each(databases)("an urgent call on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const nothingLeft = async () => {
    for (const table of ["meeting", "invitation", "mail", "audit"] as const)
      expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
  };

  it("plans, announces and invites in one go", async () => {
    const ward = await committee(db);
    const ha = await reporter(db);
    const outcome = await callUrgent(db, ward, inTwoHours, [ha.id], signed());

    expect(outcome).toMatchObject({ ok: true, invited: 1 });
    const [meeting] = await db.selectFrom("meeting").selectAll().execute();
    expect(meeting).toMatchObject({ subject: inTwoHours.subject, announcedAt: MORNING });
    expect(await lettersOf(db, meeting?.id ?? "")).toMatchObject([{ to: ha.email }]);
    expect((await auditOf(db)).map(({ act }) => act).toSorted()).toEqual([
      "meeting.announced",
      "meeting.invited",
      "meeting.planned",
    ]);
  });

  it("happens once, however often the button is pressed in one breath", async () => {
    const ward = await committee(db);
    const ha = await reporter(db);
    const press = () => callUrgent(db, ward, inTwoHours, [ha.id], signed());
    const atOnce = Array.from({ length: 4 });
    // Connections that are open already, so that all four are inside at the same time.
    await Promise.all(atOnce.map(() => db.selectFrom("agency").select("id").execute()));

    const [first, ...others] = await Promise.all(atOnce.map(press));

    expect(first).toMatchObject({ ok: true, invited: 1 });
    expect(others).toEqual(others.map(() => first));
    expect(await db.selectFrom("meeting").selectAll().execute()).toHaveLength(1);
    expect(await db.selectFrom("mail").selectAll().execute()).toHaveLength(1);
  });

  it("leaves nothing behind when nobody can be invited", async () => {
    const ward = await committee(db);
    const gone = await reporter(db, { unsubscribedAt: MORNING });

    expect(await callUrgent(db, ward, inTwoHours, [gone.id], signed())).toEqual({
      ok: false,
      reason: "nobody",
    });
    await nothingLeft();
  });

  it("leaves nothing behind when a letter cannot be written", async () => {
    const ward = await committee(db);
    const broken = await reporter(db, { email: "hỏng" });

    await expect(callUrgent(db, ward, inTwoHours, [broken.id], signed())).rejects.toThrow();
    await nothingLeft();
  });

  it("refuses a spokesperson who may not speak then", async () => {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward, { untilDay: "2026-08-31" });
    const details = { ...inTwoHours, spokespersonId: personId };
    const ha = await reporter(db);

    expect(await callUrgent(db, ward, details, [ha.id], signed())).toEqual({
      ok: false,
      reason: "not-a-speaker",
    });
    await nothingLeft();
  });
});
