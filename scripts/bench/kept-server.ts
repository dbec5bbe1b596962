import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { ServerBuild } from "@remix-run/node";
import { createHouseServer } from "#app/http/node-server.ts";

/**
 * The servers that `kept.ts` compares, in a process of their own: the app as it is, the app without
 * keeping, or a bare server with the answers that it is handed. Says its ports to whoever started it.
 */
if (process.argv[2] === "bare") process.once("message", serveBare);
else await serveApp();

/** What Node alone does with the same bytes, heads and bodies. */
async function serveBare(answers: { status: number; head: string[]; body: string }[]) {
  const ports: number[] = [];
  for (const { status, head, body } of answers) {
    const bytes = Buffer.from(body, "base64");
    const server = createServer((_, response) => response.writeHead(status, head).end(bytes));
    ports.push(await opened(server));
  }
  process.send?.(ports);
}

async function serveApp() {
  const address = new URL("../../build/server/index.js", import.meta.url).href;
  const build = (await import(address)) as ServerBuild;
  const { openHouse, frontDoor, handlerOf } = build.entry
    .module as unknown as typeof import("#app/entry.server.tsx");
  await openHouse({ log: () => {}, demo: true });
  const handle = handlerOf(build, "production");
  const ports: number[] = [];
  for (const keeping of [true, false])
    ports.push(
      await opened(
        createHouseServer({
          door: frontDoor(handle, () => {}, { keeping }),
          origin: "http://localhost",
          files: new URL("../../build/client", import.meta.url).pathname,
          proxies: 0,
          log: console.error,
        }),
      ),
    );
  process.send?.(ports);
}

async function opened(server: Server): Promise<number> {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return (server.address() as AddressInfo).port;
}

process.once("disconnect", () => process.exit(0));
