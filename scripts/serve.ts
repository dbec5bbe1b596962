import "./refusal.ts";

import { parseArgs } from "node:util";
import type { ServerBuild } from "@remix-run/node";
import { config } from "#app/config.server.ts";
import { createHouseServer } from "#app/http/node-server.ts";
import { buildIfStale } from "./build.ts";
import { furnishApart, sendCourier, writeApart } from "./staff.ts";
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
    scribe: writeApart,
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

/** On a loopback address the demo office comes by itself; elsewhere it is asked for by name. */
function demoWish(flags: { empty?: boolean; demo?: boolean }): boolean {
  if (flags.empty) return false;
  return flags.demo ?? isLoopback;
}

await serve();
