import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Opened, openSqlite } from "#app/test/database.ts";
import { effortOf } from "#app/test/effort.ts";
import { bounceOf, eventOf, forge, type Posted, postedTo } from "#app/test/forged-answers.ts";
import { clearPostOffice, letterTo, oneGuest } from "#app/test/post-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { post } from "../mail/outbox.server.ts";
import { newToken, subaddress } from "../mail/subaddress.ts";
import { readBounceText, readDeliveryStatus, reasonedBy } from "./bounces.ts";
import { readCalendarMessage } from "./calendar-answer.ts";
import { showIncoming } from "./showing.server.ts";
import { takeIn } from "./taking-in.server.ts";

const base = "rsvp@longxuyen.test";
const MB = 1024 * 1024;

function nested(depth: number): string {
  const heads = Array.from(
    { length: depth },
    (_, n) => `Content-Type: multipart/mixed; boundary="b${n}"\r\n\r\n--b${n}\r\n`,
  );
  return `From: ha@bao.test\r\n${heads.join("")}Content-Type: text/plain\r\n\r\nx`;
}

const heldMemory = () => {
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

type Hostile = (posted: Posted) => string;

/** Each as large as is let in, or as bad as it gets. */
const HOSTILE: [string, Hostile][] = [
  ["ten thousand layers", () => nested(10_000)],
  ["forty layers", () => nested(39)],
  ["a hundred thousand headers", (p) => `${"X-A: b\r\n".repeat(100_000)}${forge(p)}`],
  ["one header without an end", (p) => `X-A: ${"a".repeat(MB - 5_000)}\r\n${forge(p)}`],
  ["a header folded for ever", (p) => `Subject: a\r\n${" b\r\n".repeat(30_000)}${forge(p)}`],
  ["blanks in a header", (p) => `X-A: a${" ".repeat(200_000)}b\r\n${forge(p)}`],
  ["encoded words without an end", (p) => `X-A: ${"=?utf-8?q?a?= ".repeat(15_000)}\r\n${forge(p)}`],
  ["addresses without an end", (p) => forge(p, { headers: [`Cc: ${"a@b.test,".repeat(20_000)}`] })],
  [
    "brackets without an end",
    (p) =>
      forge(p, {
        headers: [
          `Reply-To: ${"<".repeat(60_000)}`,
          `Cc: ${"(".repeat(60_000)}`,
          `Authentication-Results: ${"(".repeat(60_000)}`,
        ],
      }),
  ],
  ["a boundary on every line", (p) => forge(p).replace("--b1--", "--b1\r\n".repeat(30_000))],
  ["lines without an end", (p) => `${forge(p)}${"\r\n".repeat(500_000)}`],
  [
    "base64 without an end",
    (p) =>
      forge(p, {
        around: () =>
          `Content-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n${"QUFB".repeat(240_000)}`,
      }),
  ],
  [
    "quoted-printable without an end",
    (p) =>
      forge(p, {
        around: () =>
          `Content-Type: text/plain\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${"=41=\r\n".repeat(30_000)}`,
      }),
  ],
  [
    "html to be made text",
    (p) =>
      forge(p, { around: () => `Content-Type: text/html\r\n\r\n${"<a <b <".repeat(120_000)}` }),
  ],
  [
    "html entities",
    (p) =>
      forge(p, {
        around: () => `Content-Type: text/html\r\n\r\n${"&amp;&#x41;<br>".repeat(60_000)}`,
      }),
  ],
  [
    "a rule for every second of all time",
    (p) => forge(p, { event: Array.from({ length: 3_000 }, () => "RRULE:FREQ=SECONDLY") }),
  ],
  [
    "an attendee list without an end",
    (p) =>
      forge(p, { event: Array.from({ length: 5_000 }, (_, n) => `ATTENDEE:mailto:a${n}@b.test`) }),
  ],
  [
    "events without an end",
    (p) => forge(p, { events: Array.from({ length: 2_000 }, () => eventOf(p)) }),
  ],
  [
    "components in components",
    (p) => forge(p, { calendar: `${"BEGIN:VCALENDAR\r\n".repeat(5_000)}` }),
  ],
  ["one calendar line without an end", (p) => forge(p, { event: [`UID:${"a".repeat(200_000)}`] })],
  [
    "parameters without an end",
    (p) =>
      forge(p, { attendee: null, event: [`ATTENDEE${';X="a"'.repeat(25_000)}:mailto:a@b.test`] }),
  ],
  [
    "quotes without an end",
    (p) =>
      forge(p, { attendee: null, event: [`ATTENDEE;CN="${"a".repeat(100_000)}:mailto:a@b.test`] }),
  ],
  ["folds without an end", (p) => forge(p, { event: [`SUMMARY:${"\r\n a".repeat(30_000)}`] })],
  ["percent signs", (p) => forge(p, { attendee: `mailto:${"%".repeat(100_000)}` })],
  ["nothing but NUL", () => "\0".repeat(MB)],
  ["nothing but 0xFF", () => "\xff".repeat(MB)],
  ["nothing", () => ""],
  [
    "a bounce of very many",
    (p) =>
      bounceOf(p).replace(
        "Action: failed",
        `${"Final-Recipient: rfc822; a@b.test\r\n\r\n".repeat(15_000)}`,
      ),
  ],
  [
    "a bounce of very many words",
    (p) => bounceOf(p, { diagnostic: `smtp; ${"5.1.1 ".repeat(40_000)}` }),
  ],
  [
    "a bounce for people, of very many words",
    (p) =>
      `From: MAILER-DAEMON@x.test\r\nTo: ${subaddress(base, "bounce", p.returnToken)}\r\n\r\nundeliverable ${"a.".repeat(300_000)}`,
  ],
  [
    "what came back, without an end",
    (p) => bounceOf(p, { returned: "Message-ID: <".repeat(60_000) }),
  ],
  ["more than is let in", (p) => `${forge(p)}${"x".repeat(3 * MB)}`],
];

describe("mail that is meant to hurt", () => {
  let opened: Opened;
  let db: Db;
  let posted: Posted;
  beforeAll(async () => {
    opened = await openSqlite();
    db = opened.db;
    await clearPostOffice(db);
    const guest = await oneGuest(db);
    const token = newToken();
    await db.updateTable("invitation").set({ token }).where("id", "=", guest.id).execute();
    await db.transaction().execute((trx) => post(trx, [letterTo(guest)], MORNING));
    posted = {
      ...(await postedTo(db, guest.id, base)),
      ...{ token, organizer: subaddress(base, "answer", token) },
    };
  });
  afterAll(() => opened.close());
  beforeEach(() => db.deleteFrom("inboundMail").execute());

  const take = (raw: string) =>
    takeIn(db, { raw: Buffer.from(raw, "latin1"), at: MORNING }, { base, authservId: "mx" });

  test.each(HOSTILE)("%s costs less than two seconds of work and 64 MB", async (name, make) => {
    const raw = make(posted);
    const before = heldMemory();

    const effort = await effortOf(async () => {
      const { outcome } = await take(raw);
      expect(["review", "ignored", "applied", "not-delivered"]).toContain(outcome);
    });

    const grew = heldMemory() - before;
    expect(effort, `${name} took ${effort} s`).toBeLessThan(2);
    expect(grew / MB, `${name} grew by ${grew / MB} MB`).toBeLessThan(64);
    const [kept] = await db.selectFrom("inboundMail").selectAll().execute();
    expect(kept?.raw?.length).toBeLessThanOrEqual(MB);

    // Nor does it hurt whoever looks at it.
    const looking = await effortOf(() => kept?.raw && showIncoming(kept.raw));
    expect(looking).toBeLessThan(2);
    // And the next one is taken in as ever.
    expect(await take(forge(posted))).toMatchObject({
      outcome: expect.stringMatching(/applied|overtaken/),
    });
  });
});

describe("reading bounces", () => {
  test.each([
    [
      "550 by qmail",
      "failure notice",
      "Hi. This is the qmail-send program at mx.test.\nI'm afraid I wasn't able to deliver your message.\n\n<ha@bao.test>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the message.\n",
      { recipient: "ha@bao.test", action: "failed", status: "5.1.1" },
    ],
    [
      "given up by qmail",
      "failure notice",
      "Hi. This is the qmail-send program at mx.test.\n<ha@bao.test>:\nI'm not going to try again; this message has been in the queue too long. (#4.4.7)\n",
      { action: "failed", status: "4.4.7" },
    ],
    [
      "Exchange",
      "Undeliverable: Giay moi",
      "Delivery has failed to these recipients or groups:\n\nHa (ha@bao.test)\nThe email address could not be found.\n\n#550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found ##\n",
      { recipient: "ha@bao.test", action: "failed", status: "5.1.10" },
    ],
    [
      "Exim",
      "Mail delivery failed: returning message to sender",
      "A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.\n\n  ha@bao.test\n    SMTP error from remote mail server after RCPT TO:\n    550 No such user here\n",
      { recipient: "ha@bao.test", action: "failed", status: "5.0.0" },
    ],
    [
      "Exim, still trying",
      "Warning: message 1abc delayed 24 hours",
      "A message that you sent has not yet been delivered to one or more of its recipients after more than 24 hours on the queue.\n\nThe address to which the message has not yet been delivered is:\n\n  ha@bao.test\n    Delay reason: SMTP error from remote mail server after RCPT: 451 4.7.1 greylisted\n",
      { recipient: "ha@bao.test", action: "delayed", status: "4.7.1" },
    ],
    [
      "Yahoo",
      "Failure Notice",
      "Sorry, we were unable to deliver your message to the following address.\n\n<ha@bao.test>:\n554: 5.7.9 Message not accepted for policy reasons.\n\n--- Below this line is a copy of the message.\n",
      { recipient: "ha@bao.test", action: "failed", status: "5.7.9" },
    ],
    [
      "delayed",
      "Warning: message delayed 24 hours",
      "Delivery status notification: your message has been delayed and we will retry.\n<ha@bao.test>: 451 4.4.1 timeout\n",
      { action: "delayed", status: "4.4.1" },
    ],
  ])("%s", (_, subject, text, expected) => {
    expect(readBounceText(subject, text)).toMatchObject(expected);
  });

  test.each([
    ["a letter that talks of numbers", "Re: Giấy mời", "Tôi đến lúc 5 giờ, phòng 550."],
    ["a bounce without a code", "Undeliverable: Giay moi", "It did not work."],
  ])("%s is not read", (_, subject, text) => {
    expect(readBounceText(subject, text)).toBeUndefined();
  });

  test("a reason is read beside the recipient's own address, and only where programs are told none", () => {
    const text =
      "An error has occurred:\n\nbinh@bao.test: 554 5.7.1 Spam\n<Ha@bao.test>: 550 5.1.1 No such user\n\n    Below is a copy of the original message:\nha@bao.test: 550 5.2.2 full\n";
    const report = { recipient: "ha@bao.test", action: "failed", words: "failed 5.0.0" } as const;
    expect(reasonedBy(text, { ...report, status: "5.0.0" })).toMatchObject({
      ...{ status: "5.1.1", words: "550 5.1.1 No such user" },
    });
    for (const status of ["5.2.2", "4.0.0"])
      expect(reasonedBy(text, { ...report, status })).toEqual({ ...report, status });
  });

  test("each recipient has a report, whatever is left out", () => {
    const status = readDeliveryStatus(
      "Reporting-MTA: dns; mx.test\nOriginal-Envelope-Id: e1\n\nFinal-Recipient: rfc822;<A@B.test>\nAction: Failed (bad)\nStatus: 5.0.0\nDiagnostic-Code: smtp;\n 550 5.1.1 no\n user\nFinal-Recipient: rfc822; c@d.test\nStatus: 4.4.1\n\nOriginal-Recipient: rfc822;e@f.test\nFinal-Recipient: rfc822;g@f.test\nAction: expanded\nStatus: 2.0.0\n",
    );
    expect(status).toEqual({
      envelopeId: "e1",
      reports: [
        { recipient: "a@b.test", action: "failed", status: "5.1.1", words: "550 5.1.1 no user" },
        { recipient: "c@d.test", action: "delayed", status: "4.4.1", words: "4.4.1" },
        { recipient: "e@f.test", action: "expanded", status: "2.0.0", words: "expanded 2.0.0" },
      ],
    });
  });
});

describe("reading calendars", () => {
  test("nothing in a text breaks the reading of one", () => {
    for (const text of [
      "",
      "\ufeff",
      "BEGIN:VCALENDAR",
      "BEGIN:VCALENDAR\nEND:VEVENT",
      "END:VCALENDAR",
    ])
      expect(readCalendarMessage(text)).toBeUndefined();
    expect(readCalendarMessage("\ufeffBEGIN:VCALENDAR\rMETHOD:reply\rEND:VCALENDAR")).toEqual({
      method: "REPLY",
      events: [],
    });
  });
});
