import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { furnishRegister, readQueries } from "#app/test/queries.ts";
import { connect } from "#db/connect.ts";
import { migrate } from "#db/migrate.ts";
import { buildIfStale } from "../build.ts";
import type { Loaded } from "./load.ts";
import { communeCodes, enterTenYears } from "./ten-years.ts";

/**
 * The lookup with ten years of assignments: the whole map, and spokespersons for one province or for all
 * 34 (100,000 assignments), served by one process and asked 200 times a second from another. Are the
 * figures as flat as they should be? `node scripts/run.js bench/registry`, or
 * with `1` or `34` for one of the two.
 */
const PER_SECOND = 200;
const SECONDS = Number(process.env.BENCH_SECONDS ?? 15);

process.env.NODE_ENV = "production";
await buildIfStale();
const HOUSES: Record<string, string[] | undefined> = {
  "1 province": ["91"],
  "34 provinces": undefined,
};
const asked = Object.entries(HOUSES).filter(([name]) => name.startsWith(process.argv[2] ?? ""));
const figures: Record<string, string>[] = [];
for (const [name, provinces] of asked) figures.push(await measure(name, provinces));
for (const row of Object.keys(figures[0] ?? {}))
  console.log(`${row.padEnd(44)} ${figures.map((one) => (one[row] ?? "").padEnd(40)).join(" ")}`);

/** Everything that is measured of a house with the spokespersons of some provinces, by what it is. */
async function measure(name: string, provinces?: string[]): Promise<Record<string, string>> {
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
  const url = `sqlite:${join(folder, "house.sqlite")}`;
  const db = connect(url);
  await migrate(db);
  await furnishRegister(db, provinces);
  const began = performance.now();
  const loaded = await enterTenYears(db, provinces);
  const took = Math.round(performance.now() - began);
  const codes = await communeCodes(db, provinces);
  await db.destroy();

  const house = await serve(url);
  const api = (query: string) =>
    `${house.origin}/api/v1/lookup?${new URLSearchParams({ q: query })}`;
  const queries = readQueries();
  const isPlace = ({ expected }: (typeof queries)[number]) => /^\d/.test(expected[0] ?? "");
  const places = queries.filter(isPlace).map(({ query }) => api(query));
  const others = queries.filter((query) => !isPlace(query)).map(({ query }) => api(query));
  const names = loaded.names.map(api);
  const areas = codes.map((code) => `${house.origin}/areas/${code}`);

  await load(house, [...places, ...others, ...names, ...areas], 3);
  const result: Record<string, string> = {
    "": name,
    "assignments, delegations": `${loaded.assignments}, ${loaded.delegations} (${took} ms)`,
    [`healthz (floor), ${PER_SECOND}/s`]: said(await load(house, [`${house.origin}/healthz`])),
    [`lookup API, places, ${PER_SECOND}/s`]: said(await load(house, places)),
    [`lookup API, departments and people, ${PER_SECOND}/s`]: said(await load(house, others)),
    [`lookup API, names on the list, ${PER_SECOND}/s`]: said(await load(house, names)),
    [`lookup API, all of them, ${PER_SECOND}/s`]: said(
      await load(house, mixed([...places, ...others, ...names])),
    ),
    [`area page, ${PER_SECOND}/s`]: said(await load(house, areas)),
    "memory of the process": `${house.memory()} MB`,
  };
  console.error(result);
  await house.stop();
  rmSync(folder, { recursive: true, force: true });
  return result;
}

/** The same addresses in an order that has nothing to do with their kind. */
function mixed(urls: string[]): string[] {
  return urls.toSorted((a, b) => hash(a) - hash(b));
}

function hash(text: string): number {
  let sum = 7;
  for (let i = 0; i < text.length; i++) sum = (sum * 31 + text.charCodeAt(i)) % 1_000_003;
  return sum;
}

/** With the processor's time for one request, which tells more than the clock on a busy machine. */
function said({ p50, p99, failed, cpu }: Loaded & { cpu: number }): string {
  const lost = failed ? ` ${failed} FAILED` : "";
  return `p50 ${p50.toFixed(1)} p99 ${p99.toFixed(1)} ms, cpu ${cpu.toFixed(1)} ms${lost}`;
}

async function load(
  { origin, cpu }: { origin: string; cpu(): number },
  urls: string[],
  seconds = SECONDS,
) {
  const before = cpu();
  const script = new URL("./load.ts", import.meta.url).pathname;
  const order = JSON.stringify({
    how: "steady",
    urls: urls.length ? urls : [origin],
    rate: PER_SECOND,
    seconds,
  });
  const loading = promisify(execFile)(process.execPath, [script]);
  loading.child.stdin?.end(order);
  const loaded = JSON.parse((await loading).stdout) as Loaded;
  return { ...loaded, cpu: (cpu() - before) / (PER_SECOND * seconds) };
}

async function serve(url: string) {
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const origin = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      "--max-semi-space-size=8",
      "--heap-growing-percent=25",
      "scripts/serve.ts",
      "--quiet",
      "--empty",
    ],
    {
      env: {
        ...process.env,
        MALLOC_ARENA_MAX: "2",
        DATABASE_URL: url,
        PORT: String(port),
        ORIGIN: `http://localhost:${port}`,
      },
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  while (!(await fetch(`${origin}/healthz`).catch(() => undefined))?.ok)
    await new Promise((resolve) => setTimeout(resolve, 20));
  return {
    origin,
    /** What the process took of the processor so far, in milliseconds (a tick is ten). */
    cpu: () => {
      const fields = readFileSync(`/proc/${child.pid}/stat`, "utf8").split(") ")[1]?.split(" ");
      return 10 * (Number(fields?.[11]) + Number(fields?.[12]));
    },
    memory: () => {
      const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
      return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000);
    },
    async stop() {
      child.kill("SIGTERM");
      await new Promise((resolve) => child.once("exit", resolve));
    },
  };
}
