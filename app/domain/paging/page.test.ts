import { expect, it } from "vitest";
import { pageOf, placeOf } from "./page.ts";

const things = ["một", "hai", "ba", "bốn", "năm"];

it.each([
  [1, ["một", "hai"]],
  [3, ["năm"]],
  [9, ["năm"]],
  [0, ["một", "hai"]],
  [-1, ["một", "hai"]],
  [2.9, ["ba", "bốn"]],
  [Number.NaN, ["một", "hai"]],
])("page %s is the nearest that there is", (asked, shown) => {
  expect(pageOf(things, asked, 2)).toMatchObject({ shown, pages: 3, total: 5 });
});

it("nothing has one page, which is empty", () => {
  expect(pageOf([], 2, 50)).toEqual({ shown: [], page: 1, pages: 1, total: 0 });
});

it("a full page is not followed by an empty one", () => {
  expect(placeOf(100, 2, 50)).toEqual({ page: 2, pages: 2, total: 100, before: 50 });
});
