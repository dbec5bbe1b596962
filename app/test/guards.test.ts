import { describe, expect, it } from "vitest";
import { db, visit } from "./app.ts";
import { doors as allDoors } from "./doors.ts";
import { committee, officerOf } from "./people.ts";

/**
 * A layout's loader does not protect its children's actions, so each is asked in person, by its own address, with an id
 * that nobody has in place of every parameter.
 */
const doors = allDoors.map((door) => ({ ...door, path: door.path.replace(/:\w+/g, "nobodys-id") }));

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
