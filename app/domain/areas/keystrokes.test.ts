import { describe, expect, it } from "vitest";
import { marked } from "./folding.ts";
import { composed } from "./keystrokes.ts";

describe("the keys of Telex and VNI", () => {
  it.each([
    ["myx", "mỹ"],
    ["binhf", "bình"],
    ["bifnh", "bình"],
    ["xuyeen", "xuyên"],
    ["xuyeên", "xuyên"],
    ["bìnhf", "bình"],
    ["ddoong", "đông"],
    ["dongd", "đong"],
    ["phuwowngf", "phường"],
    ["phuowngf", "phường"],
    ["hwng", "hưng"],
    ["thow", "thơ"],
    ["nawngx", "nẵng"],
    ["ddawks", "đắk"],
    ["quaanj", "quận"],
    ["quoocs", "quốc"],
    ["HUEES", "huế"],
    ["my4", "mỹ"],
    ["bi2nh", "bình"],
    ["phu7o7ng2", "phường"],
    ["phuo7ng2", "phường"],
    ["d9o6ng2", "đồng"],
    ["na8ng4", "nẵng"],
    ["xuye6n", "xuyên"],
  ])("%s means %s", (typed, meant) => {
    expect(marked(composed(typed) ?? "")).toBe(marked(meant));
  });

  it.each([
    "long",
    "bình",
    "30307",
    "p1",
    "q10",
    "b2",
    "krông",
    "street",
    "express",
    "rsai",
    "dak",
  ])("%s is what it is", (typed) => {
    expect(composed(typed)).toBeUndefined();
  });
});
