import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { promisify } from "node:util";
import serving from "../serving.json" with { type: "json" };
import type { Loaded } from "./load.ts";

/** The app as `npm start` serves it, in a process of its own, and what the system tells of that process. */
export interface House {
  origin: string;
  child: ChildProcess;
  /** What it took of the processor so far, in milliseconds (a tick is ten). */
  cpu(): number;
  /** What it has in memory, the most that it ever had, and what the processes have that it sent out, in megabytes. */
  memory(): { now: number; most: number; courier: number };
  stop(): Promise<void>;
}

/** Serves a database; there is an answer by the time it is served. */
export async function serveHouse(url: string, ...flags: string[]): Promise<House> {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origin = `http://127.0.0.1:${port}`;
  const command = [...serving.flags, "scripts/serve.ts", "--quiet", ...flags];
  const child = spawn(process.execPath, command, {
    env: {
      ...serving.settings,
      ...process.env,
      DATABASE_URL: url,
      PORT: String(port),
      ORIGIN: `http://localhost:${port}`,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  child.stdout?.resume();
  process.once("exit", () => child.kill());
  while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 10));
  const read = (file: string, pid: unknown = child.pid) =>
    readFileSync(`/proc/${pid}/${file}`, "utf8");
  const megabytes = (name: string, pid?: string) =>
    Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(read("status", pid))?.[1]) / 1000);
  const sentOut = () => read(`task/${child.pid}/children`).split(" ").filter(Boolean);
  return {
    origin,
    child,
    cpu: () => {
      const fields = read("stat").split(") ")[1]?.split(" ");
      return 10 * (Number(fields?.[11]) + Number(fields?.[12]));
    },
    memory: () => ({
      now: megabytes("VmRSS"),
      most: megabytes("VmHWM"),
      courier: sentOut().reduce((sum, pid) => sum + megabytes("VmRSS", pid), 0),
    }),
    stop: async () => {
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      await gone;
    },
  };
}

export function lookupUrl({ origin }: House, query: string): string {
  return `${origin}/api/v1/lookup?${new URLSearchParams({ q: query })}`;
}

export type Measured = Loaded & { cpu: number; busy: number };

/** Asks so many times a second from another process, and measures what each took of the server's processor. */
export async function askSteadily(
  house: Pick<House, "cpu">,
  urls: string[],
  perSecond: number,
  seconds: number,
): Promise<Measured> {
  const before = house.cpu();
  const loaded = await inAnother({ how: "steady", urls, rate: perSecond, seconds });
  const cpu = (house.cpu() - before) / (perSecond * seconds);
  return { ...loaded, cpu, busy: loadavg()[0] ?? Number.NaN };
}

/** Loads come from a process of their own. */
export async function inAnother(order: {
  how: "steady" | "full";
  urls: string[];
  rate: number;
  seconds: number;
}): Promise<Loaded> {
  const script = new URL("./load.ts", import.meta.url).pathname;
  const loading = promisify(execFile)(process.execPath, [script]);
  loading.child.stdin?.end(JSON.stringify(order));
  return JSON.parse((await loading).stdout);
}

/** With the processor's time for one request, which tells more than the clock on a busy machine, and how busy it was. */
export function said({ p50, p99, failed, cpu, busy }: Measured): string {
  const lost = failed ? ` ${failed} FAILED` : "";
  return `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms, cpu ${cpu.toFixed(2)} ms, load ${busy.toFixed(1)}${lost}`;
}
