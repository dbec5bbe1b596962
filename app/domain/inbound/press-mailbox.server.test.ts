import { createTransport } from "nodemailer";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { clearPressRoom } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { mimeOf } from "../mail/mime.server.ts";
import { answersAddress } from "../mail/sender.server.ts";
import { subaddress } from "../mail/subaddress.ts";
import { loadLaw } from "../policies/law.server.ts";
import { startListener } from "./listener.server.ts";
import { takeInTrial } from "./taking-in.server.ts";

const MAILBOX = "hopbao@longxuyen.test";
const QUESTION = `From: ha@bao.test\r\nTo: ${MAILBOX}\r\nSubject: Hoi\r\nMessage-ID: <1@bao.test>\r\n\r\nBao gio?`;

describe.each(databases)("an agency's mailbox on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  const toClose: (() => unknown)[] = [];
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    const ward = await committee(db);
    await db.updateTable("agency").set({ pressEmail: MAILBOX }).where("id", "=", ward.id).execute();
    await db.deleteFrom("account").execute();
    await officerOf(db, ward);
  });
  afterEach(async () => {
    for (const close of toClose.splice(0).reverse()) await close();
  });

  const outcomes = async () =>
    (await db.selectFrom("inboundMail").select(["outcome", "to"]).execute()).map(
      ({ outcome, to }) => `${outcome} ${to}`,
    );

  async function lmtp() {
    const started = await startListener(db, { host: "127.0.0.1", port: 0, clock: () => MORNING });
    toClose.push(started.stop);
    const transport = createTransport({
      ...{ host: "127.0.0.1", port: started.port, lmtp: true, secure: false, ignoreTLS: true },
    } as never);
    toClose.push(() => transport.close());
    return (to: string) =>
      transport.sendMail({ envelope: { from: "ha@bao.test", to }, raw: QUESTION });
  }

  test("takes mail over LMTP, however its address is spelt, and its neighbours take none", async () => {
    const send = await lmtp();

    await send("HopBao@LongXuyen.test");
    await expect(send("hopbao@binhduc.test")).rejects.toMatchObject({ responseCode: 550 });

    expect(await outcomes()).toEqual(["asked hopbao@longxuyen.test"]);
  });

  test("takes what anybody sends to it by the trial mailbox, but not our own letters", async () => {
    const base = answersAddress() as string;
    const raw = Buffer.from(QUESTION);
    await takeInTrial(db, { raw, from: "ha@bao.test", to: [MAILBOX], at: MORNING });
    await takeInTrial(db, { raw, from: "ha@bao.test", to: ["khac@bao.test"], at: MORNING });
    expect(await outcomes()).toEqual([`asked ${MAILBOX}`]);

    const letter = await db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();
    const own = Buffer.from(await mimeOf(letter), "latin1");
    for (const from of [base, subaddress(base, "bounce", "0".repeat(32))])
      await takeInTrial(db, { raw: own, from, to: [MAILBOX], at: MORNING });
    expect(await outcomes()).toHaveLength(1);
  });
});
