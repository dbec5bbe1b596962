import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../build.ts";
import { loadRaw, type RawOrder } from "./raw-load.ts";
import { FLAGS, SETTINGS } from "./serving.ts";

/**
 * What a rush on the public site meets with: kept answers beside a bare Node server that sends the same
 * bytes, and beside the same answers written anew each time. Servers on one core, asking from another;
 * counted by the time that a server computes, so that whatever else the machine does is not.
 * `node scripts/run.js bench/kept`
 */
const PAST = "/areas/30307?on=2026-03-01";
const BROTLI = { "Accept-Encoding": "gzip, deflate, br" };
const ASKED: { name: string; path: string; headers: Record<string, string>; status?: number }[] = [
  { name: "area page, brotli", path: "/areas/30307", headers: BROTLI },
  { name: "area page, plain", path: "/areas/30307", headers: {} },
  { name: "province page, brotli", path: "/areas/91", headers: BROTLI },
  { name: "province page, plain", path: "/areas/91", headers: {} },
  {
    name: "lookup API, brotli",
    path: "/api/v1/lookup?q=my%20binh%20long%20xuyen",
    headers: BROTLI,
  },
  { name: "lookup API, plain", path: "/api/v1/lookup?q=my%20binh%20long%20xuyen", headers: {} },
  { name: "area page, unchanged (304)", path: PAST, headers: BROTLI, status: 304 },
];
/** What Node adds by itself. */
const OF_THE_CONNECTION = /^(date|connection|keep-alive)$/i;
const CONNECTIONS = 32;
const SECONDS = 0.5;
const ROUNDS = 15;

const here = (file: string) => new URL(file, import.meta.url).pathname;
const canPin = availableParallelism() > 1 && spawnSync("taskset", ["-V"]).status === 0;
const children: ChildProcess[] = [];

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
await buildIfStale();
const { child: app, ports } = await started("app");
const [kept = 0, uncached = 0] = ports;
const cases = await Promise.all(ASKED.map(prepared));
const bare = await started("bare", cases);
if (canPin) spawnSync("taskset", ["-acp", "1", String(process.pid)]);

console.log(`${CONNECTIONS} connections; answers a second of a server's core`);
console.log(row("", "bytes", "bare node", "kept", "uncached", "kept/bare", "kept/uncached"));
for (const [i, { name, path, headers, status, bytes }] of cases.entries()) {
  const order = { path, headers, expected: status };
  const [floor, ready, anew] = await inTurn([
    { ...order, port: bare.ports[i] ?? 0, pid: bare.child.pid },
    { ...order, port: kept, pid: app.pid },
    // Nothing is unchanged where nothing is kept: the whole page is written.
    { ...order, port: uncached, pid: app.pid, expected: 200 },
  ]);
  const rates = [floor, ready, anew].map(rateOf);
  console.log(row(name, String(bytes), ...rates, ratioOf(ready, floor), ratioOf(ready, anew)));
}
console.log("to hold: kept/bare 0.80, kept/uncached 20");
console.log(`memory of the app's process: ${memoryOf(app)} MB (to hold: 250)`);

for (const child of children) child.kill("SIGTERM");
rmSync(folder, { recursive: true, force: true });

/** A process of servers on the first core, and the ports they listen on. */
async function started(kind: "app" | "bare", handed?: unknown) {
  const command = [process.execPath, ...FLAGS.serve, here("./kept-server.ts"), kind];
  const [file = "", ...rest] = canPin ? ["taskset", "-c", "0", ...command] : command;
  const child = spawn(file, rest, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...SETTINGS.serve,
      ...process.env,
      DATABASE_URL: `sqlite:${join(folder, "house.sqlite")}`,
      ORIGIN: "http://localhost",
      NODE_ENV: "production",
    },
  });
  children.push(child);
  if (handed) child.send(handed);
  const [ports] = (await once(child, "message")) as [number[]];
  return { child, ports };
}

/** A question with what the app answers to it, head and body as they come over the wire. */
async function prepared({ status = 200, ...asked }: (typeof ASKED)[number]) {
  const first = await answerTo(asked.path, asked.headers);
  const headers = status === 304 ? { ...asked.headers, "If-None-Match": first.tag } : asked.headers;
  const answer = status === 304 ? await answerTo(asked.path, headers) : first;
  return { ...asked, status, headers, ...answer, bytes: Buffer.from(answer.body, "base64").length };
}

async function answerTo(path: string, headers: Record<string, string>) {
  const asked = request({ port: kept, host: "127.0.0.1", path, headers }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray()).toString("base64");
  const head = response.rawHeaders.filter(
    (_, i, all) => !OF_THE_CONNECTION.test(all[i - (i % 2)] ?? ""),
  );
  return { head, body, tag: String(response.headers.etag) };
}

interface Measured {
  perSecond: number;
  failed: number;
}

type Order = Omit<RawOrder, "connections" | "seconds"> & { pid: number | undefined };

/** Several servers in turn, and again; of each the middle of its rounds. */
async function inTurn(orders: Order[]): Promise<Measured[]> {
  const rounds: Measured[][] = orders.map(() => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, order] of orders.entries()) {
      const measured = await measure(order);
      // The first warms up.
      if (round > 0) rounds[i]?.push(measured);
    }
  return rounds.map((all) => {
    const sorted = all.toSorted((one, other) => one.perSecond - other.perSecond);
    return sorted[Math.floor(all.length / 2)] as Measured;
  });
}

async function measure({ pid, ...order }: Order): Promise<Measured> {
  const before = computedBy(pid);
  const asked = { ...order, connections: CONNECTIONS, seconds: SECONDS };
  const { answered, failed } = await loadRaw(asked);
  return { perSecond: answered / (computedBy(pid) - before), failed };
}

/** Seconds that all threads of a process have computed for so far. */
function computedBy(pid = 0): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9;
}

function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000);
}

function rateOf(measured?: Measured): string {
  return `${measured?.failed ? "FAILED " : ""}${measured?.perSecond.toFixed(0)}`;
}

function ratioOf(one?: Measured, other?: Measured): string {
  return ((one?.perSecond ?? 0) / (other?.perSecond ?? 0)).toFixed(2);
}

function row(what: string, ...figures: string[]): string {
  return what.padEnd(28) + figures.map((figure) => figure.padStart(14)).join("");
}
