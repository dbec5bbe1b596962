import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { forge, type Posted } from "#app/test/forged-answers.ts";
import { auditOf, clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import { answerOf, applied, LATER, postedOf, take, twoInvited } from "#app/test/two-invited.ts";
import type { Db } from "#db/tables.ts";
import { cancelMeeting, changeMeeting, postponeMeeting } from "../invitations/changes.server.ts";
import { findMeeting } from "../meetings/meetings.server.ts";

describe.each(databases)("taking in mail on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let posted: Posted;
  let meetingId: string;
  let ids: [string, string];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    ({ posted, meetingId, ids } = await twoInvited(db));
  });

  const meeting = async () => {
    const found = await findMeeting(db, meetingId);
    if (!found) throw new Error("no meeting");
    return found;
  };

  test("an answer never changes what the meeting is", async () => {
    const before = await meeting();
    await take(
      db,
      forge(posted, {
        event: ["SUMMARY:Hacked", "DTSTART:20300101T000000Z", "LOCATION:Elsewhere", "COMMENT:x"],
      }),
    );
    expect(await meeting()).toEqual(before);
  });

  test("the same mail is taken in once, whoever carried it and however often", async () => {
    const raw = forge(posted);
    const carried = `Received: from a\r\n\tby b\r\n${raw}`;

    const all = await Promise.all([
      take(db, raw),
      take(db, raw),
      take(db, carried),
      take(db, carried),
    ]);

    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await take(db, forge(posted, { partstat: "DECLINED", stamp: "20260901T014000Z" }));
    expect(await take(db, raw)).toMatchObject({ isNew: false, outcome: "applied" });
    expect(await answerOf(db, ids[0])).toBe("declined");
  });

  test("of two answers the later stamp counts, of equal stamps the later arrival", async () => {
    await take(db, forge(posted, { partstat: "DECLINED", stamp: "20260901T014000Z" }));
    const late = await take(db, forge(posted, { stamp: "20260901T013000Z" }));
    expect(late).toMatchObject({ outcome: "overtaken", reason: "differs", settledAt: null });
    expect(await answerOf(db, ids[0])).toBe("declined");

    await take(db, forge(posted, { stamp: "20260901T014000Z" }));
    expect(await answerOf(db, ids[0])).toBe("coming");
  });

  test("a stamp from the future does not win for ever", async () => {
    await take(db, forge(posted, { stamp: "20990101T000000Z" }), LATER);
    await take(
      db,
      forge(posted, { partstat: "DECLINED", stamp: "20260901T030000Z" }),
      "2026-09-01T03:00:01.000Z",
    );
    expect(await answerOf(db, ids[0])).toBe("declined");
  });

  test("an answer to an older version is recorded as that, and the journalist is asked again", async () => {
    const old = posted;
    await changeMeeting(
      db,
      { id: meetingId },
      { ...wanted(), startsAt: "2026-09-11T02:00:00.000Z", endsAt: "2026-09-11T03:30:00.000Z" },
      signed("2026-09-01T01:40:00.000Z"),
      { reason: "Trùng lịch" },
    );
    expect((await meeting()).revision).toBe(1);

    expect(await take(db, forge(old))).toMatchObject({
      outcome: "older",
      reply: "coming",
      sequence: 0,
    });
    expect(await answerOf(db, ids[0])).toBeNull();

    expect(
      await take(
        db,
        forge(await postedOf(db, ids[0]), { sequence: "1", stamp: "20260901T015000Z" }),
      ),
    ).toMatchObject(applied("coming"));
    expect(await answerOf(db, ids[0])).toBe("coming");
    await take(db, forge(old, { partstat: "DECLINED" }));
    expect(await answerOf(db, ids[0])).toBe("coming");
  });

  test.each([
    [
      "cancelled",
      () => cancelMeeting(db, { id: meetingId }, "Bão", signed("2026-09-01T01:40:00.000Z")),
    ],
    [
      "postponed",
      () => postponeMeeting(db, { id: meetingId }, "Bão", signed("2026-09-01T01:40:00.000Z")),
    ],
    ["begun", async () => {}],
  ])(
    "an answer to a meeting that is %s came too late, and a person is told",
    async (reason, deed) => {
      await deed();
      const at = reason === "begun" ? "2026-09-10T02:00:00.000Z" : LATER;

      expect(await take(db, forge(posted), at)).toMatchObject({
        outcome: "too-late",
        reason,
        settledAt: null,
      });

      expect(await answerOf(db, ids[0])).toBeNull();
      expect((await auditOf(db)).filter(({ act }) => act === "answer.by-calendar")).toHaveLength(1);
    },
  );

  test.each([
    ["real-thunderbird153-1.eml", "coming"],
    ["real-sogo58-1.eml", "coming"],
  ])("a real answer, %s, is recorded right", async (file, reply) => {
    const captured = readFileSync(new URL(`captures/${file}`, import.meta.url), "latin1");
    // Captured from real clients that were invited by others: address, event and key are put to ours.
    const raw = captured
      .replaceAll("tuyet@journalist.test", "ha@bao.test")
      .replace("mailto:tuyet@jou\n rnalist.test", "mailto:ha@bao.test")
      .replaceAll("mailto:tuyet@jou\r\n rnalist.test", "mailto:ha@bao.test")
      .replaceAll("tuyet@jou\n rnalist.test", "ha@bao.test")
      .replace(/MAILTO:tuyet@journ\r?\n alist.test/, "MAILTO:ha@bao.test")
      .replaceAll("fx-1@ministry.test", posted.uid)
      .replaceAll("hopbao@ministry.test", posted.organizer);

    const taken = await take(db, raw, "2026-09-02T02:00:00.000Z");

    expect(taken).toMatchObject({ ...applied("coming"), reply, sequence: 0 });
    expect(await answerOf(db, ids[0])).toBe(reply);
  });

  test("says in the log what came and how far it was believed", async () => {
    const { id } = await take(db, forge(posted, { from: "boss@bao.test" }));

    const lines = await auditOf(db);
    expect(lines.find(({ act }) => act === "answer.by-calendar")).toMatchObject({
      about: id,
      byName: "Hà",
      particulars: { name: "Hà", reply: "coming", trust: "other_address", outcome: "applied" },
    });
  });
});
