import { expect, test } from "vitest";
import { pace } from "./pace.ts";

test("lets twenty a second pass, evenly, though a hundred come at once", async () => {
  let now = 0;
  const passed: number[] = [];
  const turn = pace(20, {
    now: () => now,
    wait: async (ms) => {
      passed.push(now + ms);
    },
  });

  await Promise.all(Array.from({ length: 100 }, turn));
  now = 60_000;
  await turn();

  expect(passed).toHaveLength(99);
  for (const [n, at] of passed.entries()) expect(at).toBe((n + 1) * 50);
});

test("holds nobody up where no rate is set", async () => {
  const turn = pace(undefined, {
    wait: () => {
      throw new Error("waited");
    },
  });

  await turn();
  await turn();
});
