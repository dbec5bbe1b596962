import { expect, test } from "vitest";
import { problemOf, readProblem, serverWords } from "./problem.ts";

test("a reason of ours reads back, with what was last heard", () => {
  expect(readProblem(problemOf("expired", "451 4.3.0 later: queue full"))).toEqual({
    reason: "expired",
    words: "451 4.3.0 later: queue full",
  });
  expect(readProblem(problemOf("superseded"))).toEqual({ reason: "superseded", words: "" });
});

test("the server's words are its own", () => {
  expect(readProblem("550 5.1.1 No such user: ha@bao.test")).toEqual({
    reason: null,
    words: "550 5.1.1 No such user: ha@bao.test",
  });
  expect(readProblem("constructor: x").reason).toBeNull();
});

test("many lines become one, and not an endless one", () => {
  expect(serverWords("550-No\r\n550 such user\r\n")).toBe("550-No 550 such user");
  expect(serverWords("x".repeat(10_000))).toHaveLength(500);
});
