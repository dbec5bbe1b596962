import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import {
  AN_GIANG,
  AT,
  clearRoom,
  enter,
  later,
  openRoom,
  own,
  provinceOfficer,
} from "#app/test/journalists-room.ts";
import { briefing, committee, officerOf, reporter } from "#app/test/people.ts";
import { wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { checkIn } from "../attendance/check-in.server.ts";
import { record } from "../audit/audit.server.ts";
import { invite } from "../invitations/invitations.server.ts";
import { reply } from "../invitations/replies.server.ts";
import { findJournalistFor } from "../press/journalists.server.ts";
import { requestAccreditation } from "./accreditations.server.ts";
import { answerRequest, executeRequest, requestOnData } from "./data-requests.server.ts";
import { NOBODY } from "./erased-words.server.ts";
import { eraseJournalist } from "./erasure.server.ts";
import { askForLink } from "./links.server.ts";
import { myData, ownQueries } from "./my-data.server.ts";
import { tellForeignPaper } from "./profile.server.ts";
import { askFromRoom } from "./questions.server.ts";
import { byJournalist } from "./visitor.ts";

describe.each(databases)("a request on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await openRoom(db);
  });
  afterAll(() => opened.close());
  beforeEach(() => clearRoom(db));

  /** Every row of every table, as text. */
  const everything = async () => {
    const tables = await db.introspection.getTables();
    const rows = await Promise.all(
      tables
        .filter(({ isView }) => !isView)
        .map(async ({ name }) => [
          name,
          JSON.stringify(
            await db
              .selectFrom(name as never)
              .selectAll()
              .execute(),
          ),
        ]),
    );
    return Object.fromEntries(rows) as Record<string, string>;
  };
  const TRACES = ["Lâm Thị Vết", "vet@bao.test", "0999 888 777", "VET-777", "GGT-VET", "Kẻ Thay"];
  const tracesIn = async () => {
    const found = await everything();
    return Object.entries(found)
      .filter(([, text]) => TRACES.some((trace) => text.includes(trace)))
      .map(([table]) => table)
      .sort();
  };

  it("to erase takes the person out of every table there is, and leaves the numbers", async () => {
    const long = await committee(db);
    const lan = await officerOf(db, long);
    const mai = await provinceOfficer(db);
    const vet = await reporter(db, {
      ...{ name: "Lâm Thị Vết", email: "vet@bao.test", phone: "0999 888 777" },
      ...{ pressCardNo: "VET-777", introLetterNo: "GGT-VET" },
    });
    const nam = await reporter(db, { name: "Nam", email: "nam@bao.test" });
    const meeting = await briefing(db, long, wanted());
    await invite(db, meeting, [vet.id, nam.id], { by: lan, at: MORNING });
    const invitation = await db
      .selectFrom("invitation")
      .selectAll()
      .where("journalistId", "=", vet.id)
      .executeTakeFirstOrThrow();
    await reply(
      db,
      invitation.token,
      { reply: "substitute", substituteName: "Kẻ Thay", note: "vet@bao.test" },
      MORNING,
    );
    await db
      .insertInto("queryRequest")
      .values({
        ...{ id: randomUUID(), agencyId: long.id, token: randomUUID(), kind: "question" },
        ...{ askerName: "Lâm Thị Vết", askerEmail: "vet@bao.test", title: "x", text: "x" },
        ...{ language: "vi", askedAt: MORNING, expiresAt: later(60) },
      })
      .execute();
    await db
      .insertInto("inboundMail")
      .values({
        ...{ id: randomUUID(), fingerprint: randomUUID(), receivedAt: MORNING, bytes: 9 },
        ...{ from: "Lâm Thị Vết <Vet@bao.test>", to: "rsvp@press.test", subject: "GGT-VET" },
        ...{ raw: Buffer.from("vet@bao.test"), kind: "other", outcome: "ignored" },
      })
      .execute();
    const door = { by: lan, at: "2026-09-10T02:05:00.000Z" };
    await checkIn(db, meeting, { id: randomUUID(), invitation: invitation.id }, door);
    const walkIn = { name: "Lâm Thị Vết", email: "vet@bao.test" };
    await checkIn(db, meeting, { id: randomUUID(), walkIn }, door);
    await db
      .insertInto("query")
      .values({
        ...{ id: "query-vet", agencyId: long.id, number: "1/2026", kind: "question" },
        ...{ channel: "call", askerName: "Lâm Thị Vết", askerEmail: "VET@bao.test" },
        ...{ askerPhone: "0999 888 777", title: "Hỏi", text: "Hỏi gì", language: "vi" },
        receivedAt: MORNING,
      })
      .execute();
    await askForLink(db, "vet@bao.test", AT);
    const visitor = await enter(db, "vet@bao.test");
    const mine = own(visitor, vet.id);
    await requestAccreditation(
      db,
      { journalistId: vet.id, provinceId: AN_GIANG, meetingId: null, purpose: "vet@bao.test" },
      byJournalist(vet, MORNING),
    );
    await tellForeignPaper(db, mine, { kind: "visiting", paperNo: "VET-777" }, MORNING);
    const copy = JSON.stringify(await myData(db, visitor, MORNING));
    const asked = await requestOnData(db, mine, { kind: "erasure", text: "Lâm Thị Vết" }, AT);
    const id = asked.ok ? asked.id : "";
    const signed = { by: mai, at: later(5) };
    await answerRequest(db, mai, id, { outcome: "accepted", answer: "Sẽ xóa." }, signed);
    const before = await tracesIn();
    const early = await executeRequest(db, mai, id, signed);
    await db.updateTable("mail").set({ stage: "sent" }).execute();
    const done = await executeRequest(db, mai, id, signed);

    expect(TRACES.filter((trace) => !copy.includes(trace))).toEqual([]);
    expect(before).toEqual(expect.arrayContaining(["audit", "journalist", "mail", "query"]));
    expect(early).toEqual({ ok: false, reason: "letter-on-its-way" });
    expect(done).toMatchObject({ ok: true });
    expect(await tracesIn()).toEqual([]);
    const kept = await db.selectFrom("invitation").select("reply").execute();
    expect(kept.map((row) => row.reply).sort()).toEqual([null, "substitute"]);
    expect(await db.selectFrom("attendance").select("id").execute()).toHaveLength(2);
    expect(await findJournalistFor(db, lan, vet.id)).toBeUndefined();
    expect((await findJournalistFor(db, lan, nam.id))?.name).toBe("Nam");
    expect(await enter(db, "vet@bao.test")).toBeUndefined();
    const line = await db
      .selectFrom("audit")
      .select(["byName", "act"])
      .where("act", "=", "invitation.answered")
      .executeTakeFirst();
    expect(line).toEqual({ act: "invitation.answered", byName: NOBODY });
  });

  it("to erase keeps a question's answer on the record, without who asked and without their key", async () => {
    const long = await committee(db);
    const ha = await reporter(db, { name: "Hà", email: "ha@bao.test", phone: "0912 1" });
    const visitor = await enter(db, "ha@bao.test");
    const question = {
      agencyId: long.id,
      kind: "question",
      title: "Hỏi",
      text: "Khi nào?",
    } as const;
    const sent = await askFromRoom(db, own(visitor, ha.id), long, question, AT);
    const asked = await db.selectFrom("query").selectAll().executeTakeFirstOrThrow();
    await db
      .transaction()
      .execute((trx) => eraseJournalist(trx, ha, { by: { id: "mai", name: "Mai" }, at: MORNING }));

    expect(sent).toMatchObject({ ok: true, number: "1/2026" });
    expect(asked).toMatchObject({
      ...{ channel: "portal", journalistId: ha.id, askerEmail: "ha@bao.test", nameWithheld: 1 },
    });
    expect(await db.selectFrom("query").selectAll().executeTakeFirst()).toMatchObject({
      ...{ title: "Hỏi", askerName: null, askerEmail: null, askerPhone: null, token: null },
    });
    expect(await ownQueries(db, visitor)).toHaveLength(1);
    expect(await db.selectFrom("queryRequest").selectAll().execute()).toEqual([]);
  });

  it("leaves another province's record of the same address alone", async () => {
    const ha = await reporter(db, { name: "Hà", email: "ha@bao.test" });
    await reporter(db, { name: "Hà", email: "ha@bao.test", provinceId: "2025-46" });
    const visitor = await enter(db, "ha@bao.test");
    const mai = await provinceOfficer(db);
    const asked = await requestOnData(db, own(visitor, ha.id), { kind: "erasure", text: "" }, AT);
    const id = asked.ok ? asked.id : "";
    const signed = { by: mai, at: later(5) };
    await answerRequest(db, mai, id, { outcome: "accepted", answer: "Sẽ xóa." }, signed);
    await db.updateTable("mail").set({ stage: "sent" }).execute();
    await executeRequest(db, mai, id, signed);

    expect((await enter(db, "ha@bao.test")).records.map(({ provinceId }) => provinceId)).toEqual([
      "2025-46",
    ]);
  });

  it("leaves alone whose address or name only ends or begins alike", async () => {
    const ha = await reporter(db, { name: "Lê An", email: "h_a@bao.test" });
    const signed = { by: { id: "mai", name: "Mai" }, at: MORNING };
    const others = ["kh_a@bao.test", "hxa@bao.test", "h_a@bao.test.vn"];
    for (const email of others)
      await record(db, signed, {
        ...{ act: "address.released", about: { id: email }, agencyId: null },
        particulars: { email, reason: "Lê Anh gọi" },
      });
    const theirs = { email: ha.email, reason: "Lê An, h_a@bao.test." };
    await record(db, signed, {
      ...{ act: "address.released", about: { id: "x" }, agencyId: null, particulars: theirs },
    });
    await db.transaction().execute((trx) => eraseJournalist(trx, ha, signed));

    const lines = await db.selectFrom("audit").select("particulars").execute();
    const told = lines.map(({ particulars }) => JSON.parse(particulars));
    for (const email of others) expect(told).toContainEqual({ email, reason: "Lê Anh gọi" });
    expect(told).toContainEqual({ email: NOBODY, reason: `${NOBODY}, ${NOBODY}.` });
  });
});
