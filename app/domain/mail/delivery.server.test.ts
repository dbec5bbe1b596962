import { createServer } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  clearPostOffice,
  guests,
  letterTo,
  type MailServerFaults,
  mailServer,
  oneGuest,
} from "#app/test/post-office.ts";
import type { Db } from "#db/tables.ts";
import { type DeliveryOptions, deliverDue } from "./delivery.server.ts";
import type { Letter } from "./letter.ts";
import { claimDue, digestOf, post } from "./outbox.server.ts";
import { findPause } from "./pause.server.ts";
import { smtpTransport } from "./transport.server.ts";

const AT = "2026-09-01T01:00:00.000Z";

describe.each(databases)("delivery from $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let now: string;
  const toClose: (() => unknown)[] = [];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    now = AT;
    await clearPostOffice(db);
  });
  afterEach(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  });

  const clock = () => now;
  const minutesLater = (minutes: number) => {
    now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  };
  const postAll = (letters: Letter[]) => db.transaction().execute((trx) => post(trx, letters, now));
  const mails = () => db.selectFrom("mail").selectAll().orderBy("revision").execute();
  const server = async (faults: MailServerFaults = {}, options = {}) => {
    const started = await mailServer(faults, options);
    toClose.push(started.stop);
    return started;
  };
  const deliverTo = (url: string, options: Partial<DeliveryOptions> = {}) => {
    const transport = smtpTransport(url);
    toClose.push(transport.close);
    return deliverDue(db, transport.send, clock, { worker: "one", chance: () => 0.5, ...options });
  };

  test("brings each letter to its own person, once", async () => {
    const invited = await guests(db, 60);
    await postAll(invited.map((guest) => letterTo(guest)));
    const { url, taken } = await server();

    expect(await deliverTo(url, { limit: 7 })).toEqual({ sent: 60, putBack: 0, refused: 0 });
    expect(await deliverTo(url)).toEqual({ sent: 0, putBack: 0, refused: 0 });

    expect(taken.map(({ to }) => to).sort()).toEqual(invited.map(({ email }) => email).sort());
    for (const { to, raw } of taken)
      for (const { email } of invited) expect(raw.includes(`<${email}>`)).toBe(email === to);
    for (const mail of await mails()) {
      expect(mail).toMatchObject({ stage: "sent", sentAt: AT, attempts: 1, claimedBy: null });
      expect(mail, "its bytes went, what the server said stays").toMatchObject({ raw: null });
      expect(mail.receipt).toMatch(/^250 /);
      expect(taken.find(({ to }) => to === mail.to)).toMatchObject({
        messageId: mail.messageId,
      });
      expect(digestOf(taken.find(({ to }) => to === mail.to)?.raw ?? "")).toBe(mail.digest);
    }
  });

  test.each([
    ["asks for nothing but the head of what comes back, under the letter's own name", false],
    ["asks a server for nothing that it does not know", true],
  ])("%s", async (_, hideDSN) => {
    await postAll([letterTo(await oneGuest(db))]);
    const { url, taken } = await server({}, { hideDSN });
    await deliverTo(url);

    const [letter] = await mails();
    expect(letter?.stage).toBe("sent");
    expect(taken.map(({ dsn }) => dsn)).toMatchObject([
      hideDSN ? {} : { ret: "HDRS", envid: letter?.id },
    ]);
  });

  test("has written down the stage and the bytes before the server hears of a letter", async () => {
    await postAll([letterTo(await oneGuest(db))]);
    const kept: unknown[] = [];
    const { send, close } = smtpTransport((await server()).url);
    toClose.push(close);

    await deliverDue(
      db,
      async (envelope, raw) => {
        kept.push(
          ...(await mails()).map((mail) => [
            mail.stage,
            mail.raw === raw,
            mail.digest === digestOf(raw),
          ]),
        );
        return send(envelope, raw);
      },
      clock,
      { worker: "one" },
    );

    expect(kept).toEqual([["sending", true, true]]);
  });

  test("refuses what the server refuses, in its words, and goes on with the rest", async () => {
    await postAll((await guests(db, 6)).map((guest) => letterTo(guest)));
    const { url, taken } = await server({
      rcpt: (to) =>
        to === "ha2@bao.test" ? { code: 550, words: "5.1.1 No such user" } : undefined,
      data: (to) => (to === "ha4@bao.test" ? { code: 554, words: "5.7.1 Spam" } : undefined),
    });

    expect(await deliverTo(url)).toEqual({ sent: 4, putBack: 0, refused: 2 });
    minutesLater(600);
    expect(await deliverTo(url)).toEqual({ sent: 0, putBack: 0, refused: 0 });

    expect(taken).toHaveLength(4);
    const refused = (await mails()).filter(({ stage }) => stage === "refused");
    expect(refused.map(({ to, problem }) => `${to}: ${problem}`).sort()).toEqual([
      "ha2@bao.test: 550 5.1.1 No such user",
      "ha4@bao.test: 554 5.7.1 Spam",
    ]);
  });

  test("tries again what the server puts off, later each time", async () => {
    await postAll([letterTo(await oneGuest(db))]);
    let puttingOff = 2;
    const { url, taken } = await server({
      data: () => (puttingOff-- > 0 ? { code: 451, words: "4.3.0 Try later" } : undefined),
    });

    expect(await deliverTo(url)).toMatchObject({ putBack: 1 });
    expect(await mails()).toMatchObject([
      { stage: "queued", dueAt: "2026-09-01T01:01:00.000Z", problem: "451 4.3.0 Try later" },
    ]);
    minutesLater(1);
    expect(await deliverTo(url)).toMatchObject({ putBack: 1 });
    expect(await mails()).toMatchObject([{ attempts: 2, dueAt: "2026-09-01T01:06:00.000Z" }]);
    minutesLater(5);
    expect(await deliverTo(url)).toMatchObject({ sent: 1 });

    expect(taken).toHaveLength(1);
    expect(await mails()).toMatchObject([{ stage: "sent", attempts: 3, problem: null }]);
  });

  test("repeats the same bytes when nobody knows whether a letter arrived", async () => {
    await postAll([letterTo(await oneGuest(db))]);
    let cuts = 1;
    const { url, taken } = await server({ data: () => (cuts-- > 0 ? "cut" : undefined) });

    expect(await deliverTo(url)).toMatchObject({ putBack: 1 });
    expect((await mails())[0]?.problem).toMatch(/^unanswered: /);
    minutesLater(1);
    expect(await deliverTo(url)).toMatchObject({ sent: 1 });

    expect(taken).toHaveLength(2);
    expect(taken[1]).toEqual(taken[0]);
  });

  test("gives up after two days of putting off", async () => {
    await postAll([letterTo(await oneGuest(db), { expiresAt: "2027-01-01T00:00:00.000Z" })]);
    await db
      .updateTable("mail")
      .set({ attempts: 50, putBackAt: "2026-08-30T01:59:00.000Z" })
      .execute();
    const { url } = await server({ data: () => ({ code: 451, words: "4.3.0 Try later" }) });

    expect(await deliverTo(url)).toMatchObject({ refused: 1 });

    expect(await mails()).toMatchObject([
      { stage: "refused", problem: "exhausted: 451 4.3.0 Try later" },
    ]);
  });

  test("pauses when the server takes nothing from us, says so, and later tries a single letter", async () => {
    await postAll((await guests(db, 20)).map((guest) => letterTo(guest)));
    let closed = true;
    let heard = 0;
    const { url, taken } = await server({
      mail: () => {
        heard += 1;
        return closed ? { code: 553, words: "5.7.1 Sender not yours" } : undefined;
      },
    });

    expect(await deliverTo(url)).toEqual({ sent: 0, putBack: 0, refused: 0 });
    expect(heard).toBeLessThanOrEqual(5);
    expect(await findPause(db)).toEqual({
      since: AT,
      until: "2026-09-01T01:05:00.000Z",
      problem: "553 5.7.1 Sender not yours",
    });
    for (const mail of await mails())
      expect(mail).toMatchObject({ stage: "queued", attempts: 0, dueAt: AT, raw: null });

    heard = 0;
    await deliverTo(url);
    expect(heard).toBe(0);

    minutesLater(5);
    await deliverTo(url);
    expect(heard).toBe(1);
    expect(await findPause(db)).toMatchObject({ since: AT, until: "2026-09-01T01:10:00.000Z" });

    closed = false;
    minutesLater(5);
    expect(await deliverTo(url)).toMatchObject({ sent: 20 });
    expect(taken).toHaveLength(20);
    expect(await findPause(db)).toBeUndefined();
  });

  test("pauses when nobody is there", async () => {
    await postAll((await guests(db, 40)).map((guest) => letterTo(guest)));

    const { putBack } = await deliverTo(`smtp://127.0.0.1:${await closedPort()}`);

    expect(putBack).toBeGreaterThanOrEqual(10);
    expect(putBack).toBeLessThan(20);
    expect(await findPause(db)).toMatchObject({ until: "2026-09-01T01:01:00.000Z" });
    expect((await mails()).filter(({ attempts }) => attempts === 0)).toHaveLength(40 - putBack);

    minutesLater(1);
    expect(await deliverTo(`smtp://127.0.0.1:${await closedPort()}`)).toMatchObject({ putBack: 1 });
    expect(await findPause(db)).toMatchObject({ since: AT, until: "2026-09-01T01:02:00.000Z" });
  });

  test("pauses when a server that is too busy takes nobody, and does not knock for every letter", async () => {
    await postAll((await guests(db, 60)).map((guest) => letterTo(guest)));
    let knocks = 0;
    const { url } = await server({
      greeting: () => {
        knocks += 1;
        return { code: 421, words: "4.3.2 Too busy" };
      },
    });

    const { sent, refused } = await deliverTo(url);

    expect([sent, refused]).toEqual([0, 0]);
    expect(knocks).toBeLessThan(20);
    expect((await findPause(db))?.problem).toContain("4.3.2 Too busy");
    const { url: calm, taken } = await server();
    minutesLater(2);
    await deliverTo(calm);
    expect(taken).toHaveLength(60);
  });

  test("stays within a hundred letters a session, where a server takes no more", async () => {
    await postAll((await guests(db, 250)).map((guest) => letterTo(guest)));
    const perSession = new Map<string, number>();
    const { url } = await server({
      mail: (_, { id }) => {
        perSession.set(id, (perSession.get(id) ?? 0) + 1);
        return (perSession.get(id) as number) > 100
          ? { code: 452, words: "4.5.3 Too many messages sent" }
          : undefined;
      },
    });

    expect(await deliverTo(url, { parallel: 2 })).toEqual({ sent: 250, putBack: 0, refused: 0 });
    expect(Math.max(...perSession.values())).toBe(100);
  });

  test("loses no letter to a server that takes fewer in a session than we send", async () => {
    await postAll((await guests(db, 60)).map((guest) => letterTo(guest)));
    const perSession = new Map<string, number>();
    const { url, taken } = await server({
      mail: (_, { id }) => {
        perSession.set(id, (perSession.get(id) ?? 0) + 1);
        return (perSession.get(id) as number) > 20
          ? { code: 452, words: "4.5.3 Too many messages sent" }
          : undefined;
      },
    });

    const { putBack, refused } = await deliverTo(url, { parallel: 1 });
    minutesLater(1);
    await deliverTo(url);

    expect([putBack > 0, refused]).toEqual([true, 0]);
    expect(new Set(taken.map(({ to }) => to)).size).toBe(60);
    expect(taken).toHaveLength(60);
  });

  test("hears what a server says of each recipient after the letter, by LMTP", async () => {
    await postAll((await guests(db, 3)).map((guest) => letterTo(guest)));
    const { url, taken } = await server(
      { data: (to) => (to === "ha1@bao.test" ? { code: 550, words: "5.1.1 Unknown" } : undefined) },
      { lmtp: true },
    );

    expect(await deliverTo(url.replace("smtp:", "lmtp:"))).toEqual({
      sent: 2,
      putBack: 0,
      refused: 1,
    });

    expect(taken).toHaveLength(2);
    const refused = (await mails()).filter(({ stage }) => stage === "refused");
    expect(refused.map(({ to, problem }) => `${to}: ${problem}`)).toEqual([
      "ha1@bao.test: 550 5.1.1 Unknown",
    ]);
  });

  test("turns a journalist's address amber that does not exist, and none whose letter was called spam", async () => {
    await postAll((await guests(db, 3)).map((guest) => letterTo(guest)));
    const { url } = await server({
      rcpt: (to) =>
        to === "ha0@bao.test" ? { code: 550, words: "5.1.1 No such user" } : undefined,
      data: (to) => (to === "ha1@bao.test" ? { code: 554, words: "5.7.1 Spam" } : undefined),
    });

    await deliverTo(url);

    const people = await db.selectFrom("journalist").selectAll().orderBy("email").execute();
    expect(people.map(({ bouncedAt, bounce }) => [bouncedAt, bounce])).toEqual([
      [AT, "550 5.1.1 No such user"],
      [null, null],
      [null, null],
    ]);
    const faults = (await mails()).map(({ to, fault, refusedAt }) => `${to} ${fault} ${refusedAt}`);
    expect(faults.sort()).toEqual([
      `ha0@bao.test address ${AT}`,
      `ha1@bao.test policy ${AT}`,
      "ha2@bao.test null null",
    ]);
  });

  test("lays aside a letter of which no bytes can be made, and no other", async () => {
    const [first, second] = await guests(db, 2);
    await postAll([letterTo(first as never, { to: "Hà, Bà" }), letterTo(second as never)]);
    const { url } = await server();

    expect(await deliverTo(url)).toEqual({ sent: 1, putBack: 0, refused: 1 });
    expect((await mails()).map(({ problem }) => problem)).toContain(
      'unwritable: Not an e-mail address: "Hà, Bà"',
    );
  });

  test("never lets a newer letter to the same person overtake one on its way", async () => {
    const guest = await oneGuest(db);
    await postAll([letterTo(guest)]);
    const order: string[] = [];
    const { url } = await server({
      data: () => {
        order.push("taken");
        return undefined;
      },
    });
    const { send, close } = smtpTransport(url);
    toClose.push(close);
    let changed = false;

    await deliverDue(
      db,
      async (envelope, raw) => {
        if (!changed) {
          changed = true;
          await postAll([letterTo(guest, { kind: "change", revision: 1, subject: "Changed" })]);
          expect(await claimDue(db, now, { worker: "two", limit: 9, leaseSeconds: 30 })).toEqual(
            [],
          );
        }
        order.push(raw.includes("Subject: Changed") ? "change" : "invitation");
        return send(envelope, raw);
      },
      clock,
      { worker: "one" },
    );

    expect(order).toEqual(["invitation", "taken", "change", "taken"]);
  });

  test("when told to stop, finishes what is in the air and gives the rest back", async () => {
    await postAll((await guests(db, 30)).map((guest) => letterTo(guest)));
    const stop = new AbortController();
    const { url, taken } = await server({
      data: () => {
        stop.abort();
        return undefined;
      },
    });

    const { sent } = await deliverTo(url, { stop: stop.signal, parallel: 3 });

    expect(sent).toBe(taken.length);
    expect(sent).toBeLessThanOrEqual(3);
    const rest = (await mails()).filter(({ stage }) => stage !== "sent");
    expect(rest).toHaveLength(30 - sent);
    for (const mail of rest)
      expect(mail).toMatchObject({ stage: "queued", attempts: 0, claimedBy: null });
  });
});

function closedPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
