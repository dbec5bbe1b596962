import { spawn } from "node:child_process";
import { once } from "node:events";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, guests, letterTo, mailServer } from "#app/test/post-office.ts";
import type { Db } from "#db/tables.ts";
import { type Courier, keepCourier } from "./courier.server.ts";
import { post } from "./outbox.server.ts";
import { findPause, pauseMail } from "./pause.server.ts";
import { wake } from "./worker.server.ts";

const AT = "2026-09-01T01:00:00.000Z";

describe.each(databases)("a courier on $name", ({ open }) => {
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

  const postTo = async (count: number) => {
    const letters = (await guests(db, count)).map((guest) => letterTo(guest));
    await db.transaction().execute((trx) => post(trx, letters, AT));
  };
  const sentAll = () =>
    db.updateTable("mail").set({ stage: "sent" }).where("stage", "=", "queued").execute();

  /** Couriers that come back when they are told to. */
  function agency({ pollSeconds = 0.02, clock = () => now } = {}) {
    const out: { back: () => void; fail: () => void; calls: string[] }[] = [];
    const send = (): Courier => {
      const calls: string[] = [];
      let settle = { back: () => {}, fail: () => {} };
      const back = new Promise<void>((done, failed) => {
        settle = { back: done, fail: () => failed(new Error("ended with SIGKILL")) };
      });
      out.push({ ...settle, calls });
      const stop = () => {
        calls.push("stop");
        settle.back();
      };
      return { wake: () => void calls.push("wake"), stop, back };
    };
    const lines: string[] = [];
    const log = (line: string) => void lines.push(line);
    const keeper = keepCourier(db, { send, clock, log, pollSeconds });
    toClose.push(keeper.stop);
    return { out, lines, stop: keeper.stop };
  }
  const aMoment = () => new Promise((resolve) => setTimeout(resolve, 150));

  test("is sent when there is something to carry, and one at a time", async () => {
    const { out } = agency();
    await aMoment();
    expect(out).toHaveLength(0);

    await postTo(2);
    await expect.poll(() => out).toHaveLength(1);
    wake();
    await aMoment();
    expect(out).toHaveLength(1);
    expect(out[0]?.calls, "and hears of more").toEqual(["wake"]);

    await sentAll();
    out[0]?.back();
    await aMoment();
    expect(out).toHaveLength(1);
  });

  test("that came to grief is followed by another", async () => {
    await postTo(1);
    const { out, lines } = agency();
    await expect.poll(() => out).toHaveLength(1);
    out[0]?.fail();

    await expect.poll(() => out).toHaveLength(2);
    expect(lines).toEqual(["mail: ended with SIGKILL"]);
  });

  test("stays at home while the queue is paused", async () => {
    const { out } = agency();
    await expect.poll(() => findPause(db)).toBeUndefined();
    await aMoment();
    await pauseMail(db, { since: AT, until: "2026-09-01T01:05:00.000Z", problem: "535" });
    await postTo(1);
    await aMoment();
    expect(out).toHaveLength(0);

    now = "2026-09-01T01:05:00.000Z";
    await expect.poll(() => out).toHaveLength(1);
  });

  test("is told to stop, and waited for", async () => {
    await postTo(1);
    const { out, stop } = agency();
    await expect.poll(() => out).toHaveLength(1);

    await stop();

    expect(out[0]?.calls).toEqual(["stop"]);
    await aMoment();
    expect(out).toHaveLength(1);
  });

  test("is not sent any more by whoever was told to stop while asking for work", async () => {
    await postTo(1);
    let asked = 0;
    let stopped: Promise<void> | undefined;
    // The clock is read once to begin, and then between two looks into the outbox.
    const clock = () => {
      if (++asked === 2) stopped = stop();
      return now;
    };
    const { out, stop } = agency({ clock });

    await expect.poll(() => stopped !== undefined).toBe(true);
    await stopped;

    expect(out).toHaveLength(0);
  });

  test("carries in a process of its own, ends when told, and leaves nothing half done when killed", async () => {
    await postTo(120);
    await db.updateTable("mail").set({ expiresAt: "2100-01-01T00:00:00.000Z" }).execute();
    const { url, taken, stop } = await mailServer({
      data: () => {
        if (taken.length === 30) first.kill("SIGKILL");
        return undefined;
      },
    });
    toClose.push(stop);
    const courier = () =>
      spawn(process.execPath, ["scripts/courier.ts", "--quiet"], {
        env: { ...process.env, DATABASE_URL: opened.url, SMTP_URL: url, NODE_ENV: "production" },
        stdio: ["ignore", "inherit", "inherit", "ipc"],
      });

    const first = courier();
    await once(first, "exit");
    expect(taken.length).toBeLessThan(120);
    const second = courier();
    const ended = once(second, "exit");
    await expect.poll(() => new Set(taken.map(({ to }) => to)).size).toBe(120);
    second.send("stop");
    const [code] = await ended;

    expect(code).toBe(0);
    expect(new Set(taken.map(({ raw }) => raw)).size, "in the same bytes").toBe(120);
    expect(taken.length - 120).toBeLessThanOrEqual(5);
    const stages = await db.selectFrom("mail").select("stage").distinct().execute();
    expect(stages).toEqual([{ stage: "sent" }]);
  });
});
