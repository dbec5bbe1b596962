import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  bounceOf,
  eventOf,
  type Forgery,
  forge,
  type Posted,
  postedTo,
} from "#app/test/forged-answers.ts";
import { committee, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { cancelMeeting, changeMeeting, postponeMeeting } from "../invitations/changes.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { newToken, subaddress } from "../mail/subaddress.ts";
import { announceMeeting, findMeeting, planMeeting } from "../meetings/meetings.server.ts";
import { type InboundMail, takeIn } from "./taking-in.server.ts";

const base = "rsvp@longxuyen.test";
const office = { base, authservId: "mx.longxuyen.test" };
const LATER = "2026-09-01T02:00:00.000Z";

type Expected = Partial<Pick<InboundMail, "kind" | "outcome" | "reason" | "reply" | "trust">>;
type Case = [name: string, forged: Forgery | ((posted: Posted, other: Posted) => string), Expected];

const applied = (reply: "coming" | "tentative" | "declined", trust = "matched"): Expected =>
  ({ outcome: "applied", reply, trust }) as Expected;
const review = (reason: string): Expected => ({ outcome: "review", reason });
const ignored = (reason: string): Expected => ({ outcome: "ignored", reason });

const wrapped = (part: string) => ["X-Before: 1", part].join("\r\n");
const DMARC =
  "mx.longxuyen.test; dkim=pass header.d=bao.test; dmarc=pass (p=reject) header.from=bao.test";

const CASES: Case[] = [
  // What calendars really send.
  ["yes", {}, applied("coming")],
  ["no", { partstat: "DECLINED" }, applied("declined")],
  ["perhaps", { partstat: "TENTATIVE" }, applied("tentative")],
  ["in small letters", { partstat: "accepted" }, applied("coming")],
  [
    "with the address in capitals",
    (p) => forge(p, { attendee: `MAILTO:${p.attendee.toUpperCase()}` }),
    applied("coming"),
  ],
  [
    "to the address in capitals",
    (p) => forge(p, { to: p.organizer.toUpperCase() }),
    applied("coming"),
  ],
  ["in base64", { encoding: "base64" }, applied("coming")],
  ["as the whole mail", { around: wrapped }, applied("coming")],
  ["as a file only", { type: "application/ics; name=invite.ics" }, applied("coming")],
  ["without a method at the part", { parameter: null }, applied("coming")],
  ["without a stamp", { stamp: null }, applied("coming")],
  [
    "with a rule that never ends, which nobody expands",
    { event: ["RRULE:FREQ=SECONDLY", "RDATE:x"] },
    applied("coming"),
  ],
  [
    "with a broken rule",
    { event: ["RRULE:FREQ=", "EXDATE;TZID=Nowhere/At:x", "DTSTART:abc"] },
    applied("coming"),
  ],
  [
    "without a product, a summary, an organizer",
    (p) =>
      forge(p, {
        calendar: `BEGIN:VCALENDAR\nMETHOD:REPLY\n${eventOf(p).replace(/ORGANIZER.*\r\n/, "")}\nEND:VCALENDAR`,
      }),
    applied("coming"),
  ],
  [
    "with an alarm and a zone",
    {
      event: [
        "BEGIN:VALARM",
        "UID:other",
        "ATTENDEE;PARTSTAT=DECLINED:mailto:x@y.test",
        "END:VALARM",
      ],
    },
    applied("coming"),
  ],
  [
    "with folded lines",
    (p) => forge(p).replace("PARTSTAT=ACCEPTED", "PARTST\r\n AT=ACCEPTED"),
    applied("coming"),
  ],
  [
    "with the name of a person in the way",
    {
      attendee: null,
      event: [
        'ATTENDEE;CN="Hà: báo; An, Giang";PARTSTAT=ACCEPTED;ROLE=REQ-PARTICIPANT:mailto:ha@bao.test',
      ],
    },
    applied("coming"),
  ],
  [
    "with the address in EMAIL (Apple)",
    { attendee: null, event: ["ATTENDEE;EMAIL=ha@bao.test;PARTSTAT=DECLINED:urn:uuid:12"] },
    applied("declined"),
  ],
  ["with an encoded address", { attendee: "mailto:ha%40bao.test" }, applied("coming")],
  [
    "from Google",
    {
      from: "Google Calendar <calendar-notification@google.com>",
      headers: ["Reply-To: ha@bao.test", "Auto-Submitted: auto-generated"],
    },
    applied("coming"),
  ],
  [
    "of a series: the master counts",
    (p) =>
      forge(p, {
        events: [
          eventOf(p, { partstat: "DECLINED" }),
          eventOf(p, { partstat: "NEEDS-ACTION", event: ["RECURRENCE-ID:20261210T020000Z"] }),
        ],
      }),
    applied("declined"),
  ],
  [
    "of the meeting's date alone",
    { event: ["RECURRENCE-ID;TZID=SE Asia Standard Time:20260910T090000"] },
    applied("coming"),
  ],
  ["with lies about the charset", { charset: "windows-1258" }, applied("coming")],
  ["with a charset that does not exist", { charset: "x-none" }, applied("coming")],
  [
    "with NUL bytes in it",
    (p) => forge(p).replace("VERSION:2.0", "VERSION:2.0\0\0\r\nX-A:\0"),
    applied("coming"),
  ],
  ["with bytes that are no text", { event: ["SUMMARY:\xff\xfe\x80"] }, applied("coming")],
  [
    "verified by our own mail server",
    { headers: [`Authentication-Results: ${DMARC}`] },
    applied("coming", "verified"),
  ],
  [
    "that somebody else's server verified",
    { headers: ["Authentication-Results: mx.other.test; dmarc=pass header.from=bao.test"] },
    applied("coming"),
  ],
  [
    "with our verification below another",
    {
      headers: [
        "Authentication-Results: mx.evil.test; dmarc=fail",
        `Authentication-Results: ${DMARC}`,
      ],
    },
    applied("coming"),
  ],
  [
    "verified for another domain",
    { headers: ["Authentication-Results: mx.longxuyen.test; dmarc=pass header.from=evil.test"] },
    applied("coming"),
  ],
  ["from another address", { from: "boss@bao.test" }, applied("coming", "other_address")],
  [
    "as if from Google, for somebody else",
    { from: "calendar-notification@google.com", headers: ["Reply-To: boss@bao.test"] },
    applied("coming", "other_address"),
  ],
  ["with two senders", { headers: ["From: boss@bao.test"] }, applied("coming", "other_address")],

  // What must not be believed.
  [
    "with somebody else's key",
    (p, other) => forge(p, { to: other.organizer }),
    review("other-invitation"),
  ],
  [
    "with a key that was never made",
    (p) => forge(p, { to: subaddress(base, "answer", newToken()) }),
    review("unknown-token"),
  ],
  ["without a key", { to: base }, review("no-token")],
  ["about an event that is none of ours", { uid: "fx-1@ministry.test" }, review("unknown-event")],
  [
    "about two events",
    (p, other) => forge(p, { events: [eventOf(p), eventOf(other)] }),
    review("several-events"),
  ],
  [
    "twice, yes and no",
    (p) => forge(p, { events: [eventOf(p), eventOf(p, { partstat: "DECLINED" })] }),
    review("several-events"),
  ],
  ["for another date", { event: ["RECURRENCE-ID:20270101T020000Z"] }, review("other-date")],
  ["of somebody else", { attendee: "mailto:boss@bao.test" }, review("other-attendee")],
  ["of nobody", { attendee: null }, review("no-attendee")],
  [
    "of the invited, both yes and no",
    { event: ["ATTENDEE;PARTSTAT=DECLINED:mailto:ha@bao.test"] },
    review("unknown-answer"),
  ],
  ["to send somebody else", { partstat: "DELEGATED" }, review("delegated")],
  ["with an answer that does not exist", { partstat: "X-MAYBE-NOT" }, review("unknown-answer")],
  ["of a version that was never sent", { sequence: "7" }, review("future-version")],
  ["of a version that is no number", { sequence: "zero" }, review("unreadable")],
  ["that proposes another time", { method: "COUNTER", parameter: "COUNTER" }, review("counter")],
  ["that asks for the invitation", { method: "REFRESH", parameter: "REFRESH" }, review("refresh")],
  ["without a method", { method: null }, review("no-method")],
  ["with two methods", { events: ["METHOD:CANCEL"] }, review("unreadable")],
  ["with no event", { events: [] }, review("unreadable")],
  [
    "broken off",
    (p) => forge(p, { calendar: `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${eventOf(p)}` }),
    review("unreadable"),
  ],
  ["in one that is no calendar", { calendar: "PK\x03\x04" }, review("unreadable")],
  ["in a charset that hides it", { charset: "utf-16" }, review("unreadable")],
  [
    "in two calendars",
    (p) =>
      forge(p, {
        calendar: `BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\n${eventOf(p)}\r\nEND:VCALENDAR\r\nBEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n`,
      }),
    review("unreadable"),
  ],
  [
    "in a calendar larger than any answer",
    { event: Array.from({ length: 9_000 }, (_, n) => `X-A:${n}`) },
    review("unreadable"),
  ],
  [
    "in a thousand components",
    { events: Array.from({ length: 1_000 }, () => "BEGIN:VTODO\r\nEND:VTODO") },
    review("unreadable"),
  ],
  ["of which part and body differ", { parameter: "REQUEST" }, ignored("method-mismatch")],
  [
    "that is a request of its own",
    { method: "REQUEST", parameter: "REQUEST" },
    ignored("not-an-answer"),
  ],
  ["that cancels our meeting", { method: "CANCEL", parameter: "CANCEL" }, ignored("not-an-answer")],
  ["that publishes", { method: "PUBLISH", parameter: "PUBLISH" }, ignored("not-an-answer")],
  ["that leaves it open", { partstat: "NEEDS-ACTION" }, ignored("undecided")],
  ["that says nothing", { partstat: null }, ignored("undecided")],

  // Mail without a calendar.
  [
    "out of office",
    {
      headers: ["Auto-Submitted: auto-replied"],
      around: () => "Content-Type: text/plain\r\n\r\nAway.",
    },
    ignored("auto-reply"),
  ],
  [
    "out of office, told by its subject",
    (p) =>
      forge(p, { around: () => "\r\nAway." }).replace(
        /Subject: .*/,
        "Subject: Automatic reply: Hop bao",
      ),
    ignored("auto-reply"),
  ],
  [
    "a letter by a person",
    { around: () => "Content-Type: text/plain\r\n\r\nI come." },
    review("letter"),
  ],
  [
    "winmail.dat",
    { around: () => "Content-Type: application/ms-tnef; name=winmail.dat\r\n\r\nx" },
    review("winmail"),
  ],
  [
    "an answer forwarded inside another mail",
    { around: (part) => `Content-Type: message/rfc822\r\n\r\nFrom: x@y.test\r\n${part}` },
    review("letter"),
  ],
  [
    "header lines in the subject",
    (p) => forge(p).replace("Accepted:", "=?utf-8?q?x=0D=0ATo:_y@z.test?= Accepted:"),
    applied("coming"),
  ],
];

describe.each(databases)("taking in mail on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let posted: Posted;
  let other: Posted;
  let meetingId: string;
  let ids: string[];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    const planned = await planMeeting(db, await committee(db), wanted(), signed());
    if (!planned.ok) throw new Error(planned.reason);
    meetingId = planned.id;
    await announceMeeting(db, planned, signed());
    const ha = await reporter(db, { name: "Hà", email: "ha@bao.test", token: newToken() });
    const binh = await reporter(db, { name: "Bình", email: "binh@bao.test", token: newToken() });
    await invite(db, planned, [ha.id, binh.id], signed(), { despite: "Gấp" });
    ids = [ha.id, binh.id];
    await sentAll();
    [posted, other] = (await Promise.all(ids.map(postedOf))) as [Posted, Posted];
  });

  const invitationOf = (journalistId: string) =>
    db
      .selectFrom("invitation")
      .selectAll()
      .where("journalistId", "=", journalistId)
      .executeTakeFirstOrThrow();
  /** What went out, with the addresses that an office whose mail server knows subaddresses puts in. */
  const postedOf = async (journalistId: string) => {
    const invitation = await invitationOf(journalistId);
    const found = await postedTo(db, invitation.id, base);
    const token = invitation.token;
    return { ...found, token, organizer: subaddress(base, "answer", token) };
  };
  const sentAll = () =>
    db
      .updateTable("mail")
      .set({ stage: "sent", sentAt: MORNING })
      .where("stage", "=", "queued")
      .execute();
  const take = (raw: string | Buffer, at = LATER) =>
    takeIn(db, { raw: Buffer.from(raw as string, "latin1"), at }, office);
  const answerOf = async (place = 0) => (await invitationOf(ids[place] as string)).reply;
  const meeting = async () => {
    const found = await findMeeting(db, meetingId);
    if (!found) throw new Error("no meeting");
    return found;
  };
  const kept = () => db.selectFrom("inboundMail").selectAll().execute();

  test.each(CASES)("an answer %s", async (_, forged, expected) => {
    const raw = typeof forged === "function" ? forged(posted, other) : forge(posted, forged);

    const taken = await take(raw);

    expect(taken).toMatchObject(expected);
    expect(await answerOf()).toBe(expected.outcome === "applied" ? expected.reply : null);
    expect(await answerOf(1)).toBeNull();
    const [row, ...more] = await kept();
    expect(more).toEqual([]);
    expect(row?.raw?.equals(Buffer.from(raw, "latin1"))).toBe(true);
    const isOpen = expected.outcome === "review" || expected.trust === "other_address";
    expect(row?.settledAt === null).toBe(isOpen);
    // Nobody is ever answered.
    expect((await db.selectFrom("mail").select("id").execute()).length).toBe(2);
  });

  test("an answer never changes what the meeting is", async () => {
    const before = await meeting();
    await take(
      forge(posted, {
        event: ["SUMMARY:Hacked", "DTSTART:20300101T000000Z", "LOCATION:Elsewhere", "COMMENT:x"],
      }),
    );
    expect(await meeting()).toEqual(before);
  });

  test("the same mail is taken in once, whoever carried it and however often", async () => {
    const raw = forge(posted);
    const carried = `Received: from a\r\n\tby b\r\n${raw}`;

    const all = await Promise.all([take(raw), take(raw), take(carried), take(carried)]);

    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    await take(forge(posted, { partstat: "DECLINED", stamp: "20260901T014000Z" }));
    expect(await take(raw)).toMatchObject({ isNew: false, outcome: "applied" });
    expect(await answerOf()).toBe("declined");
  });

  test("of two answers the later stamp counts, of equal stamps the later arrival", async () => {
    await take(forge(posted, { partstat: "DECLINED", stamp: "20260901T014000Z" }));
    const late = await take(forge(posted, { stamp: "20260901T013000Z" }));
    expect(late).toMatchObject({ outcome: "overtaken", reason: "differs", settledAt: null });
    expect(await answerOf()).toBe("declined");

    await take(forge(posted, { stamp: "20260901T014000Z" }));
    expect(await answerOf()).toBe("coming");
  });

  test("a stamp from the future does not win for ever", async () => {
    await take(forge(posted, { stamp: "20990101T000000Z" }), LATER);
    await take(
      forge(posted, { partstat: "DECLINED", stamp: "20260901T030000Z" }),
      "2026-09-01T03:00:01.000Z",
    );
    expect(await answerOf()).toBe("declined");
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

    expect(await take(forge(old))).toMatchObject({
      outcome: "older",
      reply: "coming",
      sequence: 0,
    });
    expect(await answerOf()).toBeNull();

    expect(
      await take(
        forge(await postedOf(ids[0] as string), { sequence: "1", stamp: "20260901T015000Z" }),
      ),
    ).toMatchObject(applied("coming"));
    expect(await answerOf()).toBe("coming");
    await take(forge(old, { partstat: "DECLINED" }));
    expect(await answerOf()).toBe("coming");
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

      expect(await take(forge(posted), at)).toMatchObject({
        outcome: "too-late",
        reason,
        settledAt: null,
      });

      expect(await answerOf()).toBeNull();
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

    const taken = await take(raw, "2026-09-02T02:00:00.000Z");

    expect(taken).toMatchObject({ ...applied("coming"), reply, sequence: 0 });
    expect(await answerOf()).toBe(reply);
  });

  test("says in the log what came and how far it was believed", async () => {
    const { id } = await take(forge(posted, { from: "boss@bao.test" }));

    const lines = await auditOf(db);
    expect(lines.find(({ act }) => act === "answer.by-calendar")).toMatchObject({
      about: id,
      byName: "Hà",
      particulars: { name: "Hà", reply: "coming", trust: "other_address", outcome: "applied" },
    });
  });

  test("a mail to the unsubscription address unsubscribes, once", async () => {
    const { token } = await journalist();
    const raw = `From: ha@bao.test\r\nTo: ${subaddress(base, "unsubscription", token)}\r\nSubject: unsubscribe\r\n\r\n`;

    expect(await take(raw)).toMatchObject({ kind: "unsubscription", outcome: "unsubscribed" });
    expect((await journalist()).unsubscribedAt).toBe(LATER);
    const stranger = raw.replace(token, newToken());
    expect(await take(stranger)).toMatchObject(review("unknown-token"));
    expect((await auditOf(db)).filter(({ act }) => act === "journalist.unsubscribed")).toHaveLength(
      1,
    );
  });

  test("an automatic reply to it does not", async () => {
    const { token } = await journalist();
    const to = subaddress(base, "unsubscription", token);
    await take(`From: ha@bao.test\r\nTo: ${to}\r\nAuto-Submitted: auto-replied\r\n\r\nAway`);
    expect((await journalist()).unsubscribedAt).toBeNull();
  });

  const journalist = () =>
    db
      .selectFrom("journalist")
      .selectAll()
      .where("id", "=", ids[0] as string)
      .executeTakeFirstOrThrow();
  const letter = (): Promise<Row<"mail">> =>
    db.selectFrom("mail").selectAll().where("id", "=", posted.letter.id).executeTakeFirstOrThrow();

  describe("bounces", () => {
    test.each([
      ["by the address it came back to", {}],
      ["by that address alone", { returned: "", recipient: "elsewhere@bao.test" }],
      ["by its Message-ID", { to: base }],
    ])("are known %s", async (_, details) => {
      const taken = await take(bounceOf(posted, details));

      expect(taken).toMatchObject({
        kind: "bounce",
        outcome: "not-delivered",
        mailId: posted.letter.id,
      });
      expect(await letter()).toMatchObject({ stage: "refused" });
      expect((await letter()).problem).toMatch(/^returned: 550 5\.1\.1 no user/);
      expect((await journalist()).bouncedAt).toBe(LATER);
      expect((await auditOf(db)).at(-1)).toMatchObject({
        act: "letter.returned",
        about: meetingId,
        particulars: { to: "ha@bao.test" },
      });
    });

    test("are known by the envelope's id", async () => {
      const raw = bounceOf(posted, { to: base, returned: "", envelopeId: posted.letter.id });
      expect(await take(raw)).toMatchObject({ outcome: "not-delivered" });
    });

    test("known by nothing but a recipient are for a person to judge", async () => {
      const raw = bounceOf(posted, { to: base, returned: "" });
      expect(await take(raw)).toMatchObject({
        ...review("unknown-bounce"),
        mailId: posted.letter.id,
      });
      expect(await letter()).toMatchObject({ stage: "sent" });
    });

    test.each([
      ["delayed", "4.4.1", "delayed"],
      ["relayed", "2.0.0", "delivered"],
      ["expanded", "2.0.0", "delivered"],
      ["delivered", "2.0.0", "delivered"],
    ])("%s is not failed", async (action, status, outcome) => {
      const raw = bounceOf(posted, { action, status, diagnostic: "smtp; still trying" });
      expect(await take(raw)).toMatchObject({ kind: "bounce", outcome });
      expect(await letter()).toMatchObject({ stage: "sent", problem: null });
      expect((await journalist()).bouncedAt).toBeNull();
    });

    test("for how it was sent is held against nobody", async () => {
      const raw = bounceOf(posted, { status: "5.7.1", diagnostic: "smtp; 550 5.7.1 Spam" });
      expect(await take(raw)).toMatchObject({ outcome: "not-delivered" });
      expect(await letter()).toMatchObject({ stage: "refused", fault: "policy" });
      expect((await journalist()).bouncedAt).toBeNull();
    });

    test("the real one of Postfix is read", async () => {
      const captured = readFileSync(
        new URL("captures/real-postfix-dsn-550.eml", import.meta.url),
        "latin1",
      );
      const raw = captured
        .replaceAll("b+inv42.k7Q2@ministry.test", subaddress(base, "bounce", posted.returnToken))
        .replaceAll("khongco@bounce.test", "ha@bao.test");
      expect(await take(raw)).toMatchObject({
        outcome: "not-delivered",
        words: "550 5.1.1 no user",
      });
      expect((await journalist()).bouncedAt).toBe(LATER);
    });

    test("an automatic reply to the letter's return address is no bounce", async () => {
      const to = subaddress(base, "bounce", posted.returnToken);
      const raw = `From: ha@bao.test\r\nTo: ${to}\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nAway`;
      expect(await take(raw)).toMatchObject(ignored("auto-reply"));
      expect(await letter()).toMatchObject({ stage: "sent" });
    });

    test("with a key that was never made changes nothing", async () => {
      const to = subaddress(base, "bounce", newToken());
      const raw = bounceOf(posted, { to, returned: "", recipient: "x@y.test" });
      expect(await take(raw)).toMatchObject({ ...review("unknown-bounce"), mailId: null });
    });
  });
});
