import { describe, expect, it } from "vitest";
import { usualAnswerBy } from "../meetings/answer-by.ts";
import { calendarOf } from "../policies/calendar.ts";
import { firstAllowed, hoursBefore, isQuiet, lastAllowed } from "./quiet.ts";

const NIGHT = { quietFrom: "21:00", quietUntil: "07:00" };
const HOME = "Asia/Ho_Chi_Minh";

/** The machine's own zone must decide nothing. */
describe.each(["UTC", "Asia/Ho_Chi_Minh", "America/New_York"])("on a machine in %s", (zone) => {
  const before = process.env.TZ;
  const there = <Result>(work: () => Result): Result => {
    process.env.TZ = zone;
    try {
      return work();
    } finally {
      if (before === undefined) delete process.env.TZ;
      else process.env.TZ = before;
    }
  };

  it("begins the quiet hours at nine in the evening and ends them at seven", () => {
    const quiet = (moment: string) => there(() => isQuiet(moment, NIGHT, HOME));
    expect(quiet("2026-09-09T13:59:59.999Z")).toBe(false); // 20:59
    expect(quiet("2026-09-09T14:00:00.000Z")).toBe(true); // 21:00
    expect(quiet("2026-09-09T17:00:00.000Z")).toBe(true); // midnight
    expect(quiet("2026-09-09T23:59:00.000Z")).toBe(true); // 06:59
    expect(quiet("2026-09-10T00:00:00.000Z")).toBe(false); // 07:00
  });

  it("takes a letter of the small hours to the evening before, and over New Year's Eve to last year", () => {
    const last = (moment: string) => there(() => lastAllowed(moment, NIGHT, HOME));
    expect(last("2026-09-09T22:30:00.000Z")).toBe("2026-09-09T13:59:00.000Z"); // 05:30 on the 10th
    expect(last("2026-09-09T15:30:00.000Z")).toBe("2026-09-09T13:59:00.000Z"); // 22:30 on the 9th
    expect(last("2026-12-31T20:00:00.000Z")).toBe("2026-12-31T13:59:00.000Z"); // 03:00 on 1 January
    expect(last("2026-09-10T00:00:00.000Z")).toBe("2026-09-10T00:00:00.000Z");
  });

  it("takes thanks of the night to the morning after", () => {
    const first = (moment: string) => there(() => firstAllowed(moment, NIGHT, HOME));
    expect(first("2026-09-09T15:30:00.000Z")).toBe("2026-09-10T00:00:00.000Z"); // 22:30 to 07:00
    expect(first("2026-09-09T22:30:00.000Z")).toBe("2026-09-10T00:00:00.000Z"); // 05:30 to 07:00
    expect(first("2026-09-10T02:00:00.000Z")).toBe("2026-09-10T02:00:00.000Z");
  });

  it("counts days on the calendar of the meeting's zone and hours by the clock", () => {
    const count = (moment: string, hours: number, where: string) =>
      there(() => hoursBefore(moment, hours, where));
    // Paris puts its clocks back on 25 October 2026: nine o'clock stays nine o'clock.
    expect(count("2026-10-26T08:00:00.000Z", 72, "Europe/Paris")).toBe("2026-10-23T07:00:00.000Z");
    // New York puts them forward on 8 March 2026 at two.
    expect(count("2026-03-09T13:00:00.000Z", 72, "America/New_York")).toBe(
      "2026-03-06T14:00:00.000Z",
    );
    expect(count("2026-03-08T08:00:00.000Z", 3, "America/New_York")).toBe(
      "2026-03-08T05:00:00.000Z",
    );
    expect(count("2026-09-10T02:00:00.000Z", 72, HOME)).toBe("2026-09-07T02:00:00.000Z");
  });

  it("keeps the quiet hours of the meeting's zone, not ours", () => {
    const moment = "2026-10-25T00:30:00.000Z"; // 07:30 in Viet Nam, 02:30 in Paris (before the change)
    expect(there(() => isQuiet(moment, NIGHT, HOME))).toBe(false);
    expect(there(() => lastAllowed(moment, NIGHT, "Europe/Paris"))).toBe(
      "2026-10-24T18:59:00.000Z",
    );
  });

  it("suggests four o'clock of the working day before, over weekends and Tết", () => {
    const holidays = ["2027-02-05", "2027-02-08", "2027-02-09", "2027-02-10", "2027-02-11"];
    const calendar = calendarOf(
      holidays.map((day) => ({ day, kind: "off" as const, name: "Tết Nguyên đán" })),
    );
    const usual = (startsAt: string) =>
      there(() => usualAnswerBy({ startsAt, zone: HOME }, "16:00", calendar));
    expect(usual("2027-02-12T02:00:00.000Z")).toBe("2027-02-04T09:00:00.000Z"); // the Thursday before Tết
    expect(usual("2026-09-14T02:00:00.000Z")).toBe("2026-09-11T09:00:00.000Z"); // a Monday: the Friday
    expect(usual("2027-01-05T18:00:00.000Z")).toBe("2027-01-05T09:00:00.000Z"); // 01:00 on the 6th
  });
});

it("takes two equal times for no quiet hours, and hours within a day as they stand", () => {
  const none = { quietFrom: "00:00", quietUntil: "00:00" };
  expect(isQuiet("2026-09-09T17:00:00.000Z", none, HOME)).toBe(false);
  const noon = { quietFrom: "12:00", quietUntil: "13:30" };
  expect(isQuiet("2026-09-09T05:00:00.000Z", noon, HOME)).toBe(true);
  expect(isQuiet("2026-09-09T06:30:00.000Z", noon, HOME)).toBe(false);
  expect(lastAllowed("2026-09-09T06:00:00.000Z", noon, HOME)).toBe("2026-09-09T04:59:00.000Z");
});
