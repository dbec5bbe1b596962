import { describe, expect, it } from "vitest";
import { FileDetailsForm, fileDetailsOf, isAwaited, isOpen } from "./press-file.ts";

const NINE = "2026-09-10T02:00:00.000Z";
const announced = { announcedAt: "2026-09-01T01:00:00.000Z", postponedAt: null, cancelledAt: null };
const file = { opensAt: NINE, withdrawnAt: null };

describe("a file", () => {
  it.each([
    ["2026-09-10T01:59:59.000Z", false],
    ["2026-09-10T01:59:59.999Z", false],
    [NINE, true],
    ["2026-09-10T02:00:01.000Z", true],
  ])("under embargo until nine is at %s open: %s", (at, open) => {
    expect(isOpen(file, announced, at)).toBe(open);
    expect(isAwaited(file, announced, at)).toBe(!open);
  });

  it("without an embargo opens with the meeting's announcement", () => {
    const free = { ...file, opensAt: null };
    expect(isOpen(free, announced, "2026-09-02T00:00:00.000Z")).toBe(true);
    expect(isOpen(free, { ...announced, announcedAt: null }, NINE)).toBe(false);
  });

  it.each([
    ["withdrawn", { ...file, withdrawnAt: NINE }, announced],
    ["of a draft", file, { ...announced, announcedAt: null }],
    ["of a cancelled meeting", file, { ...announced, cancelledAt: NINE }],
  ])("%s is open never, and not waited for", (_, one, meeting) => {
    expect(isOpen(one, meeting, "2027-01-01T00:00:00.000Z")).toBe(false);
    expect(isAwaited(one, meeting, NINE)).toBe(false);
  });

  it("of a meeting that is put off waits for its new time, unless it was open before", () => {
    const later = "2026-12-01T00:00:00.000Z";
    const before = { ...announced, postponedAt: "2026-09-10T01:00:00.000Z" };
    const after = { ...announced, postponedAt: "2026-09-10T03:00:00.000Z" };

    expect(isOpen(file, before, later)).toBe(false);
    expect(isAwaited(file, before, later)).toBe(true);
    expect(isOpen(file, after, later)).toBe(true);
  });
});

it("an embargo is a time by the clock where the meeting is", () => {
  const filled = {
    ...{ title: "Thông cáo", kind: "press_release", language: "vi", audience: "invited" },
    embargo: "2026-09-10T09:00",
  };
  const said = FileDetailsForm.parse(filled);

  expect(fileDetailsOf(said, { zone: "Asia/Ho_Chi_Minh" }).opensAt).toBe(NINE);
  expect(fileDetailsOf(said, { zone: "Asia/Tokyo" }).opensAt).toBe("2026-09-10T00:00:00.000Z");
  expect(fileDetailsOf({ ...said, embargo: undefined }, { zone: "Asia/Tokyo" }).opensAt).toBeNull();
});
