import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { clearPostOffice, guests, letterTo } from "#app/test/post-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { post } from "../mail/outbox.server.ts";
import {
  countLettersFor,
  findReceivedFor,
  listLettersFor,
  listReceivedFor,
} from "./correspondence.server.ts";

describe.each(databases)("the office's correspondence on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPostOffice(db));

  async function posted() {
    const invited = await guests(db, 4);
    await post(
      db,
      invited.map((guest) => letterTo(guest)),
      MORNING,
    );
    const fates = [
      { stage: "sent", sentAt: MORNING },
      { stage: "refused", problem: "550 5.1.1 No such user" },
      { attempts: 2, problem: "450 4.2.1 Busy" },
    ] as const;
    for (const [place, fate] of fates.entries())
      await db
        .updateTable("mail")
        .set(fate)
        .where("to", "=", invited[place]?.email ?? "")
        .execute();
    return invited.map(({ email }) => email);
  }

  it("puts each letter on its shelf, and counts them", async () => {
    const [sent, refused, putBack, queued] = await posted();
    const lan = await officerOf(db, await committee(db));
    const on = async (shelf: "trouble" | "waiting" | "sent" | "skipped") =>
      (await listLettersFor(db, lan, { shelf })).letters.map(({ to }) => to).toSorted();

    expect(await on("trouble")).toEqual([refused, putBack].toSorted());
    expect(await on("waiting")).toEqual([putBack, queued].toSorted());
    expect(await on("sent")).toEqual([sent]);
    expect(await on("skipped")).toEqual([]);
    expect(await countLettersFor(db, lan)).toEqual({
      trouble: 2,
      waiting: 2,
      sent: 1,
      skipped: 0,
      all: 4,
    });
  });

  it("shows nobody letters of meetings beyond their reach", async () => {
    await posted();
    const hue = await officerOf(db, await committee(db, "46"));

    expect((await listLettersFor(db, hue, { shelf: "all" })).total).toBe(0);
    expect((await countLettersFor(db, hue)).all).toBe(0);
  });

  it("knows a received message by our letter's Message-ID, not by its address", async () => {
    await posted();
    const mails = await db.selectFrom("mail").selectAll().execute();
    const received = (id: string, to: string, messageId: string) => {
      const raw = `Subject: x\r\nMessage-ID: ${messageId}\r\n\r\ntext`;
      return { id, to, raw, from: "baochi@press.test", subject: "x", receivedAt: MORNING };
    };
    const [first] = mails;
    await db
      .insertInto("receivedMail")
      .values([
        received("ours", first?.to ?? "", first?.messageId ?? ""),
        received("strange", first?.to ?? "", "<somebody@elsewhere.test>"),
      ])
      .execute();
    const lan = await officerOf(db, await committee(db));
    const hue = await officerOf(db, await committee(db, "46"), "Hương");
    const admin = { ...hue, reach: "country" as const };
    const seen = async (officer: typeof lan) =>
      (await listReceivedFor(db, officer)).mails.map(({ id }) => id);

    expect(await seen(lan)).toEqual(["ours"]);
    expect(await seen(hue)).toEqual([]);
    expect(await seen(admin)).toEqual(["ours", "strange"]);
    expect(await findReceivedFor(db, lan, "strange")).toBeUndefined();
    expect(await findReceivedFor(db, lan, "ours")).toMatchObject({ subject: "x" });
  });
});
