import { describe, expect, it } from "vitest";
import { AgendaForm, lengthOf, putAt, timesOf } from "./agenda.ts";

const hour = { startsAt: "2026-12-31T16:30:00.000Z", endsAt: "2026-12-31T17:30:00.000Z" };
const items = [
  { id: "a", minutes: 10 },
  { id: "b", minutes: 45 },
  { id: "c", minutes: 20 },
];

describe("a programme's times", () => {
  it("follow one on the other from the start, over midnight and into the next year", () => {
    const times = timesOf(items, hour.startsAt).map(({ fromAt, untilAt }) => [fromAt, untilAt]);

    expect(times).toEqual([
      ["2026-12-31T16:30:00.000Z", "2026-12-31T16:40:00.000Z"],
      ["2026-12-31T16:40:00.000Z", "2026-12-31T17:25:00.000Z"],
      ["2026-12-31T17:25:00.000Z", "2026-12-31T17:45:00.000Z"],
    ]);
  });

  it("are as much longer or shorter than the meeting as they are", () => {
    expect(lengthOf(items, hour)).toEqual({ minutes: 75, over: 15 });
    expect(lengthOf(items.slice(0, 2), hour)).toEqual({ minutes: 55, over: -5 });
    expect(lengthOf([], hour)).toEqual({ minutes: 0, over: -60 });
  });
});

it.each([
  ["a", 3, "bca"],
  ["c", 1, "cab"],
  ["b", 2, "abc"],
  ["a", 99, "bca"],
  ["c", 0, "cab"],
  ["nobody", 1, "abc"],
])("%s put at place %i gives %s", (id, place, order) => {
  expect(
    putAt(items, id, place)
      .map((item) => item.id)
      .join(""),
  ).toBe(order);
});

it.each([
  [{ title: "Khai mạc", minutes: "0" }],
  [{ title: "Khai mạc", minutes: "một giờ" }],
  [{ title: "Khai mạc", minutes: "721" }],
  [{ title: " ", minutes: "10" }],
])("a point such as %j is not taken", (filled) => {
  expect(AgendaForm.safeParse(filled).success).toBe(false);
});
