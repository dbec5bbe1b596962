import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, type Guest, guests, letterTo, oneGuest } from "#app/test/post-office.ts";
import type { Db } from "#db/tables.ts";
import { markAddressFailed } from "./address-failure.server.ts";
import type { Letter, Mail } from "./letter.ts";
import { remainingIn, summaryOf } from "./letter-counts.server.ts";
import {
  claimDue,
  keepBytes,
  keepHold,
  markSent,
  post,
  putBack,
  refuse,
  release,
  takeOver,
} from "./outbox.server.ts";

const AT = "2026-09-01T01:00:00.000Z";
const later = (seconds: number) => new Date(Date.parse(AT) + seconds * 1000).toISOString();
const hand = { worker: "one", limit: 10, leaseSeconds: 30 };
const other = { ...hand, worker: "two" };

const change = { kind: "change", revision: 1 } as const;
const cancellation = { kind: "cancellation", revision: 2 } as const;

describe.each(databases)("the outbox on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPostOffice(db));

  const postAll = (letters: Letter[], at = AT) =>
    db.transaction().execute((trx) => post(trx, letters, at));
  const stages = async () =>
    (await db.selectFrom("mail").select(["kind", "stage"]).orderBy("revision").execute()).map(
      ({ kind, stage }) => `${kind} ${stage}`,
    );
  const only = ([mail, ...more]: Mail[]) => {
    expect(more).toEqual([]);
    return mail as Mail;
  };
  /** A worker takes the only letter in hand, keeps its bytes, and is about to connect. */
  const takeOne = async (at = AT) => {
    const mail = only(await claimDue(db, at, hand));
    await keepBytes(db, [{ id: mail.id, raw: `bytes of ${mail.kind}` }]);
    return mail;
  };

  test("keeps a letter once, however often it is posted", async () => {
    const guest = await oneGuest(db);
    const letter = letterTo(guest);

    await postAll([letter]);
    await postAll([letter, { ...letter, ...change }]);

    expect(await stages()).toEqual(["invitation queued", "change queued"]);
  });

  test("keeps nothing of a deed that failed", async () => {
    const guest = await oneGuest(db);

    await db
      .transaction()
      .execute(async (trx) => {
        await post(trx, [letterTo(guest)], AT);
        throw new Error("the office burned down");
      })
      .catch(() => {});

    expect(await stages()).toEqual([]);
  });

  test("gives each letter a Message-ID of its own, in the sender's domain", async () => {
    await postAll((await guests(db, 3)).map((guest) => letterTo(guest)));

    const mails = await claimDue(db, AT, hand);

    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(3);
    for (const { id, messageId } of mails) expect(messageId).toBe(`<${id}@longxuyen.test>`);
  });

  test("takes a thousand letters at once", async () => {
    const guest = await oneGuest(db);
    const letter = letterTo(guest);

    await postAll(Array.from({ length: 1000 }, (_, revision) => ({ ...letter, revision })));

    expect(await stages()).toHaveLength(1000);
  });

  test("gives a letter to one worker only, though many ask at once", async () => {
    await postAll((await guests(db, 40)).map((guest) => letterTo(guest)));

    const workers = ["one", "two", "three", "four", "five", "six"];
    const hands = await Promise.all(
      workers.map((worker) => claimDue(db, AT, { ...hand, worker, limit: 8 })),
    );

    const taken = hands.flat();
    expect(new Set(taken.map(({ id }) => id)).size).toBe(taken.length);
    const rest = await claimDue(db, AT, { ...hand, limit: 40 });
    expect(taken.length + rest.length).toBe(40);
    for (const [n, mails] of hands.entries())
      expect(
        mails.every(({ claimedBy, stage }) => claimedBy === workers[n] && stage === "sending"),
      ).toBe(true);
  });

  test("gives no letter before it is due", async () => {
    const guest = await oneGuest(db);
    await postAll([letterTo(guest)]);
    await putBack(db, await takeOne(), {
      now: AT,
      dueAt: later(60),
      problem: "451",
      mayHaveLeft: false,
    });

    expect(await claimDue(db, later(59), hand)).toEqual([]);
    expect(await claimDue(db, later(60), hand)).toHaveLength(1);
  });

  test("leaves a letter with its worker until the lease lapses, then repeats the same bytes", async () => {
    const guest = await oneGuest(db);
    await postAll([letterTo(guest)]);
    const mail = await takeOne();

    expect(await claimDue(db, later(29), other)).toEqual([]);
    await keepHold(db, "one", [mail.id], later(20));
    expect(await claimDue(db, later(49), other)).toEqual([]);

    const again = only(await claimDue(db, later(50), other));
    expect(again.raw).toBe("bytes of invitation");
    expect(again.messageId).toBe(mail.messageId);
    await keepBytes(db, [{ id: mail.id, raw: "other bytes" }]);
    const { raw } = await db.selectFrom("mail").select("raw").executeTakeFirstOrThrow();
    expect(raw).toBe("bytes of invitation");
  });

  test("lets a worker that slept past its lease change nothing", async () => {
    const guest = await oneGuest(db);
    await postAll([letterTo(guest)]);
    const slept = await takeOne();
    await claimDue(db, later(60), other);

    await markSent(db, [{ mail: slept, receipt: "250 OK" }], later(61));
    await putBack(db, slept, { now: AT, dueAt: AT, problem: "451", mayHaveLeft: false });
    await refuse(db, slept, "550", AT);
    await release(db, [slept]);

    expect(await stages()).toEqual(["invitation sending"]);
  });

  test("gives back untouched what a worker did not come to", async () => {
    const guest = await oneGuest(db);
    await postAll([letterTo(guest)]);

    await release(db, [await takeOne()]);

    const again = only(await claimDue(db, AT, hand));
    expect([again.attempts, again.raw]).toEqual([1, null]);
  });

  test("takes over at once from workers that are known to be dead", async () => {
    const guest = await oneGuest(db);
    await postAll([letterTo(guest)]);
    await takeOne();

    await takeOver(db, (worker) => worker !== "one", later(1));
    expect(await claimDue(db, later(1), other)).toEqual([]);
    await takeOver(db, (worker) => worker === "one", later(1));

    expect(only(await claimDue(db, later(1), other)).raw).toBe("bytes of invitation");
  });

  test("gives up a letter once it is of no use", async () => {
    const guest = await oneGuest(db);
    await postAll([letterTo(guest, { expiresAt: later(600) })]);
    const mail = await takeOne();
    await putBack(db, mail, {
      now: AT,
      dueAt: later(3600),
      problem: "451 later",
      mayHaveLeft: false,
    });

    expect(await claimDue(db, later(599), hand)).toEqual([]);
    expect(await claimDue(db, later(600), hand)).toEqual([]);

    const { stage, problem } = await db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();
    expect([stage, problem]).toEqual(["refused", "expired: 451 later"]);
  });

  describe("letters to one person", () => {
    let guest: Guest;
    beforeEach(async () => {
      guest = await oneGuest(db);
      await postAll([letterTo(guest)]);
    });
    const postMore = (...details: Partial<Letter>[]) =>
      postAll(details.map((each) => letterTo(guest, each)));

    test("a newer one takes the place of one that has not left", async () => {
      await postMore(change);

      expect(only(await claimDue(db, AT, hand)).kind).toBe("change");
      expect(await stages()).toEqual(["invitation skipped", "change sending"]);
    });

    test("a newer one waits while an older one is on its way", async () => {
      const older = await takeOne();
      await postMore(change);

      expect(await claimDue(db, AT, other)).toEqual([]);
      await markSent(db, [{ mail: older, receipt: "250 OK" }], AT);

      expect(only(await claimDue(db, AT, other)).kind).toBe("change");
    });

    test("an older one that is put back meanwhile does not leave any more", async () => {
      const older = await takeOne();
      await postMore(change);
      await putBack(db, older, { now: AT, dueAt: later(60), problem: "451", mayHaveLeft: false });

      expect(only(await claimDue(db, AT, hand)).kind).toBe("change");
      expect(await stages()).toEqual(["invitation skipped", "change sending"]);
    });

    test("nothing is cancelled that was never sent", async () => {
      await postMore(change, cancellation);

      expect(await claimDue(db, AT, hand)).toEqual([]);
      expect(await stages()).toEqual([
        "invitation skipped",
        "change skipped",
        "cancellation skipped",
      ]);
    });

    test("nothing is cancelled that the server turned down, for now or for good", async () => {
      await putBack(db, await takeOne(), {
        now: AT,
        dueAt: AT,
        problem: "451",
        mayHaveLeft: false,
      });
      await postMore(change);
      await refuse(db, await takeOne(), "550 5.1.1 No such user", AT);
      await postMore(cancellation);

      expect(await claimDue(db, AT, hand)).toEqual([]);
      expect(await stages()).toEqual([
        "invitation skipped",
        "change refused",
        "cancellation skipped",
      ]);
    });

    test("what was sent is cancelled", async () => {
      await markSent(db, [{ mail: await takeOne(), receipt: "250 OK" }], AT);
      await postMore(change, cancellation);

      expect(only(await claimDue(db, AT, hand)).kind).toBe("cancellation");
      expect(await stages()).toEqual(["invitation sent", "change skipped", "cancellation sending"]);
    });

    test("nothing is cancelled of which all came back", async () => {
      const invitation = await takeOne();
      await keepBytes(db, [{ id: invitation.id, raw: "bytes" }]);
      await markSent(db, [{ mail: invitation, receipt: "250 OK" }], AT);
      await markAddressFailed(db, { mailId: invitation.id, words: "550 5.1.1", at: AT });
      await postMore(cancellation);

      expect(await claimDue(db, AT, hand)).toEqual([]);
      expect(await stages()).toEqual(["invitation refused", "cancellation skipped"]);
    });

    test("what may have arrived is cancelled, even if the next attempt was turned down", async () => {
      await putBack(db, await takeOne(), {
        now: AT,
        dueAt: AT,
        problem: "unanswered",
        mayHaveLeft: true,
      });
      await putBack(db, await takeOne(), {
        now: AT,
        dueAt: AT,
        problem: "451",
        mayHaveLeft: false,
      });
      await postMore(cancellation);

      expect(only(await claimDue(db, AT, hand)).kind).toBe("cancellation");
    });

    test("a cancellation waits for what is on its way", async () => {
      const invitation = await takeOne();
      await postMore(cancellation);

      expect(await claimDue(db, AT, other)).toEqual([]);
      await refuse(db, invitation, "550", AT);

      expect(await claimDue(db, AT, other)).toEqual([]);
      expect(await stages()).toEqual(["invitation refused", "cancellation skipped"]);
    });
  });

  test("counts the letters of a meeting by where they stand", async () => {
    const invited = await guests(db, 5);
    await postAll(invited.map((guest) => letterTo(guest)));
    const [first, second, third, fourth] = (await claimDue(db, AT, { ...hand, limit: 4 })) as [
      Mail,
      Mail,
      Mail,
      Mail,
    ];
    await markSent(
      db,
      [
        { mail: first, receipt: "250 OK" },
        { mail: second, receipt: "250 OK" },
      ],
      AT,
    );
    await refuse(db, third, "550 5.1.1 No such user", AT);
    await putBack(db, fourth, { now: AT, dueAt: later(60), problem: "451", mayHaveLeft: false });

    expect(await summaryOf(db, invited[0]?.meetingId as string)).toEqual({
      queued: 2,
      putBack: 1,
      sending: 0,
      sent: 2,
      refused: 1,
      skipped: 0,
    });
    const refused = await db.selectFrom("mail").selectAll().where("id", "=", third.id).execute();
    expect(refused[0]).toMatchObject({
      stage: "refused",
      to: third.to,
      problem: "550 5.1.1 No such user",
    });
    expect(await remainingIn(db, AT)).toEqual({ due: 1, later: 1, inHand: 0, nextDueAt: AT });
  });

  test("counts nothing where nothing is", async () => {
    expect(await remainingIn(db, AT)).toEqual({ due: 0, later: 0, inHand: 0, nextDueAt: null });
    expect((await summaryOf(db, "no such meeting")).sent).toBe(0);
  });
});
