import { describe, expect, it } from "vitest";
import { hoursShown, sideBySide } from "./calendar-hours.ts";

const at = (startsAt: string, endsAt: string) => ({ startsAt, endsAt });

describe("the hours a week shows", () => {
  it.each([
    ["nothing", [], "06:00:00", "22:00:00"],
    ["an hour of the day", [at("2026-12-10T08:00", "2026-12-10T09:30")], "06:00:00", "22:00:00"],
    ["a night of flood", [at("2026-12-10T22:15", "2026-12-10T23:05")], "06:00:00", "24:00:00"],
    ["New Year's Eve", [at("2026-12-31T23:30", "2027-01-01T00:30")], "06:00:00", "24:00:00"],
    ["before dawn", [at("2026-12-10T04:45", "2026-12-10T05:30")], "04:00:00", "22:00:00"],
    ["what began before", [at("2026-12-06T23:00", "2026-12-07T01:00")], "00:00:00", "24:00:00"],
  ])("with %s", (_what, events, first, last) => {
    expect(hoursShown(events, "2026-12-07")).toEqual({ first, last });
  });
});

describe("how many stand side by side", () => {
  it("counts what is at one moment, not what only touches", () => {
    const day = [
      at("2026-12-10T08:00", "2026-12-10T09:00"),
      at("2026-12-10T08:30", "2026-12-10T09:30"),
      at("2026-12-10T09:00", "2026-12-10T10:00"),
    ];
    expect(sideBySide(day, "2026-12-10")).toBe(2);
    expect(sideBySide(day, "2026-12-11")).toBe(0);
  });
});
