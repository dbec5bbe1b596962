import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  answerOf,
  DURING,
  guest,
  inCalendar,
  meetingWith,
  moved,
  NEXT_DAY,
  since,
  stored,
  storm,
} from "#app/test/guests.ts";
import { committee } from "#app/test/people.ts";
import {
  auditOf,
  clearPressRoom,
  lettersOf,
  signed,
  speaker,
  wanted,
} from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { markAddressFailed } from "../mail/address-failure.server.ts";
import { claimDue } from "../mail/outbox.server.ts";
import { tallyOf } from "../meetings/tally.server.ts";
import { addSpeaker, otherSpeakersOf, removeSpeaker } from "../programme/speakers.server.ts";
import { cancelMeeting, changeMeeting, telling } from "./changes.server.ts";

describe.each(databases)("changes on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  it("of the time write to everybody and ask again; the old answer stays in the audit log", async () => {
    const meeting = await meetingWith(db);
    const ha = await guest(db, meeting, "Ha", { answer: "coming" });
    await guest(db, meeting, "Binh");
    const outcome = await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);

    expect(outcome).toEqual({ ok: true, changed: ["startsAt", "endsAt"], letters: 2 });
    expect(await since(db, meeting, 1)).toEqual(["change binh", "change ha"]);
    expect(await answerOf(db, ha)).toMatchObject({ reply: null, repliedAt: MORNING });
    expect(await tallyOf(db, meeting.id)).toMatchObject({ coming: 0, waiting: 2 });
    const lines = await auditOf(db);
    expect(lines.find(({ act }) => act === "invitation.answered")?.particulars).toMatchObject({
      reply: "coming",
    });
    expect(lines.at(-1)).toMatchObject({
      act: "meeting.rescheduled",
      particulars: { from: wanted().startsAt, to: moved.startsAt, reason: "Tránh bão" },
    });
    expect(await stored(db, meeting.id)).toMatchObject({
      ...{ rescheduledAt: NEXT_DAY, rescheduledFrom: wanted().startsAt, edition: 1 },
    });
    const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
    expect(letter?.text).toContain("Lý do: Tránh bão\n");
  });

  it("of the map and the way in are told only where the officer wishes it, without asking again", async () => {
    const meeting = await meetingWith(db);
    const ha = await guest(db, meeting, "Ha", { answer: "coming" });
    const way = { mapUrl: "https://ban-do.test/a", accessNotes: "Cổng sau" };
    const silent = await changeMeeting(db, meeting, wanted(way), signed(NEXT_DAY));
    const fresh = { ...way, accessNotes: "Cổng trước, có dốc cho xe lăn" };
    const told = await changeMeeting(db, meeting, wanted(fresh), signed(NEXT_DAY), { tell: true });

    expect(silent).toEqual({ ok: true, changed: ["mapUrl", "accessNotes"], letters: 0 });
    expect(told).toEqual({ ok: true, changed: ["accessNotes"], letters: 1 });
    expect(await since(db, meeting, 1)).toEqual(["change ha"]);
    const [letter] = (await lettersOf(db, meeting.id)).slice(-1);
    expect(letter?.text).toContain("Lối vào: Cổng trước, có dốc cho xe lăn");
    expect(letter?.text).toContain("Cổng sau");
    expect(inCalendar(letter?.calendar ?? null, "SEQUENCE")).toBe("1");
    expect(await answerOf(db, ha)).toMatchObject({ reply: "coming" });
  });

  it("of who else speaks are told where the officer wishes it, and undone with a refusal", async () => {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward);
    const meeting = await meetingWith(db);
    await guest(db, meeting, "Ha");
    const at = signed(NEXT_DAY);
    const add = (trx: Db) => addSpeaker(trx, meeting, personId, at);
    const told = await telling(db, meeting, add, at);
    const again = await telling(db, meeting, add, at);
    const [added] = await otherSpeakersOf(db, meeting.id);
    const remove = (trx: Db) => removeSpeaker(trx, added as NonNullable<typeof added>, at);
    const removed = await telling(db, meeting, remove, at);

    expect(told).toEqual({ ok: true, name: "Lê Thị Bình", letters: 1 });
    expect(again).toEqual({ ok: false, reason: "speaks-already" });
    expect(removed).toEqual({ ok: true, letters: 1 });
    const letters = await lettersOf(db, meeting.id);
    expect(letters.map(({ calendar }) => inCalendar(calendar, "SEQUENCE"))).toEqual([
      "0",
      "1",
      "2",
    ]);
    expect(letters[1]?.text).toContain("Lê Thị Bình, Phó Chủ tịch");
    expect(await stored(db, meeting.id)).toMatchObject({ revision: 2, edition: 2 });
    const late = await telling(db, meeting, add, signed(DURING));
    expect(late).toEqual({ ok: true, name: "Lê Thị Bình", letters: 0 });
  });

  it("raise SEQUENCE and DTSTAMP of the same entry, also within one second", async () => {
    const meeting = await meetingWith(db, { revisedAt: MORNING });
    await guest(db, meeting, "Ha");
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
    const meeting = await meetingWith(db);
    const ha = await guest(db, meeting, "Ha", { answer: "coming" });
    const details = wanted({ chair: "Trần Văn Bé", subject: "Phòng chống sạt lở" });

    expect(await changeMeeting(db, meeting, details, signed(NEXT_DAY))).toMatchObject({
      letters: 1,
    });
    expect(await answerOf(db, ha)).toMatchObject({ reply: "coming" });
    const letter = (await lettersOf(db, meeting.id)).at(-1);
    expect(letter?.text).toContain("- Người chủ trì: Trần Văn Bé (trước đây: Nguyễn Văn An)");
  });

  it("of the description are made in silence", async () => {
    const meeting = await meetingWith(db);
    await guest(db, meeting, "Ha", { answer: "coming" });
    const details = wanted({ description: "Có tài liệu kèm theo (đã sửa)." });
    const outcome = await changeMeeting(db, meeting, details, signed(NEXT_DAY));

    expect(outcome).toEqual({ ok: true, changed: ["description"], letters: 0 });
    const { revision, revisedAt, description } = await stored(db, meeting.id);
    expect({ revision, revisedAt }).toEqual({ revision: 0, revisedAt: meeting.revisedAt });
    expect(description).toBe(details.description);
    expect(await since(db, meeting, 1)).toEqual([]);
    expect((await auditOf(db)).at(-1)).toMatchObject({ act: "meeting.changed" });
  });

  it("of nothing leave nothing behind", async () => {
    const meeting = await meetingWith(db);
    await guest(db, meeting, "Ha");
    const lines = await auditOf(db);

    expect(await changeMeeting(db, meeting, wanted(), signed(NEXT_DAY))).toEqual({
      ok: true,
      changed: [],
      letters: 0,
    });
    expect(await auditOf(db)).toEqual(lines);
    expect(await stored(db, meeting.id)).toMatchObject({ revision: 0 });
  });

  it("of a draft need no revision", async () => {
    const meeting = await meetingWith(db, { announcedAt: null });
    await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);

    expect(await stored(db, meeting.id)).toMatchObject({ ...moved, revision: 0 });
  });

  it("reach who unsubscribed only if they are to come, however often it is changed", async () => {
    const meeting = await meetingWith(db);
    await guest(db, meeting, "Ha", { answer: "coming", unsubscribed: true });
    await guest(db, meeting, "Minh", { answer: "substitute", unsubscribed: true });
    const tam = await guest(db, meeting, "Tam", { answer: "declined", unsubscribed: true });
    await guest(db, meeting, "Nam", { unsubscribed: true });
    await guest(db, meeting, "Lien", { answer: "declined" });
    await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);
    const details = wanted({ ...moved, venue: "Phòng B" });
    await changeMeeting(db, meeting, details, signed(NEXT_DAY));

    const expected = ["change ha", "change lien", "change minh"];
    expect(await since(db, meeting, 2)).toEqual(expected);
    expect(await since(db, meeting, 1)).toEqual([...expected, ...expected].toSorted());
    expect(await answerOf(db, tam)).toMatchObject({ reply: "declined" });
  });

  it("come as a first invitation to who was not reached yet, and the old letter is laid aside", async () => {
    const meeting = await meetingWith(db);
    await guest(db, meeting, "Ha", { leaves: false });
    await guest(db, meeting, "Binh");
    await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);

    expect(await since(db, meeting, 1)).toEqual(["change binh", "invitation ha"]);
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

  it("come as a first invitation to whom the letter came back from", async () => {
    const meeting = await meetingWith(db);
    const ha = await guest(db, meeting, "Ha");
    const letter = await db
      .selectFrom("mail")
      .select("id")
      .where("invitationId", "=", ha.id)
      .executeTakeFirstOrThrow();
    await markAddressFailed(db, { mailId: letter.id, words: "552 5.2.2 Full", at: MORNING });
    await changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm);

    expect(await since(db, meeting, 1)).toEqual(["invitation ha"]);
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
    const meeting = await meetingWith(db, details);

    expect(await changeMeeting(db, meeting, wanted(change), signed(at))).toEqual({
      ok: false,
      reason,
    });
    expect(await stored(db, meeting.id)).toMatchObject({ startsAt: meeting.startsAt, revision: 0 });
  });

  it("to a day on which the spokesperson no longer speaks are refused", async () => {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward, { untilDay: "2026-09-10" });
    const meeting = await meetingWith(db, { spokespersonId: personId });
    const change = (details: object) =>
      changeMeeting(
        db,
        meeting,
        wanted({ spokespersonId: personId, ...details }),
        signed(NEXT_DAY),
      );

    expect(await change(moved)).toEqual({ ok: false, reason: "not-a-speaker" });
    expect(await change({ venue: "Phòng B" })).toMatchObject({ ok: true });
    expect(await stored(db, meeting.id)).toMatchObject({ spokespersonName: "Lê Thị Bình" });
  });

  it("made by two officers at once are two revisions, and nobody's is lost", async () => {
    const meeting = await meetingWith(db);
    await guest(db, meeting, "Ha");
    await Promise.all([
      changeMeeting(db, meeting, wanted({ venue: "Phòng B" }), signed(NEXT_DAY)),
      changeMeeting(db, meeting, wanted({ venue: "Phòng C" }), signed(NEXT_DAY)),
    ]);

    expect(await stored(db, meeting.id)).toMatchObject({ revision: 2 });
    expect((await lettersOf(db, meeting.id)).map(({ revision }) => revision)).toEqual([0, 1, 2]);
  });

  it("leave nothing behind when one letter cannot be written", async () => {
    const meeting = await meetingWith(db);
    const ha = await guest(db, meeting, "Ha", { answer: "coming" });
    await guest(db, meeting, "Binh");
    await db.updateTable("journalist").set({ email: "hỏng" }).where("name", "=", "Binh").execute();
    const lines = await auditOf(db);

    await expect(
      changeMeeting(db, meeting, wanted(moved), signed(NEXT_DAY), storm),
    ).rejects.toThrow();
    await expect(cancelMeeting(db, meeting, "Bão", signed(NEXT_DAY))).rejects.toThrow();
    expect(await stored(db, meeting.id)).toEqual(meeting);
    expect(await answerOf(db, ha)).toMatchObject({ reply: "coming" });
    expect(await since(db, meeting, 1)).toEqual([]);
    expect(await auditOf(db)).toEqual(lines);
  });

  it("of the time of a public meeting need a reason; a draft's do not", async () => {
    const meeting = await meetingWith(db);
    const draft = await meetingWith(db, { announcedAt: null });
    const move = (one: { id: string }) =>
      changeMeeting(db, one, wanted(moved), signed(NEXT_DAY), { reason: "  " });

    expect(await move(meeting)).toEqual({ ok: false, reason: "no-reason" });
    expect(await move(draft)).toMatchObject({ ok: true, letters: 0 });
    expect(await stored(db, draft.id)).toMatchObject({ rescheduledAt: null });
  });

  it("of an edition that somebody has written over are refused, and theirs stands", async () => {
    const meeting = await meetingWith(db);
    const change = (venue: string) =>
      changeMeeting(db, meeting, wanted({ venue }), signed(NEXT_DAY), { edition: 0 });

    const outcomes = await Promise.all([change("Phòng B"), change("Phòng C")]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await stored(db, meeting.id)).toMatchObject({ edition: 1 });
  });
});
