import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, type Guest, letterTo, oneGuest } from "#app/test/post-office.ts";
import type { Db } from "#db/tables.ts";
import { markAddressFailed, trustAddress } from "./address-failure.server.ts";
import type { Mail } from "./letter.ts";
import { claimDue, keepBytes, markSent, post } from "./outbox.server.ts";

const AT = "2026-09-01T01:00:00.000Z";
const LATER = "2026-09-01T05:00:00.000Z";

describe.each(databases)("a letter that came back, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let guest: Guest;
  let mail: Mail;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPostOffice(db);
    guest = await oneGuest(db);
    await db.transaction().execute((trx) => post(trx, [letterTo(guest)], AT));
    [mail] = (await claimDue(db, AT, { worker: "one", limit: 1, leaseSeconds: 30 })) as [Mail];
    await keepBytes(db, [{ id: mail.id, raw: "bytes" }]);
  });

  const sent = () => markSent(db, [{ mail, receipt: "250 2.0.0 Ok: queued as 4XyZ" }], AT);
  const failed = (details: { words: string; status?: string; at?: string }) =>
    markAddressFailed(db, { mailId: mail.id, at: LATER, ...details });
  const journalist = () => db.selectFrom("journalist").selectAll().executeTakeFirstOrThrow();
  const letter = () => db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();

  test("because nobody lives there has not arrived, and its address is wrong", async () => {
    await sent();
    expect(await failed({ words: "550 5.1.1 User unknown", status: "5.1.1" })).toBe("address");

    expect(await letter()).toMatchObject({
      stage: "refused",
      problem: "returned: 550 5.1.1 User unknown",
      fault: "address",
      refusedAt: LATER,
      sentAt: AT,
      receipt: "250 2.0.0 Ok: queued as 4XyZ",
    });
    expect(await journalist()).toMatchObject({
      bouncedAt: LATER,
      bounce: "550 5.1.1 User unknown",
    });
  });

  test("keeps the first word against an address, and none that is trusted again", async () => {
    await sent();
    await failed({ words: "550 5.1.1 User unknown" });
    await failed({ words: "550 5.2.1 Disabled", at: "2026-09-02T00:00:00.000Z" });
    expect(await journalist()).toMatchObject({ bouncedAt: LATER });

    await trustAddress(db, guest.journalistId);
    expect(await journalist()).toMatchObject({ bouncedAt: null, bounce: null });
  });

  test("as spam is held against nobody", async () => {
    await sent();
    expect(await failed({ words: "554 5.7.1 Spam", status: "5.7.1" })).toBe("policy");

    expect(await letter()).toMatchObject({ stage: "refused", fault: "policy" });
    expect(await journalist()).toMatchObject({ bouncedAt: null });
  });

  test("from a full mailbox has not arrived, and the address stays right", async () => {
    await sent();
    expect(await failed({ words: "552 5.2.2 Over quota", status: "5.2.2" })).toBeUndefined();

    expect(await letter()).toMatchObject({ stage: "refused", fault: null });
    expect(await journalist()).toMatchObject({ bouncedAt: null });
  });

  test("says nothing of an address that was put right meanwhile", async () => {
    await sent();
    await db.updateTable("journalist").set({ email: "ha.moi@bao.test" }).execute();
    await failed({ words: "550 5.1.1 User unknown" });

    expect(await journalist()).toMatchObject({ bouncedAt: null });
  });

  test("leaves alone what a worker has in its hands", async () => {
    await failed({ words: "550 5.1.1 User unknown" });

    expect(await letter()).toMatchObject({ stage: "sending", raw: "bytes", fault: "address" });
  });

  test("that nobody sent is nobody's", async () => {
    expect(
      await markAddressFailed(db, { mailId: "no such letter", words: "550 5.1.1", at: AT }),
    ).toBeUndefined();
    expect(await journalist()).toMatchObject({ bouncedAt: null });
  });
});
