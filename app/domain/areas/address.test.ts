import { describe, expect, it } from "vitest";
import { endingsOf, withoutStreet } from "./address.ts";

describe("an address", () => {
  it.each([
    ["số 12 đường Trần Hưng Đạo, phường Mỹ Bình, TP Long Xuyên", "phường mỹ bình, tp long xuyên"],
    ["tổ 5, khu phố 2, p. Mỹ Bình, Long Xuyên", "p mỹ bình, long xuyên"],
    ["ấp 3 xã Vĩnh Hòa Hưng Bắc", "xã vĩnh hòa hưng bắc"],
    ["TDP 4, phường Kon Tum", "phường kon tum"],
    ["12/3A Nguyễn Trãi; P. Bến Thành", "p bến thành"],
    ["45 Lê Lợi - Huế", "huế"],
  ])("«%s» without what is no unit is %s", (typed, meant) => {
    expect(withoutStreet(typed)).toBe(meant);
  });

  it.each(["phường Mỹ Bình, Long Xuyên", "Lâm Viên - Đà Lạt", "thôn 5", "", ",,,"])(
    "«%s» has no such part, or nothing else",
    (typed) => {
      expect(withoutStreet(typed)).toBeUndefined();
    },
  );

  it("is read from its first type of unit on, then from ever later", () => {
    expect(endingsOf("Trường Trần Hưng Đạo A, Mỹ Long, phường Mỹ Bình, Long Xuyên")).toEqual([
      "phường mỹ bình, long xuyên",
      "long xuyên",
    ]);
  });

  it("of many parts is read in a few ways only", () => {
    expect(
      endingsOf(Array.from({ length: 100 }, (_, i) => `nơi ${"x".repeat(i % 5)}`).join(",")).length,
    ).toBeLessThanOrEqual(3);
  });
});
