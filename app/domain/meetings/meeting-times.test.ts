import { expect, it } from "vitest";
import { minutesAfter, soonestStart, weekAhead } from "./meeting-times.ts";

it.each([
  { now: "2026-09-01T01:00:00.000Z", start: "2026-09-01T10:00" },
  { now: "2026-09-01T01:00:00.001Z", start: "2026-09-01T10:15" },
  { now: "2026-09-01T01:14:59.000Z", start: "2026-09-01T10:15" },
  { now: "2026-09-01T15:20:00.000Z", start: "2026-09-02T00:30" },
])("something that happens at $now can be told the press at $start", ({ now, start }) => {
  expect(soonestStart(now)).toBe(start);
});

it.each([
  { on: "a Tuesday", now: "2026-09-01T01:00:00.000Z", start: "2026-09-08T08:30" },
  { on: "a Saturday", now: "2026-09-05T01:00:00.000Z", start: "2026-09-14T08:30" },
  {
    on: "a Sunday that is still Saturday in London",
    now: "2026-09-05T20:00:00.000Z",
    start: "2026-09-14T08:30",
  },
])("planned on $on, a meeting begins on a working day a week ahead", ({ now, start }) => {
  expect(weekAhead(now).startsAt).toBe(start);
});

it("ends over midnight when it has to, however the start was written", () => {
  expect(minutesAfter("2026-09-01T23:30", 45)).toBe("2026-09-02T00:15");
  expect(minutesAfter("1/9/2026 23:30", 45)).toBe("2026-09-02T00:15");
});
