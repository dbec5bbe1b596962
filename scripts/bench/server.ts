import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ServerBuild } from "@remix-run/node";
import { askSteadily, inAnother, lookupUrl, said, serveHouse } from "./house.ts";
import type { Loaded } from "./load.ts";
import { placesAsked } from "./questions.ts";

/**
 * What the served app does, beside the floor measured in the same run: a bare page with one row, in
 * the very same server and build. Loads come from a process of their own.
 * `node scripts/run.js bench/server`
 */
const PER_SECOND = 200;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 12);

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
const url = `sqlite:${join(folder, "house.sqlite")}`;
process.env.DATABASE_URL = url;
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
const db = connect(url);

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

await load([`${origin}/bench/bare`, `${origin}/areas/30307`], 8, 3);
const bare = await load([`${origin}/bench/bare`], 32, 5);
report("bare page, one row (floor)", bare);
const area = await load([`${origin}/areas/30307`], 32, 5);
report("area page", area);
const bareAgain = await load([`${origin}/bench/bare`], 32, 5);
report("bare page again (floor)", bareAgain);
const floor = (bare.perSecond + bareAgain.perSecond) / 2;
console.log(`area page / bare page, each written anew: ${(area.perSecond / floor).toFixed(2)}`);

server.closeAllConnections();
server.close();
await house.close();
await db.destroy();
await reportAsServed(floor);
await reportColdStart();
await reportFirstStart();
await reportLookups();
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

function load(urls: string[], connections: number, seconds: number): Promise<Loaded> {
  return inAnother({ how: "full", urls, rate: connections, seconds });
}

function report(what: string, { perSecond, p50, p99, failed }: Loaded) {
  const figures = `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`;
  console.log(`${what}: ${figures}${failed ? `, ${failed} FAILED` : ""}`);
}

/** The area page as readers get it, from what is kept, beside the bare page. */
async function reportAsServed(floor: number) {
  const served = await serveHouse(url);
  const page = await load([`${served.origin}/areas/30307`], 32, 5);
  report("area page, as served", page);
  console.log(`area page / bare page: ${(page.perSecond / floor).toFixed(2)} (to hold: 0.70)`);
  await served.stop();
}

/** From starting the process to its first answered page, with the country already in the database. */
async function reportColdStart() {
  const times: number[] = [];
  let memory = 0;
  for (let i = 0; i < 5; i++) {
    const began = performance.now();
    const served = await serveHouse(url);
    await (await fetch(`${served.origin}/areas/30307`)).text();
    times.push(performance.now() - began);
    memory = served.memory().now;
    await served.stop();
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? Number.NaN;
  console.log(`cold start to the first page: median ${Math.round(median)} ms (to hold: 1500)`);
  console.log(`memory after the first page: ${memory} MB (to hold: 250)`);
}

/** The very first start, on a database that is not there yet, with the demo office. */
async function reportFirstStart() {
  const began = performance.now();
  const served = await serveHouse(`sqlite:${join(folder, "first", "house.sqlite")}`);
  const took = Math.round(performance.now() - began);
  await (await fetch(`${served.origin}/areas/30307`)).text();
  console.log(`first start, on no database: ${took} ms, at most ${served.memory().most} MB`);
  await served.stop();
}

/**
 * What readers meet with who ask 200 times a second, in the app as it is served: the same few questions are
 * answered from what is kept, others never. Each question is asked once in all.
 */
async function reportLookups() {
  const served = await serveHouse(url);
  const places = placesAsked().map((place) => lookupUrl(served, place));
  const share = PER_SECOND * SECONDS;
  const few = places.slice(0, 6);
  const ask = (urls: string[]) => askSteadily(served, urls, PER_SECOND, SECONDS);
  await ask(places.slice(0, share));
  for (let run = 1; run <= 3; run++) {
    const urls = places.slice(run * share, (run + 1) * share);
    console.log(`run ${run}, ${PER_SECOND} requests/s for ${SECONDS} s:`);
    console.log(`  healthz (floor):            ${said(await ask([`${served.origin}/healthz`]))}`);
    console.log(`  lookup API, kept answers:   ${said(await ask(few))}`);
    console.log(`  lookup API, each another:   ${said(await ask(urls))} (to hold: p99 10)`);
  }
  console.log(`memory after it: ${memoryOf(served)} (to hold: 250)`);
  report("lookup API, 64 connections, each another", await load(places.toReversed(), 64, 3));
  console.log(`memory after saturation: ${memoryOf(served)} (to hold: 250)`);
  await served.stop();
}

function memoryOf({ memory }: Awaited<ReturnType<typeof serveHouse>>): string {
  return `${memory().now} MB, at most ${memory().most} MB`;
}
