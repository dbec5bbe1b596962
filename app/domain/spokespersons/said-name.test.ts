import { describe, expect, it } from "vitest";
import { readName, saidIn, wordsOfName } from "./said-name.ts";

const said = (typed: string, name: string) => {
  const question = readName(typed);
  return question && saidIn(question, wordsOfName(name));
};
const score = (typed: string, name: string) => said(typed, name)?.score ?? 0;

describe("a name is said", () => {
  it.each([
    ["Nguyễn Văn Hòa", "Nguyễn Văn Hòa", true, ""],
    ["nguyen van hoa", "Nguyễn Văn Hòa", true, ""],
    ["Nguyễn Văn Hoà", "Nguyễn Văn Hòa", true, ""],
    ["nguyễn văn hò", "Nguyễn Văn Hòa", true, ""],
    ["Hòa", "Nguyễn Văn Hòa", false, ""],
    ["ông Hòa", "Nguyễn Văn Hòa", false, ""],
    ["Văn Hòa", "Nguyễn Văn Hòa", false, ""],
    ["nguyễn hòa", "Nguyễn Văn Hòa", false, ""],
    ["Hòa Nguyễn Văn", "Nguyễn Văn Hòa", true, ""],
    ["nguyen vam hoa", "Nguyễn Văn Hòa", true, ""],
    ["bà Cúc long xuyên", "Trần Thị Cúc", false, "long xuyên"],
    ["long xuyên bà cúc", "Trần Thị Cúc", false, "long xuyên bà"],
    ["chủ tịch Huỳnh Quốc Tuấn", "Huỳnh Quốc Tuấn", true, ""],
    ["h hen eban", "H'Hen Êban", true, ""],
    ["Lê Thị Mỹ Duyên sở y tế", "Lê Thị Mỹ Duyên", true, "sở y tế"],
  ])("by «%s» of %s: whole %s, beside «%s»", (typed, name, whole, rest) => {
    expect(said(typed, name)).toMatchObject({ whole, rest });
  });

  it.each([
    ["Hùng", "Nguyễn Văn Hòa"],
    ["nguyễn", "Nguyễn Văn Hòa"],
    ["văn", "Nguyễn Văn Hòa"],
    ["nguyễn văn bình", "Nguyễn Văn Hòa"],
  ])("not by «%s» of %s", (typed, name) => {
    expect(said(typed, name)).toBeUndefined();
  });

  it.each([
    "0296 3 852 852",
    "phường 1",
    "một hai ba bốn năm sáu bảy tám chín mười mười một ba",
    "",
  ])("never by «%s»", (typed) => {
    expect(readName(typed)).toBeUndefined();
  });

  it("with the marks meant is worth more than with others, and than without any", () => {
    expect(score("Hòa", "Nguyễn Văn Hòa")).toBeGreaterThan(score("hoa", "Nguyễn Văn Hòa"));
    expect(score("hoa", "Nguyễn Văn Hoa")).toBeGreaterThan(score("Hòa", "Nguyễn Văn Hoa"));
  });
});
