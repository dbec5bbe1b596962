import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, speaker, wanted } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { addHoliday } from "../policies/holidays.server.ts";
import { clashesOf } from "./clashes.server.ts";
import { phaseOf } from "./meeting.ts";
import { planMeeting } from "./meetings.server.ts";
import { announceSeries, findSeriesFor, meetingsOfSeries, planSeries } from "./series.server.ts";
import { datesOffered, yearsUnknown } from "./series-dates.server.ts";
import type { SeriesRule } from "./series-rule.ts";

const quarterly: SeriesRule = {
  rhythm: { every: "quarter", month: 1, on: { week: 1, weekday: 4 } },
  dayOff: "before",
  from: "2027-01-01",
  until: "2027-12-31",
  at: "08:30",
  minutes: 90,
};
const DAYS = ["2027-01-07", "2027-04-01", "2027-07-01", "2027-10-07"];
const { startsAt: _s, endsAt: _e, ...details } = wanted({ subject: "Họp báo quý" });

describe.each(databases)("series on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: AgencyOfArea;

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    ward = await committee(db);
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("meetingSeries").execute();
    await db.deleteFrom("holiday").execute();
  });
  afterEach(() => clearPressRoom(db));

  const plan = (changes: Partial<Parameters<typeof planSeries>[2]> = {}) =>
    planSeries(
      db,
      ward,
      { rule: quarterly, days: DAYS, details, as: "announced", ...changes },
      signed(),
    );
  const planned = async (changes?: Parameters<typeof plan>[0]) => {
    const outcome = await plan(changes);
    if (!outcome.ok) throw new Error(outcome.reason);
    return { ...outcome, all: await meetingsOfSeries(db, outcome.id) };
  };

  it("plans a meeting of its own for every date, at the hour of Viet Nam", async () => {
    const { all } = await planned();

    expect(all.map(({ seriesDay }) => seriesDay)).toEqual(DAYS);
    expect(all.map(({ startsAt }) => startsAt)).toEqual(DAYS.map((day) => `${day}T01:30:00.000Z`));
    expect(all[0]?.endsAt).toBe("2027-01-07T03:00:00.000Z");
    expect(all.map((meeting) => phaseOf(meeting))).toEqual(Array(4).fill("announced"));
  });

  it("asks for answers to each by the working day before it, where that is wished", async () => {
    await db
      .insertInto("holiday")
      .values({
        ...{ day: "2027-01-06", kind: "off", name: "Nghỉ bù", basis: "", recordedAt: "" },
        ...{ recordedBy: "lan" },
      })
      .execute();
    const { all } = await planned({ answerTime: "16:00" });

    expect(all.map(({ answerBy }) => answerBy)).toEqual([
      "2027-01-05T09:00:00.000Z",
      "2027-03-31T09:00:00.000Z",
      "2027-06-30T09:00:00.000Z",
      "2027-10-06T09:00:00.000Z",
    ]);
    expect((await planned()).all.map(({ answerBy }) => answerBy)).toEqual(Array(4).fill(null));
  });

  it.each(["draft", "scheduled"] as const)("leaves them %s when so wished", async (as) => {
    const { all } = await planned({ as });

    expect(all.map((meeting) => phaseOf(meeting))).toEqual(Array(4).fill(as));
  });

  it("writes down each meeting and the series", async () => {
    const { id } = await planned({ as: "draft" });
    const log = await auditOf(db);

    expect(log.filter(({ act }) => act === "meeting.planned")).toHaveLength(4);
    expect(log.at(-1)).toMatchObject({
      act: "series.planned",
      about: id,
      particulars: { subject: "Họp báo quý", meetings: 4 },
    });
  });

  it("takes only the dates that were wanted", async () => {
    const { all } = await planned({ days: DAYS.slice(1, 3) });

    expect(all.map(({ seriesDay }) => seriesDay)).toEqual(["2027-04-01", "2027-07-01"]);
  });

  it("chooses nobody to speak on a date on which that person may not", async () => {
    const { personId } = await speaker(db, ward, { untilDay: "2027-06-30" });
    const { all, withoutSpeaker } = await planned({
      details: { ...details, spokespersonId: personId },
    });

    expect(withoutSpeaker).toEqual(["2027-07-01", "2027-10-07"]);
    expect(all.map(({ spokespersonName }) => spokespersonName)).toEqual([
      "Lê Thị Bình",
      "Lê Thị Bình",
      null,
      null,
    ]);
  });

  it.each([
    ["no-dates", { days: [] }],
    ["dates-changed", { days: ["2027-01-08"] }],
    [
      "in-the-past",
      { rule: { ...quarterly, from: "2026-07-01" }, days: ["2026-07-02", "2027-01-07"] },
    ],
  ] as const)("refuses %s, and plans nothing", async (reason, changes) => {
    const outcome = await plan({ ...changes, days: [...changes.days] });

    expect(outcome).toEqual({ ok: false, reason });
    expect(await db.selectFrom("meeting").select("id").execute()).toEqual([]);
    expect(await db.selectFrom("meetingSeries").select("id").execute()).toEqual([]);
  });

  it("refuses a date that a new holiday has moved meanwhile", async () => {
    const holiday = { day: "2027-07-01", kind: "off" as const, name: "Nghỉ bù", basis: "Thử" };
    await addHoliday(db, holiday, signed());

    expect(await plan()).toEqual({ ok: false, reason: "dates-changed" });
    expect(await plan({ days: ["2027-06-30"] })).toMatchObject({ ok: true, meetings: 1 });
  });

  it("offers each date with who may speak then and what else is at that hour", async () => {
    await speaker(db, ward, { untilDay: "2027-06-30" });
    const sister = await committee(db, "30292");
    const clash = { startsAt: "2027-04-01T02:00:00.000Z", endsAt: "2027-04-01T03:00:00.000Z" };
    const draft = await planMeeting(db, ward, wanted({ ...clash, kind: "training" }), signed());
    await planMeeting(db, sister, wanted({ ...clash, subject: "Dự thảo nơi khác" }), signed());

    const dates = await datesOffered(db, ward, quarterly, signed().at);

    expect(dates.map(({ speakers }) => speakers.length)).toEqual([1, 1, 0, 0]);
    expect(dates.map(({ clashes }) => clashes.map(({ why }) => why))).toEqual([
      [],
      ["agency"],
      [],
      [],
    ]);
    expect(dates[1]?.clashes[0]?.meeting).toMatchObject({ id: draft.ok && draft.id });
  });

  it("sees another agency's press conference only once it is announced, and nothing private of it", async () => {
    const sister = await committee(db, "30292");
    const { all } = await planned();
    const slot = { startsAt: all[0]?.startsAt ?? "", endsAt: all[0]?.endsAt ?? "" };

    const [clashes] = await clashesOf(db, sister, [slot]);

    expect(clashes?.map(({ why }) => why)).toEqual(["press_conference"]);
    expect(Object.keys(clashes?.[0]?.meeting ?? {})).not.toContain("onlineUrl");
  });

  it("names what two meetings have in common first by whom they need", async () => {
    const { all } = await planned();
    const [meeting] = all;
    const slot = { ...wanted({ startsAt: meeting?.startsAt, endsAt: meeting?.endsAt }) };

    const [clashes] = await clashesOf(db, ward, [slot]);

    expect(clashes?.[0]?.why).toBe("chair");
    expect((await clashesOf(db, ward, [{ ...slot, id: meeting?.id }]))[0]).toEqual([]);
  });

  it("says for which years no days off are known", async () => {
    const holiday = { day: "2027-02-06", kind: "off" as const, name: "Tết", basis: "Thử" };
    await addHoliday(db, holiday, signed());

    expect(await yearsUnknown(db, ["2027-12-31", "2028-01-06"])).toEqual([2028]);
  });

  it("announces what is not announced yet, once", async () => {
    const { id } = await planned({ as: "scheduled" });

    expect(await announceSeries(db, { id }, signed())).toMatchObject({ announced: 4 });
    expect(await announceSeries(db, { id }, signed())).toMatchObject({ announced: 0 });
    expect((await auditOf(db)).filter(({ act }) => act === "series.announced")).toHaveLength(1);
  });

  it("is found by its agency's officers and the province's, by nobody else", async () => {
    const { id } = await planned();
    const lan = await officerOf(db, ward);
    const minh = await officerOf(db, await committee(db, "91"), "Minh");
    const sister = await officerOf(db, await committee(db, "30292"), "Sáu");
    const hue = await officerOf(db, await committee(db, "46"), "Huệ");

    expect(await findSeriesFor(db, lan, id)).toMatchObject({ rule: quarterly });
    expect(await findSeriesFor(db, minh, id)).toMatchObject({ id });
    expect(await findSeriesFor(db, sister, id)).toBeUndefined();
    expect(await findSeriesFor(db, hue, id)).toBeUndefined();
  });
});
