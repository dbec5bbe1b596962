import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withoutSecrets } from "./front-door.server.ts";
import { createHouseServer } from "./node-server.ts";

const files = mkdtempSync(join(tmpdir(), "phat-ngon-test-"));
mkdirSync(join(files, "assets"));
writeFileSync(join(files, "assets", "app-1a2b.js"), "x".repeat(3000));
writeFileSync(join(files, "robots.txt"), "User-agent: *");
writeFileSync(join(files, "gone.txt"), "x");

const logged: string[] = [];
const LONG = "Họp báo ".repeat(400);

/** Says what it was told, so that a test sees what came through. */
async function echo(asked: Request, address: string): Promise<Response> {
  const { pathname } = new URL(asked.url);
  if (pathname === "/fault") throw new Error("a fault");
  if (pathname === "/long")
    return new Response(LONG, { headers: { "Content-Type": "text/html; charset=utf-8" } });
  const headers = new Headers({ "Content-Type": "text/plain", "X-Address": address });
  headers.append("Set-Cookie", "a=1");
  headers.append("Set-Cookie", "b=2");
  return new Response(asked.body ? String((await asked.text()).length) : asked.url, { headers });
}

let port = 0;
const server = createHouseServer({
  door: echo,
  origin: "https://press.test",
  files,
  proxies: 1,
  log: (line) => logged.push(line),
});
beforeAll(
  () =>
    new Promise<void>((ready) => {
      server.listen(0, "127.0.0.1", () => {
        port = (server.address() as AddressInfo).port;
        ready();
      });
    }),
);
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

interface Options {
  method?: string;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

function ask(path: string, { method = "GET", headers = {}, body }: Options = {}) {
  return new Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ port, host: "127.0.0.1", path, method, headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asked.on("error", reject);
      asked.end(body);
    },
  );
}

describe("the server", () => {
  it("serves built files for good and others for ten minutes", async () => {
    const built = await ask("/assets/app-1a2b.js");
    const other = await ask("/robots.txt");

    expect(built.headers["cache-control"]).toContain("immutable");
    expect(other.headers["cache-control"]).toBe("public, max-age=600");
    expect(other.headers["x-content-type-options"]).toBe("nosniff");
  });

  it("outlives a file that went away under it", async () => {
    rmSync(join(files, "gone.txt"));
    const gone = fetch(`http://127.0.0.1:${port}/gone.txt`).then((answer) => answer.text());

    await expect(gone).rejects.toThrow();
    expect((await fetch(`http://127.0.0.1:${port}/robots.txt`)).status).toBe(200);
  });

  it("compresses what is long enough, as the reader can take it", async () => {
    const brotli = await ask("/long", { headers: { "Accept-Encoding": "gzip, br" } });
    const gzip = await ask("/long", { headers: { "Accept-Encoding": "gzip" } });
    const plain = await ask("/long");

    expect(brotliDecompressSync(brotli.body).toString()).toBe(LONG);
    expect(gunzipSync(gzip.body).toString()).toBe(LONG);
    expect(plain.body.toString()).toBe(LONG);
    expect(brotli.headers.vary).toContain("Accept-Encoding");
  });

  it("builds addresses from its own origin, whatever the Host header claims", async () => {
    const { body } = await ask("/desk?a=1", { headers: { Host: "evil.example" } });

    expect(body.toString()).toBe("https://press.test/desk?a=1");
  });

  it("believes only as many proxies as were announced", async () => {
    const headers = { "X-Forwarded-For": "1.1.1.1, 2.2.2.2" };

    expect((await ask("/", { headers })).headers["x-address"]).toBe("2.2.2.2");
  });

  it("hands every cookie through", async () => {
    expect((await ask("/")).headers["set-cookie"]).toEqual(["a=1", "b=2"]);
  });

  it("answers HEAD without a body", async () => {
    const { status, body } = await ask("/long", { method: "HEAD" });

    expect([status, body.length]).toEqual([200, 0]);
  });

  it("takes a long form at the desk, and tells a stranger that it is too large", async () => {
    const body = Buffer.alloc(10 * 1024 * 1024, "a");
    const signedIn = { Cookie: "__Host-session=x" };
    const desk = await ask("/desk/meetings/new", { method: "POST", body, headers: signedIn });
    const stranger = await ask("/en/invitations/x", { method: "POST", body });
    const counted = await ask("/invitations/x", {
      method: "POST",
      headers: { "Content-Length": "700000" },
      body: Buffer.alloc(700_000, "a"),
    });

    expect(desk.body.toString()).toBe(String(body.length));
    expect(stranger.status).toBe(413);
    expect(stranger.body.toString()).toContain("Too large");
    expect(counted.status).toBe(413);
    expect(counted.body.toString()).toContain("Nội dung quá lớn");
  });

  it("answers a fault with 500, and tells the log of it", async () => {
    expect((await ask("/fault")).status).toBe(500);
    expect(logged.join()).toContain("a fault");
  });

  it("tells other programs in JSON that an address is none", async () => {
    const { status, headers, body } = await ask("/api/v1/areas/%ZZ");

    expect([status, headers["content-type"]]).toEqual([400, "application/json"]);
    expect(JSON.parse(body.toString()).error.message).toContain("không đúng dạng");
  });

  it("says so when a head is longer than it reads", async () => {
    const long = "a".repeat(90_000);
    const page = await ask(`/en/?q=${long}`);
    const api = await ask(`/api/v1/lookup?q=${long}`);

    expect([page.status, api.status]).toEqual([400, 400]);
    expect(page.body.toString()).toContain("Too large");
    expect(JSON.parse(api.body.toString()).error.message).toContain("rút ngắn");
  });

  it("refuses a NUL in an address", async () => {
    expect((await ask("/desk/journalists/a%00b")).status).toBe(400);
  });

  it.each(["/%E0%A4%A", "/%", "//evil.example/%2e%2e"])(
    "does not stumble over %s",
    async (path) => {
      expect((await ask(path)).status).toBeLessThan(500);
    },
  );
});

describe("the log", () => {
  it("holds no key that came by letter", () => {
    expect(withoutSecrets("/en/invitations/ns1lvCThG2tSyby4YIm0Q9V97mDbw0os/calendar.ics")).toBe(
      "/en/invitations/…/calendar.ics",
    );
    expect(withoutSecrets("/unsubscribe/ns1lvCThG2tSyby4YIm0")).toBe("/unsubscribe/…");
    expect(withoutSecrets("/portal/links/ns1lvCThG2tSyby4YIm0")).toBe("/portal/links/…");
  });
});
