import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, wanted } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { closeAgency } from "../closings/closing.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { subaddress } from "../mail/subaddress.ts";
import { announceMeeting, planMeeting } from "../meetings/meetings.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { takeQuery } from "../queries/queries.server.ts";
import { takeIn } from "./taking-in.server.ts";
import { findInboundFor, letterOfQuery } from "./tray.server.ts";

const base = "rsvp@longxuyen.test";
const MAILBOX = "hopbao@longxuyen.test";
const AT = "2026-09-01T02:00:00.000Z";
const later = (minutes: number) => new Date(Date.parse(AT) + minutes * 60_000).toISOString();

let letters = 0;

/** A letter as a person writes it to the agency's mailbox. */
function letter(more: { headers?: string[]; text?: string; type?: string } & Head = {}) {
  const {
    from = "Phan Thị Hà <ha@bao.test>",
    to = MAILBOX,
    subject = "Bao giờ thông đường?",
  } = more;
  const raw = [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Message-ID: ${more.id ?? `<q${letters++}@bao.test>`}`,
    "Date: Tue, 01 Sep 2026 08:50:00 +0700",
    "MIME-Version: 1.0",
    ...(more.headers ?? []),
    `Content-Type: ${more.type ?? "text/plain; charset=utf-8"}`,
    "",
    more.text ?? "Cấm xe từ 25/08. Bao giờ thông đường?",
    "",
  ];
  return Buffer.from(raw.join("\r\n"));
}
interface Head {
  from?: string;
  to?: string;
  subject?: string;
  id?: string;
}

const appointment = (method: string) =>
  `BEGIN:VCALENDAR\r\nMETHOD:${method}\r\nBEGIN:VEVENT\r\nUID:x\r\nEND:VEVENT\r\nEND:VCALENDAR`;

describe.each(databases)("letters to an agency's mailbox on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  let lan: Officer;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("account").execute();
    await db.deleteFrom("agencySuccession").execute();
    const ward = await committee(db);
    await committee(db, "30292");
    await db.updateTable("agency").set({ untilDay: null, pressEmail: null }).execute();
    await mailbox("pc-30307", MAILBOX);
    lan = await officerOf(db, ward);
  });

  const mailbox = (id: string, pressEmail: string) =>
    db.updateTable("agency").set({ pressEmail }).where("id", "=", id).execute();
  const take = (raw: Buffer, { to = [MAILBOX], at = AT } = {}) =>
    takeIn(db, { raw, to, at }, { base, authservId: "mx.longxuyen.test" });
  const queries = () => db.selectFrom("query").selectAll().orderBy("number").execute();
  const mails = () => db.selectFrom("mail").selectAll().execute();

  test("become queries of the agency, received when they came, and no machine answers them", async () => {
    const taken = await take(letter());

    const [query, ...more] = await queries();
    expect(more).toEqual([]);
    expect(query).toMatchObject({
      ...{
        agencyId: "pc-30307",
        channel: "mail",
        kind: "question",
        receivedAt: AT,
        language: "vi",
      },
      ...{ title: "Bao giờ thông đường?", text: "Cấm xe từ 25/08. Bao giờ thông đường?" },
      ...{ askerName: "Phan Thị Hà", askerEmail: "ha@bao.test", journalistId: null },
      ...{ nameWithheld: 1, receivedBy: null },
    });
    expect(taken).toMatchObject({
      ...{ kind: "query", outcome: "asked", queryId: query?.id, agencyId: "pc-30307" },
      ...{ trust: null, settledAt: AT },
    });
    expect((await mails()).map(({ to }) => to)).toEqual([lan.email]);
    expect((await auditOf(db)).map(({ act, byName }) => [act, byName])).toEqual([
      ["query.received", "Hộp thư đến"],
    ]);
  });

  test("are answered for by the officer who takes them in hand, once", async () => {
    await take(letter());
    const [query] = await queries();
    const by = { by: lan, at: later(5) };

    expect(await takeQuery(db, query as { id: string }, by)).toEqual({ ok: true });

    const toAsker = (await mails()).filter(({ to }) => to === "ha@bao.test");
    expect(toAsker).toMatchObject([{ kind: "query-receipt", postedAt: later(5) }]);
  });

  test("are taken once, whoever carried them and however often", async () => {
    const raw = letter({ id: "<once@bao.test>" });
    const carried = Buffer.concat([Buffer.from("Received: from a by b\r\n"), raw]);
    const all = await Promise.all([take(raw), take(carried), take(raw)]);
    await takeIn(db, { raw, at: later(9) }, { base }); // a mailbox names no envelope

    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
    expect(await queries()).toHaveLength(1);
  });

  test("to two agencies are a query of each", async () => {
    await mailbox("pc-30292", "hopbao@binhduc.test");
    const raw = letter({ to: `${MAILBOX}, hopbao@binhduc.test` });
    await take(raw);
    await take(raw, { to: ["HopBao@BinhDuc.test"] });

    expect((await queries()).map(({ agencyId }) => agencyId).toSorted()).toEqual([
      ...["pc-30292", "pc-30307"],
    ]);
  });

  test("are known to be a listed journalist's by the address, and who vouches for it is kept", async () => {
    const ha = await reporter(db, { email: "ha@bao.test", language: "en" });
    const passed =
      "Authentication-Results: mx.longxuyen.test; dmarc=pass (p=reject) header.from=bao.test";
    const taken = await take(letter({ headers: [passed] }));

    const [query] = await queries();
    expect(query).toMatchObject({ journalistId: ha.id, language: "en" });
    expect(taken.trust).toBe("verified");
    expect(await letterOfQuery(db, query as { id: string; agencyId: string })).toEqual({
      ...{ id: taken.id, trust: "verified" },
    });
  });

  const mixed = (method: string) => ({
    type: 'multipart/mixed; boundary="b"',
    text: `--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nXin phỏng vấn Chủ tịch.\r\n--b\r\nContent-Type: text/calendar; method=${method}\r\n\r\n${appointment(method)}\r\n--b--`,
  });

  test("with an appointment in them are questions all the same", async () => {
    await take(letter(mixed("REQUEST")));
    expect((await queries()).map(({ text }) => text)).toEqual(["Xin phỏng vấn Chủ tịch."]);
  });

  test("written in HTML alone are read as text", async () => {
    await take(letter({ type: "text/html", text: "<p>Hỏi <b>gấp</b></p><script>x</script>" }));
    expect((await queries()).map(({ text }) => text)).toEqual(["Hỏi gấp"]);
  });

  test.each([
    ["an automatic reply", { headers: ["Auto-Submitted: auto-replied"] }, "auto-reply"],
    ["a newsletter", { headers: ["Precedence: bulk"] }, "auto-reply"],
    ["out of office", { subject: "Automatic reply: Thư mời" }, "auto-reply"],
    ["a calendar's answer without a key", mixed("REPLY"), "no-token"],
    ["nothing but blanks", { text: " \u200b " }, "no-question"],
    ["the office itself", { from: MAILBOX }, "no-question"],
    ["two senders", { headers: ["From: b@bao.test"] }, "no-question"],
    ["a book", { text: "Dài ".repeat(6_000) }, "too-long"],
  ])("that are %s become none", async (_, more, reason) => {
    expect(await take(letter(more))).toMatchObject({
      kind: expect.not.stringMatching("query"),
      reason,
    });
    expect(await queries()).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  test("for a mailbox that several agencies share wait for a person", async () => {
    await mailbox("pc-30292", MAILBOX);
    expect(await take(letter())).toMatchObject({ reason: "several-agencies", agencyId: null });
    expect(await queries()).toEqual([]);
  });

  test("that answer an invitation are no question, and are read where invitations are", async () => {
    const planned = await planMeeting(db, { id: "pc-30307" }, wanted(), signed());
    if (!planned.ok) throw new Error(planned.reason);
    await announceMeeting(db, planned, signed());
    const ha = await reporter(db, { email: "ha@bao.test" });
    await invite(db, planned, [ha.id], signed(), { despite: "Gấp" });
    const [invitation] = await mails();

    const taken = await take(
      letter({ subject: "Re: Giấy mời", headers: [`In-Reply-To: ${invitation?.messageId}`] }),
    );

    expect(taken).toMatchObject({
      ...{ outcome: "review", reason: "reply", agencyId: null, settledAt: null },
      ...{ invitationId: invitation?.invitationId, mailId: invitation?.id },
    });
    expect(await queries()).toEqual([]);
  });

  test("that answer a letter about a query are read by the unit in charge alone", async () => {
    await take(letter());
    await takeQuery(db, (await queries())[0] as { id: string }, { by: lan, at: later(1) });
    const receipt = (await mails()).find(({ kind }) => kind === "query-receipt");
    const taken = await take(letter({ headers: [`References: <x@y> ${receipt?.messageId}`] }));

    expect(taken).toMatchObject({ reason: "reply", agencyId: "pc-30307", mailId: receipt?.id });
    expect(await queries()).toHaveLength(1);
    const province = await officerOf(db, await committee(db, "91"), "Tỉnh");
    expect(await findInboundFor(db, province, taken.id)).toBeUndefined();
    expect(await findInboundFor(db, lan, taken.id)).toMatchObject({ id: taken.id });
  });

  test("of one sender beyond five a day wait for a person, and a new day begins anew", async () => {
    for (let n = 0; n < 5; n++) await take(letter(), { at: later(n) });
    expect(await take(letter(), { at: later(6) })).toMatchObject({ reason: "too-many" });
    expect(await take(letter({ from: "an@bao.test" }), { at: later(7) })).toMatchObject({
      outcome: "asked",
    });
    expect(await take(letter(), { at: later(24 * 60 + 1) })).toMatchObject({ outcome: "asked" });
    expect(await queries()).toHaveLength(7);
  });

  test("of thirty strangers a day leave room for those who are listed", async () => {
    for (let n = 0; n < 30; n++) await take(letter({ from: `nguoi-la-${n}@x.test` }));
    await reporter(db, { email: "ha@bao.test" });

    expect(await take(letter({ from: "ai-do@x.test" }))).toMatchObject({ reason: "too-many" });
    expect(await take(letter())).toMatchObject({ outcome: "asked" });
  });

  test("are taken for calendars' answers where they come to an invitation's own address", async () => {
    const token = "0".repeat(32);
    const to = subaddress(base, "answer", token);
    expect(await take(letter({ to: `${to}, ${MAILBOX}` }), { to: [to] })).toMatchObject({
      reason: "letter",
    });
  });

  test("to a closed agency are nobody's, and its own go with its successor", async () => {
    const taken = await take(letter());
    const closed = await closeAgency(
      db,
      { reach: "country" },
      { id: "pc-30307" },
      { day: "2026-09-02", basis: "NQ 1", fileId: null, successorIds: ["pc-30292"] },
      signed(),
    );
    expect(closed).toMatchObject({ ok: true });

    const minh = await officerOf(db, { id: "pc-30292" }, "Minh");
    expect(await findInboundFor(db, minh, taken.id)).toMatchObject({ id: taken.id });
    const late = await take(letter(), { at: "2026-09-03T02:00:00.000Z" });
    expect(late).toMatchObject({ outcome: "review", reason: "letter", agencyId: null });
  });
});
