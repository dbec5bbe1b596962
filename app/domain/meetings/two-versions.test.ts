import { describe, expect, it } from "vitest";
import { putTogether } from "./two-versions.ts";

const base = { subject: "Kinh tế", venue: "Hội trường A", chair: "Ông An" };

describe("two versions of one meeting", () => {
  it("keeps what each changed where the other did not", () => {
    const mine = { ...base, chair: "Bà Cúc" };
    const saved = { ...base, venue: "Hội trường B" };

    expect(putTogether(base, mine, saved)).toEqual({
      merged: { subject: "Kinh tế", venue: "Hội trường B", chair: "Bà Cúc" },
      apart: [],
      taken: ["venue"],
    });
  });

  it("keeps one's own where both changed it, and says so", () => {
    const mine = { ...base, venue: "Phòng họp 2" };
    const saved = { ...base, venue: "Hội trường B" };

    expect(putTogether(base, mine, saved)).toMatchObject({
      merged: { venue: "Phòng họp 2" },
      apart: ["venue"],
      taken: [],
    });
  });

  it("has nothing to say where both came to the same", () => {
    const both = { ...base, venue: "Hội trường B" };

    expect(putTogether(base, both, both)).toEqual({ merged: both, apart: [], taken: [] });
  });

  it("does not take line ends for a change", () => {
    const saved = { ...base, subject: "Một\nHai" };
    const mine = { ...base, subject: "Một\r\nHai ", venue: "Phòng C" };

    expect(putTogether({ ...base, subject: "Một\nHai" }, mine, saved)).toMatchObject({
      merged: { venue: "Phòng C" },
      apart: [],
      taken: [],
    });
  });

  it("keeps a field that was emptied", () => {
    const mine = { ...base, venue: "" };

    expect(putTogether(base, mine, base).merged.venue).toBe("");
  });
});
