import "./refusal.ts";

import { fork, spawn } from "node:child_process";
import { once } from "node:events";
import { parseArgs } from "node:util";
import type { ServerBuild } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import type { Courier } from "#app/domain/mail/courier.server.ts";
import type { Furnishing } from "#app/house.server.ts";
import { createHouseServer } from "#app/http/node-server.ts";
import { buildIfStale } from "./build.ts";
import { sayWelcome } from "./welcome.ts";

const HELP = `npm start                 serves the app, with the demo office on a first run
npm start -- --empty      starts without the demo office
npm start -- --demo       the demo office even where others can reach it (HOST is not loopback)`;

const STILL_FURNISHED =
  "The demo office stands in this database since an earlier start: npm run demo:remove takes it away.\n";

type House = typeof import("#app/entry.server.tsx");

async function serve() {
  const { values: flags } = parseArgs({
    options: {
      empty: { type: "boolean" },
      demo: { type: "boolean" },
      help: { type: "boolean" },
      quiet: { type: "boolean" },
    },
  });
  if (flags.help) return console.log(HELP);
  if (await buildIfStale()) console.log("Built.");

  const address = new URL("../build/server/index.js", import.meta.url).href;
  const build = (await import(address)) as ServerBuild;
  const { openHouse, frontDoor, handlerOf } = build.entry.module as unknown as House;
  const log = flags.quiet
    ? () => {}
    : (line: string) => console.log(`${new Date().toISOString()} ${line}`);
  const house = await openHouse({
    log,
    demo: demoWish(flags),
    exposed: !isLoopback && !flags.demo,
    furnish: furnishApart,
    courier: sendCourier,
  });

  const handle = handlerOf(build, "production");
  const server = createHouseServer({
    door: frontDoor(handle, log),
    origin: config.ORIGIN,
    files: new URL("../build/client", import.meta.url).pathname,
    proxies: config.TRUST_PROXY,
    log,
  });
  server.on("error", (error: NodeJS.ErrnoException) => {
    const { PORT, HOST } = config;
    const taken = `Port ${PORT} on ${HOST} is taken: set PORT to another one.`;
    const closed = `HOST is "${HOST}" and PORT is ${PORT}, but nothing can listen there: ${error.message}.`;
    console.error(error.code === "EADDRINUSE" ? taken : closed);
    process.exit(1);
  });
  server.listen(config.PORT, config.HOST, () => {
    sayWelcome(server.address(), house);
    if (flags.empty && house.demoAccounts.length > 0) console.log(STILL_FURNISHED);
  });

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    // Open connections get their answers; what keeps one open without asking is cut off.
    setTimeout(() => server.closeAllConnections(), 5_000).unref();
    server.close();
    server.closeIdleConnections();
    await house.close();
    process.disconnect?.();
    setTimeout(() => process.exit(0), 6_000).unref();
  };
  for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const) process.once(signal, stop);
}

const isLoopback = /^(127\.|localhost$|::1$)/.test(config.HOST);

/** In a process of its own, which ends when nothing is left to carry; unless the database is in this one's memory. */
const sendCourier: (() => Courier) | undefined = config.DATABASE_URL.endsWith(":memory:")
  ? undefined
  : () => {
      const script = new URL("./courier.ts", import.meta.url);
      const child = fork(script, process.argv.includes("--quiet") ? ["--quiet"] : []);
      const tell = (word: string) => child.connected && child.send(word, () => {});
      const back = new Promise<void>((done, failed) => {
        child.once("error", failed);
        child.once("exit", (code, signal) =>
          code === 0 ? done() : failed(new Error(`the courier ended with ${signal ?? code}`)),
        );
      });
      return { wake: () => void tell("wake"), stop: () => void tell("stop"), back };
    };

/** In a process of its own, unless the database is in this one's memory. */
const furnishApart: Furnishing | undefined = config.DATABASE_URL.endsWith(":memory:")
  ? undefined
  : async ({ demo }) => {
      const script = new URL("./furnish.ts", import.meta.url).pathname;
      const child = spawn(process.execPath, [script, ...(demo ? ["--demo"] : [])], {
        stdio: "inherit",
      });
      const [code] = await once(child, "exit");
      if (code !== 0) throw new Error("The map could not be loaded: see above.");
    };

/** On a loopback address the demo office comes by itself; elsewhere it is asked for by name. */
function demoWish(flags: { empty?: boolean; demo?: boolean }): boolean {
  if (flags.empty) return false;
  return flags.demo ?? isLoopback;
}

await serve();
