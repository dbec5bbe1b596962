import { build } from "./app.ts";

export interface Door {
  id: string;
  door: "loader" | "action";
  path: string;
}

/** Every loader and action of the desk by its own address, in which parameters keep their names. */
export const doors: Door[] = Object.values(build.routes).flatMap((route) =>
  route?.id.startsWith("routes/desk/")
    ? (["loader", "action"] as const)
        .filter((door) => route.module[door])
        .map((door) => ({ id: route.id, door, path: pathOf(route.id) }))
    : [],
);

function pathOf(id: string): string {
  const route = build.routes[id];
  if (!route) return "";
  const above = route.parentId ? pathOf(route.parentId) : "";
  const own = (route.path ?? "").replace(/^en\?\/?/, "");
  return [above, own].filter(Boolean).join("/").replace(/\/+/g, "/");
}
