import { describe, expect, it } from "vitest";
import { isSamePerson, isSamePlace } from "./likeness.ts";

const own = { agency: true };
const other = { agency: false };

describe("one person, however written", () => {
  it.each([
    ["Nguyễn Văn Hòa", "Nguyễn Văn Hoà"],
    ["Nguyễn Văn An", "NGUYỄN  VĂN AN "],
    ["Nguyễn Văn An", "nguyen van an"],
    ["Nguyễn Văn An", "Ông Nguyễn Văn An"],
    ["Đồng chí Nguyễn Văn An", "Ông Nguyễn Văn An, Chủ tịch UBND phường"],
    ["PGS. TS. Lê Thị Bình", "Lê Thị Bình (chủ trì)"],
    ["Ông Ích Khiêm", "ÔNG ÍCH KHIÊM"],
  ])("%s = %s", (a, b) => {
    expect(isSamePerson(a, b, other)).toBe(true);
    expect(isSamePerson(b, a, own)).toBe(true);
  });

  it.each([
    ["Nguyễn Văn An", "Nguyễn Văn Anh"],
    ["Nguyễn Văn An", "Trần Văn An"],
    ["", ""],
    ["Nguyễn Văn An", ""],
  ])("%s ≠ %s", (a, b) => {
    expect(isSamePerson(a, b, own)).toBe(false);
  });

  it("an office is one person only within an agency", () => {
    expect(isSamePerson("Chủ tịch UBND", "chủ tịch UBND", own)).toBe(true);
    expect(isSamePerson("Chủ tịch UBND", "chủ tịch UBND", other)).toBe(false);
    expect(isSamePerson("Phó Giám đốc Sở", "Phó giám đốc Sở", other)).toBe(false);
  });
});

describe("one place, however written", () => {
  it.each([
    ["Hội trường A, 9 Lê Lợi", "hội trường A - số 9 đường Lê Lợi"],
    ["Hội trường UBND P. Long Xuyên", "Hội trường Ủy ban nhân dân phường Long Xuyên"],
    ["Trung tâm Hội nghị TP. Huế", "trung tam hoi nghi thanh pho Hue"],
    ["Phòng họp  số 2", "Phòng họp 2"],
  ])("%s = %s", (a, b) => {
    expect(isSamePlace(a, b, other)).toBe(true);
    expect(isSamePlace(b, a, other)).toBe(true);
  });

  it.each([
    ["Hội trường A", "Hội trường B"],
    ["Hội trường", "Hội trường A"],
    ["Phòng họp 1", "Phòng họp 12"],
    ["", "Hội trường A"],
    ["", ""],
  ])("%s ≠ %s", (a, b) => {
    expect(isSamePlace(a, b, own)).toBe(false);
  });

  it("a hall without its address is the same only within an agency", () => {
    expect(isSamePlace("Hội trường A", "Hội trường A, 9 Lê Lợi", own)).toBe(true);
    expect(isSamePlace("Hội trường A", "Hội trường A, 9 Lê Lợi", other)).toBe(false);
    expect(isSamePlace("Hội trường A, 1 Lê Lợi", "Hội trường A, 9 Lê Lợi", own)).toBe(false);
  });
});
