import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, guests, letterTo, mailServer, oneGuest } from "#app/test/post-office.ts";
import type { Db } from "#db/tables.ts";
import { claimDue, post } from "./outbox.server.ts";
import { findPause, pauseMail } from "./pause.server.ts";
import { smtpTransport } from "./transport.server.ts";
import { drain, startWorker, wake } from "./worker.server.ts";

const AT = "2026-09-01T01:00:00.000Z";

describe.each(databases)("a worker on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  const toClose: (() => unknown)[] = [];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPostOffice(db));
  afterEach(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  });

  const postTo = async (count: number) => {
    const letters = (await guests(db, count)).map((guest) => letterTo(guest));
    await db.transaction().execute((trx) => post(trx, letters, AT));
  };
  const sentCount = async () =>
    (await db.selectFrom("mail").select("id").where("stage", "=", "sent").execute()).length;
  const server = async (faults: Parameters<typeof mailServer>[0] = {}) => {
    const started = await mailServer(faults);
    const transport = smtpTransport(started.url);
    toClose.push(started.stop, transport.close);
    return { ...started, send: transport.send };
  };

  test("sets out at once when woken, and stops when told", async () => {
    const { send, taken } = await server();
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const worker = startWorker(db, { send, clock: () => AT, log, pollSeconds: 3600 });
    toClose.push(worker.stop);
    await expect.poll(() => findPause(db)).toBeUndefined();

    await postTo(3);
    wake();
    await expect.poll(() => taken).toHaveLength(3);
    await worker.stop();
    await db.updateTable("mail").set({ stage: "queued" }).execute();
    wake();

    expect(lines).toContain("mail: 3 sent, 0 put back, 0 refused");
    expect(taken).toHaveLength(3);
  });

  test("looks by itself, too", async () => {
    const { send, taken } = await server();
    const worker = startWorker(db, { send, clock: () => AT, log: () => {}, pollSeconds: 0.02 });
    toClose.push(worker.stop);

    await postTo(2);

    await expect.poll(() => taken).toHaveLength(2);
  });

  test("draining carries what is due and says what is left", async () => {
    await postTo(4);
    const { send } = await server({
      data: (to) => (to === "ha1@bao.test" ? { code: 451, words: "4.3.0 Later" } : undefined),
      rcpt: (to) => (to === "ha2@bao.test" ? { code: 550, words: "5.1.1 Unknown" } : undefined),
    });

    const { delivered, remaining, pause } = await drain(db, { send, clock: () => AT });

    expect(delivered).toEqual({ sent: 2, putBack: 1, refused: 1 });
    expect(remaining).toMatchObject({ due: 0, later: 1, inHand: 0 });
    expect(pause).toBeUndefined();
  });

  test("draining ends a pause and leaves alone what a living worker holds", async () => {
    await postTo(2);
    await claimDue(db, AT, { worker: "elsewhere/1/abc", limit: 1, leaseSeconds: 30 });
    await pauseMail(db, { since: AT, until: "2026-09-02T00:00:00.000Z", problem: "535" });
    const { send } = await server();

    const { delivered, remaining } = await drain(db, { send, clock: () => AT });

    expect(delivered.sent).toBe(1);
    expect(remaining).toMatchObject({ due: 0, inHand: 1 });
  });

  test("killed in the midst of its work loses nothing, and repeats only what was in the air, unchanged", async () => {
    await postTo(300);
    const { url, taken } = await server({
      data: () => {
        if (taken.length === 100) first.kill("SIGKILL");
        return undefined;
      },
    });
    const worker = () => startProcess({ database: opened.url, mail: url });

    const first = worker();
    await once(first, "exit");
    expect(taken.length).toBeLessThan(300);

    const second = worker();
    await expect.poll(() => sentCount()).toBe(300);
    second.kill("SIGKILL");
    await once(second, "exit");

    const people = new Set(taken.map(({ to }) => to));
    expect(people.size).toBe(300);
    expect(taken.length - people.size, "only what was in the air goes twice").toBeLessThanOrEqual(
      5,
    );
    expect(new Set(taken.map(({ raw }) => raw)).size, "in the same bytes").toBe(300);
    expect(new Set(taken.map(({ messageId }) => messageId)).size).toBe(300);
  });

  test("keeps its hold on a letter while a slow server thinks", async () => {
    const guest = await oneGuest(db);
    await db.transaction().execute((trx) => post(trx, [letterTo(guest)], AT));
    let now = AT;
    const later = (seconds: number) => new Date(Date.parse(AT) + seconds * 1000).toISOString();
    let answer = () => {};
    const thinking = new Promise<{ response: string }>((resolve) => {
      answer = () => resolve({ response: "250 OK" });
    });

    const draining = drain(db, { send: () => thinking, clock: () => now, leaseSeconds: 1.5 });
    const heldSince = async () =>
      (await db.selectFrom("mail").select("claimedAt").executeTakeFirst())?.claimedAt;
    await expect.poll(heldSince).toBe(AT);
    now = later(1);
    await expect.poll(heldSince).toBe(later(1));
    const taken = await claimDue(db, later(2), { worker: "two", limit: 1, leaseSeconds: 1.5 });
    answer();

    expect(taken).toEqual([]);
    expect((await draining).delivered.sent).toBe(1);
  });
});

/** A worker in a process of its own, whose clock goes on from the tests' morning. */
function startProcess({ database, mail }: { database: string; mail: string }): ChildProcess {
  const program = `
    import { smtpTransport } from "#app/domain/mail/transport.server.ts";
    import { startWorker } from "#app/domain/mail/worker.server.ts";
    import { connect } from "#db/connect.ts";
    startWorker(connect(process.argv[1]), {
      send: smtpTransport(process.argv[2]).send,
      clock: () => new Date(Date.parse("${AT}") + performance.now()).toISOString(),
      log: () => {},
    });
    setInterval(() => {}, 1000);`;
  return spawn(process.execPath, ["--input-type=module", "--eval", program, "--", database, mail], {
    stdio: ["ignore", "inherit", "inherit"],
  });
}
