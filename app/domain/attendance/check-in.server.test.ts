import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { clearPressRoom } from "#app/test/press-room.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { entryPassOf } from "../invitations/entry-pass.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { attendanceByOutlet, guestsAtDoor, guestsMeant, seatsOf } from "./attendance.server.ts";
import { checkIn, takeSheet, undoCheckIn } from "./check-in.server.ts";

const BEFORE = "2026-09-09T02:00:00.000Z";
const AT_THE_DOOR = "2026-09-10T01:45:00.000Z";
const LATER = "2026-09-10T01:50:00.000Z";

describe.each(databases)("at the door, on $name", ({ open }) => {
  let house: Opened;
  let db: Db;
  let meeting: Row<"meeting">;
  let lan: Officer;
  let minh: Officer;

  beforeAll(async () => {
    house = await open();
    db = house.db;
  });
  afterAll(() => house.close());

  beforeEach(async () => {
    await clearPressRoom(db);
    const ward = await committee(db);
    meeting = await briefing(db, ward, { venueCapacity: 2 });
    [lan, minh] = [await officerOf(db, ward), await officerOf(db, ward, "Minh")];
  });

  const signed = (by: Officer, at = AT_THE_DOOR) => ({ by, at });

  async function guest(details: Parameters<typeof reporter>[1] = {}) {
    const journalist = await reporter(db, details);
    await invite(db, meeting, [journalist.id], signed(lan, BEFORE));
    return db
      .selectFrom("invitation")
      .selectAll()
      .where("journalistId", "=", journalist.id)
      .executeTakeFirstOrThrow();
  }

  const outlet = async (name: string) => {
    const id = randomUUID();
    await db
      .insertInto("outlet")
      .values({ id, provinceId: "2025-91", name, type: "online" })
      .execute();
    return id;
  };

  it("takes an invited journalist in once, however often one phone sends it", async () => {
    const ha = await guest();
    const arrival = { id: randomUUID(), invitation: ha.id };

    const first = await checkIn(db, meeting, arrival, signed(lan));
    const again = await checkIn(db, meeting, arrival, signed(lan, LATER));

    expect(first).toMatchObject({ ok: true, is: "in", attendance: { name: "Hà", by: "Lan" } });
    expect(again).toMatchObject({ ok: true, is: "already", attendance: { at: AT_THE_DOOR } });
    expect(await seatsOf(db, meeting)).toEqual({ in: 1, seats: 2 });
  });

  it("counts a guest seen by two phones once, and tells the second who was first", async () => {
    const ha = await guest();

    const both = await Promise.all(
      [lan, minh].map((officer) =>
        checkIn(db, meeting, { id: randomUUID(), invitation: ha.id }, signed(officer)),
      ),
    );

    const first = both.find((one) => one.ok && one.is === "in");
    const second = both.find((one) => one.ok && one.is === "already");
    expect(first?.ok && second?.ok && second.attendance.by).toBe(first?.ok && first.attendance.by);
    expect((await seatsOf(db, meeting)).in).toBe(1);
  });

  it("knows a guest by the code of the pass, as people type it, and nobody by the answer's token", async () => {
    const ha = await guest();
    const code = entryPassOf(ha);

    const typed = `${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase();
    const byPass = await checkIn(db, meeting, { id: randomUUID(), code: typed }, signed(lan));
    const byToken = await checkIn(db, meeting, { id: randomUUID(), code: ha.token }, signed(lan));

    expect(byPass).toMatchObject({ ok: true, is: "in" });
    expect(byToken).toEqual({ ok: false, reason: "nobody" });
    expect(ha.token).not.toContain(code);
  });

  it("lets nobody in by the pass of another meeting", async () => {
    const ha = await guest();
    const other = await briefing(db, await committee(db));

    const taken = await checkIn(
      db,
      other,
      { id: randomUUID(), code: entryPassOf(ha) },
      signed(lan),
    );

    expect(taken).toEqual({ ok: false, reason: "nobody" });
  });

  it("takes the one who was sent instead in under their own name", async () => {
    const ha = await guest();
    await reply(db, ha.token, { reply: "substitute", substituteName: "Trần Thị Cúc" }, BEFORE);

    const taken = await checkIn(db, meeting, { id: randomUUID(), invitation: ha.id }, signed(lan));

    expect(taken).toMatchObject({ ok: true, attendance: { name: "Trần Thị Cúc" } });
    const [shown] = await guestsAtDoor(db, meeting);
    expect(shown).toMatchObject({ name: "Trần Thị Cúc", insteadOf: "Hà", paper: "" });
  });

  it("takes a walk-in down by name and outlet, once, with the kind of paper seen and nothing of it", async () => {
    const walkIn = { name: "Lê Văn Tám", outletName: "Báo Mẫu", paper: "press_card" as const };

    await checkIn(db, meeting, { id: randomUUID(), walkIn }, signed(lan));
    const again = await checkIn(
      db,
      meeting,
      { id: randomUUID(), walkIn: { ...walkIn, name: "lê văn tám", outletName: "bao mau" } },
      signed(minh),
    );

    expect(again).toMatchObject({ ok: true, is: "already", attendance: { by: "Lan" } });
    const kept = await db.selectFrom("attendance").selectAll().execute();
    expect(kept).toHaveLength(1);
    expect(kept[0]).toMatchObject({ name: "Lê Văn Tám", paper: "press_card", email: null });
  });

  it("keeps the phone's own time as its word and decides by ours", async () => {
    const ha = await guest();
    const saidAt = "2031-01-01T00:00:00.000Z";

    await checkIn(db, meeting, { id: randomUUID(), invitation: ha.id, saidAt }, signed(lan));

    const kept = await db.selectFrom("attendance").selectAll().executeTakeFirstOrThrow();
    expect(kept).toMatchObject({ inAt: AT_THE_DOOR, saidAt });
  });

  it("takes a mistake back, keeps it in the log, and lets the guest in again by a new deed only", async () => {
    const ha = await guest();
    const arrival = { id: randomUUID(), invitation: ha.id };
    await checkIn(db, meeting, arrival, signed(lan));

    await undoCheckIn(db, meeting, arrival.id, signed(minh));
    await undoCheckIn(db, meeting, arrival.id, signed(minh, LATER));

    expect((await seatsOf(db, meeting)).in).toBe(0);
    const resent = await checkIn(db, meeting, arrival, signed(lan));
    expect(resent).toEqual({ ok: false, reason: "undone" });
    const anew = await checkIn(db, meeting, { ...arrival, id: randomUUID() }, signed(lan));
    expect(anew).toMatchObject({ ok: true, is: "in" });
    const log = await db
      .selectFrom("audit")
      .select("act")
      .where("act", "like", "attendance.%")
      .where("about", "=", arrival.id)
      .execute();
    expect(log.map(({ act }) => act).sort()).toEqual([
      "attendance.checked-in",
      "attendance.undone",
    ]);
  });

  it.each([
    ["before the meeting's day", { heldAt: null }, "2026-09-09T16:59:59.999Z", "not-yet"],
    ["at the end of the day after", { heldAt: null }, "2026-09-11T17:00:00.000Z", "closed"],
    ["when it is a draft", { announcedAt: null }, AT_THE_DOOR, "is-draft"],
    ["when it is cancelled", { cancelledAt: BEFORE }, AT_THE_DOOR, "is-cancelled"],
    ["when it is put off", { postponedAt: BEFORE }, AT_THE_DOOR, "is-postponed"],
  ])("lets nobody in %s", async (_, facts, at, reason) => {
    const ha = await guest();
    await db.updateTable("meeting").set(facts).where("id", "=", meeting.id).execute();

    const taken = await checkIn(
      db,
      meeting,
      { id: randomUUID(), invitation: ha.id },
      signed(lan, at),
    );

    expect(taken).toEqual({ ok: false, reason });
  });

  it("takes what a phone hands in after the meeting was said to be held", async () => {
    const ha = await guest();
    await db.updateTable("meeting").set({ heldAt: LATER }).where("id", "=", meeting.id).execute();

    const [answer] = await takeSheet(
      db,
      meeting,
      [{ id: randomUUID(), invitation: ha.id, saidAt: AT_THE_DOOR }],
      signed(lan, "2026-09-11T16:59:59.999Z"),
    );

    expect(answer).toMatchObject({ is: "in" });
  });

  it("takes a sheet in its order, and the same sheet twice once", async () => {
    const [ha, cuc] = [await guest(), await guest({ name: "Cúc" })];
    const mistaken = randomUUID();
    const sheet = [
      { id: mistaken, invitation: ha.id },
      { id: randomUUID(), invitation: cuc.id },
      { id: randomUUID(), undo: mistaken },
      { id: randomUUID(), code: "0000-0000" },
    ];

    const first = await takeSheet(db, meeting, sheet, signed(lan));
    const second = await takeSheet(db, meeting, sheet, signed(lan, LATER));

    expect(first.map(({ is }) => is)).toEqual(["in", "in", "undone", "refused"]);
    expect(second.map(({ is }) => is)).toEqual(["undone", "already", "undone", "refused"]);
    expect((await seatsOf(db, meeting)).in).toBe(1);
  });

  it("counts by outlet, walk-ins included, and names nobody", async () => {
    const outletId = await outlet("Báo Mẫu");
    const [ha, cuc] = [await guest({ outletId }), await guest({ name: "Cúc", outletId })];
    for (const { id } of [ha, cuc])
      await checkIn(db, meeting, { id: randomUUID(), invitation: id }, signed(lan));
    const walkIns = [
      { name: "Tám", outletName: "báo mẫu" },
      { name: "Chín", outletName: undefined },
    ];
    for (const walkIn of walkIns)
      await checkIn(db, meeting, { id: randomUUID(), walkIn }, signed(lan));

    expect(await attendanceByOutlet(db, meeting.id)).toEqual([
      { outlet: "Báo Mẫu", people: 3, walkIns: 1 },
      { outlet: null, people: 1, walkIns: 1 },
    ]);
  });

  it("finds a guest without marks, by outlet, by card number and by pass", async () => {
    const outletId = await outlet("Báo Mẫu");
    const ha = await guest({ name: "Nguyễn Thị Hà", outletId, pressCardNo: "IBT-4711" });
    await guest({ name: "Đỗ Văn Bảy", pressCardNo: null, introLetterNo: null });
    const guests = await guestsAtDoor(db, meeting);

    const found = (typed: string) => guestsMeant(guests, typed).map(({ name }) => name);

    expect(found("ha nguyen")).toEqual(["Nguyễn Thị Hà"]);
    expect(found("bao mau")).toEqual(["Nguyễn Thị Hà"]);
    expect(found("4711")).toEqual(["Nguyễn Thị Hà"]);
    expect(found(entryPassOf(ha).toLowerCase())).toEqual(["Nguyễn Thị Hà"]);
    expect(found("do bay")).toEqual(["Đỗ Văn Bảy"]);
    expect(found("  ")).toEqual([]);
  });

  it("raises the public's revision only once the meeting was held", async () => {
    const [ha, cuc] = [await guest(), await guest({ name: "Cúc" })];
    const revision = async () =>
      (await db.selectFrom("revision").select("number").executeTakeFirstOrThrow()).number;

    const before = await revision();
    await checkIn(db, meeting, { id: randomUUID(), invitation: ha.id }, signed(lan));
    expect(await revision()).toBe(before);

    await db.updateTable("meeting").set({ heldAt: LATER }).where("id", "=", meeting.id).execute();
    const held = await revision();
    await checkIn(db, meeting, { id: randomUUID(), invitation: cuc.id }, signed(lan));
    expect(await revision()).toBeGreaterThan(held);
  });
});
