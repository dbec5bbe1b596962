import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finishCalendar, finishEvent } from "./calendar-finish.ts";

const lines = (...all: string[]) => all.join("\r\n");
const finished = (line: string) => finishCalendar(line).replaceAll("\r\n ", "");

describe("the last step of a calendar file", () => {
  it("puts properties before components, and ends the last line", () => {
    const generated = lines(
      ...["BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1"],
      ...["BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM", "URL:https://x.vn", "STATUS:CONFIRMED"],
      ...["END:VEVENT", "METHOD:REQUEST", "END:VCALENDAR"],
    );

    expect(finishCalendar(generated)).toBe(
      lines(
        ...["BEGIN:VCALENDAR", "VERSION:2.0", "METHOD:REQUEST", "BEGIN:VEVENT", "UID:1"],
        ...["URL:https://x.vn", "STATUS:CONFIRMED", "BEGIN:VALARM", "ACTION:DISPLAY", "END:VALARM"],
        ...["END:VEVENT", "END:VCALENDAR", ""],
      ),
    );
  });

  it.each([
    ["URL;VALUE=URI:https://x.vn/?a=1\\,2\\;b", "URL;VALUE=URI:https://x.vn/?a=1,2;b"],
    ['ATTENDEE;CN="a:b;c":MAILTO:h\\,a@x.vn', 'ATTENDEE;CN="a:b;c":mailto:h,a@x.vn'],
    [
      'ORGANIZER;CN="^\'Hà^\'";SENT-BY="mailto:a@x.vn":mailto:b@x.vn',
      'ORGANIZER;CN="^\'Hà^\'";SENT-BY="mailto:a@x.vn":mailto:b@x.vn',
    ],
    [
      "X-CONFERENCE:https://h.vn/p?q=1\\,2",
      'CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO;LABEL="h.vn":https://h.vn/p?q=1,2',
    ],
    ["SUMMARY:a\\,b\\;c\\\\d\\ne", "SUMMARY:a\\,b\\;c\\\\d\\ne"],
  ])("makes addresses of what the generator escapes as text, and leaves text: %s", (from, to) => {
    expect(finished(from)).toBe(`${to}\r\n`);
  });

  it("knows no property in what is none", () => {
    expect(() => finishCalendar('ATTENDEE;CN="open:mailto:a@x.vn')).toThrow(
      "Not a calendar property",
    );
  });

  it("does the same to an event by itself", () => {
    const event = lines(
      "BEGIN:VEVENT",
      "URL:https://x.vn/?a=1\\,2",
      `SUMMARY:${"ấ".repeat(40)}`,
      "END:VEVENT",
      "",
    );

    expect(finishEvent(event)).toBe(finishCalendar(event));
  });
});

describe("a line of a calendar file", () => {
  const octets = (text: string) => Buffer.byteLength(text);

  it.each([
    ["a letter of one octet", "a"],
    ["a letter of two", "đ"],
    ["a letter of three", "ấ"],
    ["a sign of four", "😀"],
  ])("is cut before %s that would cross the border, never within", (_, sign) => {
    for (let before = 60; before <= 80; before++) {
      const line = `X:${"x".repeat(before - 2)}${sign}${"y".repeat(30)}`;
      const [first = "", ...rest] = finishCalendar(line).slice(0, -2).split("\r\n");

      const fits = before + octets(sign) <= 75;
      expect(octets(first)).toBe(
        before >= 75 || (fits && before + octets(sign) + 30 > 75) ? 75 : before,
      );
      expect([first, ...rest.map((each) => each.slice(1))].join("")).toBe(line);
    }
  });

  it("stays whole up to 75 octets", () => {
    const line = `SUMMARY:${"ấ".repeat(22)}a`;

    expect(octets(line)).toBe(75);
    expect(finishCalendar(line)).toBe(`${line}\r\n`);
    expect(finishCalendar(`${line}b`)).toBe(`${line}\r\n b\r\n`);
  });

  it("holds 75 octets at most whatever stands in it, and reads as it was", () => {
    const text = fc
      .string({ unit: "grapheme", maxLength: 300 })
      .map((any) => any.replace(/[\r\n]/g, ""));
    fc.assert(
      fc.property(text, (any) => {
        const line = `SUMMARY:${any}`;
        const written = finishCalendar(line);

        for (const physical of written.split("\r\n")) {
          expect(octets(physical)).toBeLessThanOrEqual(75);
          expect(physical.isWellFormed()).toBe(true);
        }
        expect(written.replaceAll("\r\n ", "")).toBe(`${line}\r\n`);
      }),
      { numRuns: 1000 },
    );
  });
});
