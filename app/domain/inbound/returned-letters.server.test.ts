import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { bounceOf, type Posted } from "#app/test/forged-answers.ts";
import { auditOf, clearPressRoom } from "#app/test/press-room.ts";
import { base, ignored, LATER, review, take, twoInvited } from "#app/test/two-invited.ts";
import type { Db, Row } from "#db/tables.ts";
import { newToken, subaddress } from "../mail/subaddress.ts";

describe.each(databases)("what comes back on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let posted: Posted;
  let meetingId: string;
  let ids: [string, string];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    ({ posted, meetingId, ids } = await twoInvited(db));
  });

  const journalist = () =>
    db.selectFrom("journalist").selectAll().where("id", "=", ids[0]).executeTakeFirstOrThrow();
  const letter = (): Promise<Row<"mail">> =>
    db.selectFrom("mail").selectAll().where("id", "=", posted.letter.id).executeTakeFirstOrThrow();

  test("a mail to the unsubscription address unsubscribes, once", async () => {
    const { token } = await journalist();
    const raw = `From: ha@bao.test\r\nTo: ${subaddress(base, "unsubscription", token)}\r\nSubject: unsubscribe\r\n\r\n`;

    expect(await take(db, raw)).toMatchObject({ kind: "unsubscription", outcome: "unsubscribed" });
    expect((await journalist()).unsubscribedAt).toBe(LATER);
    const stranger = raw.replace(token, newToken());
    expect(await take(db, stranger)).toMatchObject(review("unknown-token"));
    expect((await auditOf(db)).filter(({ act }) => act === "journalist.unsubscribed")).toHaveLength(
      1,
    );
  });

  test("an automatic reply to it does not", async () => {
    const { token } = await journalist();
    const to = subaddress(base, "unsubscription", token);
    await take(db, `From: ha@bao.test\r\nTo: ${to}\r\nAuto-Submitted: auto-replied\r\n\r\nAway`);
    expect((await journalist()).unsubscribedAt).toBeNull();
  });

  describe("bounces", () => {
    test.each([
      ["by the address it came back to", {}],
      ["by that address alone", { returned: "", recipient: "elsewhere@bao.test" }],
      ["by its Message-ID", { to: base }],
    ])("are known %s", async (_, details) => {
      const taken = await take(db, bounceOf(posted, details));

      expect(taken).toMatchObject({
        kind: "bounce",
        outcome: "not-delivered",
        mailId: posted.letter.id,
      });
      expect(await letter()).toMatchObject({ stage: "refused" });
      expect((await letter()).problem).toMatch(/^returned: 550 5\.1\.1 no user/);
      expect((await journalist()).bouncedAt).toBe(LATER);
      expect((await auditOf(db)).at(-1)).toMatchObject({
        act: "letter.returned",
        about: meetingId,
        particulars: { to: "ha@bao.test" },
      });
    });

    test("are known by the envelope's id", async () => {
      const raw = bounceOf(posted, { to: base, returned: "", envelopeId: posted.letter.id });
      expect(await take(db, raw)).toMatchObject({ outcome: "not-delivered" });
    });

    test("known by nothing but a recipient are for a person to judge", async () => {
      const raw = bounceOf(posted, { to: base, returned: "" });
      expect(await take(db, raw)).toMatchObject({
        ...review("unknown-bounce"),
        mailId: posted.letter.id,
      });
      expect(await letter()).toMatchObject({ stage: "sent" });
    });

    test.each([
      ["delayed", "4.4.1", "delayed"],
      ["relayed", "2.0.0", "delivered"],
      ["expanded", "2.0.0", "delivered"],
      ["delivered", "2.0.0", "delivered"],
    ])("%s is not failed", async (action, status, outcome) => {
      const raw = bounceOf(posted, { action, status, diagnostic: "smtp; still trying" });
      expect(await take(db, raw)).toMatchObject({ kind: "bounce", outcome });
      expect(await letter()).toMatchObject({ stage: "sent", problem: null });
      expect((await journalist()).bouncedAt).toBeNull();
    });

    test("for how it was sent is held against nobody", async () => {
      const raw = bounceOf(posted, { status: "5.7.1", diagnostic: "smtp; 550 5.7.1 Spam" });
      expect(await take(db, raw)).toMatchObject({ outcome: "not-delivered" });
      expect(await letter()).toMatchObject({ stage: "refused", fault: "policy" });
      expect((await journalist()).bouncedAt).toBeNull();
    });

    test("the real one of Postfix is read", async () => {
      const captured = readFileSync(
        new URL("captures/real-postfix-dsn-550.eml", import.meta.url),
        "latin1",
      );
      const raw = captured
        .replaceAll("b+inv42.k7Q2@ministry.test", subaddress(base, "bounce", posted.returnToken))
        .replaceAll("khongco@bounce.test", "ha@bao.test");
      expect(await take(db, raw)).toMatchObject({
        outcome: "not-delivered",
        words: "550 5.1.1 no user",
      });
      expect((await journalist()).bouncedAt).toBe(LATER);
    });

    test.each([
      [
        "that says no",
        "real-opensmtpd-dsn-550.eml",
        "baochi+b-5a12ab79rrmbkbkh05xg9n4mfj6fq12g@phatngon.example",
        { outcome: "not-delivered", words: "550 5.1.1 No such user here" },
        { stage: "refused", fault: "address" },
      ],
      [
        "that is still trying",
        "real-opensmtpd-dsn-delayed.eml",
        "baochi+b-apbmnrebhhakf9a9s8bq4gazpy4m3s37@phatngon.example",
        { outcome: "delayed", words: "451 4.7.1 Greylisted" },
        { stage: "sent", fault: null },
      ],
    ])("the real one of an OpenSMTPD %s is read", async (_, file, own, expected, becomes) => {
      const captured = readFileSync(new URL(`captures/${file}`, import.meta.url), "latin1");
      const raw = captured
        .replaceAll(own, subaddress(base, "bounce", posted.returnToken))
        .replaceAll(/\w+@paper\.test/g, "ha@bao.test");
      expect(await take(db, raw)).toMatchObject({ kind: "bounce", ...expected });
      expect(await letter()).toMatchObject(becomes);
      expect((await journalist()).bouncedAt).toBe(becomes.fault && LATER);
    });

    test("an automatic reply to the letter's return address is no bounce", async () => {
      const to = subaddress(base, "bounce", posted.returnToken);
      const raw = `From: ha@bao.test\r\nTo: ${to}\r\nAuto-Submitted: auto-replied\r\nSubject: Away\r\n\r\nAway`;
      expect(await take(db, raw)).toMatchObject(ignored("auto-reply"));
      expect(await letter()).toMatchObject({ stage: "sent" });
    });

    test("with a key that was never made changes nothing", async () => {
      const to = subaddress(base, "bounce", newToken());
      const raw = bounceOf(posted, { to, returned: "", recipient: "x@y.test" });
      expect(await take(db, raw)).toMatchObject({ ...review("unknown-bounce"), mailId: null });
    });
  });
});
