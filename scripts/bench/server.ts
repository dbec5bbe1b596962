import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import type { ServerBuild } from "@remix-run/node";
import type { Loaded } from "./load.ts";
import { FLAGS, SETTINGS } from "./serving.ts";

/**
 * What the served app does, beside the floor measured in the same run: a bare page with one row, in
 * the very same server and build. Loads come from a process of their own.
 * `node scripts/run.js bench/server`
 */
const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
process.env.DATABASE_URL = `sqlite:${join(folder, "house.sqlite")}`;
process.env.ORIGIN = "http://localhost";
process.env.NODE_ENV = "production";

const { buildIfStale } = await import("../build.ts");
await buildIfStale();
const address = new URL("../../build/server/index.js", import.meta.url).href;
const { createElement } = await import("react");
const { useLoaderData } = await import("@remix-run/react");
const { createHouseServer } = await import("#app/http/node-server.ts");
const { connect } = await import("#db/connect.ts");

const build = (await import(address)) as ServerBuild;
const { openHouse, frontDoor, handlerOf } = build.entry
  .module as unknown as typeof import("#app/entry.server.tsx");
const house = await openHouse({ log: () => {}, demo: true });
const db = connect(process.env.DATABASE_URL);

const routes = { ...build.routes, "bench/bare": bareRoute() };
const known = { ...build.assets.routes["routes/site/home"], id: "bench/bare", path: "bench/bare" };
const assets = { ...build.assets, routes: { ...build.assets.routes, "bench/bare": known } };
const handle = handlerOf({ ...build, assets, routes } as ServerBuild, "production");
const server = createHouseServer({
  // Written anew each time: what is kept is measured in `bench/kept`.
  door: frontDoor(handle, () => {}, { keeping: false }),
  origin: "http://localhost",
  files: new URL("../../build/client", import.meta.url).pathname,
  proxies: 0,
  log: console.error,
}).listen(0, "127.0.0.1");
await once(server, "listening");
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

const QUERIES = [
  "my binh long xuyen",
  "phuong long xuyen",
  "xa tan tien",
  "ben thanh",
  "go quao",
  "kon tum",
];
const lookups = QUERIES.map((q) => `${origin}/api/v1/lookup?${new URLSearchParams({ q })}`);

await load("full", [`${origin}/bench/bare`, `${origin}/areas/30307`, ...lookups], 8, 3);
report("lookup API, 200 requests/s", await load("steady", lookups, 200, 10));
report("lookup API, 32 connections", await load("full", lookups, 32, 5));
const bare = await load("full", [`${origin}/bench/bare`], 32, 5);
report("bare page, one row (floor)", bare);
const area = await load("full", [`${origin}/areas/30307`], 32, 5);
report("area page", area);
const bareAgain = await load("full", [`${origin}/bench/bare`], 32, 5);
report("bare page again (floor)", bareAgain);
const floor = (bare.perSecond + bareAgain.perSecond) / 2;
console.log(`area page / bare page: ${(area.perSecond / floor).toFixed(2)} (to hold: 0.70)`);

server.closeAllConnections();
server.close();
await house.close();
await db.destroy();
await reportColdStart();
await reportMemory();
rmSync(folder, { recursive: true, force: true });

/** One row through the same dialect, one paragraph through the same layout: what a page cannot go below. */
function bareRoute() {
  return {
    id: "bench/bare",
    parentId: "root",
    path: "bench/bare",
    module: {
      loader: () =>
        db.selectFrom("agency").selectAll().where("id", "=", "pc-30307").executeTakeFirstOrThrow(),
      default: function Bare() {
        return createElement("p", null, useLoaderData<{ name: string }>().name);
      },
    },
  };
}

async function load(how: string, urls: string[], rate: number, seconds: number): Promise<Loaded> {
  const script = new URL("./load.ts", import.meta.url).pathname;
  const order = JSON.stringify({ how, urls, rate, seconds });
  const loading = promisify(execFile)(process.execPath, [script]);
  loading.child.stdin?.end(order);
  return JSON.parse((await loading).stdout);
}

function report(what: string, { perSecond, p50, p99, failed }: Loaded) {
  const figures = `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  console.log(`${what}: ${figures}${failed ? `, ${failed} FAILED` : ""}`);
}

/** From starting the process to its first answered page, with the country already in the database. */
async function reportColdStart() {
  const times: number[] = [];
  let memory = 0;
  for (let i = 0; i < 5; i++) {
    const port = anyPort();
    const began = performance.now();
    const child = await served(port);
    times.push(performance.now() - began);
    memory = memoryOf(child);
    await ended(child);
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  console.log(`cold start to the first page: median ${Math.round(median)} ms (to hold: 1500)`);
  console.log(`memory after the first page: ${memory} MB (to hold: 250)`);
}

/** What the served process takes while it is asked as readers ask, and once it was asked all it can bear. */
async function reportMemory() {
  const port = anyPort();
  const child = await served(port);
  // Each question is another one, so that nothing is answered from what is kept.
  const asked = Array.from({ length: 6000 }, (_, i) => {
    const q = `${QUERIES[i % QUERIES.length]} ${i}`;
    return `http://127.0.0.1:${port}/api/v1/lookup?${new URLSearchParams({ q })}`;
  });
  await load("steady", asked, 200, 30);
  console.log(`memory after 30 s of 200 lookups/s: ${memoryOf(child)} MB (to hold: 250)`);
  await load("full", [...asked, `http://127.0.0.1:${port}/areas/30307`], 64, 8);
  console.log(`memory after saturation: ${memoryOf(child)} MB (to hold: 250)`);
  await ended(child);
}

function anyPort(): number {
  return 20_000 + Math.floor(Math.random() * 20_000);
}

/** The app as `npm start` serves it, with its first page answered. */
async function served(port: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, [...FLAGS.serve, "scripts/serve.ts", "--quiet"], {
    env: {
      ...SETTINGS.serve,
      ...process.env,
      PORT: String(port),
      ORIGIN: `http://localhost:${port}`,
    },
    stdio: "ignore",
  });
  while (!(await fetch(`http://127.0.0.1:${port}/areas/30307`).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 10));
  return child;
}

async function ended(child: ChildProcess) {
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  await gone;
}

function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000);
}
