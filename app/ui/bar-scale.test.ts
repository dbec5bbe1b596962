import fc from "fast-check";
import { expect, it } from "vitest";
import { barsOf } from "./bar-scale.ts";

it("draws bars as long as their numbers, the longest with room for its own", () => {
  const [half, whole, none] = barsOf([
    { label: "Báo A", values: [5] },
    { label: "Báo B", values: [10] },
    { label: "Báo C", values: [0] },
  ]);

  expect(half?.bars).toEqual([{ value: 5, percent: 41 }]);
  expect(whole?.bars).toEqual([{ value: 10, percent: 82 }]);
  expect(none?.bars).toEqual([{ value: 0, percent: 0 }]);
});

it("puts every series of a chart on the same scale", () => {
  const [line] = barsOf([{ label: "Tháng 9", values: [40, 10] }]);

  expect(line?.bars.map(({ percent }) => percent)).toEqual([82, 20.5]);
});

it("lets a single one among thousands be seen, and nothing be nothing", () => {
  const [one, many] = barsOf([
    { label: "a", values: [1] },
    { label: "b", values: [5000] },
  ]);

  expect(one?.bars[0]?.percent).toBe(0.5);
  expect(many?.bars[0]?.percent).toBe(82);
  expect(barsOf([{ label: "a", values: [0, 0] }])[0]?.bars.map((bar) => bar.percent)).toEqual([
    0, 0,
  ]);
});

it("shortens a label by its letters, marks and all", () => {
  const [line] = barsOf([{ label: "Ủy".repeat(40), values: [1] }]);

  expect([...(line?.label ?? "")]).toHaveLength(44);
  expect(line?.label.endsWith("…")).toBe(true);
});

it("never draws a smaller number longer, or over the edge", () => {
  const lines = fc.array(fc.nat(10_000), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lines, (values) => {
      const bars = barsOf(values.map((value) => ({ label: "x", values: [value] })));
      const drawn = bars.map(({ bars: [bar] }) => bar as { value: number; percent: number });
      for (const one of drawn) {
        expect(one.percent).toBeLessThanOrEqual(82);
        for (const other of drawn)
          if (one.value < other.value) expect(one.percent).toBeLessThanOrEqual(other.percent);
      }
    }),
  );
});
