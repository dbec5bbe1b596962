import { describe, expect, it } from "vitest";
import { build, db, visit } from "./app.ts";
import { committee, officerOf } from "./people.ts";

/** A layout's loader does not protect its children's actions, so each is asked in person, by its own address. */
const desk = Object.values(build.routes)
  .filter((route) => route?.id.startsWith("routes/desk/"))
  .map((route) => ({ id: route?.id ?? "", module: route?.module, path: pathOf(route?.id ?? "") }));

const doors = desk.flatMap(({ id, module, path }) =>
  (["loader", "action"] as const)
    .filter((door) => module?.[door])
    .map((door) => ({ id, door, path })),
);

/** The route's whole address, with an id that nobody has in place of every parameter. */
function pathOf(id: string): string {
  const route = build.routes[id];
  if (!route) return "";
  const above = route.parentId ? pathOf(route.parentId) : "";
  const own = (route.path ?? "").replace(/^en\?\/?/, "").replace(/:\w+/g, "nobodys-id");
  return [above, own].filter(Boolean).join("/").replace(/\/+/g, "/");
}

const knock = (door: "loader" | "action", path: string, as?: { id: string }) =>
  visit(`/${path}`, { as, form: door === "action" ? { any: "thing" } : undefined });

describe("a stranger at the desk", () => {
  it("finds many doors to be tried here", () => {
    expect(doors.length).toBeGreaterThan(30);
  });

  it.each(doors)("is turned away from the $door of $id", async ({ door, path }) => {
    const response = await knock(door, path);

    expect(response.status).toBe(302);
    expect(response.headers.get("Location")).toMatch(/^\/sign-in/);
  });
});

describe("an officer who asks for what is not there or not theirs", () => {
  const withIds = doors.filter(({ path }) => path.includes("nobodys-id"));

  it.each(withIds)("is told so by the $door of $id", async ({ door, path }) => {
    const lan = await officerOf(db, await committee(db));
    const response = await knock(door, path, lan);

    expect(response.status).toBe(404);
  });
});
