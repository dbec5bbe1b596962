import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, type Guest, guests, letterTo, oneGuest } from "#app/test/post-office.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Mail } from "./letter.ts";
import { claimDue, isWork, post, putBack } from "./outbox.server.ts";

const QUIET = "21:00-07:00 Asia/Ho_Chi_Minh";
const EVENING = "2026-09-01T13:58:00.000Z"; // two minutes to nine
const NIGHT = "2026-09-01T14:03:00.000Z";
const MORNING = "2026-09-02T00:00:00.000Z"; // seven
const hand = { worker: "one", limit: 10, leaseSeconds: 30 };

describe.each(databases)("a letter with quiet hours on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPostOffice(db));

  async function posted(at: Moment, quiet = QUIET) {
    const letter = letterTo(await oneGuest(db), { expiresAt: "2026-09-10T00:00:00.000Z" });
    await post(db, [{ ...letter, quiet }], at);
  }
  const claimed = async (at: Moment) => (await claimDue(db, at, hand)).length;
  const dueAt = async () =>
    (await db.selectFrom("mail").select("dueAt").executeTakeFirstOrThrow()).dueAt;

  it("leaves at once by day", async () => {
    await posted(EVENING);
    expect(await claimed(EVENING)).toBe(1);
  });

  it("that is written at night waits for the morning", async () => {
    await posted(NIGHT);
    expect(await dueAt()).toBe(MORNING);
    expect(await isWork(db, NIGHT, 30)).toBe(false);
    expect(await claimed(NIGHT)).toBe(0);
    expect(await claimed(MORNING)).toBe(1);
  });

  it("is not tried again at night", async () => {
    await posted(EVENING);
    const [mail] = await claimDue(db, EVENING, hand);
    const again = { now: EVENING, dueAt: NIGHT, problem: "451 later", mayHaveLeft: false };
    await putBack(db, mail as Mail, again);
    expect(await claimed(NIGHT)).toBe(0);
    expect(await dueAt(), "and nobody looks for it until then").toBe(MORNING);
    expect(await claimed(MORNING)).toBe(1);
  });

  it("that a queue at rest held up does not leave at night either, while others do", async () => {
    const [one, two] = await guests(db, 2);
    const expiresAt = "2026-09-10T00:00:00.000Z";
    await post(db, [{ ...letterTo(one as Guest, { expiresAt }), quiet: QUIET }], EVENING);
    await post(db, [letterTo(two as Guest, { expiresAt })], EVENING);
    expect((await claimDue(db, NIGHT, hand)).map(({ to }) => to)).toEqual([two?.email]);
    const inTheMorning = await claimDue(db, MORNING, hand);
    expect(inTheMorning.map(({ to }) => to)).toContain(one?.email);
  });

  it("without hours that can be read leaves like any other", async () => {
    await posted(NIGHT, "night");
    expect(await claimed(NIGHT)).toBe(1);
  });
});
