import { describe, expect, it } from "vitest";
import {
  dayOf,
  endOf,
  later,
  localTime,
  readDay,
  readInstant,
  readLocalTime,
  readZone,
  startOf,
  today,
} from "./clock.ts";

describe("a day in Viet Nam", () => {
  it("has begun while it is still yesterday in London", () => {
    expect(dayOf("2026-03-15T17:00:00.000Z")).toBe("2026-03-16");
    expect(dayOf("2026-03-15T16:59:59.999Z")).toBe("2026-03-15");
    expect(today()).toBe("2026-09-01");
  });

  it("begins at seven hours before midnight UTC and ends where the next begins", () => {
    expect(startOf("2026-03-16")).toBe("2026-03-15T17:00:00.000Z");
    expect(endOf("2026-03-16")).toBe(startOf("2026-03-17"));
  });

  it.each([
    ["2026-02-28", "2026-02-28"],
    ["28/02/2026", "2026-02-28"],
    ["5/3/2026", "2026-03-05"],
    [" 5-3-2026 ", "2026-03-05"],
    ["31/02/2026", undefined],
    ["2026-02-30", undefined],
    ["02/28/2026", undefined],
    ["2026-2-3T00:00", undefined],
    ["hôm nay", undefined],
    ["", undefined],
    ["99999-01-01", undefined],
  ])("written «%s» is read as %s", (text, day) => {
    expect(readDay(text)).toBe(day);
  });
});

describe("a local time", () => {
  it("is a moment in its zone", () => {
    expect(readLocalTime("2026-11-25T08:30")).toBe("2026-11-25T01:30:00.000Z");
    expect(readLocalTime("25/11/2026 08:30")).toBe("2026-11-25T01:30:00.000Z");
    expect(readLocalTime("2026-11-25T08:30", "Europe/Paris")).toBe("2026-11-25T07:30:00.000Z");
    expect(localTime("2026-11-25T01:30:00.000Z")).toBe("2026-11-25T08:30");
  });

  it.each(["2026-11-31T08:30", "2026-11-25T24:30", "08:30", "", "2026-11-25"])(
    "«%s» is none",
    (text) => {
      expect(readLocalTime(text)).toBeUndefined();
    },
  );
});

describe("the instant of a question", () => {
  it("is a day's noon, or the very instant with its offset", () => {
    expect(readInstant("2026-03-01")).toBe("2026-03-01T05:00:00.000Z");
    expect(readInstant("2026-03-01T17:00:00+07:00")).toBe("2026-03-01T10:00:00.000Z");
    expect(readInstant("2026-03-01T17:00:00Z")).toBe("2026-03-01T17:00:00.000Z");
  });

  it.each(["2026-02-30", "soon", "2026-13-01T00:00:00Z", "2026", "T12:00", "x".repeat(500)])(
    "«%s» is none",
    (text) => {
      expect(readInstant(text)).toBeUndefined();
    },
  );
});

describe("a zone", () => {
  it("goes by its name of today", () => {
    for (const name of ["Asia/Saigon", "SE Asia Standard Time", " asia/ho_chi_minh"])
      expect(readZone(name)).toBe("Asia/Ho_Chi_Minh");
    expect(readZone("Europe/Paris")).toBe("Europe/Paris");
    expect(readZone("Mars/Base")).toBeUndefined();
    expect(readZone("+07:00")).toBeUndefined();
  });
});

it.each([
  [{ minutes: 5 }, "2026-02-28T17:05:00.000Z"],
  [{ days: 1, seconds: -1 }, "2026-03-01T16:59:59.000Z"],
  [{ hours: -24 }, "2026-02-27T17:00:00.000Z"],
  [{ minutes: 0.5 }, "2026-02-28T17:00:30.000Z"],
])("a moment later by %j", (span, moment) => {
  expect(later("2026-02-28T17:00:00.000Z", span)).toBe(moment);
});
