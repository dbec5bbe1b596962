import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findOrInstallChromium } from "./chromium.ts";

/** Every check of the project, in the order in which a mistake is found soonest. `--no-browser` leaves the last one out. */
const withBrowser = !process.argv.includes("--no-browser");
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-checks-"));
let passed = 0;
let failed = 0;

// None of these three keeps more than one core busy: they run beside each other, and speak one after another.
await steps({
  "Format and lint": ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
  Types: ["node_modules/typescript/bin/tsc", "--noEmit"],
  Build: ["scripts/build.ts"],
});
tests("Units, domain on SQLite and PostgreSQL, whole app", {});
if (withBrowser)
  tests("Journeys in a browser", { JOURNEYS: "1", CHROMIUM_PATH: findOrInstallChromium(say) });

rmSync(folder, { recursive: true, force: true });
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);

function say(line: string) {
  console.log(line);
}

/** Runs some programs beside each other; what each says comes under its own name once it has ended. */
async function steps(named: Record<string, string[]>) {
  const running = Object.entries(named).map(([name, args]) => ({ name, ended: saidBy(args) }));
  for (const { name, ended } of running) {
    const { ok, said } = await ended;
    say(`\n— ${name}\n${said.trim()}`);
    if (ok) passed++;
    else failed++;
  }
}

function saidBy(args: string[]): Promise<{ ok: boolean; said: string }> {
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  const hear = (chunk: string) => {
    said += chunk;
  };
  child.stdout.setEncoding("utf8").on("data", hear);
  child.stderr.setEncoding("utf8").on("data", hear);
  return new Promise((resolve) =>
    child
      .once("error", (error) => resolve({ ok: false, said: String(error) }))
      .once("close", (code) => resolve({ ok: code === 0, said })),
  );
}

function tests(name: string, env: Record<string, string>) {
  say(`\n— ${name}`);
  const report = join(folder, `${passed + failed}.json`);
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { status } = spawnSync(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
    stdio: "inherit",
    env: { ...process.env, ...env, NODE_ENV: "test" },
  });
  try {
    const counts = JSON.parse(readFileSync(report, "utf8"));
    passed += counts.numPassedTests;
    // A file that could not even be loaded, or an error outside any test, counts as well.
    failed += counts.numFailedTests || (status === 0 ? 0 : 1);
  } catch {
    failed++;
  }
}
