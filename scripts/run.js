// The first step of every command, in plain JavaScript for whatever Node (20 or newer) is there:
// installs what is missing, then runs a script on the Node that the project pins.
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));

const windows = process.platform === "win32";
const pinnedNode = join("node_modules", "node", "bin", windows ? "node.exe" : "node");
const mark = join("node_modules", ".installed-from");

function lockHash() {
  return createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
}

function isInstalled() {
  if (!existsSync(pinnedNode)) return false;
  if (existsSync(mark)) return readFileSync(mark, "utf8") === lockHash();
  // Installed by hand with npm ci: npm's own record says what lies there.
  const record = join("node_modules", ".package-lock.json");
  if (!existsSync(record)) return false;
  const wanted = JSON.parse(readFileSync("package-lock.json", "utf8")).packages;
  const there = JSON.parse(readFileSync(record, "utf8")).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => !path || optional || there[path]?.version === version,
  );
}

function install() {
  console.error("Installing what the project needs (npm ci; two minutes the first time) …");
  // What npm prints goes to standard error, so that a command's own output stays clean.
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund"], {
    stdio: ["ignore", 2, 2],
    shell: windows,
    env: { ...process.env, NODE_ENV: "development" },
  });
  if (npm.status !== 0) {
    console.error("npm ci failed: see above. Node 20 or newer, npm and a C++ compiler are needed.");
    process.exit(npm.status ?? 1);
  }
  writeFileSync(mark, lockHash());
}

// A server lives among other programs: V8 would rather let its heap double before it tidies up, and
// the C library keep a pool of memory for every thread; and what Node compiled once it need not compile at the
// next start, as long as the build is the same. `bench/server` prints what this saves.
// Where much lived long during the start, V8 may from then on put what a request makes among the old at once, and
// each request then holds on to the next until the whole heap is tidied: half of all answers lost (`bench/kept`).
const serving = JSON.parse(readFileSync(join("scripts", "serving.json"), "utf8"));

const [script, ...args] = process.argv.slice(2);
const isServer = script === "serve";
if (!isInstalled()) install();

const child = spawn(
  pinnedNode,
  [...(isServer ? serving.flags : []), join("scripts", `${script}.ts`), ...args],
  {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    env: {
      ...(isServer && serving.settings),
      ...process.env,
      NODE_ENV: process.env.NODE_ENV ?? (isServer ? "production" : "development"),
      PATH: `${join(process.cwd(), "node_modules", ".bin")}${windows ? ";" : ":"}${process.env.PATH}`,
    },
  },
);
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));

// An npm that was killed outright tells nobody: without this a server would outlive it. npm may have put
// a shell between itself and us, so the line is followed one step further where the system shows it.
function parents() {
  try {
    const status = readFileSync(`/proc/${process.ppid}/status`, "utf8");
    const behindShell =
      /^Name:\s+(?:sh|dash|bash)$/m.test(status) && /^PPid:\s+(\d+)/m.exec(status);
    return `${process.ppid} ${behindShell ? behindShell[1] : ""}`;
  } catch {
    return String(process.ppid);
  }
}
if (process.env.npm_lifecycle_event) {
  const before = parents();
  setInterval(() => parents() !== before && child.kill("SIGTERM"), 1000).unref();
}
