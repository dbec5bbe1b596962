import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { reporter } from "#app/test/people.ts";
import {
  clearQueries,
  DAY,
  incoming,
  later,
  lettersIn,
  now,
  office,
  received,
} from "#app/test/query-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { receiveByMail } from "./by-mail.server.ts";
import { clocksOf } from "./clocks.server.ts";
import { concludeComplaint, takeQuery } from "./queries.server.ts";
import { ask, receive } from "./receiving.server.ts";
import { confirmRequest, findRequest, requestQuery } from "./requests.server.ts";

describe.each(databases)("press queries that come on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearQueries(db));

  it("are numbered within the agency and the year, one after another however many come at once", async () => {
    const [long, binh] = [await office(db), await office(db, "30292", "Bình")];
    const all = await Promise.all([...Array(5)].map(() => received(db, long)));
    expect(all.map(({ number }) => number).toSorted()).toEqual([
      ..."12345".split("").map((n) => `${n}/2026`),
    ]);
    expect((await received(db, binh)).number).toBe("1/2026");
    const newYear = { channel: "call", receivedAt: "2026-12-31T17:00:00.000Z" } as const;
    const signature = { by: long.officer, at: "2027-01-02T00:00:00.000Z" };
    expect(await receive(db, long.agency, incoming(), newYear, signature)).toMatchObject({
      number: "1/2027",
    });
  });

  it("tell the asker that they have arrived, with both times, and never what was asked in the subject", async () => {
    const at = await office(db);
    await received(db, at, { kind: "forwarded_opinion" });
    await received(db, at);
    await received(db, at, { askerEmail: null });
    const letters = await lettersIn(db);
    expect(letters.map(({ kind, to }) => [kind, to])).toEqual([
      ["query-receipt", "ha@bao.test"],
      ["query-receipt", "ha@bao.test"],
    ]);
    const opinion = letters.find(({ text }) => text.includes("Điều 18 khoản 3"));
    expect(opinion?.text).toContain("Hạn của luật: chậm nhất hết ngày 23/09/2026");
    expect(letters.find((one) => one !== opinion)?.text).toContain("luật không định số ngày");
    for (const { subject } of letters) expect(subject).not.toMatch(/đường/);
  });

  it("of a forwarded complaint keep its reference and nothing else", async () => {
    const at = await office(db);
    const arrival = { channel: "paper", receivedAt: MORNING } as const;
    const complaint = incoming({ kind: "forwarded_complaint", text: "Ông Nguyễn Văn X tố cáo…" });
    expect(await receive(db, at.agency, complaint, arrival, at.by())).toEqual({
      ...{ ok: false, reason: "needs-reference" },
    });
    const { id } = await received(db, at, { ...complaint, reference: "45/CV-BM ngày 20/08/2026" });
    expect(await now(db, { id })).toMatchObject({ title: "45/CV-BM ngày 20/08/2026", text: "" });
    await takeQuery(db, { id }, at.by(1));
    expect((await clocksOf(db, await now(db, { id }))).waitsFor).toBe("conclusion");
    expect(await concludeComplaint(db, { id }, later(5), at.by(2))).toMatchObject({ ok: false });
    expect(await concludeComplaint(db, { id }, later(1), at.by(2))).toEqual({ ok: true });
    const { statutory } = await clocksOf(db, await now(db, { id }));
    expect(statutory?.day).toBe("2026-09-09");
  });

  it("lose characters that nobody sees", async () => {
    const at = await office(db);
    const query = await received(db, at, { title: "Hỏi\u202e gấp\u200b", askerName: "Hà\u0000" });
    expect(await now(db, query)).toMatchObject({ title: "Hỏi gấp", askerName: "Hà" });
  });

  it("that come by mail twice are one, and a listed journalist is known by their address", async () => {
    const { agency } = await office(db);
    const ha = await reporter(db);
    const letter = {
      ...{ from: { name: "Hà", address: ha.email.toUpperCase() }, subject: "  Hỏi\n nhanh " },
      ...{ text: "Bao giờ?", receivedAt: MORNING, messageId: "<1@bao.test>" },
    };
    const first = await receiveByMail(db, agency, letter);
    expect(await receiveByMail(db, agency, letter)).toEqual(first);
    if (!first.ok) throw new Error(first.reason);
    expect(await now(db, first)).toMatchObject({
      ...{ channel: "mail", title: "Hỏi nhanh", journalistId: ha.id, nameWithheld: 1 },
    });
    const asked = await ask(
      db,
      ha,
      agency,
      {
        ...{ kind: "question", title: "Nữa", text: "?", language: "vi", foreignPress: false },
        ...{ nameWithheld: false, reference: null },
      },
      MORNING,
    );
    if (!asked.ok) throw new Error(asked.reason);
    expect(await now(db, asked)).toMatchObject({ channel: "portal", journalistId: ha.id });
  });

  describe("of a stranger", () => {
    const requested = {
      ...{ kind: "question" as const, askerName: "Hà", askerPosition: null, askerPhone: null },
      ...{ askerEmail: "ha@bao.test", outletName: "Báo Mẫu", foreignPress: false },
      ...{ nameWithheld: false, reference: null, title: "Bao giờ?", text: "Bao giờ thông đường?" },
    };

    it("reach the desk with the yes from the letter, once, within a day", async () => {
      const { agency } = await office(db);
      await requestQuery(db, agency, requested, { language: "vi", at: MORNING });
      expect(await db.selectFrom("query").selectAll().execute()).toEqual([]);
      const { token } = await db.selectFrom("queryRequest").selectAll().executeTakeFirstOrThrow();
      expect((await lettersIn(db))[0]).toMatchObject({ kind: "query-check", queryId: null });
      expect((await lettersIn(db))[0]?.text).toContain(`/question-checks/${token}`);

      expect(await confirmRequest(db, "nobodys", later(1))).toMatchObject({ reason: "unknown" });
      const first = await confirmRequest(db, token, later(30));
      expect(await confirmRequest(db, token, later(31))).toEqual(first);
      const queries = await db.selectFrom("query").selectAll().execute();
      expect(queries).toMatchObject([
        { channel: "area_page", receivedAt: later(30), number: "1/2026" },
      ]);
      expect(await findRequest(db, token, later(31))).toMatchObject({
        state: "confirmed",
        text: "",
      });
    });

    it("never do after a day, and are forgotten", async () => {
      const { agency } = await office(db);
      await requestQuery(db, agency, requested, { language: "vi", at: MORNING });
      const { token } = await db.selectFrom("queryRequest").selectAll().executeTakeFirstOrThrow();
      expect(await confirmRequest(db, token, later(DAY))).toMatchObject({ reason: "expired" });
      expect(await findRequest(db, token, later(DAY))).toMatchObject({ state: "expired" });
      await requestQuery(db, agency, requested, { language: "vi", at: later(4 * DAY) });
      expect(await findRequest(db, token, later(4 * DAY))).toBeUndefined();
    });
  });
});
