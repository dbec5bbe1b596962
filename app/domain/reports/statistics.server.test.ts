import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee } from "#app/test/people.ts";
import { clearPressRoom, signed } from "#app/test/press-room.ts";
import type { Db, Moment, Row } from "#db/tables.ts";
import { reachOf } from "../agencies/agency.ts";
import { loadLaw } from "../policies/law.server.ts";
import { opennessOf } from "./openness.server.ts";
import { statisticsOf } from "./statistics.server.ts";

const AUGUST = { from: "2026-08-01", until: "2026-08-31" };
const AT = "2026-10-01T00:00:00.000Z";

describe.each(databases)("figures of a period on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
  });

  let number = 0;
  const asked = async (
    receivedAt: Moment,
    details: Partial<Row<"query">> = {},
    agency = committee(db),
  ) => {
    number += 1;
    const { id: agencyId } = await agency;
    await db
      .insertInto("query")
      .values({
        ...{ id: `q${number}`, agencyId, number: `${number}/2026`, kind: "question" },
        ...{ channel: "mail", title: "?", text: "?", language: "vi", receivedAt, ...details },
      })
      .execute();
  };
  const figures = async (at = AT, span = AUGUST) =>
    statisticsOf(db, reachOf(await committee(db)), span, at);

  it("count the grounds of refusals, and what was forwarded once, where it went", async () => {
    const at = "2026-08-07T03:00:00.000Z";
    await asked(at, { outcome: "refused", outcomeAt: at });
    await db
      .insertInto("queryAnswer")
      .values({
        ...{ id: "a1", queryId: `q${number}`, kind: "refusal", outcome: "refused", text: "…" },
        ...{ ground: "state_secret", speakerName: "Bình", speakerPosition: "Phó Chủ tịch" },
        ...{ speakerCapacity: "regular", sentAt: at, sentBy: "lan" },
      })
      .execute();
    await asked(at, { outcome: "refused", outcomeAt: at });
    await asked(at, { outcome: "forwarded", outcomeAt: at });
    await asked(at, { outcome: "answered", outcomeAt: at, forwardedFromId: `q${number}` });
    const { refusals, queries } = await figures();

    expect(refusals).toEqual([
      { ground: "state_secret", count: 1 },
      { ground: null, count: 1 },
    ]);
    expect(queries.received).toBe(3);
  });

  it("tell the law's limit from the house's own, and keep to the rule of the day of receipt", async () => {
    // Friday 7 August: two working days are over at the end of Tuesday the 11th.
    const friday = "2026-08-07T03:00:00.000Z";
    await asked(friday, { outcome: "answered", outcomeAt: "2026-08-11T16:59:59.999Z" });
    await asked(friday, { outcome: "answered", outcomeAt: "2026-08-11T17:00:00.000Z" });
    await asked(friday, { outcome: "refused", outcomeAt: "2026-08-10T03:00:00.000Z" });
    await asked(friday, { outcome: "withdrawn", outcomeAt: "2026-08-20T03:00:00.000Z" });
    await asked(friday);
    // Thirty days from Friday 7 August end on a Sunday, and so with Monday 7 September.
    await asked(friday, {
      ...{ kind: "editor_request", outcome: "answered", outcomeAt: "2026-09-07T16:59:59.999Z" },
    });

    expect((await figures()).times).toEqual({
      statutory: { of: 1, onTime: 1, late: 0, running: 0, overdue: 0 },
      house: { of: 4, onTime: 2, late: 1, running: 0, overdue: 1 },
    });
    expect((await figures("2026-08-10T00:00:00.000Z")).times.house).toMatchObject({ running: 1 });
  });

  it("count every clock of the law, and the law's instead of the house's where both would run", async () => {
    const friday = "2026-08-07T03:00:00.000Z";
    const [inTime, late] = ["2026-08-14T16:59:59.999Z", "2026-08-14T17:00:00.000Z"];
    // For the foreign press five working days of the law, for the press at home two of the house.
    for (const outcomeAt of [inTime, late])
      await asked(friday, { kind: "interview", foreignPress: 1, outcome: "answered", outcomeAt });
    await asked(friday, { kind: "interview", outcome: "answered", outcomeAt: inTime });
    // Of a complaint from its conclusion on; before that nothing runs.
    const complaint = { kind: "forwarded_complaint", concludedAt: friday } as const;
    await asked(friday, { ...complaint, outcome: "answered", outcomeAt: inTime });
    await asked(friday, { kind: "forwarded_complaint" });

    expect((await figures()).times).toEqual({
      statutory: { of: 3, onTime: 2, late: 1, running: 0, overdue: 0 },
      house: { of: 1, onTime: 0, late: 1, running: 0, overdue: 0 },
    });
  });

  it("take the middle of the times to answer, in working days and in clock hours", async () => {
    // Over the weekend: one working day, and seventy-two hours.
    const friday = "2026-08-07T03:00:00.000Z";
    await asked(friday, { outcome: "answered", outcomeAt: "2026-08-10T03:00:00.000Z" });
    await asked(friday, { outcome: "answered", outcomeAt: "2026-08-07T05:00:00.000Z" });
    await asked(friday, { outcome: "partly", outcomeAt: "2026-08-14T03:00:00.000Z" });
    await asked(friday, { outcome: "refused", outcomeAt: "2026-08-28T03:00:00.000Z" });

    expect((await figures()).queries).toMatchObject({ medianHours: 72, medianDays: 1 });
    await db.deleteFrom("query").execute();
    expect((await figures()).queries).toMatchObject({ medianHours: null, medianDays: null });
  });

  it("count over Tết and a swapped day by the table of holidays", async () => {
    const received = "2027-02-03T03:00:00.000Z"; // a Wednesday, the last before Tết
    await asked(received, { outcome: "answered", outcomeAt: "2027-02-15T03:00:00.000Z" });
    const { queries } = await figures("2027-03-01T00:00:00.000Z", {
      ...{ from: "2027-02-01", until: "2027-02-28" },
    });
    const table = new Map(
      (await db.selectFrom("holiday").selectAll().execute()).map(({ day, kind }) => [day, kind]),
    );
    const worked = ["04", "05", "06", "07", "08", "09", "10", "11", "12", "13", "14", "15"]
      .map((day) => `2027-02-${day}`)
      .filter((day) => {
        const isWeekend = [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
        return table.has(day) ? table.get(day) === "work" : !isWeekend;
      });

    expect(worked.length).toBeLessThan(8);
    expect(queries.medianDays).toBe(worked.length);
  });

  it("count meetings by kind, each in the month of its hour", async () => {
    const ward = await committee(db);
    const on = (startsAt: Moment, details: Partial<Row<"meeting">> = {}) =>
      briefing(db, ward, { startsAt, endsAt: startsAt, heldAt: AT, ...details });
    await on("2026-07-31T16:59:59.999Z");
    await on("2026-07-31T17:00:00.000Z");
    await on("2026-08-31T16:59:59.999Z", { kind: "training" });
    await on("2026-08-31T17:00:00.000Z");
    await on("2026-08-10T02:00:00.000Z", { heldAt: null, cancelledAt: AT });
    await on("2026-08-10T02:00:00.000Z", { heldAt: null, announcedAt: null });

    const { meetings, months } = await figures();
    expect(meetings).toEqual([
      { kind: "press_conference", announced: 2, held: 1, cancelled: 1 },
      { kind: "training", announced: 1, held: 1, cancelled: 0 },
    ]);
    expect(months.map(({ held }) => held)).toEqual([2]);
  });

  describe("on openness", () => {
    const year = async (at: Moment) => opennessOf(db, reachOf(await committee(db, "91")), 2026, at);

    it("count as answered what the asker confirms, and never what the agency says alone", async () => {
      const at = "2026-08-03T03:00:00.000Z";
      const answered = { outcome: "answered" as const, outcomeAt: at };
      for (let i = 0; i < 5; i += 1) await asked(at, answered);
      await asked(at, { ...answered, confirmedAt: at });
      await asked(at, { ...answered, disputedAt: at });
      await asked(at, { outcome: "refused", outcomeAt: at });
      await asked(at, { outcome: "forwarded", outcomeAt: at });
      await asked(at);

      expect((await year(AT))?.all).toEqual({
        ...{ received: 10, confirmed: 1, disputed: 1, unconfirmed: 5, refused: 1, open: 1 },
        other: 1,
      });
    });

    it("are as of the end of yesterday in Viet Nam, whatever has come in today", async () => {
      const before = "2026-08-03T16:59:59.999Z";
      const after = "2026-08-03T17:00:00.000Z";
      await asked(before, { outcome: "answered", outcomeAt: before, confirmedAt: after });
      await asked(after);
      const morning = await year("2026-08-04T16:59:59.999Z");

      expect(morning).toMatchObject({ until: "2026-08-03" });
      expect(morning?.all).toMatchObject({ received: 1, confirmed: 0, unconfirmed: 1 });
      expect((await year("2026-08-04T17:00:00.000Z"))?.all).toMatchObject({
        ...{ received: 2, confirmed: 1, open: 1 },
      });
    });

    it("name agencies in the order of their names, never by rank, each with what it is a part of", async () => {
      const at = "2026-08-03T03:00:00.000Z";
      await asked(at, { outcome: "answered", outcomeAt: at, confirmedAt: at });
      await asked(at, {}, committee(db, "30292"));
      const found = await year(AT);

      expect(found?.agencies.map(({ name, openness }) => [name, openness.received])).toEqual([
        ["Ủy ban nhân dân phường Bình Đức", 1],
        ["Ủy ban nhân dân phường Long Xuyên", 1],
      ]);
    });

    it("of a year that has not begun are none", async () => {
      expect(await year("2026-01-01T03:00:00.000Z")).toBeUndefined();
      expect(await year("2026-01-02T03:00:00.000Z")).toMatchObject({ until: "2026-01-01" });
    });
  });
});
