import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, speaker, wanted } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { announceMeeting, findMeetingFor, holdMeeting, planMeeting } from "./meetings.server.ts";

const DURING = "2026-09-10T02:30:00.000Z";

describe.each(databases)("meetings on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const planned = async (details = wanted()) => {
    const plan = await planMeeting(db, await committee(db), details, signed());
    return { id: plan.ok ? plan.id : "" };
  };
  const stored = () => db.selectFrom("meeting").selectAll().execute();

  it("is planned as a draft, with a line in the audit log", async () => {
    const { id } = await planned();

    expect(await stored()).toMatchObject([
      { id, ...wanted(), revision: 0, announcedAt: null, createdBy: "lan" },
    ]);
    expect(await auditOf(db)).toEqual([
      {
        act: "meeting.planned",
        about: id,
        byName: "Lan",
        particulars: { subject: wanted().subject },
      },
    ]);
  });

  it("is not planned for an hour that has passed", async () => {
    const past = wanted({ startsAt: signed().at });
    const plan = await planMeeting(db, await committee(db), past, signed());

    expect(plan).toEqual({ ok: false, reason: "in-the-past" });
    expect(await stored()).toEqual([]);
  });

  it("keeps the spokesperson's name, position and capacity as they are at its start", async () => {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward);
    await planned(wanted({ spokespersonId: personId }));
    await db.updateTable("person").set({ name: "Tên khác" }).execute();

    expect(await stored()).toMatchObject([
      {
        spokespersonId: personId,
        spokespersonName: "Lê Thị Bình",
        spokespersonPosition: "Phó Chủ tịch",
        spokespersonCapacity: "regular",
      },
    ]);
  });

  it.each([
    { who: "whose assignment ends the day before", at: "30307", untilDay: "2026-09-09" },
    { who: "of another agency", at: "30292", untilDay: null },
  ] as const)("does not take a spokesperson $who", async ({ at, untilDay }) => {
    const { personId } = await speaker(db, await committee(db, at), { untilDay });
    const details = wanted({ spokespersonId: personId });
    const plan = await planMeeting(db, await committee(db), details, signed());

    expect(plan).toEqual({ ok: false, reason: "not-a-speaker" });
    expect(await stored()).toEqual([]);
    expect(await auditOf(db)).toEqual([]);
  });

  it("takes a spokesperson on the last day of the assignment", async () => {
    const { personId } = await speaker(db, await committee(db), { untilDay: "2026-09-10" });
    const details = wanted({ spokespersonId: personId });

    expect(await planMeeting(db, await committee(db), details, signed())).toMatchObject({
      ok: true,
    });
  });

  it("is announced and then held, each with its moment and its line", async () => {
    const meeting = await planned();

    expect(await announceMeeting(db, meeting, signed())).toEqual({ ok: true });
    expect(await holdMeeting(db, meeting, signed(DURING))).toEqual({ ok: true });
    expect(await stored()).toMatchObject([{ announcedAt: signed().at, heldAt: DURING }]);
    expect((await auditOf(db)).map(({ act }) => act).toSorted()).toEqual([
      "meeting.announced",
      "meeting.held",
      "meeting.planned",
    ]);
  });

  it("is not held before it begins, not announced once it began, not announced twice", async () => {
    const meeting = await planned();

    const late = await announceMeeting(db, meeting, signed(DURING));
    await announceMeeting(db, meeting, signed());
    const again = await announceMeeting(db, meeting, signed());
    const early = await holdMeeting(db, meeting, signed());

    expect([late, again, early]).toEqual([
      { ok: false, reason: "begun" },
      { ok: false, reason: "is-announced" },
      { ok: false, reason: "not-begun" },
    ]);
    expect(await stored()).toMatchObject([{ announcedAt: signed().at, heldAt: null }]);
    expect(await auditOf(db)).toHaveLength(2);
  });

  it("is announced once when many officers press at the same time", async () => {
    const meeting = await planned();
    const press = () => announceMeeting(db, meeting, signed());
    await Promise.all(Array.from({ length: 9 }, stored)); // connections are open, so that they race
    const outcomes = await Promise.all(Array.from({ length: 9 }, press));

    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await auditOf(db)).toHaveLength(2);
  });

  it("is found by the officers whose it is, with its agency", async () => {
    const ward = await committee(db);
    const { id } = await briefing(db, ward);
    const [ours, neighbours, provinces, strangers] = await Promise.all([
      officerOf(db, ward),
      officerOf(db, await committee(db, "30292"), "Minh"),
      officerOf(db, await committee(db, "91"), "Tỉnh"),
      officerOf(db, await committee(db, "46"), "Huế"),
    ]);
    const find = (officer: typeof ours) => findMeetingFor(db, officer, id);

    expect(await find(ours)).toMatchObject({
      id,
      agencyName: "Ủy ban nhân dân phường Long Xuyên",
      agencyNameEn: "People's Committee of Long Xuyen",
      areaCode: "30307",
      provinceId: "2025-91",
    });
    expect(await find(provinces)).toMatchObject({ id });
    expect(await find(neighbours)).toBeUndefined();
    expect(await find(strangers)).toBeUndefined();
  });
});
