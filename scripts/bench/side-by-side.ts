import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import serving from "../serving.json" with { type: "json" };
import { loadRaw, type RawOrder } from "./raw-load.ts";

/**
 * Servers that are compared: on one core, asked from another, counted by the time that each computes, so that whatever
 * else the machine does is not.
 */

/** What Node adds by itself. */
const OF_THE_CONNECTION = /^(date|connection|keep-alive)$/i;
export const CONNECTIONS = 32;
const SECONDS = 0.5;
const ROUNDS = 15;

const here = (file: string) => new URL(file, import.meta.url).pathname;
const canPin = availableParallelism() > 1 && spawnSync("taskset", ["-V"]).status === 0;
const children: ChildProcess[] = [];

/** From now on this process asks, from the other core. */
export function askFromTheOtherCore() {
  if (canPin) spawnSync("taskset", ["-acp", "1", String(process.pid)]);
}

export function closeServers() {
  for (const child of children) child.kill("SIGTERM");
}

/** A process of servers on the first core, and the ports they listen on. */
export async function started(kind: "app" | "bare", folder: string, handed?: unknown) {
  const command = [process.execPath, ...serving.flags, here("./kept-server.ts"), kind];
  const [file = "", ...rest] = canPin ? ["taskset", "-c", "0", ...command] : command;
  const child = spawn(file, rest, {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...serving.settings,
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

export interface Asked {
  name: string;
  path: string;
  headers: Record<string, string>;
  status?: number;
}

/** A question with what the app on a port answers to it, head and body as they come over the wire. */
export async function prepared(port: number, { status = 200, ...asked }: Asked) {
  const first = await answerTo(port, asked.path, asked.headers);
  const headers = status === 304 ? { ...asked.headers, "If-None-Match": first.tag } : asked.headers;
  const answer = status === 304 ? await answerTo(port, asked.path, headers) : first;
  return { ...asked, status, headers, ...answer, bytes: Buffer.from(answer.body, "base64").length };
}

export async function answerTo(port: number, path: string, headers: Record<string, string>) {
  const asked = request({ port, host: "127.0.0.1", path, headers }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray()).toString("base64");
  const head = response.rawHeaders.filter(
    (_, i, all) => !OF_THE_CONNECTION.test(all[i - (i % 2)] ?? ""),
  );
  return { head, body, tag: String(response.headers.etag) };
}

export interface Measured {
  perSecond: number;
  failed: number;
}

type Order = Omit<RawOrder, "connections" | "seconds" | "from"> & { pid: number | undefined };

/** Several servers in turn, and again; of each the middle of its rounds. */
export async function inTurn(orders: Order[]): Promise<Measured[]> {
  const rounds: Measured[][] = orders.map(() => []);
  for (let round = 0; round <= ROUNDS; round++)
    for (const [i, order] of orders.entries()) {
      const measured = await measure(order, `127.0.0.${round + 1}`);
      // The first warms up.
      if (round > 0) rounds[i]?.push(measured);
    }
  return rounds.map((all) => {
    const sorted = all.toSorted((one, other) => one.perSecond - other.perSecond);
    return sorted[Math.floor(all.length / 2)] as Measured;
  });
}

async function measure({ pid, ...order }: Order, from: string): Promise<Measured> {
  const before = computedBy(pid);
  const asked = { ...order, connections: CONNECTIONS, seconds: SECONDS, from };
  const { answered, failed } = await loadRaw(asked);
  return { perSecond: answered / (computedBy(pid) - before), failed };
}

/** Seconds that all threads of a process have computed for so far. */
export function computedBy(pid = 0): number {
  const nanoseconds = readdirSync(`/proc/${pid}/task`).map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, "utf8").split(" ")[0]),
  );
  return nanoseconds.reduce((sum, one) => sum + one, 0) / 1e9;
}

export function memoryOf({ pid }: ChildProcess): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000);
}

export function rateOf(measured?: Measured): string {
  return `${measured?.failed ? "FAILED " : ""}${measured?.perSecond.toFixed(0)}`;
}

export function ratioOf(one?: Measured, other?: Measured): string {
  return ((one?.perSecond ?? 0) / (other?.perSecond ?? 0)).toFixed(2);
}

export function row(what: string, ...figures: string[]): string {
  return what.padEnd(28) + figures.map((figure) => figure.padStart(14)).join("");
}
