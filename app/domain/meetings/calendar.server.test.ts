import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import fc from "fast-check";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { convertIcsCalendar } from "ts-ics";
import { describe, expect, test } from "vitest";
import { lintCalendar } from "#app/test/ics-lint.ts";
import { type CalendarEvent, invitationCalendar } from "./calendar.server.ts";
import { manyLines, oneLine, personName } from "./calendar-values.ts";

const event: CalendarEvent = {
  uid: "0f6d5a0e-54ad-4f0e-9d43-6f0c1a7f2b11",
  sequence: 0,
  stamp: "2026-09-01T01:00:00.000Z",
  method: "REQUEST",
  status: "CONFIRMED",
  startsAt: "2026-09-10T02:00:00.000Z",
  endsAt: "2026-09-10T04:30:00.000Z",
  zone: "Asia/Ho_Chi_Minh",
  summary: "Họp báo quý III/2026: kinh tế, xã hội; giải đáp",
  description: "Chủ trì: Chủ tịch UBND phường\nTrả lời: https://ward.example/moi/abc",
  location: "Hội trường UBND phường Long Xuyên, 9 Lê Lợi",
  onlineUrl: "https://meet.example/long-xuyen?pwd=1,2;3",
  url: "https://ward.example/moi/abc",
  organizer: { name: 'UBND phường "Long Xuyên"', email: "baochi@longxuyen.example" },
  attendee: { name: "Nguyễn Thị Hà", email: "ha@paper.example" },
};

test("is this, to the octet", () => {
  expect(invitationCalendar(event)).toBe(
    `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Phat Ngon//Press meetings//VI
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Asia/Ho_Chi_Minh
BEGIN:STANDARD
DTSTART:19700101T000000
TZOFFSETFROM:+0700
TZOFFSETTO:+0700
TZNAME:+07
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
UID:0f6d5a0e-54ad-4f0e-9d43-6f0c1a7f2b11
SEQUENCE:0
DTSTAMP:20260901T010000Z
DTSTART;TZID=Asia/Ho_Chi_Minh:20260910T090000
DTEND;TZID=Asia/Ho_Chi_Minh:20260910T113000
SUMMARY:Họp báo quý III/2026: kinh tế\\, xã hội\\; giải đáp
LOCATION:Hội trường UBND phường Long Xuyên\\, 9 Lê Lợi
DESCRIPTION:Chủ trì: Chủ tịch UBND phường\\nTrả lời: https://w
 ard.example/moi/abc
ORGANIZER;CN="UBND phường ^'Long Xuyên^'":mailto:baochi@longxuyen.examp
 le
ATTENDEE;ROLE=REQ-PARTICIPANT;CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;RSVP=
 TRUE;CN="Nguyễn Thị Hà":mailto:ha@paper.example
URL;VALUE=URI:https://ward.example/moi/abc
STATUS:CONFIRMED
CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="meet.example":https://meet.
 example/long-xuyen?pwd=1,2;3
LAST-MODIFIED:20260901T010000Z
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n"),
  );
});

test("cancels the same event under a higher number", () => {
  const cancelled = invitationCalendar({
    ...event,
    method: "CANCEL",
    status: "CANCELLED",
    sequence: 2,
    stamp: "2026-09-08T03:00:00.000Z",
  });

  expect(lintCalendar(cancelled, { recipient: "ha@paper.example", method: "CANCEL" })).toEqual([]);
  expect(cancelled).toContain(`UID:${event.uid}\r\nSEQUENCE:2\r\nDTSTAMP:20260908T030000Z\r\n`);
  expect(cancelled).toContain("STATUS:CANCELLED\r\n");
  expect(cancelled).not.toContain("RSVP");
});

test.each(["Asia/Saigon", "SE Asia Standard Time"])(
  "calls Vietnamese time by one name, given %s",
  (zone) => {
    expect(invitationCalendar({ ...event, zone })).toBe(invitationCalendar(event));
  },
);

test.each([
  ["Europe/Berlin", "DTSTART;TZID=Europe/Berlin:20260910T040000"],
  ["America/New_York", "DTSTART;TZID=America/New_York:20260909T220000"],
  ["UTC", "DTSTART:20260910T020000Z"],
])("gives the hour of %s", (zone, line) => {
  const file = invitationCalendar({ ...event, zone });

  expect(lintCalendar(file, { recipient: "ha@paper.example", method: "REQUEST" })).toEqual([]);
  expect(file).toContain(`${line}\r\n`);
  for (const [start] of readings(file)) expect(start).toBe(event.startsAt);
});

test("says in UTC what a clock shows twice", () => {
  const twice = { startsAt: "2026-10-25T00:30:00.000Z", endsAt: "2026-10-25T02:30:00.000Z" };
  const file = invitationCalendar({ ...event, ...twice, zone: "Europe/Berlin" });

  expect(file).toContain("DTSTART:20261025T003000Z\r\nDTEND:20261025T023000Z\r\n");
});

test.each(["Asia/Hanoi", "", "Asia/Ho_Chi_Minh\r\nX:1", "constructor"])(
  "refuses the zone %j that nobody knows",
  (zone) => {
    expect(() => invitationCalendar({ ...event, zone })).toThrow("Unknown time zone");
  },
);

test("refuses a meeting that ends as it begins", () => {
  expect(() => invitationCalendar({ ...event, endsAt: event.startsAt })).toThrow("ends after");
});

test.each(["ha@paper.example\r\nBCC:x@y.example", "ha", "a@b@c", "ha@paper.example,x@y.example"])(
  "refuses the address %j",
  (email) => {
    expect(() => invitationCalendar({ ...event, attendee: { name: "Hà", email } })).toThrow(
      "Not an e-mail address",
    );
  },
);

test("leaves out an online address that is none", () => {
  const file = invitationCalendar({ ...event, onlineUrl: "javascript:alert(1)", url: "không có" });

  expect(file).not.toMatch(/CONFERENCE|URL/);
});

test("is the same to the byte wherever the server stands", () => {
  const script = `
    import { invitationCalendar } from "#app/domain/meetings/calendar.server.ts";
    process.stdout.write(invitationCalendar(${JSON.stringify(event)}));`;
  const written = ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"].map((TZ) =>
    execFileSync(process.execPath, ["--input-type=module", "--eval", script], {
      env: { ...process.env, TZ },
      encoding: "utf8",
    }),
  );

  expect(new Set([...written, invitationCalendar(event)]).size).toBe(1);
});

describe("whatever people type", () => {
  // PROPERTY_RUNS=100000 for a long night.
  const numRuns = Number(process.env.PROPERTY_RUNS ?? 300);

  const typed = fc
    .array(
      fc.oneof(
        fc.constantFrom("Họp báo", "phường Mỹ Thới", "đ", "ọ", "Ho\u0323p", "🇻🇳", "👨‍👩‍👧", "😀"),
        fc.constantFrom('"', "'", "\\", ",", ";", ":", "^", "^n", "\\n", "=", "<b>", "%0d%0a"),
        fc.constantFrom("\r\n", "\n", "\r", "\t", "\0", "\u0085", "\u2028", "\ufeff", "\ud83d"),
        fc.constantFrom("\u202e", "\u2066", "\u200f", "\u200b", "\u001b[2J", "\u007f"),
        fc.constantFrom("Tình hình kinh tế, xã hội; giải đáp ".repeat(6).slice(0, 200)),
        fc.constantFrom("\r\nATTENDEE:mailto:x@y.example", "\nEND:VEVENT\r\n", "\r\n X", "  "),
        fc.string({ unit: "binary", maxLength: 30 }),
        fc.string({ unit: "grapheme", maxLength: 90 }),
      ),
      { maxLength: 12 },
    )
    .map((pieces) => pieces.join(""));

  const address = fc.emailAddress().map((email) => email.toLowerCase());
  const link = fc.option(fc.oneof(fc.webUrl({ withQueryParameters: true }), typed));
  const moment = fc
    .integer({ min: Date.UTC(2026, 0), max: Date.UTC(2035, 0) })
    .map((ms) => new Date(Math.floor(ms / 60_000) * 60_000).toISOString());

  const anyEvent: fc.Arbitrary<CalendarEvent> = fc
    .record({
      uid: fc.uuid(),
      sequence: fc.nat(99),
      stamp: moment,
      method: fc.constantFrom("REQUEST" as const, "CANCEL" as const),
      startsAt: moment,
      minutes: fc.integer({ min: 1, max: 600 }),
      zone: fc.constantFrom("Asia/Ho_Chi_Minh", "Asia/Saigon", "Asia/Tokyo", "Europe/Paris", "UTC"),
      summary: typed,
      description: typed,
      location: fc.option(typed),
      onlineUrl: link,
      url: link,
      organizer: fc.record(
        { name: typed, email: address, sentBy: address },
        { requiredKeys: ["name", "email"] },
      ),
      attendee: fc.record({ name: typed, email: address }),
    })
    .map(({ minutes, ...rest }) => ({
      ...rest,
      status: rest.method === "CANCEL" ? "CANCELLED" : "CONFIRMED",
      endsAt: new Date(Date.parse(rest.startsAt) + minutes * 60_000).toISOString(),
    }));

  const recipientOf = ({ attendee }: CalendarEvent) =>
    attendee.email.replace(/[%?#[\]`{|}^]/g, encodeURIComponent);

  test("10,000 files of it are strict", async () => {
    let read = 0;
    await fc.assert(
      fc.asyncProperty(anyEvent, async (event) => {
        const wanted = { recipient: recipientOf(event), method: event.method };

        expect(lintCalendar(invitationCalendar(event), wanted)).toEqual([]);
        // The runner hears of a test that breathes.
        if (++read % 100 === 0) await new Promise(setImmediate);
      }),
      { numRuns: Number(process.env.PROPERTY_RUNS ?? 10_000) },
    );
  }, 600_000);

  const judge = join(resolve(process.env.CHECKS ?? "../shared/checks"), "ics_lint.py");
  test.skipIf(!existsSync(judge))(
    "others find them strict too",
    () => {
      const folder = mkdtempSync(join(tmpdir(), "phat-ngon-calendars-"));
      for (const method of ["REQUEST", "CANCEL"] as const) {
        const events = fc.sample(anyEvent, 400).filter((event) => event.method === method);
        const files = events.map((event, place) => {
          const file = join(folder, `${method}-${place}.ics`);
          writeFileSync(file, invitationCalendar(event));
          return file;
        });
        const { stdout } = spawnSync("python3", [judge, "--method", method, ...files]);

        expect(files.length).toBeGreaterThan(100);
        expect(stdout.toString()).toBe("");
      }
    },
    60_000,
  );

  test("three parsers read the same instants out of it", () => {
    fc.assert(
      fc.property(anyEvent, (event) => {
        const file = invitationCalendar(event);

        for (const [start, end] of readings(file))
          expect([start, end]).toEqual([event.startsAt, event.endsAt]);
        expect(wordsIn(file)).toEqual({
          summary:
            oneLine(event.summary) || personName(event.organizer.name) || event.organizer.email,
          description: manyLines(event.description),
          organizer: personName(event.organizer.name) || event.organizer.email,
          attendee: personName(event.attendee.name) || event.attendee.email,
        });
      }),
      { numRuns },
    );
  }, 600_000);
});

/** When the event begins and ends, as ical.js, node-ical and ts-ics read it. */
function readings(file: string): [start: string | undefined, end: string | undefined][] {
  const { event } = readByIcalJs(file);
  const byNodeIcal = Object.values(nodeIcal.sync.parseICS(file)).find(
    (component) => component?.type === "VEVENT",
  );
  const read: [string | undefined, string | undefined][] = [
    [event.startDate.toJSDate().toISOString(), event.endDate.toJSDate().toISOString()],
    [byNodeIcal?.start.toISOString(), byNodeIcal?.end?.toISOString()],
  ];
  // ts-ics changes to winter time at midnight, and takes the words END:VEVENT for the end even inside a text.
  const text = file.replaceAll("\r\n ", "");
  if (text.includes("DAYLIGHT") || text.split("END:VEVENT").length > 2) return read;
  const byTsIcs = convertIcsCalendar(undefined, file).events?.[0];
  return [...read, [byTsIcs?.start.date.toISOString(), byTsIcs?.end?.date.toISOString()]];
}

function wordsIn(file: string) {
  const { event, component } = readByIcalJs(file);
  return {
    summary: event.summary ?? "",
    description: event.description ?? "",
    organizer: component.getFirstProperty("organizer")?.getFirstParameter("cn"),
    attendee: component.getFirstProperty("attendee")?.getFirstParameter("cn"),
  };
}

function readByIcalJs(file: string) {
  const calendar = new ICAL.Component(ICAL.parse(file));
  ICAL.TimezoneService.reset();
  for (const zone of calendar.getAllSubcomponents("vtimezone")) ICAL.TimezoneService.register(zone);
  const component = calendar.getFirstSubcomponent("vevent") as ICAL.Component;
  return { component, event: new ICAL.Event(component) };
}
