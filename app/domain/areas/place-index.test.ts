import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { nationalAtlas, wording } from "#app/test/atlas.ts";
import type { Atlas } from "./atlas.ts";

let atlas: Atlas;
beforeAll(async () => {
  atlas = await nationalAtlas();
});

/** The answers as a reader sees them. */
const answers = (text: string, limit: number) =>
  atlas.search(text, limit).map(({ area }) => wording(area));

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
    // An office that is there, an island, a province twice.
    ["hội đồng nhân dân phường long xuyên", "Phường Long Xuyên, An Giang"],
    ["Văn phòng UBND tỉnh An Giang", "Tỉnh An Giang"],
    ["dao duc binh xuyen", "Thị trấn Đạo Đức, Huyện Bình Xuyên, Vĩnh Phúc"],
    ["đảo Phú Quý", "Đặc khu Phú Quý, Lâm Đồng"],
    ["huyện đảo lý sơn", "Đặc khu Lý Sơn, Quảng Ngãi"],
    ["côn đảo", "Đặc khu Côn Đảo, Hồ Chí Minh"],
    ["thành phố hà nội, hà nội", "Thành phố Hà Nội"],
    ["an giang an giang", "Tỉnh An Giang"],
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
    ["an giang", "Tỉnh An Giang"],
    ["tỉnh an giang", "Tỉnh An Giang"],
    ["kien giang", "Tỉnh Kiên Giang"],
    ["hà giang", "Tỉnh Hà Giang"],
    ["huế", "Thành phố Huế"],
    ["TPHCM", "Thành phố Hồ Chí Minh"],
    ["tp. hồ chí minh", "Thành phố Hồ Chí Minh"],
    ["đà nẵng", "Thành phố Đà Nẵng"],
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
    ["mybinh longxuyen", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
    ["tplongxuyen", "Thành phố Long Xuyên, An Giang"],
    ["kontum", "Tỉnh Kon Tum"],
    ["chao doc", "Phường Châu Đốc, An Giang"],
    ["trau doc", "Phường Châu Đốc, An Giang"],
    ["long suyen", "Phường Long Xuyên, An Giang"],
    ["na giang", "Tỉnh An Giang"],
    ["myx binhf long xuyeen", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
    ["m drak", "Xã M'Drắk, Đắk Lắk"],
    ["chư m'gar", "Xã Cư M'gar, Đắk Lắk"],
    ["Ðồng Tháp", "Tỉnh Đồng Tháp"],
    // Types that have changed since, and those of English.
    ["xã bố hạ", "Phường Bố Hạ, Bắc Ninh"],
    ["tỉnh đồng nai", "Thành phố Đồng Nai"],
    ["Long Xuyen ward", "Phường Long Xuyên, An Giang"],
    ["Hoan Kiem district, Hanoi", "Quận Hoàn Kiếm, Hà Nội"],
    ["District 1", "Quận 1, Hồ Chí Minh"],
    ["An Giang province", "Tỉnh An Giang"],
    // What people call a place besides its name.
    ["sài gòn", "Thành phố Hồ Chí Minh"],
    ["hcm q3 p5", "Phường 5, Quận 3, Hồ Chí Minh"],
    ["thừa thiên huế", "Thành phố Huế"],
    ["TT Huế", "Thành phố Huế"],
    ["buôn mê thuột", "Phường Buôn Ma Thuột, Đắk Lắk"],
    ["bắc cạn", "Tỉnh Bắc Kạn"],
    ["qui nhơn", "Phường Quy Nhơn, Gia Lai"],
    ["q9", "Thành phố Thủ Đức, Hồ Chí Minh"],
    ["brvt", "Tỉnh Bà Rịa - Vũng Tàu"],
    // Former units: those of before on request, and provinces that have ended.
    ["phường long xuyên (cũ)", "Phường Long Xuyên, Thị xã Kinh Môn, Hải Dương"],
    ["kiên giang cũ", "Tỉnh Kiên Giang"],
    ["hòa bình", "Tỉnh Hòa Bình"],
    ["tp thủ đức", "Thành phố Thủ Đức, Hồ Chí Minh"],
    ["rạch giá kiên giang", "Thành phố Rạch Giá, Kiên Giang"],
    ["rạch giá", "Phường Rạch Giá, An Giang"],
    // Addresses, and what is said around a name.
    ["12 Nguyễn Huệ, phường Bến Nghé, quận 1, TP HCM", "Phường Bến Nghé, Quận 1, Hồ Chí Minh"],
    [
      "Số 99 Nguyễn Trãi, P. Thanh Xuân Trung, Q. Thanh Xuân, Hà Nội",
      "Phường Thanh Xuân Trung, Quận Thanh Xuân, Hà Nội",
    ],
    ["trụ sở UBND phường Mỹ Bình, TP Long Xuyên", "Phường Mỹ Bình, Thành phố Long Xuyên, An Giang"],
    // A ward that never was leads to the district that was.
    ["p.10 q.5", "Quận 5, Hồ Chí Minh"],
  ])("«%s» means %s", (typed, meant) => {
    expect(answers(typed, 1)).toEqual([meant]);
  });
});

describe("an answer", () => {
  it("by a code is today's unit, then the former one of the same number", () => {
    const found = atlas.search("30307", 5).map(({ area, matched }) => [area.id, matched]);

    expect(found).toEqual([
      ["2025-30307", { text: "30307", via: "code" }],
      ["2004-30307", { text: "30307", via: "code" }],
    ]);
  });

  it.each([
    ["long xuyên", "name", "Long Xuyên"],
    ["mỹ bình long xuyên", "former", "Mỹ Bình"],
    ["phường Văn Miếu, Đống Đa, Hà Nội", "alias", "Văn Miếu"],
    ["xã bố hạ", "alias", "Bố Hạ"],
    ["TPHCM", "alias", "TPHCM"],
  ])("to «%s» says that it was found by a %s: %s", (typed, via, text) => {
    expect(atlas.search(typed, 1)[0]?.matched).toEqual({ via, text });
  });

  it("has everything that is said of a unit", () => {
    const [found] = atlas.search("mỹ bình long xuyên", 1);

    expect(found).toMatchObject({
      area: {
        id: "2004-30280",
        code: "30280",
        era: "2004",
        level: "commune",
        type: "phường",
        name: "Mỹ Bình",
        fullName: "Phường Mỹ Bình",
        fullNameEn: "My Binh Ward",
        current: false,
        from: null,
        until: "2025-06-30",
        district: "Thành phố Long Xuyên",
        province: { code: "tinh-an-giang", name: "An Giang", nameEn: "An Giang" },
      },
      successors: [
        {
          ...{ id: "2025-30307", code: "30307", extent: "whole" },
          ...{ fullName: "Phường Long Xuyên", fullNameEn: "Long Xuyen Ward" },
          province: { code: "91", name: "An Giang" },
        },
      ],
    });
  });

  it("to a name in many provinces comes once from each, exact marks and today's units first", () => {
    const found = atlas.search("xã Tân Tiến", 7).map(({ area }) => area);

    expect(found.every(({ fullName, current }) => fullName === "Xã Tân Tiến" && current)).toBe(
      true,
    );
    expect(new Set(found.map(({ province }) => province.name)).size).toBe(7);
  });

  it("with marks puts the name of those marks first, and shows the other as well", () => {
    expect(answers("Xã Minh Quân, Trấn Yên", 2)).toEqual([
      "Xã Minh Quân, Huyện Trấn Yên, Yên Bái",
      "Xã Minh Quán, Huyện Trấn Yên, Yên Bái",
    ]);
  });

  it("is a former unit of its own, beside today's of the same name", () => {
    expect(answers("gò quao", 3)).toEqual([
      "Xã Gò Quao, An Giang",
      "Huyện Gò Quao, Kiên Giang",
      "Thị trấn Gò Quao, Huyện Gò Quao, Kiên Giang",
    ]);
  });

  it("leaves out what is far behind the best", () => {
    expect(answers("an giang", 10)).toEqual(["Tỉnh An Giang"]);
  });
});

describe("nonsense", () => {
  it.each([
    ...["xyzqwv", "🙂", "(.*)+$", "!!!", "ꦗꦮ", "0", "a".repeat(200), "\u0301\u0301"],
    ...["", "   ", "atlantis", "không tồn tại", "hello world", "asdfgh qwerty", "fansipan"],
  ])("«%s» finds nothing, and does no harm", (text) => {
    expect(answers(text, 10)).toEqual([]);
  });

  it("of two hundred letters is answered, with no more than was asked for", () => {
    const syllable = fc.constantFrom(
      "thanh",
      "tan",
      "phường ",
      "xã ",
      "p1",
      " ",
      "y",
      "K'",
      "(cũ)",
      "ễ",
    );
    const text = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 200 }),
      fc.array(syllable, { maxLength: 60 }).map((parts) => parts.join("").slice(0, 200)),
      fc.constantFrom("a ".repeat(100), "1 ".repeat(100), "thanh ".repeat(33), "p1".repeat(100)),
    );
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 50 }), (typed, limit) => {
        const found = atlas.search(typed, limit);
        const ids = found.map(({ area }) => area.id);
        return ids.length <= limit && new Set(ids).size === ids.length;
      }),
      { numRuns: 500 },
    );
  });
});
