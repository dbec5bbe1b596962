import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfStale } from "../build.ts";
import {
  type Asked,
  askFromTheOtherCore,
  CONNECTIONS,
  closeServers,
  inTurn,
  memoryOf,
  prepared,
  rateOf,
  ratioOf,
  row,
  started,
} from "./side-by-side.ts";

/**
 * What a rush on the public site meets with: kept answers beside a bare Node server that sends the same
 * bytes, and beside the same answers written anew each time (see `side-by-side.ts`).
 * `node scripts/run.js bench/kept`
 */
const PAST = "/areas/30307?on=2026-03-01";
const BROTLI = { "Accept-Encoding": "gzip, deflate, br" };
const ASKED: Asked[] = [
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

const folder = mkdtempSync(join(tmpdir(), "phat-ngon-bench-"));
await buildIfStale();
const { child: app, ports } = await started("app", folder);
const [kept = 0, uncached = 0] = ports;
const cases = await Promise.all(ASKED.map((asked) => prepared(kept, asked)));
const bare = await started("bare", folder, cases);
askFromTheOtherCore();

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

closeServers();
rmSync(folder, { recursive: true, force: true });
