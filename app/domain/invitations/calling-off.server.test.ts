import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  answerOf,
  guest,
  inCalendar,
  meetingWith,
  NEXT_DAY,
  OVER,
  since,
  stored,
} from "#app/test/guests.ts";
import { reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, lettersOf, signed, wanted } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { cancelMeeting, changeMeeting, postponeMeeting } from "./changes.server.ts";
import { invite } from "./invitations.server.ts";

describe.each(databases)("a meeting that does not come about on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  describe("and putting off", () => {
    const putOff = (meeting: { id: string }, at = NEXT_DAY) =>
      postponeMeeting(db, meeting, "Bão số 5", signed(at));

    it("takes the hour out of every calendar and keeps the answers until there is a new one", async () => {
      const meeting = await meetingWith(db);
      const ha = await guest(db, meeting, "Ha", { answer: "coming" });

      expect(await putOff(meeting)).toEqual({ ok: true, letters: 1 });
      expect(await since(db, meeting, 1)).toEqual(["postponement ha"]);
      const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
      expect(letter).toMatchObject({ calendarMethod: "CANCEL", revision: 1 });
      expect(letter?.text).toContain("Lý do: Bão số 5\n");
      expect(await answerOf(db, ha)).toMatchObject({ reply: "coming" });
      expect((await auditOf(db)).at(-1)).toMatchObject({
        act: "meeting.postponed",
        particulars: { reason: "Bão số 5" },
      });
    });

    it("ends with a new time: the same entry comes back, and everybody is asked again", async () => {
      const meeting = await meetingWith(db);
      const ha = await guest(db, meeting, "Ha", { answer: "coming" });
      await putOff(meeting);
      const late = { startsAt: "2026-10-01T02:00:00.000Z", endsAt: "2026-10-01T03:00:00.000Z" };
      const change = { reason: "Bão đã tan" };
      const outcome = await changeMeeting(db, meeting, wanted(late), signed(OVER), change);

      expect(outcome).toMatchObject({ ok: true, letters: 1 });
      const calendars = (await lettersOf(db, meeting.id)).map(({ calendar }) => calendar);
      const read = (name: string) => calendars.map((calendar) => inCalendar(calendar, name));
      expect(read("METHOD")).toEqual(["REQUEST", "CANCEL", "REQUEST"]);
      expect(read("SEQUENCE")).toEqual(["0", "1", "2"]);
      expect(new Set(read("UID")).size).toBe(1);
      expect(await answerOf(db, ha)).toMatchObject({ reply: null });
      const now = await stored(db, meeting.id);
      expect(now).toMatchObject({ postponedAt: null, postponeReason: null, rescheduledAt: OVER });
    });

    it("is refused for a draft, without a reason and twice", async () => {
      const draft = await meetingWith(db, { announcedAt: null });
      const meeting = await meetingWith(db);

      expect(await putOff(draft)).toEqual({ ok: false, reason: "is-draft" });
      expect(await postponeMeeting(db, meeting, " ", signed())).toEqual({
        ...{ ok: false, reason: "no-reason" },
      });
      await putOff(meeting);
      expect(await putOff(meeting)).toEqual({ ok: false, reason: "is-postponed" });
    });

    it("can end in calling off, of which everybody is told though the hour has passed", async () => {
      const meeting = await meetingWith(db);
      await guest(db, meeting, "Ha");
      await putOff(meeting);

      const outcome = await cancelMeeting(db, meeting, "Không họp nữa", signed(OVER));
      expect(outcome).toEqual({ ok: true, letters: 1 });
      const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
      expect(letter?.expiresAt.localeCompare(OVER)).toBe(1);
    });
  });

  describe("and calling off", () => {
    it("writes to everybody invited, also to who unsubscribed or declined", async () => {
      const meeting = await meetingWith(db);
      await guest(db, meeting, "Ha", { answer: "coming" });
      await guest(db, meeting, "Nam", { unsubscribed: true });
      await guest(db, meeting, "Tam", { answer: "declined", unsubscribed: true });
      const outcome = await cancelMeeting(db, meeting, " Bão số 5 ", signed(NEXT_DAY));

      expect(outcome).toEqual({ ok: true, letters: 3 });
      expect(await since(db, meeting, 1)).toEqual([
        "cancellation ha",
        "cancellation nam",
        "cancellation tam",
      ]);
      const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
      expect(letter).toMatchObject({ calendarMethod: "CANCEL", expiresAt: meeting.endsAt });
      expect(letter?.text).toContain("Lý do: Bão số 5\n");
      expect(await stored(db, meeting.id)).toMatchObject({
        cancelledAt: NEXT_DAY,
        cancelReason: "Bão số 5",
      });
      expect((await auditOf(db)).at(-1)).toMatchObject({
        act: "meeting.cancelled",
        particulars: { reason: "Bão số 5" },
      });
    });

    it("needs a reason and happens once", async () => {
      const meeting = await meetingWith(db);
      await guest(db, meeting, "Ha");
      const cancel = (reason: string) => cancelMeeting(db, meeting, reason, signed(NEXT_DAY));

      expect(await cancel("  ")).toEqual({ ok: false, reason: "no-reason" });
      const outcomes = await Promise.all([cancel("Bão"), cancel("Mưa")]);
      expect(outcomes).toContainEqual({ ok: true, letters: 1 });
      expect(outcomes).toContainEqual({ ok: false, reason: "is-cancelled" });
      expect(await since(db, meeting, 1)).toEqual(["cancellation ha"]);
    });

    it("is still possible after the end, and then writes to nobody", async () => {
      const meeting = await meetingWith(db);
      await guest(db, meeting, "Ha");

      expect(await cancelMeeting(db, meeting, "Không họp", signed(OVER))).toEqual({
        ok: true,
        letters: 0,
      });
      expect(await since(db, meeting, 1)).toEqual([]);
    });

    it("is refused for a meeting that was held", async () => {
      const meeting = await meetingWith(db, { heldAt: OVER });

      expect(await cancelMeeting(db, meeting, "Bão", signed(OVER))).toEqual({
        ok: false,
        reason: "is-held",
      });
    });

    it("drops a draft without a word to anybody", async () => {
      const meeting = await meetingWith(db, { announcedAt: null });

      expect(await cancelMeeting(db, meeting, "Thôi", signed())).toEqual({ ok: true, letters: 0 });
    });

    it("does not cross with an invitation: invited before, written to; after, refused", async () => {
      const meeting = await meetingWith(db);
      const ha = await reporter(db);
      const [invited] = await Promise.all([
        invite(db, meeting, [ha.id], signed(NEXT_DAY)),
        cancelMeeting(db, meeting, "Bão", signed(NEXT_DAY)),
      ]);

      const kinds = (await lettersOf(db, meeting.id)).map(({ kind }) => kind);
      expect(kinds).toEqual(invited.ok ? ["invitation", "cancellation"] : []);
    });
  });
});
