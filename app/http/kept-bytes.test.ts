import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { build, db } from "#app/test/app.ts";
import { committee } from "#app/test/people.ts";
import { aroundLongXuyen } from "#app/test/places.ts";
import { assigned, decided } from "#app/test/register.ts";
import { frontDoor } from "./front-door.server.ts";
import { handlerOf } from "./handler.server.ts";
import { createHouseServer } from "./node-server.ts";

const longXuyen = paths.area({ era: "2025", code: "30307" });
const logged: string[] = [];
const log = (line: string) => logged.push(line);
const server = createHouseServer({
  door: frontDoor(handlerOf(build, "test"), log),
  origin: "https://press.test",
  files: mkdtempSync(join(tmpdir(), "phat-ngon-test-")),
  proxies: 0,
  log,
});

beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(async () => {
  await aroundLongXuyen(db);
  await assigned(db, await committee(db), decided());
});

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = server.address() as AddressInfo;
  const asked = request({ port, host: "127.0.0.1", path, headers, method }).end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  const body = Buffer.concat(await response.toArray());
  return { status: response.statusCode, headers: response.headers, body };
}

describe("a kept answer, over the wire", () => {
  it("is the same in every encoding, each with a mark of its own", async () => {
    const plain = await ask(longXuyen);
    const brotli = await ask(longXuyen, { "Accept-Encoding": "gzip, deflate, br" });
    const gzip = await ask(longXuyen, { "Accept-Encoding": "gzip, br;q=0" });

    expect(plain.body.toString()).toContain("Nguyễn Văn An");
    expect(brotliDecompressSync(brotli.body).equals(plain.body)).toBe(true);
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    expect([brotli, gzip, plain].map(({ headers }) => headers["content-encoding"])).toEqual([
      "br",
      "gzip",
      undefined,
    ]);
    expect(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
    for (const { headers, body } of [plain, brotli, gzip])
      expect(headers["content-length"]).toBe(String(body.length));
  });

  it("leaves with the headers that every answer leaves with", async () => {
    await ask(longXuyen);
    const { headers } = await ask(longXuyen);

    expect(headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-cache",
      vary: "Accept-Encoding, Cookie",
      "x-content-type-options": "nosniff",
      "x-frame-options": "SAMEORIGIN",
      "referrer-policy": "same-origin",
    });
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["set-cookie"]).toBeUndefined();
  });

  it("is open to pages of other sites where it is open data", async () => {
    const api = paths.api.area("30307");
    await ask(api);
    const { headers } = await ask(api);

    expect(headers["access-control-allow-origin"]).toBe("*");
    expect(headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(headers.vary).toContain("Accept-Language");
  });

  it("is not sent again to who has it, and has no body for HEAD", async () => {
    const { headers, body } = await ask(longXuyen);
    const again = await ask(longXuyen, { "If-None-Match": String(headers.etag) });
    const other = await ask(longXuyen, { "If-None-Match": '"of-yesterday"' });
    const head = await ask(longXuyen, {}, "HEAD");

    expect([again.status, again.body.length]).toEqual([304, 0]);
    expect(again.headers.etag).toBe(headers.etag);
    expect(other.status).toBe(200);
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers["content-length"]).toBe(String(body.length));
  });

  it("costs no line of the log each, and none of the tries that an address has", async () => {
    await ask("/api/v1/lookup?q=long+xuyen");
    logged.length = 0;
    for (let i = 0; i < 50; i++) await ask("/api/v1/lookup?q=long+xuyen");

    expect(logged.length).toBeLessThanOrEqual(2);
  });

  it("is neither given to nor made from somebody signed in", async () => {
    await ask(longXuyen);
    const { headers } = await ask(longXuyen, { Cookie: "__Host-session=x" });

    expect(headers.etag).toBeUndefined();
    expect(headers["x-request-id"]).toBeDefined();
  });

  it("follows the books at once", async () => {
    await ask(longXuyen);
    await db.updateTable("person").set({ name: "Nguyễn Văn Anh" }).execute();

    expect((await ask(longXuyen)).body.toString()).toContain("Nguyễn Văn Anh");
  });
});
