import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { shownBy } from "#app/test/calendar-programs.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { lintCalendar } from "#app/test/ics-lint.ts";
import { briefing, committee } from "#app/test/people.ts";
import { clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { cancelMeeting, changeMeeting, postponeMeeting } from "../invitations/changes.server.ts";
import { changeSeries } from "../invitations/series-changes.server.ts";
import type { MeetingDetails } from "../meetings/meeting.ts";
import { announceMeeting, holdMeeting, type MeetingOfAgency } from "../meetings/meetings.server.ts";
import { meetingsOfSeries, planSeries } from "../meetings/series.server.ts";
import type { SeriesRule } from "../meetings/series-rule.ts";
import { meetingCalendar, meetingFeed, writeFeed } from "./meeting-feed.server.ts";
import { findMeetingTold } from "./meeting-rows.server.ts";
import { publishedCalendar } from "./published-calendar.server.ts";

const teller = {
  origin: "https://press.test",
  language: "vi" as const,
  words: messagesIn("vi"),
  email: "baochi@press.test",
};
const quarterly: SeriesRule = {
  rhythm: { every: "quarter", month: 1, on: { week: 1, weekday: 4 } },
  dayOff: "before",
  from: "2027-01-01",
  until: "2028-01-31",
  at: "08:30",
  minutes: 90,
};
const DAYS = ["2027-01-07", "2027-04-01", "2027-07-01", "2027-10-07", "2028-01-06"];
const { startsAt: _s, endsAt: _e, ...details } = wanted({ subject: "Họp báo quý" });
const at = (day: string) => `${day}T01:30:00.000Z`;

/** `GOLDEN=write` writes them anew, to be read before they are kept. */
function expectGolden(name: string, file: string) {
  const path = new URL(`./golden/${name}.ics`, import.meta.url);
  if (process.env.GOLDEN === "write") writeFileSync(path, file);
  expect(file).toBe(readFileSync(path, "utf8"));
  expect(lintCalendar(file, { method: "PUBLISH" })).toEqual([]);
}

/** Ids are random: in a golden file they are numbered. */
function numbered(file: string): string {
  const seen = new Map<string, string>();
  const plain = file.replaceAll("\r\n ", "");
  const ids = plain.match(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [];
  for (const id of ids)
    if (!seen.has(id)) {
      const place = String(seen.size + 1).padStart(12, "0");
      seen.set(id, `00000000-0000-4000-8000-${place}`);
    }
  return [...seen].reduce((text, [id, number]) => unfolded(text, id, number), file);
}

/** An id may be cut by the end of a line; numbered ones are as long, so that lines stay as they are. */
function unfolded(text: string, id: string, number: string): string {
  const cut = new RegExp([...id].map((sign) => `${sign}(\\r\\n )?`).join(""), "g");
  return text.replace(cut, (...[, ...folds]) =>
    [...number].map((sign, i) => sign + (typeof folds[i] === "string" ? folds[i] : "")).join(""),
  );
}

describe.each(databases)("feeds of meetings on $name", ({ open }) => {
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
  });

  const feedOf = async (now = MORNING) =>
    (await writeFeed(db, { name: "Lịch họp báo", format: "ics" }, teller, now)).body;
  const calendarOf = async (meeting: { id: string }) => {
    const told = await findMeetingTold(db, meeting.id);
    if (!told) throw new Error("Nobody may know of it.");
    return numbered(meetingCalendar(told, teller));
  };
  const become = (changes: Partial<MeetingDetails>) =>
    wanted({ subject: "Họp báo tháng 9", description: "", venue: "Hội trường A", ...changes });
  const quarter = async () => {
    const plan = { rule: quarterly, days: DAYS, details, as: "announced" as const };
    const planned = await planSeries(db, ward, plan, signed());
    if (!planned.ok) throw new Error(planned.reason);
    return meetingsOfSeries(db, planned.id);
  };
  const changed = (meeting: MeetingOfAgency, changes: Partial<MeetingDetails>, reason = "") => {
    const { startsAt, endsAt } = meeting;
    const whole = { ...details, startsAt, endsAt, ...changes };
    return changeMeeting(db, meeting, whole, signed("2026-09-03T01:00:00.000Z"), { reason });
  };

  describe("one meeting", () => {
    it.each<[string, (meeting: { id: string }) => Promise<unknown>]>([
      ["announced", async () => {}],
      [
        "new-room",
        (meeting) => changeMeeting(db, meeting, become({ venue: "Hội trường B; tầng 2" }), later()),
      ],
      [
        "moved",
        (meeting) =>
          changeMeeting(
            db,
            meeting,
            become({ startsAt: "2026-09-11T01:30:00.000Z", endsAt: "2026-09-11T03:00:00.000Z" }),
            later(),
            { reason: "Trùng họp Hội đồng nhân dân" },
          ),
      ],
      [
        "online",
        (meeting) =>
          changeMeeting(db, meeting, become({ onlineUrl: "https://hop.test/kin" }), later()),
      ],
      [
        "new-words",
        (meeting) => changeMeeting(db, meeting, become({ description: "Có tài liệu." }), later()),
      ],
      ["postponed", (meeting) => postponeMeeting(db, meeting, "Chờ số liệu", later())],
      [
        "new-time",
        async (meeting) => {
          await postponeMeeting(db, meeting, "Chờ số liệu", later());
          const times = {
            startsAt: "2026-09-17T02:00:00.000Z",
            endsAt: "2026-09-17T03:30:00.000Z",
          };
          const after = signed("2026-09-03T01:00:00.000Z");
          await changeMeeting(db, meeting, become(times), after, { reason: "Đã có số liệu" });
        },
      ],
      ["cancelled", (meeting) => cancelMeeting(db, meeting, "Bão số 5", later())],
      ["held", (meeting) => holdMeeting(db, meeting, signed("2026-09-10T04:00:00.000Z"))],
    ])("%s, to the octet", async (name, change) => {
      const meeting = await briefing(db, ward);
      await change(meeting);

      const file = await calendarOf(meeting);

      expectGolden(`meeting-${name}`, file);
      expect(file).not.toContain("hop.test");
      expect(file).toContain("UID:00000000-0000-4000-8000-000000000001\r\n");
    });

    it("is told of with a later stamp and a higher number after every change, also of a word", async () => {
      const meeting = await briefing(db, ward);
      const before = await calendarOf(meeting);
      await changeMeeting(db, meeting, become({ description: "Có tài liệu." }), later());
      const after = await calendarOf(meeting);

      expect(before).toMatch(/SEQUENCE:0\r\nDTSTAMP:20260901T010000Z/);
      expect(after).toMatch(/SEQUENCE:1\r\nDTSTAMP:20260902T010000Z/);
    });
  });

  const later = () => signed("2026-09-02T01:00:00.000Z");

  describe("a year of quarterly press conferences", () => {
    it("is one entry that recurs, as calendar programs read it", async () => {
      await quarter();
      const file = await feedOf();

      expectGolden("series-plain", numbered(file));
      expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      for (const shown of Object.values(shownBy(file)))
        expect(shown.map(([startsAt]) => startsAt)).toEqual(DAYS.map(at));
    });

    it("with two exceptions and a cancellation shows the right occurrences in each of them", async () => {
      const [, april, july, october] = await quarter();
      const friday = { startsAt: "2027-04-02T02:00:00.000Z", endsAt: "2027-04-02T03:30:00.000Z" };
      await changed(april as MeetingOfAgency, friday, "Trùng họp Hội đồng");
      await changed(july as MeetingOfAgency, { subject: "Họp báo 6 tháng", venue: "Nhà văn hóa" });
      await cancelMeeting(db, october as MeetingOfAgency, "Bão", later());

      const file = await feedOf();

      expectGolden("series-exceptions", numbered(file));
      const right = [
        [at("2027-01-07"), "Họp báo quý"],
        ["2027-04-02T02:00:00.000Z", "Họp báo quý"],
        [at("2027-07-01"), "Họp báo 6 tháng"],
        [at("2028-01-06"), "Họp báo quý"],
      ];
      expect(shownBy(file)).toEqual({ "ical.js": right, "node-ical": right, "ts-ics": right });
    });

    it("leaves out what is put off until it has a new time", async () => {
      const [, april] = await quarter();
      await postponeMeeting(db, april as MeetingOfAgency, "Chờ số liệu", later());
      const without = await feedOf();
      await changed(april as MeetingOfAgency, {}, "Đã có");
      const again = await feedOf();

      expectGolden("series-put-off", numbered(without));
      expectGolden("series-new-time", numbered(again));
      const days = DAYS.filter((day) => day !== "2027-04-01");
      for (const shown of Object.values(shownBy(without)))
        expect(shown.map(([startsAt]) => startsAt)).toEqual(days.map(at));
      for (const shown of Object.values(shownBy(again)))
        expect(shown.map(([startsAt]) => startsAt)).toEqual(DAYS.map(at));
    });

    it("follows when all of it moves to another hour", async () => {
      for (const meeting of await quarter()) {
        const startsAt = meeting.startsAt.replace("T01:30", "T07:00");
        await changed(meeting, { startsAt, endsAt: startsAt.replace("T07", "T08") }, "Buổi chiều");
      }
      const file = await feedOf();

      expectGolden("series-all", numbered(file));
      expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(1);
      for (const shown of Object.values(shownBy(file)))
        expect(shown.map(([startsAt]) => startsAt)).toEqual(
          DAYS.map((day) => `${day}T07:00:00.000Z`),
        );
    });

    it("follows when one date and those after it move to the afternoon and to another room", async () => {
      const third = (await quarter())[2] as MeetingOfAgency;
      const startsAt = third.startsAt.replace("T01:30", "T07:00");
      const whole = { ...details, startsAt, endsAt: startsAt.replace("T07:00", "T08:30") };
      const wide = { scope: "following", reason: "Đổi nơi họp" } as const;
      await changeSeries(db, third, { ...whole, venue: "Nhà văn hóa" }, wide, later());
      const file = await feedOf();

      expectGolden("series-following", numbered(file));
      const right = DAYS.map((day, i) => (i < 2 ? at(day) : `${day}T07:00:00.000Z`));
      for (const shown of Object.values(shownBy(file)))
        expect(shown.map(([start]) => start)).toEqual(right);
      // Most of the dates are the rule now, and the two before them its exceptions.
      expect(file.match(/LOCATION:Nhà văn hóa/g)).toHaveLength(1);
      expect(file.match(/RECURRENCE-ID/g)).toHaveLength(2);
    });

    it("says nothing of the dates that are not announced", async () => {
      const plan = { rule: quarterly, days: DAYS, details, as: "draft" as const };
      const planned = await planSeries(db, ward, plan, signed());
      const all = await meetingsOfSeries(db, planned.ok ? planned.id : "");
      for (const place of [0, 2])
        await announceMeeting(db, all[place] as MeetingOfAgency, signed());

      const file = await feedOf();
      expectGolden("series-announced-in-part", numbered(file));
      for (const shown of Object.values(shownBy(file)))
        expect(shown.map(([startsAt]) => startsAt)).toEqual([at("2027-01-07"), at("2027-07-01")]);
    });

    it("whose dates a holiday moves is told date by date", async () => {
      const on20th: SeriesRule = {
        ...quarterly,
        rhythm: { every: "month", on: { date: 20 } },
        from: "2027-02-01",
        until: "2027-04-30",
      };
      const days = ["2027-02-19", "2027-03-19", "2027-04-20"];
      await planSeries(db, ward, { rule: on20th, days, details, as: "announced" }, signed());
      const file = await feedOf();

      expectGolden("series-dates", numbered(file));
      expect(file).not.toMatch(/RRULE|RECURRENCE-ID/);
      for (const shown of Object.values(shownBy(file)))
        expect(shown.map(([startsAt]) => startsAt)).toEqual(days.map(at));
    });

    it("all of which was called off stays as what was called off", async () => {
      for (const meeting of await quarter()) await cancelMeeting(db, meeting, "Sáp nhập", later());
      const file = await feedOf();

      expectGolden("series-cancelled", numbered(file));
      expect(file.match(/STATUS:CANCELLED/g)).toHaveLength(DAYS.length);
      expect(file).not.toContain("RRULE");
    });
  });

  it("tells of an agency's meetings, of a province's, of the country's, and never of a draft", async () => {
    const bd = await committee(db, "30292");
    const hue = await committee(db, "19777");
    await briefing(db, ward, { subject: "Long Xuyên họp" });
    await briefing(db, bd, { subject: "Bình Đức họp" });
    await briefing(db, hue, { subject: "Vỹ Dạ họp" });
    await briefing(db, ward, { subject: "Còn kín", announcedAt: null });
    const subjects = async (whose: { agencyId?: string; provinceCode?: string }) => {
      const asked = { name: "Lịch", format: "ics" as const, ...whose };
      const { body } = await writeFeed(db, asked, teller, MORNING);
      return ["Long Xuyên", "Bình Đức", "Vỹ Dạ", "Còn kín"].filter((one) =>
        body.includes(`SUMMARY:Họp báo: ${one}`),
      );
    };

    expect(await subjects({ agencyId: ward.id })).toEqual(["Long Xuyên"]);
    expect(await subjects({ provinceCode: "91" })).toEqual(["Long Xuyên", "Bình Đức"]);
    expect(await subjects({})).toEqual(["Long Xuyên", "Bình Đức", "Vỹ Dạ"]);
  });

  it("goes back to the first of January of the year before, over a year's end", async () => {
    const on = (startsAt: string) =>
      briefing(db, ward, { startsAt, endsAt: startsAt.replace("T01", "T02"), subject: startsAt });
    await on("2025-12-31T01:00:00.000Z");
    await on("2026-01-01T01:00:00.000Z");
    const count = async (now: string) => (await feedOf(now)).match(/BEGIN:VEVENT/g)?.length ?? 0;

    expect(await count("2026-12-31T16:59:00.000Z")).toBe(2);
    expect(await count("2026-12-31T17:00:00.000Z")).toBe(1);
    expect(await count("2027-12-31T17:00:00.000Z")).toBe(0);
  });

  it("is the very same while nothing changes, and written anew when something does", async () => {
    const asked = { name: "Lịch", format: "ics" as const };
    const meeting = await briefing(db, ward);
    const feed = (now = MORNING) => meetingFeed(db, asked, teller, now);
    const first = await feed();

    expect(await feed()).toBe(first);
    // An answer, a look with a lock and another's letters are nothing that the public is shown.
    await db
      .updateTable("meeting")
      .set(({ ref }) => ({ revision: ref("revision") }))
      .execute();
    expect(await feed()).toBe(first);
    await cancelMeeting(db, meeting, "Bão", later());
    const after = await feed();
    expect(after.body).not.toBe(first.body);
    expect(after.changedAt).toBe("2026-09-02T01:00:00.000Z");

    const name = { name: "Ủy ban mới", nameEn: "New committee" };
    await db.updateTable("agency").set(name).where("id", "=", ward.id).execute();
    expect((await feed()).body).toContain("Ủy ban mới");
    await db
      .updateTable("agency")
      .set({ name: ward.name, nameEn: ward.nameEn })
      .where("id", "=", ward.id)
      .execute();
  });

  it("tells readers of feeds what became of each meeting, newest first", async () => {
    await briefing(db, ward, { subject: "Một <b>" });
    const other = await briefing(db, ward, { subject: "Hai" });
    await cancelMeeting(db, other, "Bão", later());
    const asked = { name: "Lịch", format: "atom" as const };
    const { body } = await writeFeed(db, asked, teller, MORNING);

    const titles = [...body.matchAll(/<title type="html"><!\[CDATA\[(.*?)\]\]>/g)].map(
      ([, title]) => title,
    );
    expect(titles).toEqual(["Hủy: Họp báo: Hai", "Công bố: Họp báo: Một &lt;b&gt;"]);
    expect(body).toContain(`<id>tag:press.test,2026-09-01:meetings/${other.id}</id>`);
    expect(body).toContain("Lý do: Bão");
    expect((await writeFeed(db, asked, teller, MORNING)).body).toBe(body);
  });
});

it("is the same to the byte wherever the server stands", () => {
  const calendar = {
    ...{ name: "Lịch", description: "Mô tả", source: "https://press.test/meetings.ics" },
    ...{ page: "https://press.test/meetings", changedAt: MORNING },
    events: ["Asia/Ho_Chi_Minh", "Europe/Paris", "UTC"].map((zone, i) => ({
      ...{ uid: `u${i}`, sequence: i, stamp: MORNING, status: "CONFIRMED" as const, zone },
      ...{ startsAt: "2026-10-25T00:15:00.000Z", endsAt: "2026-10-25T03:00:00.000Z" },
      ...{ summary: "Họp", description: "", location: null, url: "https://press.test/" },
      organizer: { name: "UBND", email: "baochi@press.test" },
    })),
  };
  const script = `
    import { publishedCalendar } from "#app/domain/feeds/published-calendar.server.ts";
    process.stdout.write(publishedCalendar(${JSON.stringify(calendar)}));`;
  const written = ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"].map((TZ) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    }),
  );

  expect(new Set([...written, publishedCalendar(calendar)]).size).toBe(1);
  expect(lintCalendar(publishedCalendar(calendar), { method: "PUBLISH" })).toEqual([]);
});
