import fc from "fast-check";
import { expect, test } from "vitest";
import { pace } from "./pace.ts";

/** A clock that moves when somebody waits, and later than was asked for, as timers of a busy process do. */
function machine(lateness: () => number) {
  let now = 5000;
  return {
    now: () => now,
    wait: async (ms: number) => {
      now += Math.max(0, ms + lateness());
    },
    pass: (ms: number) => {
      now += ms;
    },
  };
}

test("lets twenty a second pass, evenly, though a hundred come at once", async () => {
  const clock = machine(() => 0);
  const turn = pace(20, clock);
  const passed: number[] = [];

  await Promise.all(
    Array.from({ length: 100 }, () => turn().then(() => void passed.push(clock.now()))),
  );

  expect(passed).toHaveLength(100);
  for (const [n, at] of passed.entries()) expect(at - 5000).toBeCloseTo(n * 50, 6);
});

test("never lets more pass in any second, whatever comes when and however late timers fire", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 1, max: 60 }),
      fc.array(fc.record({ crowd: fc.nat(40), idle: fc.nat(1500) }), { maxLength: 8 }),
      fc.array(fc.double({ min: -1, max: 700, noNaN: true }), { minLength: 1, maxLength: 30 }),
      async (perSecond, crowds, latenesses) => {
        let fired = 0;
        const clock = machine(() => latenesses[fired++ % latenesses.length] as number);
        const turn = pace(perSecond, clock);
        const passed: number[] = [];
        for (const { crowd, idle } of crowds) {
          clock.pass(idle);
          await Promise.all(
            Array.from({ length: crowd }, () => turn().then(() => void passed.push(clock.now()))),
          );
        }
        for (let n = perSecond; n < passed.length; n++) {
          const span = (passed[n] as number) - (passed[n - perSecond] as number);
          expect(span).toBeGreaterThanOrEqual(1000 - 1e-6);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test("makes up for timers that are a little late, so that the rate is reached", async () => {
  const clock = machine(() => 3);
  const turn = pace(200, clock);
  const began = clock.now();

  await Promise.all(Array.from({ length: 1000 }, turn));

  expect(clock.now() - began).toBeLessThan(5100);
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
