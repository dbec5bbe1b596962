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
import type { Db } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { type Meeting, type MeetingDetails, ownDetailsOf, phaseOf } from "../meetings/meeting.ts";
import { holdMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { meetingsOfSeries, planSeries } from "../meetings/series.server.ts";
import type { SeriesRule } from "../meetings/series-rule.ts";
import { addHoliday } from "../policies/holidays.server.ts";
import { cancelMeeting, changeMeeting, postponeMeeting } from "./changes.server.ts";
import { invite } from "./invitations.server.ts";
import { cancelSeries, changeSeries, reachOf } from "./series-changes.server.ts";

const monthly: SeriesRule = {
  rhythm: { every: "month", on: { week: 2, weekday: 4 } },
  dayOff: "before",
  from: "2027-01-01",
  until: "2027-06-30",
  at: "08:30",
  minutes: 90,
};
const DAYS = ["2027-01-14", "2027-02-11", "2027-03-11", "2027-04-08", "2027-05-13", "2027-06-10"];
const { startsAt: _s, endsAt: _e, ...details } = wanted({ subject: "Họp báo tháng" });

describe.each(databases)("changes of a series on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: AgencyOfArea;
  let all: MeetingOfAgency[];

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
    const plan = { rule: monthly, days: DAYS, details, as: "announced" as const };
    const planned = await planSeries(db, ward, plan, signed());
    if (!planned.ok) throw new Error(planned.reason);
    all = await meetingsOfSeries(db, planned.id);
  });

  const at = (place: number) => all[place] as MeetingOfAgency;
  const now = () => meetingsOfSeries(db, at(0).seriesId ?? "");
  const become = (meeting: Meeting, changes: Partial<MeetingDetails>): MeetingDetails => {
    const { startsAt, endsAt } = meeting;
    return { ...details, startsAt, endsAt, ...changes };
  };
  const change = (
    place: number,
    changes: Partial<MeetingDetails>,
    scope: "following" | "all",
    reason?: string,
  ) => changeSeries(db, at(place), become(at(place), changes), { scope, reason }, signed());
  const venues = async () => (await now()).map(({ venue }) => venue);
  const A = details.venue;

  it("reaches this one and those after it, or all", async () => {
    expect(await change(2, { venue: "B" }, "following")).toMatchObject({ ok: true, meetings: 4 });
    expect(await venues()).toEqual([A, A, "B", "B", "B", "B"]);

    all = await now();
    expect(await change(2, { venue: "C" }, "all")).toMatchObject({ ok: true, meetings: 6 });
    expect(await venues()).toEqual(["C", "C", "C", "C", "C", "C"]);
  });

  it("leaves alone what was changed for one alone, and only that", async () => {
    const other = become(at(3), { venue: "Nhà văn hóa" });
    await changeMeeting(db, at(3), other, signed());

    await change(0, { venue: "B", chair: "Trần Văn Năm" }, "all");
    const after = await now();

    expect(after.map(({ venue }) => venue)).toEqual(["B", "B", "B", "Nhà văn hóa", "B", "B"]);
    expect(new Set(after.map(({ chair }) => chair))).toEqual(new Set(["Trần Văn Năm"]));
    expect(after.map((one) => ownDetailsOf(one))).toEqual([[], [], [], ["venue"], [], []]);
  });

  it("takes one back into the series by what is changed from it", async () => {
    await changeMeeting(db, at(1), become(at(1), { venue: "Tạm" }), signed());
    all = await now();

    await change(1, { venue: "Mới" }, "following");
    all = await now();
    await change(5, { venue: "Mới nữa" }, "all");

    expect(await venues()).toEqual(Array(6).fill("Mới nữa"));
  });

  it("moves the others by as many days and to the same hour, off days as the series has it", async () => {
    // Two days on from 11 February is 13 February; a holiday, and then a weekend, give way to the Friday.
    const day = (of: string) => ({ day: of, kind: "off" as const, name: "Nghỉ", basis: "Thử" });
    await addHoliday(db, day("2027-05-14"), signed());
    const friday = {
      startsAt: "2027-01-15T02:00:00.000Z",
      endsAt: "2027-01-15T03:00:00.000Z",
    };
    const reach = await reachOf(db, at(0), become(at(0), friday), "all", signed().at);
    await change(0, friday, "all", "Trùng họp Hội đồng");

    expect(reach.map(({ off }) => off?.day ?? null)).toEqual([
      ...[null, null, null, null],
      ...["2027-05-14", null],
    ]);
    expect((await now()).map(({ startsAt }) => startsAt)).toEqual([
      "2027-01-15T02:00:00.000Z",
      "2027-02-12T02:00:00.000Z",
      "2027-03-12T02:00:00.000Z",
      "2027-04-09T02:00:00.000Z",
      "2027-05-13T02:00:00.000Z",
      "2027-06-11T02:00:00.000Z",
    ]);
    expect((await now()).map((one) => phaseOf(one))).toEqual(Array(6).fill("rescheduled"));
    expect((await now()).map(({ seriesDay }) => seriesDay)).toEqual(DAYS);
  });

  it("writes to the invitees of each meeting, in one voice with a change of it alone", async () => {
    const ha = await reporter(db);
    await invite(db, at(1), [ha.id], signed());
    await invite(db, at(4), [ha.id], signed());

    const reach = await reachOf(db, at(1), become(at(1), { venue: "B" }), "all", signed().at);
    const changed = await change(1, { venue: "B" }, "all");

    expect(reach.map(({ letters }) => letters)).toEqual([0, 1, 0, 0, 1, 0]);
    expect(changed).toMatchObject({ letters: 2 });
    for (const place of [1, 4]) {
      const last = (await lettersOf(db, at(place).id)).at(-1);
      expect(last).toMatchObject({ revision: 1, calendarMethod: "REQUEST" });
      expect(last?.calendar).not.toMatch(/RRULE|RECURRENCE-ID/);
    }
    const uids = await db.selectFrom("invitation").select("calendarUid").execute();
    expect(new Set(uids.map(({ calendarUid }) => calendarUid)).size).toBe(2);
  });

  describe("where only the way in is changed", () => {
    const way = { accessNotes: "Vào cổng sau, thang máy bên trái" };
    const toldOf = async (place: number) =>
      (await lettersOf(db, at(place).id)).filter(({ revision }) => revision > 0).length;
    const changeWay = async (how: { tell?: boolean }) => {
      const edited = at(1);
      const reach = await reachOf(db, edited, become(edited, way), "all", signed().at, how);
      const made = { scope: "all" as const, ...how };
      const changed = await changeSeries(db, edited, become(edited, way), made, signed());
      return { foretold: reach.map(({ letters }) => letters), changed };
    };
    beforeEach(async () => {
      const ha = await reporter(db);
      await invite(db, at(1), [ha.id], signed());
      await invite(db, at(4), [ha.id], signed());
    });

    it("changes every meeting of the series and writes to nobody of itself", async () => {
      const { foretold, changed } = await changeWay({});

      expect(foretold).toEqual(Array(6).fill(0));
      expect(changed).toEqual({ ok: true, meetings: 6, letters: 0 });
      expect((await now()).map(({ accessNotes }) => accessNotes)).toEqual(
        Array(6).fill(way.accessNotes),
      );
      expect([await toldOf(1), await toldOf(4)]).toEqual([0, 0]);
    });

    it("writes to the invitees of each of them when that is wished, as many as it foretold", async () => {
      const { foretold, changed } = await changeWay({ tell: true });

      expect(foretold).toEqual([0, 1, 0, 0, 1, 0]);
      expect(changed).toEqual({ ok: true, meetings: 6, letters: 2 });
      expect([await toldOf(1), await toldOf(4)]).toEqual([1, 1]);
    });
  });

  it("never touches what was held, called off or put off, or has begun", async () => {
    await cancelMeeting(db, at(1), "Bão", signed());
    await postponeMeeting(db, at(2), "Chờ số liệu", signed());
    const later = "2027-01-14T04:00:00.000Z";
    await holdMeeting(db, at(0), signed(later));
    all = await now();

    const changed = await changeSeries(
      db,
      at(3),
      become(at(3), { venue: "B" }),
      { scope: "all" },
      signed("2027-04-08T00:00:00.000Z"),
    );

    expect(changed).toMatchObject({ ok: true, meetings: 3 });
    expect(await venues()).toEqual([A, A, A, "B", "B", "B"]);
    expect((await now()).map((one) => phaseOf(one)).slice(0, 3)).toEqual([
      "held",
      "cancelled",
      "postponed",
    ]);
  });

  it("changes none when one cannot be, and says which", async () => {
    const early = {
      startsAt: "2027-03-01T01:30:00.000Z",
      endsAt: "2027-03-01T03:00:00.000Z",
    };
    // Ten days earlier, the one of February would be before now.
    const outcome = await changeSeries(
      db,
      at(2),
      become(at(2), early),
      { scope: "all", reason: "Sớm hơn" },
      signed("2027-02-05T00:00:00.000Z"),
    );

    expect(outcome).toMatchObject({ ok: false, reason: "in-the-past" });
    expect(!outcome.ok && outcome.meeting.seriesDay).toBe("2027-02-11");
    expect((await now()).map(({ edition }) => edition)).toEqual(Array(6).fill(1));
  });

  it("wants a reason for new times, and the edition that was seen", async () => {
    const later = { startsAt: "2027-01-14T02:30:00.000Z", endsAt: "2027-01-14T04:00:00.000Z" };

    expect(await change(0, later, "all")).toMatchObject({ ok: false, reason: "no-reason" });
    const old = { scope: "all" as const, edition: 0 };
    expect(
      await changeSeries(db, at(0), become(at(0), { venue: "B" }), old, signed()),
    ).toMatchObject({ ok: false, reason: "changed-meanwhile" });
  });

  it("chooses the new spokesperson wherever that person may speak", async () => {
    const { personId } = await speaker(db, ward, { name: "Cũ" });
    await change(0, { spokespersonId: personId }, "all");
    all = await now();
    const { personId: fresh } = await speaker(db, ward, { name: "Mới", untilDay: "2027-03-31" });

    await change(0, { spokespersonId: fresh }, "all");

    expect((await now()).map(({ spokespersonName }) => spokespersonName)).toEqual([
      ...["Mới", "Mới", "Mới"],
      ...["Cũ", "Cũ", "Cũ"],
    ]);
  });

  it("calls off what is left from a date on, with a letter for each invitation", async () => {
    const ha = await reporter(db);
    await invite(db, at(4), [ha.id], signed());
    await cancelMeeting(db, at(5), "Bão", signed());
    const series = { id: at(0).seriesId ?? "", agencyId: ward.id };
    const cut = { from: "2027-03-11", reason: "Sáp nhập phường" };

    expect(await cancelSeries(db, series, cut, signed())).toEqual({
      ...{ ok: true, meetings: 3, letters: 1 },
    });
    expect((await now()).map(({ cancelReason }) => cancelReason)).toEqual([
      ...[null, null],
      ...["Sáp nhập phường", "Sáp nhập phường", "Sáp nhập phường", "Bão"],
    ]);
    expect((await lettersOf(db, at(4).id)).at(-1)).toMatchObject({ calendarMethod: "CANCEL" });
    expect((await auditOf(db)).at(-1)).toMatchObject({
      act: "series.cancelled",
      particulars: { meetings: 3 },
    });
  });
});
