import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  AN_GIANG,
  AT,
  clearRoom,
  enter,
  later,
  openRoom,
  own,
  provinceOfficer,
} from "#app/test/journalists-room.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { openCalendar } from "../feeds/journalist-calendar.server.ts";
import {
  answerRequest,
  clocksOfRequest,
  executeRequest,
  findRequestFor,
  requestOnData,
} from "./data-requests.server.ts";

describe.each(databases)("a request about data on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await openRoom(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearRoom(db));

  it.each([
    ["2026-06-24T01:00:00.000Z", "2026-06-26", "2026-07-09"],
    ["2026-09-01T01:00:00.000Z", "2026-09-04", "2026-09-16"],
    ["2027-02-04T01:00:00.000Z", "2027-02-12", "2027-02-19"],
  ])("of %s is answered by %s and carried out by %s", async (askedAt, answer, execution) => {
    await db.deleteFrom("holiday").execute();
    await db
      .insertInto("holiday")
      .values(
        ["2026-09-02", "2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10"].map((day) => ({
          ...{ day, kind: "off" as const, name: "Nghỉ", basis: "thử" },
          ...{ recordedAt: MORNING, recordedBy: "lan" },
        })),
      )
      .execute();
    const clocks = await clocksOfRequest(db, { askedAt, provinceId: AN_GIANG } as never);

    expect([clocks.answer?.day, clocks.execution?.day]).toEqual([answer, execution]);
    expect(clocks.answer?.rule.legalRef).toContain("356/2025");
  });

  it("to erase stops letters, lists and calendar at once, and is asked once", async () => {
    const ha = await reporter(db, { email: "ha@bao.test" });
    const visitor = await enter(db, "ha@bao.test");
    await openCalendar(db, { journalistId: ha.id, name: ha.name }, MORNING);
    const ask = () => requestOnData(db, own(visitor, ha.id), { kind: "erasure", text: "" }, AT);
    const [first, again] = [await ask(), await ask()];
    const row = await db.selectFrom("journalist").selectAll().executeTakeFirstOrThrow();
    const calendar = await db.selectFrom("journalistCalendar").selectAll().executeTakeFirst();

    expect([first.ok, again]).toEqual([true, { ok: false, reason: "asked-already" }]);
    expect([row.unsubscribedAt, calendar?.closedAt]).toEqual([MORNING, MORNING]);
    expect(row.name).toBe("Hà");
  });

  it("is the province office's affair alone", async () => {
    const ha = await reporter(db, { email: "ha@bao.test" });
    const visitor = await enter(db, "ha@bao.test");
    const asked = await requestOnData(
      db,
      own(visitor, ha.id),
      { kind: "correction", text: "Sai tên" },
      AT,
    );
    const id = asked.ok ? asked.id : "";
    const officers = [
      await provinceOfficer(db),
      await officerOf(db, await committee(db)),
      await officerOf(db, await committee(db, "46"), "Huế"),
    ];
    const found = await Promise.all(officers.map((one) => findRequestFor(db, one, id)));

    expect(found.map((one) => one !== undefined)).toEqual([true, false, false]);
  });

  it("is refused only on a ground, and leaves nothing to be carried out", async () => {
    const ha = await reporter(db, { email: "ha@bao.test" });
    const visitor = await enter(db, "ha@bao.test");
    const mai = await provinceOfficer(db);
    const asked = await requestOnData(
      db,
      own(visitor, ha.id),
      { kind: "correction", text: "Sai tên" },
      AT,
    );
    const id = asked.ok ? asked.id : "";
    const signed = { by: mai, at: later(1) };
    const early = await executeRequest(db, mai, id, signed);
    const answer = { outcome: "refused", ground: "not_theirs", answer: "Người khác." } as const;
    await answerRequest(db, mai, id, answer, signed);

    expect(early).toEqual({ ok: false, reason: "not-answered" });
    expect(await executeRequest(db, mai, id, signed)).toEqual({ ok: false, reason: "refused" });
    expect(await answerRequest(db, mai, id, answer, signed)).toEqual({
      ...{ ok: false, reason: "answered-already" },
    });
  });

  /** Every row of every table, as text. */
});
