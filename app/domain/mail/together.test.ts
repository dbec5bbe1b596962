import { expect, test } from "vitest";
import { together } from "./together.ts";

test("writes what came meanwhile in one go, and lets each go on when its own is written", async () => {
  const batches: string[][] = [];
  const write = together<string>(async (things) => {
    await Promise.resolve();
    batches.push(things);
  });

  await Promise.all(["a", "b", "c"].map(write));
  await write("d");

  expect(batches).toEqual([["a"], ["b", "c"], ["d"]]);
});

test("fails for those whose write failed, and for nobody else", async () => {
  const write = together<string>(async (things) => {
    if (things.includes("bad")) throw new Error("disk full");
  });

  const results = await Promise.allSettled(["good", "bad", "with it"].map(write));
  await write("later");

  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "rejected"]);
});
