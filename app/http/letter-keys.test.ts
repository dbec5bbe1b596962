import { describe, expect, it } from "vitest";
import { build } from "#app/test/app.ts";
import { withoutSecrets } from "./front-door.server.ts";
import { questionOf } from "./kept-question.ts";

const KEY = "ns1lvCThG2tSyby4YIm0Q9V97mDbw0os";

/** Every address that a letter's key opens, as Remix knows it. */
const addresses = Object.keys(build.routes)
  .map((id) => {
    const words: string[] = [];
    for (let route = build.routes[id]; route; route = build.routes[route.parentId ?? ""])
      words.unshift(route.path ?? "");
    return `/${words.join("/")}`.replace("en?", "").replace(/\/+/g, "/");
  })
  .filter((path) => path.includes(":token"))
  .map((path) => path.replace(":token", KEY).replace(/:\w+/g, "x"));

describe.each(addresses)("%s", (address) => {
  it("is written into no log with its key", () => {
    expect(withoutSecrets(address)).not.toContain(KEY);
    expect(withoutSecrets(`/en${address}.data`)).not.toContain(KEY);
  });

  it("is never kept for others", () => {
    const asked = { method: "GET", cookie: undefined, acceptLanguage: undefined };
    expect(questionOf({ ...asked, address })).toBeUndefined();
    expect(questionOf({ ...asked, address: `/en${address}` })).toBeUndefined();
  });
});

it("are all looked at", () => {
  expect(addresses.length).toBeGreaterThan(15);
});
