import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, reporter } from "#app/test/people.ts";
import { MORNING } from "#app/test/setup.ts";
import { chooseJournalists } from "./journalists.server.ts";
import { findSubscription, resubscribe, unsubscribe } from "./subscriptions.server.ts";

const LATER = "2026-09-02T01:00:00.000Z";

describe.each(databases)("subscriptions on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
    await committee(opened.db);
  });
  afterAll(() => opened.close());
  afterEach(async () => {
    for (const table of ["suppression", "journalist", "audit"] as const)
      await opened.db.deleteFrom(table).execute();
  });

  it("stops invitations once, in the journalist's own name, and lets them come again", async () => {
    const { db } = opened;
    const ha = await reporter(db, { name: "Hà" });
    const chosen = async () =>
      (await chooseJournalists(db, ha.provinceId, { journalistIds: [ha.id] })).length;

    const first = await unsubscribe(db, ha.token, MORNING);
    const second = await unsubscribe(db, ha.token, LATER);
    const whileStopped = await chosen();
    const found = await findSubscription(db, ha.token);
    const again = await resubscribe(db, ha.token, LATER);

    expect([first, second, again]).toEqual([
      { ok: true, changed: true },
      { ok: true, changed: false },
      { ok: true, changed: true },
    ]);
    expect(found?.unsubscribedAt).toBe(MORNING);
    expect([whileStopped, await chosen()]).toEqual([0, 1]);
    const lines = await db.selectFrom("audit").selectAll().orderBy("at").execute();
    expect(lines.map(({ act, by, agencyId }) => [act, by, agencyId])).toEqual([
      ["journalist.unsubscribed", `journalist:${ha.id}`, "pc-91"],
      ["journalist.resubscribed", `journalist:${ha.id}`, "pc-91"],
    ]);
  });

  it("takes a new subscription as new consent, by the journalist's own deed", async () => {
    const { db } = opened;
    const ha = await reporter(db, { unsubscribedAt: MORNING });
    await resubscribe(db, ha.token, LATER);

    const [row] = await db.selectFrom("journalist").selectAll().execute();
    expect(row).toMatchObject({ unsubscribedAt: null, consentAt: LATER });
    expect(row?.consentBasis).toMatch(/liên kết/);
  });

  it.each(["", "nobody-has-this-token", "x".repeat(10_000), "' or 1=1 --          "])(
    "knows nobody by the token “%s”",
    async (token) => {
      const { db } = opened;
      const ha = await reporter(db);

      expect(await unsubscribe(db, token, MORNING)).toEqual({ ok: false, reason: "unknown-token" });
      expect((await findSubscription(db, ha.token))?.unsubscribedAt).toBeNull();
    },
  );
});
