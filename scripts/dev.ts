import "./refusal.ts";

import { createServer as createHttpServer } from "node:http";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { createServer as createViteServer } from "vite";
import { config } from "#app/config.server.ts";
import { createHouseServer } from "#app/http/node-server.ts";
import { sayWelcome } from "./welcome.ts";

type House = typeof import("#app/entry.server.tsx");

/** The app from its sources, with every change shown at once. */
const http = createHttpServer();
const vite = await createViteServer({
  server: { middlewareMode: true, hmr: { server: http } },
});
const log = (line: string) => console.log(line);
const build = () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>;
const entry = (await build()).entry.module as unknown as House;
const house = await entry.openHouse({ log, demo: true });

const pages = createHouseServer({
  // Nothing is kept: the pages change with the sources, and no revision tells of it.
  door: entry.frontDoor(
    async (request, context) => {
      const handle = createRequestHandler(await build(), "development");
      return handle(request, context);
    },
    log,
    { keeping: false },
  ),
  origin: config.ORIGIN,
  files: "public",
  proxies: config.TRUST_PROXY,
  log,
});
http.on("request", (request, response) =>
  vite.middlewares(request, response, () => pages.emit("request", request, response)),
);
http.listen(config.PORT, config.HOST, () => sayWelcome(http.address(), house));

for (const signal of ["SIGINT", "SIGTERM", "disconnect"] as const)
  process.once(signal, async () => {
    http.closeAllConnections();
    http.close();
    await vite.close();
    await house.close();
    process.exit(0);
  });
