import fc from "fast-check";
import { expect, it } from "vitest";
import { effortOf } from "#app/test/effort.ts";
import { type Stretch, signDifference, wordDifference } from "./text-difference.ts";

const textWithout = (kind: Stretch["kind"], stretches: Stretch[]) =>
  stretches.map((one) => (one.kind === kind ? "" : one.text)).join("");

it("shows which words went and which came", () => {
  expect(wordDifference("Có 12 người bị thương.", "Có 2 người bị thương nhẹ.")).toEqual([
    { kind: "same", text: "Có " },
    { kind: "gone", text: "12" },
    { kind: "new", text: "2" },
    { kind: "same", text: " người bị thương" },
    { kind: "new", text: " nhẹ" },
    { kind: "same", text: "." },
  ]);
});

it("shows a single sign that differs", () => {
  expect(signDifference("30 cm", "80 cm")).toEqual([
    { kind: "gone", text: "3" },
    { kind: "new", text: "8" },
    { kind: "same", text: "0 cm" },
  ]);
});

it("holds both texts whole, whatever they are", () => {
  const text = fc.array(fc.constantFrom("a", "b", "ế", " ", ".", "😀"), { maxLength: 60 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, after] = [one.join(""), other.join("")];
      for (const stretches of [wordDifference(before, after), signDifference(before, after)]) {
        expect(textWithout("new", stretches)).toBe(before);
        expect(textWithout("gone", stretches)).toBe(after);
      }
    }),
    { numRuns: 1000 },
  );
});

it("is the fewest edits, by a slow and plain count", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const table = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
      for (let i = 1; i <= a.length; i += 1)
        for (let j = 1; j <= b.length; j += 1)
          (table[i] as number[])[j] =
            a[i - 1] === b[j - 1]
              ? table[i - 1]?.[j - 1] + 1
              : Math.max(table[i - 1]?.[j], table[i]?.[j - 1]);
      const kept = signDifference(a.join(""), b.join(""))
        .filter(({ kind }) => kind === "same")
        .reduce((sum, { text }) => sum + text.length, 0);
      expect(kept).toBe(table[a.length]?.[b.length]);
    }),
    { numRuns: 500 },
  );
});

it("tells texts that have nothing in common apart as wholes, soon", async () => {
  const effort = await effortOf(() => {
    const stretches = signDifference("a".repeat(50_000), "b".repeat(50_000));

    expect(stretches.map(({ kind }) => kind)).toEqual(["gone", "new"]);
  });
  expect(effort).toBeLessThan(10);
});
