import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, type Guest, oneGuest } from "#app/test/post-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { takeIn } from "./taking-in.server.ts";

/** What Thunderbird 153.8 and SOGo 5.8 sent back to invitations of this app, octet by octet, as its life went on. */
const CAPTURED = {
  thunderbird153: {
    email: "nhung@bao.example",
    uid: "v3th1sc86yr5g19mcrn4cabn42ss0h9a",
    token: "f5t7tpq5x2q2cppq8m8csh9431ez9yep",
  },
  sogo58: {
    email: "duc@bao.example",
    uid: "mbbbmr1pzctr5kd1b24ekvp4arg4jjyd",
    token: "r8d2zp2ywbrysbwq50j1qqaq7p249e74",
  },
};
type Client = keyof typeof CAPTURED;
const CLIENTS = Object.keys(CAPTURED) as Client[];

const base = "baochi@phatngon.example";

describe.each(databases)("a real calendar's answer, on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let guest: Guest;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPostOffice(db);
    guest = await oneGuest(db);
  });

  /** Invited as the client was, and told of the meeting's versions up to this one. */
  const invited = async (client: Client, revision = 0) => {
    const { email, uid, token } = CAPTURED[client];
    await db.updateTable("journalist").set({ email }).execute();
    await db.updateTable("invitation").set({ token, calendarUid: uid }).execute();
    await db.updateTable("meeting").set({ revision }).execute();
  };
  const take = (file: string) => {
    const raw = readFileSync(new URL(`captures/own-${file}.eml`, import.meta.url));
    return takeIn(db, { raw, at: MORNING }, { base, authservId: undefined });
  };
  const answer = () =>
    db
      .selectFrom("invitation")
      .select(["reply", "repliedVia", "replyTrust"])
      .where("id", "=", guest.id)
      .executeTakeFirstOrThrow();

  describe.each(CLIENTS)("of %s", (client) => {
    test.each([
      ["accepted", "coming", 0],
      ["tentative", "tentative", 1], // after a new time
      ["declined", "declined", 4], // after it was put off, and came back
    ] as const)("%s, is kept as given", async (said, reply, sequence) => {
      await invited(client, sequence);

      expect(await take(`${client}-${said}`)).toMatchObject({
        ...{ kind: "answer", outcome: "applied", reply, sequence, invitationId: guest.id },
        ...{ trust: "matched", from: CAPTURED[client].email },
      });

      expect(await answer()).toEqual({ reply, repliedVia: "calendar", replyTrust: "matched" });
    });

    test("to the version before is noted, and asked for again", async () => {
      await invited(client, 2);

      expect(await take(`${client}-tentative`)).toMatchObject({ outcome: "older", sequence: 1 });

      expect((await answer()).reply).toBeNull();
    });

    test("to another's invitation is looked at by a person", async () => {
      await invited(client);
      await db.updateTable("journalist").set({ email: "boss@bao.example" }).execute();

      expect(await take(`${client}-accepted`)).toMatchObject({
        ...{ outcome: "review", reason: "other-attendee" },
      });
      expect((await answer()).reply).toBeNull();
    });
  });

  test("told once more in words, as SOGo does to whoever sent the letter, is nobody's work", async () => {
    await invited("sogo58", 4);

    expect(await take("sogo58-notice")).toMatchObject({
      ...{ kind: "other", outcome: "ignored", reason: "notice", settledAt: MORNING },
    });

    expect((await answer()).reply).toBeNull();
  });
});
