import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { eventOf, type Forgery, forge, type Posted } from "#app/test/forged-answers.ts";
import { clearPressRoom } from "#app/test/press-room.ts";
import {
  answerOf,
  applied,
  base,
  type Expected,
  ignored,
  review,
  take,
  twoInvited,
} from "#app/test/two-invited.ts";
import type { Db } from "#db/tables.ts";
import { newToken, subaddress } from "../mail/subaddress.ts";

type Case = [name: string, forged: Forgery | ((posted: Posted, other: Posted) => string), Expected];

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
  ...[
    'spf=fail reason="no; dmarc=pass header.from=bao.test"; dmarc=fail header.from=bao.test',
    'spf=fail smtp.mailfrom="a; dmarc=pass; b"@bao.test',
    "spf=fail (a (b) ; dmarc=pass )",
    "dmarc=fail header.from=bao.test; dmarc=pass header.from=bao.test",
  ].map(
    (results): Case => [
      `that its sender would have us take for verified: ${results}`,
      { headers: [`Authentication-Results: mx.longxuyen.test; ${results}`] },
      applied("coming"),
    ],
  ),
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
    "that is a receipt for having been opened",
    {
      around: () =>
        [
          'Content-Type: multipart/report; report-type=disposition-notification; boundary="m"',
          "",
          "--m",
          "Content-Type: text/plain",
          "",
          "Your message was read.",
          "--m",
          "Content-Type: message/disposition-notification",
          "",
          "Final-Recipient: rfc822;ha@bao.test",
          "Disposition: manual-action/MDN-sent-manually; displayed",
          "--m--",
          "",
        ].join("\r\n"),
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

describe.each(databases)("judging an answer on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let posted: Posted;
  let other: Posted;
  let ids: [string, string];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    ({ posted, other, ids } = await twoInvited(db));
  });

  test.each(CASES)("an answer %s", async (_, forged, expected) => {
    const raw = typeof forged === "function" ? forged(posted, other) : forge(posted, forged);

    const taken = await take(db, raw);

    expect(taken).toMatchObject(expected);
    expect(await answerOf(db, ids[0])).toBe(expected.outcome === "applied" ? expected.reply : null);
    expect(await answerOf(db, ids[1])).toBeNull();
    const [row, ...more] = await db.selectFrom("inboundMail").selectAll().execute();
    expect(more).toEqual([]);
    expect(row?.raw?.equals(Buffer.from(raw, "latin1"))).toBe(true);
    const isOpen = expected.outcome === "review" || expected.trust === "other_address";
    expect(row?.settledAt === null).toBe(isOpen);
    // Nobody is ever answered.
    expect((await db.selectFrom("mail").select("id").execute()).length).toBe(2);
  });
});
