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
    const taken = `Port ${config.PORT} on ${config.HOST} is taken: set PORT to another one.`;
    console.error(error.code === "EADDRINUSE" ? taken : error.message);
    process.exit(1);
  });
  server.listen(config.PORT, config.HOST, () => sayWelcome(server.address(), house));

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

/** On a loopback address the demo office comes by itself; elsewhere it is asked for by name. */
function demoWish(flags: { empty?: boolean; demo?: boolean }): boolean {
  if (flags.empty) return false;
  return flags.demo ?? /^(127\.|localhost$|::1$)/.test(config.HOST);
}

await serve();
