import { expect, it } from "vitest";
import { ownPath } from "./responses.ts";

it.each([
  ["/desk/meetings?page=2", "/desk/meetings?page=2"],
  ["/desk/../areas", "/areas"],
  ["//evil.test/x", undefined],
  ["/\\evil.test", undefined],
  ["/\t/evil.test", undefined],
  ["/\n/[", undefined],
  ["https://evil.test", undefined],
  ["", undefined],
  [null, undefined],
])("of %j, what leads to a page of ours is %j", (wanted, path) => {
  expect(ownPath(wanted)).toBe(path);
});
