import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isGone, newWorkerName } from "./worker-name.server.ts";

test("no two workers have one name", () => {
  expect(newWorkerName()).not.toBe(newWorkerName());
});

test("a worker of this process is not gone", () => {
  expect(isGone(newWorkerName())).toBe(false);
});

test("a worker is gone when its process is", async () => {
  const process = spawn("sleep", ["60"]);
  const name = nameWith(process.pid as number);

  expect(isGone(name)).toBe(false);
  process.kill("SIGKILL");
  await once(process, "exit");

  expect(isGone(name)).toBe(true);
});

test("an earlier process that had our number is gone", () => {
  expect(isGone(nameWith(process.pid))).toBe(true);
});

test("of a worker on another machine nothing is known", () => {
  expect(isGone("elsewhere/1/abcdef01")).toBe(false);
  expect(isGone("")).toBe(false);
});

function nameWith(pid: number) {
  return newWorkerName().replace(/\/\d+\/.*$/, `/${pid}/abcdef01`);
}
