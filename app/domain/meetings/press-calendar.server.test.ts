import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, officerOf } from "#app/test/people.ts";
import { clearPressRoom, signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { addHoliday } from "../policies/holidays.server.ts";
import { spanOf } from "./calendar-span.ts";
import { clashesOf } from "./clashes.server.ts";
import { freeSlotsFor } from "./free-slots.server.ts";
import {
  type CalendarScope,
  daysOfSpan,
  meetingsBetween,
  speakersToShow,
  waitingForHour,
} from "./press-calendar.server.ts";

const september = spanOf("month", "2026-09-01");
const PROVINCE = "2025-91";
const slot = { startsAt: "2026-09-10T02:00:00.000Z", endsAt: "2026-09-10T03:30:00.000Z" };

describe.each(databases)("the calendar on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let ward: AgencyOfArea;
  let sister: AgencyOfArea;
  let far: AgencyOfArea;
  let lan: Officer;
  let provincial: Officer;
  const administrator: Officer = {
    ...{ id: "admin", name: "Quản trị", email: "a@press.test", role: "administrator" },
    ...{ reach: "country", agencyId: null, provinceId: null },
  };

  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    ward = await committee(db);
    sister = await committee(db, "30292");
    far = await committee(db, "19777");
    lan = await officerOf(db, ward);
    provincial = await officerOf(db, await committee(db, "91"), "Minh");
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("holiday").execute();
  });

  const shown = async (officer: Officer, of: CalendarScope["of"], provinceId?: string) =>
    (await meetingsBetween(db, officer, { of, provinceId }, september, MORNING)).map(
      ({ subject }) => subject,
    );

  const speaksToo = ({ id: meetingId }: { id: string }, personId: string) =>
    db
      .insertInto("meetingSpeaker")
      .values({
        ...{ id: `${meetingId}-too`, meetingId, personId, name: "Lê Thị Bình" },
        ...{ position: "Phó Chủ tịch", capacity: "regular", addedAt: MORNING, addedBy: "a" },
      })
      .execute();

  describe("whose meetings it shows", () => {
    const draft = { announcedAt: null };
    const four = async () => {
      await briefing(db, ward, { subject: "Của mình", ...draft });
      await briefing(db, sister, { subject: "Nơi khác đã công bố" });
      await briefing(db, sister, { subject: "Nơi khác còn dự thảo", ...draft });
      await briefing(db, far, { subject: "Tỉnh khác" });
    };

    it("an agency's officer: its own, drafts too", async () => {
      await four();

      expect(await shown(lan, "agency", PROVINCE)).toEqual(["Của mình"]);
    });

    it("of the province: of the others only what was announced, and marked as theirs", async () => {
      await four();
      const scope = { of: "province" as const, provinceId: PROVINCE };
      const found = await meetingsBetween(db, lan, scope, september, MORNING);
      const marks = found.map(({ subject, isOurs, mayMove }) => [subject, isOurs, mayMove]);

      expect(marks.toSorted()).toEqual([
        ["Của mình", true, true],
        ["Nơi khác đã công bố", false, false],
      ]);
      expect(Object.keys(found[0] ?? {})).not.toContain("onlineUrl");
    });

    it("a province's officer works for all of the province, and an administrator for all", async () => {
      await four();

      expect(await shown(provincial, "province", PROVINCE)).toHaveLength(3);
      expect(await shown(administrator, "province")).toHaveLength(4);
      expect(await shown(administrator, "province", "2025-46")).toEqual(["Tỉnh khác"]);
    });

    it("of a person: where they were chosen to speak", async () => {
      const { personId } = await speaker(db, ward);
      await briefing(db, ward, { subject: "Có Bình", spokespersonId: personId, ...draft });
      await briefing(db, ward, { subject: "Không có Bình" });

      expect(await shown(lan, { personId }, PROVINCE)).toEqual(["Có Bình"]);
      expect(await speakersToShow(db, lan, MORNING)).toEqual([{ personId, name: "Lê Thị Bình" }]);
      expect(await shown(provincial, { personId }, PROVINCE)).toEqual(["Có Bình"]);
      const bystander = await officerOf(db, sister, "Cúc");
      expect(await shown(bystander, { personId }, PROVINCE)).toEqual([]);
      expect(await speakersToShow(db, bystander, MORNING)).toEqual([]);
    });

    it("of a person: where they speak beside the first, too", async () => {
      const { personId } = await speaker(db, ward);
      await speaksToo(await briefing(db, ward, { subject: "Bình nói thêm" }), personId);
      await briefing(db, ward, { subject: "Không có Bình" });

      expect(await shown(lan, { personId }, PROVINCE)).toEqual(["Bình nói thêm"]);
      const bystander = await officerOf(db, sister, "Cúc");
      expect(await shown(bystander, { personId }, PROVINCE)).toEqual(["Bình nói thêm"]);
      const far = "2030-01-01T00:00:00.000Z";
      expect(await speakersToShow(db, lan, far)).toEqual([{ personId, name: "Lê Thị Bình" }]);
    });

    it("nothing that was cancelled; what was put off waits beside it", async () => {
      await briefing(db, ward, { subject: "Hủy", cancelledAt: MORNING, cancelReason: "Thử" });
      await briefing(db, ward, { subject: "Hoãn", postponedAt: MORNING, postponeReason: "Thử" });
      await briefing(db, sister, { subject: "Nơi khác hoãn", postponedAt: MORNING });
      const scope = { of: "province" as const, provinceId: PROVINCE };

      expect(await shown(lan, "province", PROVINCE)).toEqual([]);
      expect((await waitingForHour(db, lan, scope)).map(({ subject }) => subject)).toEqual([
        "Hoãn",
      ]);
    });

    it("from the first moment of its first day in Viet Nam to the last of its last", async () => {
      const at = (subject: string, startsAt: string) => {
        const endsAt = new Date(Date.parse(startsAt) + 60_000).toISOString();
        return briefing(db, ward, { subject, startsAt, endsAt });
      };
      await at("phút trước", "2026-08-30T16:59:00.000Z");
      await at("phút đầu", "2026-08-30T17:00:00.000Z");
      await at("phút cuối", "2026-10-04T16:59:00.000Z");
      await at("phút sau", "2026-10-04T17:00:00.000Z");

      expect(await shown(lan, "agency", PROVINCE)).toEqual(["phút đầu", "phút cuối"]);
    });

    it("says what may still be moved", async () => {
      await briefing(db, ward, { heldAt: MORNING });
      const [held] = await meetingsBetween(
        db,
        lan,
        { of: "agency", provinceId: PROVINCE },
        september,
        MORNING,
      );

      expect(held).toMatchObject({ isOurs: true, mayMove: false });
    });
  });

  it("knows holidays and days worked in exchange by their names", async () => {
    const day = (name: string, on: string, kind: "off" | "work") =>
      addHoliday(db, { day: on, kind, name, basis: "Thử" }, signed());
    await day("Quốc khánh", "2026-09-02", "off");
    await day("Làm bù", "2026-09-12", "work");
    const { off, named } = await daysOfSpan(db, september);

    expect(named).toEqual([
      { day: "2026-09-02", name: "Quốc khánh", works: false },
      { day: "2026-09-12", name: "Làm bù", works: true },
    ]);
    expect(off).toContain("2026-09-02");
    expect(off).toContain("2026-09-13");
    expect(off).not.toContain("2026-09-12");
  });

  describe("clashes", () => {
    it("are seen however chair and venue were written", async () => {
      await briefing(db, ward, { kind: "training", chair: "Ông NGUYỄN VĂN  AN", venue: "x" });
      await briefing(db, ward, { kind: "training", chair: "", venue: "hội trường A – 9 Lê Lợi" });
      const mine = { ...slot, chair: "Nguyễn Văn An, Chủ tịch", venue: "Hội trường A" };
      const [clashes] = await clashesOf(db, ward, [mine]);

      expect(clashes?.map(({ why }) => why).toSorted()).toEqual(["chair", "venue"]);
    });

    it("are seen between all who speak, not only the first of each meeting", async () => {
      const { personId } = await speaker(db, ward);
      const other = await briefing(db, sister, { kind: "training", venue: "Xa", chair: "Xa" });
      await speaksToo(other, personId);
      const wanted = { ...slot, kind: "training" as const };
      const [asFirst] = await clashesOf(db, ward, [{ ...wanted, spokespersonId: personId }]);
      const [without] = await clashesOf(db, ward, [wanted]);
      const own = await briefing(db, ward, { kind: "training", announcedAt: null });
      await speaksToo(own, personId);
      const [further] = await clashesOf(db, ward, [{ ...wanted, id: own.id }]);

      expect(asFirst?.map(({ why }) => why)).toEqual(["spokesperson"]);
      expect(without).toEqual([]);
      expect(further?.map(({ why }) => why)).toEqual(["spokesperson"]);
    });

    it("are none where one ends as the other begins, nor with itself", async () => {
      const meeting = await briefing(db, ward);
      const after = { ...slot, startsAt: slot.endsAt, endsAt: "2026-09-10T05:00:00.000Z" };

      expect(await clashesOf(db, ward, [after, { ...slot, id: meeting.id }])).toEqual([[], []]);
    });
  });

  describe("free slots", () => {
    const free = (wanted: Parameters<typeof freeSlotsFor>[2], after = "2026-09-09T17:00:00.000Z") =>
      freeSlotsFor(db, ward, wanted, { after, now: MORNING });
    const morning = (hour: string) => `2026-09-10T${hour}:00.000Z`;

    it("are the first five, and not the hour it has", async () => {
      expect((await free(slot)).map(({ startsAt }) => startsAt)).toEqual(
        ["00:30", "01:00", "01:30", "02:30", "03:00"].map(morning),
      );
    });

    it("leave out the agency's other meetings and press conferences of the province", async () => {
      await briefing(db, ward, {
        announcedAt: null,
        startsAt: morning("00:30"),
        endsAt: morning("01:30"),
      });
      await briefing(db, sister, { startsAt: morning("01:30"), endsAt: morning("04:30") });
      await briefing(db, far, { startsAt: morning("06:30"), endsAt: morning("10:00") });

      expect((await free(slot))[0]?.startsAt).toBe(morning("06:30"));
    });

    it("do not mind another agency's draft, nor its press conference where none is planned here", async () => {
      const early = { startsAt: morning("00:30"), endsAt: morning("02:00") };
      await briefing(db, sister, { announcedAt: null, ...early, chair: "Khác", venue: "Khác" });
      expect((await free(slot))[0]?.startsAt).toBe(early.startsAt);

      await briefing(db, sister, { ...early, chair: "Khác", venue: "Khác" });
      expect((await free({ ...slot, kind: "training" }))[0]?.startsAt).toBe(early.startsAt);
      expect((await free(slot))[0]?.startsAt).toBe(morning("02:30"));
    });

    it("are only those at which the chosen spokesperson may speak", async () => {
      const { personId } = await speaker(db, ward, { untilDay: "2026-09-10" });

      expect(await free({ ...slot, spokespersonId: personId }, "2026-09-11T00:00:00.000Z")).toEqual(
        [],
      );
      expect(await free({ ...slot, spokespersonId: personId })).toHaveLength(5);
    });

    it("never lie in the past, and pass over a holiday", async () => {
      await addHoliday(
        db,
        { day: "2026-09-02", kind: "off", name: "Quốc khánh", basis: "Thử" },
        signed(),
      );
      const soon = await freeSlotsFor(db, ward, slot, {
        after: "2026-01-01T00:00:00.000Z",
        now: "2026-09-01T08:00:00.000Z",
      });

      expect(soon[0]?.startsAt).toBe("2026-09-01T08:30:00.000Z");
      expect(soon[1]?.startsAt).toBe("2026-09-03T00:30:00.000Z");
    });
  });
});
