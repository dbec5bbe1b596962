import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import {
  auditOf,
  clearPressRoom,
  lettersOf,
  signed,
  speaker,
  wanted,
} from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { claimDue } from "../mail/outbox.server.ts";
import { tallyOf } from "../meetings/tally.server.ts";
import { cancelMeeting, changeMeeting, postponeMeeting } from "./changes.server.ts";
import { invite } from "./invitations.server.ts";
import { reply } from "./replies.server.ts";
import type { Reply } from "./reply-form.ts";

const NEXT_DAY = "2026-09-02T01:00:00.000Z";
const DURING = "2026-09-10T02:30:00.000Z";
const OVER = "2026-09-10T03:30:00.000Z";
const moved = { startsAt: "2026-09-11T02:00:00.000Z", endsAt: "2026-09-11T03:30:00.000Z" };

describe.each(databases)("changes on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const meetingWith = async (details: Partial<Row<"meeting">> = {}) =>
    briefing(db, await committee(db), { ...wanted(), ...details });
  /** Invites one reporter by name; their letter leaves unless told otherwise. */
  const guest = async (
    meeting: { id: string },
    name: string,
    {
      answer,
      unsubscribed = false,
      leaves = true,
    }: { answer?: Reply; unsubscribed?: boolean; leaves?: boolean } = {},
  ) => {
    const journalist = await reporter(db, { name, email: `${name.toLowerCase()}@bao.test` });
    await invite(db, meeting, [journalist.id], signed());
    const invitation = await db
      .selectFrom("invitation")
      .selectAll()
      .where("journalistId", "=", journalist.id)
      .executeTakeFirstOrThrow();
    if (leaves)
      await db
        .updateTable("mail")
        .set({ stage: "sent", sentAt: MORNING, digest: "of bytes" })
        .where("invitationId", "=", invitation.id)
        .execute();
    if (answer) {
      const substituteName = answer === "substitute" ? "Người khác" : undefined;
      await reply(db, invitation.token, { reply: answer, substituteName }, MORNING);
    }
    if (unsubscribed)
      await db
        .updateTable("journalist")
        .set({ unsubscribedAt: MORNING })
        .where("id", "=", journalist.id)
        .execute();
    return invitation;
  };
  const stored = (id: string) =>
    db.selectFrom("meeting").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const answerOf = ({ id }: { id: string }) =>
    db.selectFrom("invitation").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const since = async (meeting: { id: string }, revision: number) =>
    (await lettersOf(db, meeting.id))
      .filter((letter) => letter.revision >= revision)
      .map(({ to, kind }) => `${kind} ${to.split("@")[0]}`)
      .toSorted();
  const storm = { reason: " Tránh bão " };
  const inCalendar = (calendar: string | null, name: string) =>
    new RegExp(`^${name}:(.*)\r$`, "m").exec(calendar ?? "")?.[1];

  it("of the time write to everybody and ask again; the old answer stays in the audit log", async () => {
    const meeting = await meetingWith();
    const ha = await guest(meeting, "Ha", { answer: "coming" });
    await guest(meeting, "Binh");
    const outcome = await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);

    expect(outcome).toEqual({ ok: true, changed: ["startsAt", "endsAt"], letters: 2 });
    expect(await since(meeting, 1)).toEqual(["change binh", "change ha"]);
    expect(await answerOf(ha)).toMatchObject({ reply: null, repliedAt: MORNING });
    expect(await tallyOf(db, meeting.id)).toMatchObject({ coming: 0, waiting: 2 });
    const lines = await auditOf(db);
    expect(lines.find(({ act }) => act === "invitation.answered")?.particulars).toMatchObject({
      reply: "coming",
    });
    expect(lines.at(-1)).toMatchObject({
      act: "meeting.rescheduled",
      particulars: { from: wanted().startsAt, to: moved.startsAt, reason: "Tránh bão" },
    });
    expect(await stored(meeting.id)).toMatchObject({
      ...{ rescheduledAt: NEXT_DAY, rescheduledFrom: wanted().startsAt, edition: 1 },
    });
    const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
    expect(letter?.text).toContain("Lý do: Tránh bão\n");
  });

  it("raise SEQUENCE and DTSTAMP of the same entry, also within one second", async () => {
    const meeting = await meetingWith({ revisedAt: MORNING });
    await guest(meeting, "Ha");
    await changeMeeting(db, meeting, wanted({ venue: "Phòng B" }), signed(MORNING));
    await changeMeeting(db, meeting, wanted({ venue: "Phòng C" }), signed(MORNING));
    await cancelMeeting(db, meeting, "Bão số 5", signed(MORNING));

    const calendars = (await lettersOf(db, meeting.id)).map(({ calendar }) => calendar);
    const read = (name: string) => calendars.map((calendar) => inCalendar(calendar, name));
    expect(new Set(read("UID")).size).toBe(1);
    expect(read("SEQUENCE")).toEqual(["0", "1", "2", "3"]);
    expect(read("DTSTAMP")).toEqual([
      "20260901T010000Z",
      "20260901T010001Z",
      "20260901T010002Z",
      "20260901T010003Z",
    ]);
    expect(read("METHOD")).toEqual(["REQUEST", "REQUEST", "REQUEST", "CANCEL"]);
  });

  it("of the chair or the subject are written, and answers stand", async () => {
    const meeting = await meetingWith();
    const ha = await guest(meeting, "Ha", { answer: "coming" });
    const details = wanted({ chair: "Trần Văn Bé", subject: "Phòng chống sạt lở" });

    expect(await changeMeeting(db, meeting, details, signed(NEXT_DAY))).toMatchObject({
      letters: 1,
    });
    expect(await answerOf(ha)).toMatchObject({ reply: "coming" });
    const letter = (await lettersOf(db, meeting.id)).at(-1);
    expect(letter?.text).toContain("- Người chủ trì: Trần Văn Bé (trước đây: Nguyễn Văn An)");
  });

  it("of the description are made in silence", async () => {
    const meeting = await meetingWith();
    await guest(meeting, "Ha", { answer: "coming" });
    const details = wanted({ description: "Có tài liệu kèm theo (đã sửa)." });
    const outcome = await changeMeeting(db, meeting, details, signed(NEXT_DAY));

    expect(outcome).toEqual({ ok: true, changed: ["description"], letters: 0 });
    const { revision, revisedAt, description } = await stored(meeting.id);
    expect({ revision, revisedAt }).toEqual({ revision: 0, revisedAt: meeting.revisedAt });
    expect(description).toBe(details.description);
    expect(await since(meeting, 1)).toEqual([]);
    expect((await auditOf(db)).at(-1)).toMatchObject({ act: "meeting.changed" });
  });

  it("of nothing leave nothing behind", async () => {
    const meeting = await meetingWith();
    await guest(meeting, "Ha");
    const lines = await auditOf(db);

    expect(await changeMeeting(db, meeting, wanted(), signed(NEXT_DAY))).toEqual({
      ok: true,
      changed: [],
      letters: 0,
    });
    expect(await auditOf(db)).toEqual(lines);
    expect(await stored(meeting.id)).toMatchObject({ revision: 0 });
  });

  it("of a draft need no revision", async () => {
    const meeting = await meetingWith({ announcedAt: null });
    await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);

    expect(await stored(meeting.id)).toMatchObject({ ...moved, revision: 0 });
  });

  it("reach who unsubscribed only if they are to come, however often it is changed", async () => {
    const meeting = await meetingWith();
    await guest(meeting, "Ha", { answer: "coming", unsubscribed: true });
    await guest(meeting, "Minh", { answer: "substitute", unsubscribed: true });
    const tam = await guest(meeting, "Tam", { answer: "declined", unsubscribed: true });
    await guest(meeting, "Nam", { unsubscribed: true });
    await guest(meeting, "Lien", { answer: "declined" });
    await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);
    const details = wanted({ ...moved, venue: "Phòng B" });
    await changeMeeting(db, meeting, details, signed(NEXT_DAY));

    const expected = ["change ha", "change lien", "change minh"];
    expect(await since(meeting, 2)).toEqual(expected);
    expect(await since(meeting, 1)).toEqual([...expected, ...expected].toSorted());
    expect(await answerOf(tam)).toMatchObject({ reply: "declined" });
  });

  it("come as a first invitation to who was not reached yet, and the old letter is laid aside", async () => {
    const meeting = await meetingWith();
    await guest(meeting, "Ha", { leaves: false });
    await guest(meeting, "Binh");
    await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);

    expect(await since(meeting, 1)).toEqual(["change binh", "invitation ha"]);
    const hand = { worker: "one", limit: 10, leaseSeconds: 30 };
    const claimed = await claimDue(db, NEXT_DAY, hand);
    expect(claimed.map(({ to, kind, revision }) => [to, kind, revision]).toSorted()).toEqual([
      ["binh@bao.test", "change", 1],
      ["ha@bao.test", "invitation", 1],
    ]);
    expect(claimed.find(({ to }) => to === "ha@bao.test")?.text).toContain(
      "từ 09 giờ 00 đến 10 giờ 30, ngày 11 tháng 9 năm 2026",
    );
  });

  it.each([
    { what: "once it began", details: {}, change: moved, at: DURING, reason: "begun" },
    {
      what: "once held",
      details: { heldAt: MORNING },
      change: moved,
      at: NEXT_DAY,
      reason: "is-held",
    },
    {
      what: "once cancelled",
      details: { cancelledAt: MORNING },
      change: moved,
      at: NEXT_DAY,
      reason: "is-cancelled",
    },
    {
      what: "into the past",
      details: {},
      change: { startsAt: NEXT_DAY },
      at: NEXT_DAY,
      reason: "in-the-past",
    },
  ])("are refused $what", async ({ details, change, at, reason }) => {
    const meeting = await meetingWith(details);

    expect(await changeMeeting(db, meeting, wanted(change), signed(at))).toEqual({
      ok: false,
      reason,
    });
    expect(await stored(meeting.id)).toMatchObject({ startsAt: meeting.startsAt, revision: 0 });
  });

  it("to a day on which the spokesperson no longer speaks are refused", async () => {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward, { untilDay: "2026-09-10" });
    const meeting = await meetingWith({ spokespersonId: personId });
    const change = (details: object) =>
      changeMeeting(
        db,
        meeting,
        wanted({ spokespersonId: personId, ...details }),
        signed(NEXT_DAY),
      );

    expect(await change(moved)).toEqual({ ok: false, reason: "not-a-speaker" });
    expect(await change({ venue: "Phòng B" })).toMatchObject({ ok: true });
    expect(await stored(meeting.id)).toMatchObject({ spokespersonName: "Lê Thị Bình" });
  });

  it("made by two officers at once are two revisions, and nobody's is lost", async () => {
    const meeting = await meetingWith();
    await guest(meeting, "Ha");
    await Promise.all([
      changeMeeting(db, meeting, wanted({ venue: "Phòng B" }), signed(NEXT_DAY)),
      changeMeeting(db, meeting, wanted({ venue: "Phòng C" }), signed(NEXT_DAY)),
    ]);

    expect(await stored(meeting.id)).toMatchObject({ revision: 2 });
    expect((await lettersOf(db, meeting.id)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it("leave nothing behind when one letter cannot be written", async () => {
    const meeting = await meetingWith();
    const ha = await guest(meeting, "Ha", { answer: "coming" });
    await guest(meeting, "Binh");
    await db.updateTable("journalist").set({ email: "hỏng" }).where("name", "=", "Binh").execute();
    const lines = await auditOf(db);

    await expect(
      changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm),
    ).rejects.toThrow();
    await expect(cancelMeeting(db, meeting, "Bão", signed(NEXT_DAY))).rejects.toThrow();
    expect(await stored(meeting.id)).toEqual(meeting);
    expect(await answerOf(ha)).toMatchObject({ reply: "coming" });
    expect(await since(meeting, 1)).toEqual([]);
    expect(await auditOf(db)).toEqual(lines);
  });

  it("of the time of a public meeting need a reason; a draft's do not", async () => {
    const meeting = await meetingWith();
    const draft = await meetingWith({ announcedAt: null });
    const move = (one: { id: string }) =>
      changeMeeting(db, one, wanted(moved), signed(NEXT_DAY), { reason: "  " });

    expect(await move(meeting)).toEqual({ ok: false, reason: "no-reason" });
    expect(await move(draft)).toMatchObject({ ok: true, letters: 0 });
    expect(await stored(draft.id)).toMatchObject({ rescheduledAt: null });
  });

  it("of an edition that somebody has written over are refused, and theirs stands", async () => {
    const meeting = await meetingWith();
    const change = (venue: string) =>
      changeMeeting(db, meeting, wanted({ venue }), signed(NEXT_DAY), { edition: 0 });

    const outcomes = await Promise.all([change("Phòng B"), change("Phòng C")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await stored(meeting.id)).toMatchObject({ edition: 1 });
  });

  describe("and putting off", () => {
    const putOff = (meeting: { id: string }, at = NEXT_DAY) =>
      postponeMeeting(db, meeting, "Bão số 5", signed(at));

    it("takes the hour out of every calendar and keeps the answers until there is a new one", async () => {
      const meeting = await meetingWith();
      const ha = await guest(meeting, "Ha", { answer: "coming" });

      expect(await putOff(meeting)).toEqual({ ok: true, letters: 1 });
      expect(await since(meeting, 1)).toEqual(["postponement ha"]);
      const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
      expect(letter).toMatchObject({ calendarMethod: "CANCEL", revision: 1 });
      expect(letter?.text).toContain("Lý do: Bão số 5\n");
      expect(await answerOf(ha)).toMatchObject({ reply: "coming" });
      expect((await auditOf(db)).at(-1)).toMatchObject({
        act: "meeting.postponed",
        particulars: { reason: "Bão số 5" },
      });
    });

    it("ends with a new time: the same entry comes back, and everybody is asked again", async () => {
      const meeting = await meetingWith();
      const ha = await guest(meeting, "Ha", { answer: "coming" });
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
      expect(await answerOf(ha)).toMatchObject({ reply: null });
      const now = await stored(meeting.id);
      expect(now).toMatchObject({ postponedAt: null, postponeReason: null, rescheduledAt: OVER });
    });

    it("is refused for a draft, without a reason and twice", async () => {
      const draft = await meetingWith({ announcedAt: null });
      const meeting = await meetingWith();

      expect(await putOff(draft)).toEqual({ ok: false, reason: "is-draft" });
      expect(await postponeMeeting(db, meeting, " ", signed())).toEqual({
        ...{ ok: false, reason: "no-reason" },
      });
      await putOff(meeting);
      expect(await putOff(meeting)).toEqual({ ok: false, reason: "is-postponed" });
    });

    it("can end in calling off, of which everybody is told though the hour has passed", async () => {
      const meeting = await meetingWith();
      await guest(meeting, "Ha");
      await putOff(meeting);

      const outcome = await cancelMeeting(db, meeting, "Không họp nữa", signed(OVER));
      expect(outcome).toEqual({ ok: true, letters: 1 });
      const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
      expect(letter?.expiresAt.localeCompare(OVER)).toBe(1);
    });
  });

  describe("and calling off", () => {
    it("writes to everybody invited, also to who unsubscribed or declined", async () => {
      const meeting = await meetingWith();
      await guest(meeting, "Ha", { answer: "coming" });
      await guest(meeting, "Nam", { unsubscribed: true });
      await guest(meeting, "Tam", { answer: "declined", unsubscribed: true });
      const outcome = await cancelMeeting(db, meeting, " Bão số 5 ", signed(NEXT_DAY));

      expect(outcome).toEqual({ ok: true, letters: 3 });
      expect(await since(meeting, 1)).toEqual([
        "cancellation ha",
        "cancellation nam",
        "cancellation tam",
      ]);
      const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
      expect(letter).toMatchObject({ calendarMethod: "CANCEL", expiresAt: meeting.endsAt });
      expect(letter?.text).toContain("Lý do: Bão số 5\n");
      expect(await stored(meeting.id)).toMatchObject({
        cancelledAt: NEXT_DAY,
        cancelReason: "Bão số 5",
      });
      expect((await auditOf(db)).at(-1)).toMatchObject({
        act: "meeting.cancelled",
        particulars: { reason: "Bão số 5" },
      });
    });

    it("needs a reason and happens once", async () => {
      const meeting = await meetingWith();
      await guest(meeting, "Ha");
      const cancel = (reason: string) => cancelMeeting(db, meeting, reason, signed(NEXT_DAY));

      expect(await cancel("  ")).toEqual({ ok: false, reason: "no-reason" });
      const outcomes = await Promise.all([cancel("Bão"), cancel("Mưa")]);
      expect(outcomes).toContainEqual({ ok: true, letters: 1 });
      expect(outcomes).toContainEqual({ ok: false, reason: "is-cancelled" });
      expect(await since(meeting, 1)).toEqual(["cancellation ha"]);
    });

    it("is still possible after the end, and then writes to nobody", async () => {
      const meeting = await meetingWith();
      await guest(meeting, "Ha");

      expect(await cancelMeeting(db, meeting, "Không họp", signed(OVER))).toEqual({
        ok: true,
        letters: 0,
      });
      expect(await since(meeting, 1)).toEqual([]);
    });

    it("is refused for a meeting that was held", async () => {
      const meeting = await meetingWith({ heldAt: OVER });

      expect(await cancelMeeting(db, meeting, "Bão", signed(OVER))).toEqual({
        ok: false,
        reason: "is-held",
      });
    });

    it("drops a draft without a word to anybody", async () => {
      const meeting = await meetingWith({ announcedAt: null });

      expect(await cancelMeeting(db, meeting, "Thôi", signed())).toEqual({ ok: true, letters: 0 });
    });

    it("does not cross with an invitation: invited before, written to; after, refused", async () => {
      const meeting = await meetingWith();
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
