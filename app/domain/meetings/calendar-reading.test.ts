import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { invitationCalendar } from "./calendar.server.ts";
import { readCalendar } from "./calendar-reading.ts";

const event = {
  uid: "5b7e3a52-8a7b-4d0e-9b0f-6f7b3c1d2e4f",
  sequence: 2,
  stamp: "2026-09-01T01:00:00.000Z",
  method: "REQUEST" as const,
  status: "CONFIRMED" as const,
  startsAt: "2026-09-10T02:00:00.000Z",
  endsAt: "2026-09-10T03:30:00.000Z",
  zone: "Asia/Ho_Chi_Minh",
  summary: "Họp báo: sạt lở; di dời, khắc phục",
  description: "",
  location: "Hội trường UBND phường Long Xuyên, số 1 đường Mẫu\\2",
  onlineUrl: null,
  url: null,
  organizer: { name: "UBND phường Long Xuyên: Văn phòng", email: "baochi@press.test" },
  attendee: { name: "Hà", email: "ha@bao.test" },
};

describe("reading a calendar file", () => {
  it("says what was written, with the hour and its zone", () => {
    expect(readCalendar(invitationCalendar(event))).toEqual({
      method: "REQUEST",
      summary: event.summary,
      startsAt: event.startsAt,
      endsAt: event.endsAt,
      zone: event.zone,
      location: event.location,
      organizer: event.organizer.name,
      sequence: 2,
      cancelled: false,
    });
  });

  it("knows a cancellation, and times in another zone", () => {
    const file = invitationCalendar({
      ...event,
      method: "CANCEL",
      status: "CANCELLED",
      zone: "Europe/Paris",
    });

    expect(readCalendar(file)).toMatchObject({
      method: "CANCEL",
      cancelled: true,
      startsAt: event.startsAt,
      zone: "Europe/Paris",
    });
  });

  it.each(["Asia/Saigon", "SE Asia Standard Time"])(
    "calls Vietnamese time by one name, given %s",
    (zone) => {
      const file = invitationCalendar(event).replaceAll("=Asia/Ho_Chi_Minh", `="${zone}"`);

      expect(readCalendar(file)).toMatchObject({
        zone: "Asia/Ho_Chi_Minh",
        startsAt: event.startsAt,
      });
    },
  );

  it("reads back any summary of one line", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\p{L}\d][\p{L}\d ,;:"\\^.]{0,80}[\p{L}\d]$/u), (text) => {
        const summary = text.normalize("NFC").replace(/ +/g, " ");

        expect(readCalendar(invitationCalendar({ ...event, summary }))?.summary).toBe(summary);
      }),
    );
  });

  it.each(["", "BEGIN:VEVENT", "BEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT", "x".repeat(200_000)])(
    "finds none in what is none",
    (text) => {
      expect(readCalendar(text)).toBeUndefined();
    },
  );
});
