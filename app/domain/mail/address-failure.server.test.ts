import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, type Guest, letterTo, oneGuest } from "#app/test/post-office.ts";
import type { Db } from "#db/tables.ts";
import { markAddressFailed, trustAddress } from "./address-failure.server.ts";
import type { Mail } from "./letter.ts";
import { remainingIn } from "./letter-counts.server.ts";
import {
  claimDue,
  keepBytes,
  markSent,
  post,
  putBack,
  release,
  takeOver,
} from "./outbox.server.ts";

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

  test("before the worker could write that it left has not arrived either", async () => {
    await failed({ words: "550 5.1.1 User unknown" });
    await sent();

    expect(await letter()).toMatchObject({
      stage: "refused",
      problem: "returned: 550 5.1.1 User unknown",
      receipt: "250 2.0.0 Ok: queued as 4XyZ",
      raw: null,
      claimedBy: null,
    });
  });

  describe("while a worker had it in hand is not sent once more", () => {
    const DUE = "2026-09-01T09:00:00.000Z";
    const later = { now: AT, dueAt: DUE, problem: "unanswered", mayHaveLeft: true };
    const handed = { worker: "two", limit: 1, leaseSeconds: 30 };
    test.each([
      ["it was put back", () => putBack(db, mail, later)],
      ["it was put back unseen", () => putBack(db, mail, { ...later, mayHaveLeft: false })],
      ["it was given back", () => release(db, [mail])],
      ["its worker died", () => takeOver(db, () => true, LATER)],
      ["its worker fell silent", () => claimDue(db, DUE, handed)],
    ])("when %s", async (_, leave) => {
      await failed({ words: "550 5.1.1 User unknown" });

      await leave();

      expect(await claimDue(db, "2026-09-09T00:00:00.000Z", handed)).toEqual([]);
      expect(await remainingIn(db, LATER)).toMatchObject({ due: 0, later: 0, inHand: 0 });
      expect(await letter()).toMatchObject({
        stage: "refused",
        problem: "returned: 550 5.1.1 User unknown",
        raw: null,
        claimedBy: null,
      });
    });

    test("and one that has not come back waits for its hour", async () => {
      expect(await putBack(db, mail, later)).toBe(true);
      expect(await letter()).toMatchObject({
        ...{ stage: "queued", dueAt: DUE, problem: "unanswered", raw: "bytes" },
      });
    });
  });

  test("that nobody sent is nobody's", async () => {
    expect(
      await markAddressFailed(db, { mailId: "no such letter", words: "550 5.1.1", at: AT }),
    ).toBeUndefined();
    expect(await journalist()).toMatchObject({ bouncedAt: null });
  });
});
