import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallChromium } from "./chromium.ts";

/** Every check of the project, in the order in which a mistake is found soonest. `--no-browser` leaves the last one out. */
const withBrowser = !process.argv.includes("--no-browser");
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-checks-"));
let passed = 0;
let failed = 0;

step("Format and lint", () =>
  run("node_modules/@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."]),
);
step("Types", () => run("node_modules/typescript/bin/tsc", ["--noEmit"]));
tests("Units, domain on SQLite and PostgreSQL, whole app", {});
step("Build", () => run("scripts/build.ts", []));
if (withBrowser)
  tests("Journeys in a browser", { JOURNEYS: "1", CHROMIUM_PATH: findOrInstallChromium(say) });

rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

function say(line: string) {
  console.log(line);
}

function run(script: string, args: string[], env: Record<string, string> = {}): boolean {
  const { status } = spawnSync(process.execPath, [script, ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

function step(name: string, check: () => boolean) {
  say(`\n— ${name}`);
  if (check()) passed++;
  else failed++;
}

function tests(name: string, env: Record<string, string>) {
  say(`\n— ${name}`);
  const report = join(folder, `${passed + failed}.json`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const ok = run("node_modules/vitest/vitest.mjs", args, { ...env, NODE_ENV: "test" });
  try {
    const counts = JSON.parse(readFileSync(report, "utf8"));
    passed += counts.numPassedTests;
    // A file that could not even be loaded, or an error outside any test, counts as well.
    failed += counts.numFailedTests || (ok ? 0 : 1);
  } catch {
    failed++;
  }
}
