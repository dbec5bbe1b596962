import { describe, expect, it } from "vitest";
import { existedOn, fullName, fullNameInEnglish, nameOn } from "./area.ts";

describe("a full name", () => {
  it.each([
    [{ type: "phường", name: "Long Xuyên" }, "Phường Long Xuyên"],
    [{ type: "phường", name: "Phường Đúc" }, "Phường Phường Đúc"],
    [{ type: "phường", name: "1" }, "Phường 1"],
    [{ type: "đặc khu", name: "Phú Quốc" }, "Đặc khu Phú Quốc"],
    [{ type: "thị xã", name: "Tịnh Biên" }, "Thị xã Tịnh Biên"],
  ])("of %o is %s", (named, full) => {
    expect(fullName(named)).toBe(full);
  });

  it.each([
    [{ type: "phường", nameEn: "Long Xuyen" }, "Long Xuyen Ward"],
    [{ type: "phường", nameEn: "1" }, "Ward 1"],
    [{ type: "phường", nameEn: "2 Bao Loc" }, "Ward 2 Bao Loc"],
    [{ type: "quận", nameEn: "1" }, "District 1"],
    [{ type: "quận", nameEn: "Go Vap" }, "Go Vap Urban District"],
    [{ type: "xã", nameEn: "Go Quao" }, "Go Quao Commune"],
    [{ type: "đặc khu", nameEn: "Phu Quoc" }, "Phu Quoc Special Zone"],
    [{ type: "tỉnh", nameEn: "An Giang" }, "An Giang Province"],
    [{ type: "thành phố", nameEn: "Hanoi" }, "Hanoi City"],
  ])("of %o in English is %s", (named, full) => {
    expect(fullNameInEnglish(named)).toBe(full);
  });
});

describe("the name on a day", () => {
  const city = { type: "thành phố", name: "Đồng Nai" };
  const retyped = {
    type: "tỉnh",
    name: "Đồng Nai",
    kind: "retyped",
    untilDay: "2026-04-29",
  } as const;
  const renamed = { type: "xã", name: "Khác", kind: "renamed", untilDay: null } as const;

  it("is that of the type it had then, through the last day of it", () => {
    expect(fullName(nameOn(city, [renamed, retyped], "2026-03-01"))).toBe("Tỉnh Đồng Nai");
    expect(fullName(nameOn(city, [renamed, retyped], "2026-04-29"))).toBe("Tỉnh Đồng Nai");
    expect(fullName(nameOn(city, [renamed, retyped], "2026-04-30"))).toBe("Thành phố Đồng Nai");
  });

  it("is the earliest that had not ended, when there were several", () => {
    const before = { ...retyped, type: "huyện", untilDay: "2025-12-31" };

    expect(nameOn(city, [retyped, before], "2025-12-31").type).toBe("huyện");
    expect(nameOn(city, [retyped, before], "2026-01-01").type).toBe("tỉnh");
  });
});

it("a unit exists on its first day and its last, and neither before nor after", () => {
  const days = { fromDay: "2025-07-01", untilDay: "2026-09-19" };

  const existed = ["2025-06-30", "2025-07-01", "2026-09-19", "2026-09-20"].map((day) =>
    existedOn(days, day),
  );

  expect(existed).toEqual([false, true, true, false]);
});
