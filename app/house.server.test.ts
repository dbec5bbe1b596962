import { expect, it } from "vitest";
import { migrate } from "#db/migrate.ts";
import { db } from "./db.server.ts";
import { hasDemo } from "./domain/demo/demo.server.ts";
import { openHouse } from "./house.server.ts";

it("does not open to others with the invented office in it, unless somebody says so", async () => {
  await migrate(db);
  await db.insertInto("setting").values({ key: "demo", value: "1" }).execute();
  const opening = openHouse({ log: () => {}, demo: false, exposed: true });

  expect(await hasDemo(db)).toBe(true);
  await expect(opening).rejects.toMatchObject({
    name: "ConfigError",
    message: expect.stringContaining("npm run demo:remove"),
  });
});
