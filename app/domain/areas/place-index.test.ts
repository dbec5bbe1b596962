import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, openSqlite } from "#app/test/database.ts";
import { placesOf } from "./areas.server.ts";
import type { Atlas } from "./atlas.ts";
import { loadMap } from "./map.server.ts";

let house: Opened;
let atlas: Atlas;
beforeAll(async () => {
  house = await openSqlite();
  await loadMap(house.db);
  atlas = await placesOf(house.db);
});
afterAll(() => house.close());

/** The first answer as a reader sees it: its name, its district if it is gone, its province. */
function first(text: string) {
  const [found] = atlas.search(text, 1);
  if (!found) return undefined;
  const { fullName, district, province } = found.area;
  return [fullName, district, province.name].filter(Boolean).join(", ");
}

describe("what people type", () => {
  it.each([
    // Marks missing, words in any order, types left out or shortened.
    ["long xuyen", "Phường Long Xuyên, An Giang"],
    ["phuong long xuyen", "Phường Long Xuyên, An Giang"],
    ["p long xuyen", "Phường Long Xuyên, An Giang"],
    ["P.Long Xuyên", "Phường Long Xuyên, An Giang"],
    ["LONG XUYÊN", "Phường Long Xuyên, An Giang"],
    ["long xuyen an giang", "Phường Long Xuyên, An Giang"],
    ["an giang long xuyen", "Phường Long Xuyên, An Giang"],
    ["my binh long xuyen", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
    ["Mĩ Bình Long Xuyên", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
    ["p. my binh tp long xuyen", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
    ["mỹ bình an giang", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
    ["xa my hoa hung", "Xã Mỹ Hòa Hưng, An Giang"],
    ["mỹ hoà hưng", "Xã Mỹ Hòa Hưng, An Giang"],
    ["go quao", "Xã Gò Quao, An Giang"],
    ["huyện gò quao", "Huyện Gò Quao, Kiên Giang"],
    ["h. go quao", "Huyện Gò Quao, Kiên Giang"],
    ["thành phố long xuyên", "Thành phố Long Xuyên, An Giang"],
    ["tp.long xuyen", "Thành phố Long Xuyên, An Giang"],
    ["TT. Núi Sập", "Thị trấn Núi Sập, Huyện Thoại Sơn, An Giang"],
    ["tx tan chau an giang", "Thị xã Tân Châu, An Giang"],
    // Numbers.
    ["phường 1 quận 3", "Phường 1, Quận 3, Hồ Chí Minh"],
    ["phường 01 quận 3", "Phường 1, Quận 3, Hồ Chí Minh"],
    ["P1 Q3", "Phường 1, Quận 3, Hồ Chí Minh"],
    ["p.12 q. go vap", "Phường 12, Quận Gò Vấp, Hồ Chí Minh"],
    ["phường XII quận gò vấp", "Phường 12, Quận Gò Vấp, Hồ Chí Minh"],
    ["phuong iv quan 8", "Phường 4, Quận 8, Hồ Chí Minh"],
    ["ca mau phuong 5", "Phường 5, Thành phố Cà Mau, Cà Mau"],
    ["phường 2 bảo lộc", "Phường 2 Bảo Lộc, Lâm Đồng"],
    // Provinces, today's and former ones.
    ["an giang", "Tỉnh An Giang, An Giang"],
    ["tỉnh an giang", "Tỉnh An Giang, An Giang"],
    ["kien giang", "Tỉnh Kiên Giang, Kiên Giang"],
    ["hà giang", "Tỉnh Hà Giang, Hà Giang"],
    ["huế", "Thành phố Huế, Huế"],
    ["TPHCM", "Thành phố Hồ Chí Minh, Hồ Chí Minh"],
    ["tp. hồ chí minh", "Thành phố Hồ Chí Minh, Hồ Chí Minh"],
    ["đà nẵng", "Thành phố Đà Nẵng, Đà Nẵng"],
    // Traps: a type inside a name, and names that fold into one another.
    ["tịnh biên", "Phường Tịnh Biên, An Giang"],
    ["tinh bien", "Phường Tịnh Biên, An Giang"],
    ["phu xa thai nguyen", "Phường Phú Xá, Thành phố Thái Nguyên, Thái Nguyên"],
    ["phường đúc huế", "Phường Phường Đúc, Quận Thuận Hóa, Huế"],
    ["quan thanh ba dinh", "Phường Quán Thánh, Quận Ba Đình, Hà Nội"],
    ["thuận hóa", "Phường Thuận Hóa, Huế"],
    ["xã ea h'leo", "Xã Ea H'Leo, Đắk Lắk"],
    ["ea hleo dak lak", "Xã Ea H'Leo, Đắk Lắk"],
    ["xã ba tơ", "Xã Ba Tơ, Quảng Ngãi"],
    ["xã ba tô", "Xã Ba Tô, Quảng Ngãi"],
    // Islands.
    ["con dao", "Đặc khu Côn Đảo, Hồ Chí Minh"],
    ["đặc khu hoàng sa", "Đặc khu Hoàng Sa, Đà Nẵng"],
    ["huyện lý sơn", "Huyện Lý Sơn, Quảng Ngãi"],
    ["tho chau", "Đặc khu Thổ Châu, An Giang"],
    // Slips, words run together, the last word unfinished.
    ["long xuyem", "Phường Long Xuyên, An Giang"],
    ["lomg xuyen", "Phường Long Xuyên, An Giang"],
    ["longxuyen", "Phường Long Xuyên, An Giang"],
    ["bình dức long xuyên", "Phường Bình Đức, Thành phố Long Xuyên, An Giang"],
    ["ben thnah", "Phường Bến Thành, Hồ Chí Minh"],
    ["ben thanh tphcm", "Phường Bến Thành, Hồ Chí Minh"],
    ["p. ben nghe q1", "Phường Bến Nghé, Quận 1, Hồ Chí Minh"],
    ["long xuy", "Phường Long Xuyên, An Giang"],
    ["mỹ hòa hư", "Xã Mỹ Hòa Hưng, An Giang"],
    ["ubnd phường long xuyên", "Phường Long Xuyên, An Giang"],
    ["người phát ngôn phường long xuyên", "Phường Long Xuyên, An Giang"],
    // A type that has changed since.
    ["xã bố hạ", "Phường Bố Hạ, Bắc Ninh"],
  ])("«%s» means %s", (typed, meant) => {
    expect(first(typed)).toBe(meant);
  });
});

describe("a unit", () => {
  it("is found by its code, today's before the former one of the same number", () => {
    const found = atlas.search("30307", 5).map(({ area, matched }) => [area.fullName, matched.via]);

    expect(found).toEqual([
      ["Phường Long Xuyên", "code"],
      ["Phường Mỹ Hòa", "code"],
    ]);
  });

  it("is found by a name that it had before, and says so", () => {
    const [found] = atlas.search("phường Văn Miếu, Đống Đa, Hà Nội", 1);

    expect(found?.matched).toEqual({ text: "Văn Miếu", via: "alias" });
  });

  it("comes in every province that has one of its name, exact marks first", () => {
    const found = atlas.search("xã Tân Tiến", 50).filter(({ area }) => area.current);
    const named = found.filter(({ area }) => area.fullName === "Xã Tân Tiến");

    expect(new Set(named.map(({ area }) => area.province.name)).size).toBe(7);
    expect(found.slice(0, 7).every(({ area }) => area.fullName === "Xã Tân Tiến")).toBe(true);
  });
});

describe("nonsense", () => {
  it.each(["xyzqwv", "🙂", "(.*)+$", "!!!", "ꦗꦮ", "0", "a".repeat(200), "\u0301\u0301"])(
    "«%s» finds nothing, and does no harm",
    (text) => {
      expect(atlas.search(text, 10).map(({ area }) => area.fullName)).toEqual([]);
    },
  );

  it("of two hundred letters is answered with bounded work", () => {
    for (const text of [
      "a ".repeat(100),
      "phường ".repeat(28),
      "xuyen ".repeat(33),
      "đ1".repeat(100),
    ])
      expect(atlas.search(text, 50).length).toBeLessThanOrEqual(50);
  });
});
