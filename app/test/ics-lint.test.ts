import { expect, test } from "vitest";
import { lintCalendar, lintLife } from "./ics-lint.ts";

const good = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Office//Calendar//EN
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
UID:1
SEQUENCE:0
DTSTAMP:20260901T010000Z
DTSTART;TZID=Asia/Ho_Chi_Minh:20260910T090000
DTEND;TZID=Asia/Ho_Chi_Minh:20260910T110000
SUMMARY:Họp báo\\, quý III
ORGANIZER;CN="UBND ^'phường^'":mailto:press@ward.example
ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN="Hà":mail
 to:ha@paper.example
URL;VALUE=URI:https://ward.example/?a=1,2;b
STATUS:CONFIRMED
END:VEVENT
END:VCALENDAR
`.replaceAll("\n", "\r\n");

const lint = (file: string) =>
  lintCalendar(file, { recipient: "ha@paper.example", method: "REQUEST" });

test("finds nothing in a good file", () => {
  expect(lint(good)).toEqual([]);
});

test.each<[string, string | RegExp, string]>([
  ["a bare line feed", "VERSION:2.0\r\n", "VERSION:2.0\n"],
  ["a file that just stops", "END:VCALENDAR\r\n", "END:VCALENDAR"],
  ["a byte order mark", "BEGIN:VCALENDAR", "\ufeffBEGIN:VCALENDAR"],
  ["a line that is too long", "UID:1", `UID:${"1".repeat(72)}`],
  ["a line that is too long in octets only", "quý III", "ý".repeat(31)],
  ["a control character", "UID:1", "UID:1\u0007"],
  ["a line separator that some parsers split at", "quý", "quý\u2028"],
  ["an empty line", "UID:1\r\n", "UID:1\r\n\r\n"],
  ["half an emoji", "quý", "\ud83d"],
  ["a property without a value", "STATUS:", "COMMENT:\r\nSTATUS:"],
  ["text that is not NFC", "Họp", "Ho\u0323p"],
  ["a property after a component", "END:VCALENDAR", "X-LATE:1\r\nEND:VCALENDAR"],
  ["no METHOD", "METHOD:REQUEST\r\n", ""],
  ["another METHOD", "METHOD:REQUEST", "METHOD:PUBLISH"],
  ["two UIDs", "UID:1", "UID:1\r\nUID:2"],
  ["a stamp in local time", "010000Z", "010000"],
  ["a stamp with a zone", "DTSTAMP:", "DTSTAMP;TZID=Asia/Ho_Chi_Minh:"],
  ["a zone that is not described", /;TZID=Asia\/Ho_Chi_Minh/g, ";TZID=Asia/Saigon"],
  ["a zone that is not used", /;TZID=Asia\/Ho_Chi_Minh:(\d+T\d+)/g, ":$1Z"],
  ["a zone and UTC at once", "T090000", "T090000Z"],
  ["floating time", /;TZID=Asia\/Ho_Chi_Minh:(\d+T\d+)/g, ":$1"],
  ["an end before the start", "T110000", "T080000"],
  ["a comma that is not escaped", "\\,", ","],
  ["an unknown escape", "\\,", "\\x"],
  ["an address escaped as text", "1,2;b", "1\\,2\\;b"],
  ["a space in an address", "1,2;b", "1, 2"],
  ["an address with a line's worth of text", "mailto:press@ward.example", "press"],
  ["a quotation mark in a parameter", "^'phường", '"phường'],
  ["a backslash in a parameter", "^'phường", "\\phường"],
  ["a caret that encodes nothing", "^'phường", "^xphường"],
  ["a status that is none", "STATUS:CONFIRMED", "STATUS:SURE"],
  ["an RSVP that is none", "RSVP=TRUE", "RSVP=YES"],
  ["somebody else's address", "ha@paper.example", "ba@paper.example"],
  ["a second guest", "STATUS:", "ATTENDEE:mailto:ba@paper.example\r\nSTATUS:"],
  ["an event that is not closed", "END:VEVENT\r\n", ""],
  ["no event", /BEGIN:VEVENT.*END:VEVENT\r\n/s, ""],
  ["an end and a duration", "STATUS:", "DURATION:PT2H\r\nSTATUS:"],
  ["a date of a series", "STATUS:", "RECURRENCE-ID:20260910T020000Z\r\nSTATUS:"],
  ["a rule of a series", "STATUS:", "RRULE:FREQ=DAILY;UNTIL=20261010T020000Z\r\nSTATUS:"],
  ["a rule that is none", "STATUS:", "RRULE:FREQ=SOMETIMES\r\nSTATUS:"],
  ["two colours", "STATUS:", "COLOR:red\r\nCOLOR:blue\r\nSTATUS:"],
  ["a sender who is no address", "ORGANIZER;", "ORGANIZER;SENT-BY=press;"],
  ["a refreshing without its type", "METHOD:", "REFRESH-INTERVAL:PT1H\r\nMETHOD:"],
  ["a conference that is not a URI", "STATUS:", "CONFERENCE:https://x.example\r\nSTATUS:"],
])("notices %s", (_, from, to) => {
  const broken = good.replace(from, to);

  expect(broken).not.toBe(good);
  expect(lint(broken)).not.toEqual([]);
});

const next = good.replace("SEQUENCE:0", "SEQUENCE:1").replace("T010000Z", "T010001Z");

test("finds nothing in a life that goes on", () => {
  expect(lintLife([good, next])).toEqual([]);
});

test.each<[string, string, string]>([
  ["the same number again", "SEQUENCE:1", "SEQUENCE:0"],
  ["a number left out", "SEQUENCE:1", "SEQUENCE:2"],
  ["the same stamp again", "T010001Z", "T010000Z"],
  ["another UID", "UID:1", "UID:2"],
  ["another organizer", "mailto:press@", "mailto:others@"],
  ["another invitee", "ha@paper", "ba@paper"],
])("notices %s", (_, from, to) => {
  const broken = next.replace(from, to);

  expect(broken).not.toBe(next);
  expect(lintLife([good, broken])).toHaveLength(1);
});
