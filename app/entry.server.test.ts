import { expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { db, visit } from "#app/test/app.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";

it("sends no zero bytes between the letters of a long Vietnamese page", async () => {
  const lan = await officerOf(db, await committee(db));
  for (let i = 0; i < 40; i++)
    await reporter(db, { name: "ặ".repeat(300 + i), phone: "ế".repeat(300) });
  const html = await (await visit(paths.desk.journalists(), { as: lan })).text();

  expect(html.match(/\0/g)).toBeNull();
});
