import { describe, expect, it, vi } from "vitest";
import { db } from "#app/db.server.ts";
import { visit } from "#app/test/app.ts";
import { aroundLongXuyen } from "#app/test/places.ts";

describe("an address", () => {
  it.each(["/", "/en", "/en/", "/areas/30307", "/en/areas/30307", "/Areas/30307", "/areas/30307/"])(
    "%s is found however it is written",
    async (path) => {
      await aroundLongXuyen(db);
      const response = await visit(path);

      expect(response.status).toBe(200);
      expect(await response.text()).toContain("<html");
    },
  );

  it.each([
    "/api/v1/areas/30307",
    "/api/v1/areas/30307/",
    "/API/v1/areas/30307",
    "/api/v1/areas/3030%37",
  ])("%s is read by programs", async (path) => {
    await aroundLongXuyen(db);
    const response = await visit(path);

    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ area: { code: "30307" } });
  });

  it.each([
    ["/api/v1/areas/30307/more", "no-such-address"],
    ["/api/v1/", "no-such-address"],
    ["/api/v1/areas/99999", "not-found"],
  ])("%s is told to programs as %s", async (path, code) => {
    await aroundLongXuyen(db);
    const response = await visit(path);

    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code } });
  });

  it.each(["/nowhere", "/en/nowhere", "/areas", "/desk/nowhere"])("%s is none", async (path) => {
    expect((await visit(path)).status).toBe(404);
  });

  it("tells the log what went wrong, and a program only that something did", async () => {
    const told = vi.mocked(console.error);
    await db.schema.alterTable("revision").renameTo("revision_away").execute();
    const response = await visit("/api/v1/lookup?q=long+xuyen+lost");
    await db.schema.alterTable("revision_away").renameTo("revision").execute();

    expect(response.status).toBe(500);
    expect(await response.json()).toEqual({ message: "Unexpected Server Error" });
    expect(told.mock.calls.flat().join()).toContain("/api/v1/lookup failed");
    told.mockClear();
  });
});
