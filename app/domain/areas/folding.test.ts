import { describe, expect, it } from "vitest";
import { folded, foldedText, marked, soundOf, withoutTelex, wordsOf } from "./folding.ts";

describe("folding", () => {
  it.each([
    ["Đồng Tháp", "dong thap"],
    ["Ðồng Tháp", "dong thap"],
    ["Mỹ Bình", "mi binh"],
    ["Mĩ Bình", "mi binh"],
    ["Quy Nhơn", "qui nhon"],
    ["Thủy Nguyên", "thuy nguyen"],
    ["Phường 01", "phuong 1"],
    ["Ea H’Leo", "ea hleo"],
    ["Ia H' Drai", "ia hdrai"],
    ["ＬＯＮＧ　Ｘｕｙên", "long xuyen"],
  ])("makes %s comparable as %s", (text, expected) => {
    expect(foldedText(text)).toBe(expected);
    expect(foldedText(text.normalize("NFD"))).toBe(expected);
  });

  it("keeps nothing of what is no letter or number", () => {
    expect(wordsOf("🙂 (.*)+$ \u200b, — \u0000")).toEqual([]);
  });
});

describe("marks", () => {
  it.each([
    ["hòa", "hoà"],
    ["thủy", "thuỷ"],
    ["mỹ", "mĩ"],
    ["uỷ", "ủy"],
    ["ệ", "ệ".normalize("NFD")],
  ])("of %s and %s are the same, wherever they are put", (one, other) => {
    expect(marked(one)).toBe(marked(other));
  });

  it.each([
    ["bình", "bính"],
    ["sa", "sả"],
    ["đông", "dông"],
    ["hoa", "hòa"],
    ["thanh", "thạnh"],
  ])("tell %s from %s", (one, other) => {
    expect(marked(one)).not.toBe(marked(other));
  });
});

describe("what the keyboard or the ear made of a word", () => {
  it.each([
    ["myx", "my"],
    ["binhf", "binh"],
    ["bifnh", "binh"],
    ["xuyeen", "xuyen"],
    ["dduwowngf", "duong"],
    ["thuwowngj", "thuong"],
    ["ddoongf", "dong"],
  ])("reads %s, typed in Telex, as %s", (typed, meant) => {
    expect(folded(withoutTelex(typed)).replace(/i$/, "y")).toBe(meant.replace(/i$/, "y"));
  });

  it.each([
    ["trau", "chau"],
    ["xon", "son"],
    ["nam", "lam"],
    ["nghia", "ngia"],
    ["dien", "dieng"],
  ])("hears %s as %s", (one, other) => {
    expect(soundOf(one)).toBe(soundOf(other));
  });
});
