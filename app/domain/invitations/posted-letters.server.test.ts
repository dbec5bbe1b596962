import { randomUUID } from "node:crypto";
import fc from "fast-check";
import PostalMime from "postal-mime";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { lintCalendar, lintLife } from "#app/test/ics-lint.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { clearPressRoom, lettersOf, signed, speaker, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import type { Mail } from "../mail/letter.ts";
import { mimeOf } from "../mail/mime.server.ts";
import { newToken } from "../mail/subaddress.ts";
import type { MeetingDetails } from "../meetings/meeting.ts";
import { findMeeting } from "../meetings/meetings.server.ts";
import { addSpeaker } from "../programme/speakers.server.ts";
import { cancelMeeting, changeMeeting, postponeMeeting } from "./changes.server.ts";
import { entryPassOf } from "./entry-pass.server.ts";
import { invite } from "./invitations.server.ts";

const later = (ms: number) => new Date(Date.parse(MORNING) + ms).toISOString();

/** Header fields of every letter of a meeting, in their order; there are no others. */
const FIELDS = [
  ...["Auto-Submitted", "X-Auto-Response-Suppress", "List-Unsubscribe", "List-Unsubscribe-Post"],
  ...["From", "To", "Reply-To", "Subject", "Message-ID", "Date", "MIME-Version", "Content-Type"],
];

/** The bytes by themselves, before any parser has a say: ASCII in whole lines, and each field once. */
function expectPlain(raw: string) {
  expect(raw).toMatch(/^[\t\r\n -~]*$/);
  expect(raw).not.toMatch(/(?<!\r)\n|\r(?!\n)/);
  for (const line of raw.split("\r\n")) expect(line.length).toBeLessThanOrEqual(998);
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).split("\r\n");
  for (const line of head) expect(line.length).toBeLessThanOrEqual(78);
  const names = head.filter((line) => !/^[ \t]/.test(line)).map((line) => line.split(":")[0]);
  expect(names).toEqual(FIELDS);
}

const read = (raw: string) => PostalMime.parse(Buffer.from(raw, "latin1"));

/** The calendar among the alternatives and the one that is a file, octet for octet: a mail program changes their line ends. */
function calendarsIn(raw: string): string[] {
  const parts =
    /^Content-Type: (?:text\/calendar|application\/ics)[\s\S]*?\r\n\r\n([\w+/=\r\n]+)/gm;
  return [...raw.matchAll(parts)].map(([, body = ""]) => Buffer.from(body, "base64").toString());
}

describe.each(databases)("letters that were posted, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  const leave = () => db.updateTable("mail").set({ stage: "sent", raw: "bytes" }).execute();

  /** From the invitation through every kind of letter to the end. */
  async function wholeLife(
    meeting: { id: string },
    journalistIds: string[],
    details: MeetingDetails,
  ) {
    const reason = { reason: details.description || "Bão" };
    const steps: ((at: string) => Promise<{ ok: boolean }>)[] = [
      (at) => invite(db, meeting, journalistIds, signed(at)),
      (at) => changeMeeting(db, meeting, { ...details, venue: "Phòng khác" }, signed(at), reason),
      (at) => postponeMeeting(db, meeting, reason.reason, signed(at)),
      (at) => changeMeeting(db, meeting, details, signed(at), reason),
      (at) => cancelMeeting(db, meeting, reason.reason, signed(at)),
    ];
    for (const [place, step] of steps.entries()) {
      expect(await step(later(place * 60_000))).toMatchObject({ ok: true });
      await leave();
    }
    return lettersOf(db, meeting.id);
  }

  describe("whatever people type stays where it was typed:", () => {
    const NASTY = [
      'x\r\nBcc: spy@evil.test\r\n\r\n<script src="https://evil.test/x.js">',
      "Hà <spy@evil.test>, Bà; ba@evil.test",
      "=?UTF-8?Q?=0D=0ABcc=3A_spy=40evil.test?=",
      "\u2028Bcc: spy@evil.test\u0001\u0007\u202e\u2067\ufeff\ud83d",
      "x\r\nATTENDEE:mailto:spy@evil.test\r\nEND:VEVENT\r\n",
      `"Sạt lở" & 'khắc phục'; 👨‍👩‍👧 ${"ấ".repeat(170)}`,
      "<img src=https://evil.test/pixel.gif><style>@import url(https://evil.test)</style>",
    ];

    it.each(NASTY)("%j", async (text) => {
      const ward = await committee(db);
      await db
        .updateTable("agency")
        .set({ name: text, nameEn: text })
        .where("id", "=", ward.id)
        .execute();
      const { personId } = await speaker(db, ward, { name: text, position: text });
      const other = await speaker(db, ward, { name: `${text}2`, position: text });
      const outletId = randomUUID();
      await db
        .insertInto("outlet")
        .values({ id: outletId, provinceId: "2025-91", name: text, type: "print" })
        .execute();
      const guests = await Promise.all(
        (["vi", "en"] as const).map((language) =>
          reporter(db, { name: text, outletId, language, token: newToken() }),
        ),
      );
      const details = wanted({
        ...{ subject: text, description: text, venue: text, chair: text, accessNotes: text },
        ...{ onlineUrl: text, mapUrl: text, spokespersonId: personId },
      });
      const meeting = await briefing(db, ward, {
        ...details,
        ...{ spokespersonName: text, spokespersonPosition: text, spokespersonCapacity: "regular" },
      });
      await addSpeaker(db, meeting, other.personId, signed());

      const letters = await wholeLife(
        meeting,
        guests.map(({ id }) => id),
        details,
      );

      expect(letters).toHaveLength(10);
      for (const letter of letters) {
        const raw = await mimeOf(letter);
        expectPlain(raw);
        const mail = await read(raw);
        expect(mail.to?.map(({ address }) => address)).toEqual([letter.to]);
        expect(mail.from?.address).toBe("baochi@press.test");
        expect(mail.replyTo?.map(({ address }) => address)).toEqual(["baochi@press.test"]);
        expect(mail.cc ?? mail.bcc).toBeUndefined();
        const tags = mail.html?.match(/<[a-z][^>]*>/gi)?.join("\n") ?? "";
        expect(tags).not.toMatch(/<(script|img|link|iframe|object|video)| src=|url\(/i);
        expect(tags.match(/<style>/g)).toHaveLength(1);
        const [file = "", ...copies] = calendarsIn(raw);
        expect(copies).toEqual([file]);
        const method = letter.calendarMethod as "REQUEST" | "CANCEL";
        expect(lintCalendar(file, { recipient: letter.to, method })).toEqual([]);
      }
      await db.deleteFrom("meetingSpeaker").execute();
    });
  });

  it("tell nobody of anybody else: no name, no address, no key", async () => {
    const ward = await committee(db);
    const NAMES = ["Hà", "Bình", "Cường", "Dũng", "Em", "Giang", "Hạnh", "Khôi"];
    const guests = await Promise.all(
      NAMES.map((name, place) =>
        reporter(db, {
          name: `Nguyễn Thị ${name} số ${place}`,
          email: `nguoi-${place}@bao${place}.test`,
          phone: `0900 111 22${place}`,
          language: place % 2 ? "en" : "vi",
          token: newToken(),
        }),
      ),
    );
    const meeting = await briefing(db, ward, wanted());

    const letters = await wholeLife(
      meeting,
      guests.map(({ id }) => id),
      wanted(),
    );

    const invitations = await db.selectFrom("invitation").selectAll().execute();
    const secretsOf = (guest: Row<"journalist">) => {
      const own = invitations.find(({ journalistId }) => journalistId === guest.id);
      if (!own) throw new Error("Not invited.");
      const keys = [own.id, own.token, own.calendarUid, own.organizer, entryPassOf(own)];
      return [guest.name, guest.email, guest.phone, guest.id, guest.token, ...keys].map(String);
    };
    expect(letters).toHaveLength(5 * guests.length);
    for (const letter of letters) {
      const raw = await mimeOf(letter);
      const mail = await read(raw);
      const all = [raw, JSON.stringify(mail.headers), mail.text, mail.html, ...calendarsIn(raw)];
      const whole = all.join("\n").replaceAll("\r\n ", "");
      for (const guest of guests)
        for (const secret of secretsOf(guest))
          if (guest.email !== letter.to) expect(whole).not.toContain(secret);
      const own = guests.find(({ email }) => email === letter.to) as Row<"journalist">;
      expect(whole).toContain(own.name);
      const others = letters.filter(({ to }) => to !== letter.to);
      for (const { id, returnToken } of others) {
        expect(whole).not.toContain(id);
        expect(whole).not.toContain(returnToken);
      }
    }
  });

  it("have keys that nobody guesses, and the same organizer for good", async () => {
    const ward = await committee(db);
    const guests = await Promise.all([reporter(db), reporter(db)]);
    const meeting = await briefing(db, ward);

    const letters = await wholeLife(
      meeting,
      guests.map(({ id }) => id),
      wanted(),
    );

    const invitations = await db.selectFrom("invitation").selectAll().execute();
    const keys = invitations.flatMap(({ token, calendarUid }) => [token, calendarUid]);
    keys.push(...letters.map(({ returnToken }) => String(returnToken)));
    expect(new Set(keys).size).toBe(4 + letters.length);
    for (const key of keys) expect(key).toMatch(/^[0-9a-z]{32}$/);
    for (const { token, organizer, calendarUid } of invitations) {
      expect(organizer).toBe(`baochi+${token}@press.test`);
      const files = letters.flatMap(({ calendar }) =>
        calendar?.includes(`UID:${calendarUid}`) ? [calendar] : [],
      );
      expect(files).toHaveLength(5);
      expect(lintLife(files)).toEqual([]);
    }
  });

  type Step = { what: "room" | "time" | "words" | "postpone" | "again" | "cancel"; after: number };
  const steps: fc.Arbitrary<Step[]> = fc.array(
    fc.record({
      what: fc.constantFrom("room", "room", "time", "words", "postpone", "again", "cancel"),
      // Officers press twice within a second, and clocks are set back.
      after: fc.constantFrom(0, 1, 400, 999, 1000, 1001, 90_000, -5000),
    }),
    { minLength: 1, maxLength: 9 },
  );

  it("follow each other by one number and a later stamp, whatever happens to a meeting how soon", async () => {
    const ward = await committee(db);
    let round = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (life) => {
        round += 1;
        const meeting = await briefing(db, ward);
        const ha = await reporter(db);
        await invite(db, meeting, [ha.id], signed());
        let at = 0;
        for (const [place, { what, after }] of life.entries()) {
          at += after;
          const by = signed(later(at));
          const now = await findMeeting(db, meeting.id);
          const details = { ...wanted(), venue: now?.venue ?? null };
          const hour = `2026-09-${10 + ((place + 1) % 9)}T0`;
          const times = { startsAt: `${hour}2:00:00.000Z`, endsAt: `${hour}4:00:00.000Z` };
          if (what === "room")
            await changeMeeting(db, meeting, { ...details, venue: `Phòng ${place}` }, by, {
              reason: "x",
            });
          if (what === "time" || what === "again")
            await changeMeeting(db, meeting, { ...details, ...times }, by, { reason: "x" });
          if (what === "words")
            await changeMeeting(db, meeting, { ...details, description: `Lời ${place}` }, by, {
              reason: "x",
            });
          if (what === "postpone") await postponeMeeting(db, meeting, "x", by);
          if (what === "cancel") await cancelMeeting(db, meeting, "x", by);
          if (place % 2) await leave();
        }
        const letters: Mail[] = await lettersOf(db, meeting.id);
        const files = letters.map(({ calendar }) => calendar ?? "");
        expect(lintLife(files)).toEqual([]);
        expect(files.join()).not.toMatch(/RECURRENCE-ID|RRULE/);
        expect(letters.map(({ revision }) => revision)).toEqual(letters.map((_, place) => place));
      }),
      { numRuns: 40 },
    );
    expect(round).toBeGreaterThanOrEqual(40);
  });
});
