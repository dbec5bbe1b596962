import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { now } from "#app/clock.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { clearPostOffice, letterTo, oneGuest } from "#app/test/post-office.ts";
import type { Db } from "#db/tables.ts";
import { digestOf, post } from "./outbox.server.ts";
import { readMessage, startReceiver } from "./receiver.server.ts";
import { smtpTransport } from "./transport.server.ts";
import { drain } from "./worker.server.ts";

const AT = "2026-09-01T01:00:00.000Z";

describe.each(databases)("the trial mailbox on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let transport: ReturnType<typeof smtpTransport>;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPostOffice(db);
    receiver = await startReceiver(db, now);
    transport = smtpTransport(receiver.url);
  });
  afterEach(async () => {
    transport.close();
    await receiver.stop();
  });

  const received = () => db.selectFrom("receivedMail").selectAll().orderBy("receivedAt").execute();

  test("keeps a letter as it was sent, with its calendar file", async () => {
    const guest = await oneGuest(db);
    const letter = letterTo(guest);
    await db.transaction().execute((trx) => post(trx, [letter], AT));

    await drain(db, { send: transport.send, clock: () => AT });

    const [kept, ...more] = await received();
    expect(more).toEqual([]);
    expect(kept).toMatchObject({
      from: expect.stringMatching(/^baochi\+b-[0-9a-z]{32}@press\.test$/),
      to: guest.email,
      subject: "Giấy mời dự họp báo",
      receivedAt: AT,
    });
    const sent = await db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();
    expect(digestOf(kept?.raw ?? "")).toBe(sent.digest);

    const message = await readMessage(kept?.raw as string);
    expect(message).toMatchObject({
      subject: letter.subject,
      from: letter.from,
      to: `Nguyễn Thị Hà <${guest.email}>`,
      calendar: { method: "REQUEST", text: letter.calendar },
    });
    expect(message.text.trim()).toBe(letter.text.trim());
    expect(message.html.trim()).toBe(letter.html.trim());
    expect(message.attachments.map(({ name, type }) => [name, type])).toEqual([
      ["invite.ics", "application/ics"],
    ]);
    expect(Buffer.from(message.attachments[0]?.content ?? []).toString()).toBe(letter.calendar);
    expect(message.headers).toContainEqual({ name: "Auto-Submitted", value: "auto-generated" });
  });

  test("keeps octets that are no text, and reads a message that is hardly one", async () => {
    const raw = "Subject: x\r\n\r\n\u0000\u00ff\u0080 caf\u00e9\r\n";
    await transport.send({ id: "x", from: "a@b.test", to: "c@d.test" }, raw).catch(() => {});
    await transport.send({ id: "x", from: "a@b.test", to: "c@d.test" }, "no head at all");

    const kept = await received();
    expect(kept).toHaveLength(2);
    for (const { raw: octets } of kept) expect((await readMessage(octets)).calendar).toBeNull();
  });

  test("takes a letter that the largest form of an agency's own goes with", async () => {
    const paper = Buffer.alloc(2 * 1024 * 1024, 7)
      .toString("base64")
      .replace(/.{76}/g, "$&\r\n");
    const envelope = { id: "x", from: "a@b.test", to: "c@d.test" };

    await transport.send(envelope, `Subject: Giay moi\r\n\r\n${paper}\r\n`);

    expect(await received()).toHaveLength(1);
  });

  test("turns down what is too large", async () => {
    const large = `Subject: large\r\n\r\n${"x".repeat(70)}\r\n`.padEnd(
      5_000_000,
      "lorem ipsum\r\n",
    );

    await expect(
      transport.send({ id: "x", from: "a@b.test", to: "c@d.test" }, large),
    ).rejects.toMatchObject({ responseCode: 552 });

    expect(await received()).toEqual([]);
  });
});
