import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { briefing, committee, reporter } from "#app/test/people.ts";
import { speaker, wanted } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db, Row } from "#db/tables.ts";
import { eraseJournalist } from "./erasure.server.ts";
import { myData } from "./my-data.server.ts";
import { beginPortalSession, findVisitor } from "./sessions.server.ts";

/** What a column is called in which somebody may be named, reached or shown to be of the press. */
const TELLING =
  /journalist|asker|reporter|e_?mail|phone|name$|guest|substitut|press_card|intro_letter|paper_no|^to$|^from$|sent_to|recipient|addressee|contact|owner|signer|user_agent|outlet$/;

/** Where a journalist stands, and is both told of it and taken out of it: the test below goes through them one by one. */
const THEIRS = [
  ...["accreditation", "attendance", "audit", "consent_record", "contact_report", "data_request"],
  ...["foreign_press", "inbound_mail", "invitation", "invitation_answer", "journalist"],
  ...["journalist_area", "journalist_beat", "journalist_calendar", "mail", "portal_link"],
  ...["portal_session", "press_list_member", "query", "query_request", "question"],
  ...["statement_copy", "suppression"],
];

/** Where nobody of the press stands, and why. */
const OTHERS: Record<string, string> = {
  account: "officers",
  session: "officers' browsers",
  person: "who speaks for an agency, published by law (Decree 244/2026, art. 3.3)",
  assignment: "of spokespersons, published by law",
  delegation: "of spokespersons, published by law",
  delegation_draft: "of spokespersons",
  speaker_key: "of spokespersons, made from the list",
  meeting_speaker: "of spokespersons",
  meeting: "its spokesperson",
  incident: "the press agency that asked, never a person",
  statement: "who said it, and officers",
  statement_sign_off: "who signed for an agency",
  promise: "who owes the answer",
  query_answer: "who answered; words that name the asker are taken out",
  query_draft: "officers; words that name the asker are taken out",
  query_promise: "officers; words that name the asker are taken out",
  query_step: "officers; words that name the asker are taken out",
  query_task: "a unit of the administration; words that name the asker are taken out",
  annual_report_sending: "who signed, and officers",
  annual_report_text: "officers",
  retention_run: "officers",
  correction_case: "a press agency and its article, its newsroom's address; no person (see 5.3)",
  correction_round: "who spoke, and the newsroom's address the letter went to",
  meeting_link: "of which press agency an article is",
  meeting_notice: "press agencies, never journalists; who signed",
  meeting_paper: "press agencies; who signed and whom to call",
  guest_tally: "numbers by press agency",
  outlet: "press agencies",
  press_list: "the list's name",
  agency: "agencies",
  agency_name: "agencies",
  area: "areas",
  area_alias: "areas",
  channel: "an agency's channels",
  document: "a file's name",
  enclosure: "a file's name",
  spokesperson_import: "a file's name",
  figure: "what is counted",
  holiday: "a day's name",
  received_mail: "the trial mailbox: emptied of their letters, and of no use but for trying out",
};

/** Words that stand for one person, and nowhere else in the books. */
const [NAME, EMAIL, PHONE] = ["Lâm Thị Vết", "vet_lam@bao.test", "0999 888 777"];
const TRACES = [NAME, EMAIL, PHONE, "VET-1", "VET-2", "VET-3", "Kẻ Thay", "Mozilla/Vết"];

/** One row of a journalist in every table of theirs, with their name, address or number in whatever could hold it. */
async function everywhere(db: Db): Promise<Row<"journalist">> {
  const ward = await committee(db);
  await speaker(db, ward);
  const meeting = await briefing(db, ward, wanted());
  const vet = await reporter(db, {
    ...{ name: NAME, email: EMAIL, phone: PHONE, pressCardNo: "VET-1", introLetterNo: "VET-2" },
    ...{ introLetterFor: NAME, consentSource: EMAIL },
  });
  const [journalistId, agencyId, at] = [vet.id, ward.id, MORNING];
  const all = `${NAME}, ${EMAIL}, ${PHONE}`;
  const by = { by: `journalist:${vet.id}`, byName: NAME };
  const line = (about: string, particulars: object) => ({
    ...{ id: `line ${about}`, at, ...by, act: "journalist.changed", about, agencyId },
    particulars: JSON.stringify(particulars),
  });
  const deeds: Promise<unknown>[] = [];
  const put = <Table extends keyof Parts>(table: Table, ...rows: Parts[Table][]) => {
    deeds.push(
      db
        .insertInto(table as "audit")
        .values(rows as never)
        .execute(),
    );
  };
  await db
    .insertInto("invitation")
    .values({
      ...{ id: "i", meetingId: meeting.id, journalistId, token: "i", calendarUid: "i" },
      ...{ invitedAt: at, invitedBy: "lan", reply: "substitute", repliedAt: at },
      ...{ substituteName: "Kẻ Thay", substitutePaperNo: "VET-3", note: all },
    })
    .execute();
  await db
    .insertInto("query")
    .values([
      {
        ...{ id: "q", agencyId, number: "1/2026", kind: "question", channel: "mail" },
        ...{ journalistId, askerName: NAME, askerPosition: NAME, askerEmail: `Old.${EMAIL}` },
        ...{ askerPhone: PHONE, title: `Hỏi của ${NAME}`, text: `Xin gọi ${all}`, token: "q" },
        ...{ language: "vi", receivedAt: at, messageId: `<1@${EMAIL}>`, reference: NAME },
      },
      {
        ...{ id: "q2", agencyId, number: "2/2026", kind: "question", channel: "call" },
        ...{ askerName: NAME, askerEmail: EMAIL.toUpperCase(), title: "?", text: "?" },
        ...{ language: "vi", receivedAt: at },
      },
    ])
    .execute();
  await db
    .insertInto("statement")
    .values({
      ...{ id: "s", agencyId, kind: "notice", language: "vi", title: "Tin", known: "" },
      ...{ unknown: "", doing: "", speakerName: "Bình", speakerPosition: "Phó Chủ tịch" },
      ...{ speakerCapacity: "regular", draftedAt: at, draftedBy: "lan", publishedAt: at },
    })
    .execute();
  await db
    .insertInto("statementCopy")
    .values({ id: "c", statementId: "s", journalistId, outletId: null, outletName: null })
    .execute();
  const letter = (id: string, more: Partial<Row<"mail">>) => ({
    ...{ id, kind: "statement" as const, revision: 0, to: `old-${EMAIL}`, toName: NAME },
    ...{ from: "baochi@press.test", messageId: id, subject: NAME, text: all, html: all },
    ...{ calendar: all, unsubscribeUrl: "u", unsubscribeAddress: "u", postedAt: at, dueAt: at },
    ...{ expiresAt: at, raw: all, stage: "sent" as const, receipt: EMAIL, problem: EMAIL },
    ...more,
  });
  await db
    .insertInto("mail")
    .values([
      letter("m1", { kind: "invitation", invitationId: "i" }),
      letter("m2", { kind: "query-answer", queryId: "q" }),
      letter("m3", { statementCopyId: "c" }),
      letter("m4", { kind: "portal-link", to: EMAIL }),
    ])
    .execute();
  put("invitationAnswer", {
    ...{ id: "ia", invitationId: "i", at, via: "link", revision: 0, meetingStartsAt: at },
    ...{ reply: "substitute", partySize: 1, substituteName: "Kẻ Thay", counted: 1 },
  });
  const came = { meetingId: meeting.id, inAt: at, inBy: "lan", inByName: "Lan" };
  put(
    "attendance",
    { ...came, id: "a1", guest: "i", invitationId: "i" },
    { ...came, id: "a2", guest: `${NAME} báo`, name: NAME, email: EMAIL },
  );
  put("question", {
    ...{ id: "k", meetingId: meeting.id, number: 1, invitationId: "i", askerName: NAME },
    ...{ nameAgreed: 1, remote: 0, text: all, receivedAt: at },
  });
  put("queryAnswer", {
    ...{ id: "qa", queryId: "q", kind: "answer", outcome: "answered", text: `Kính gửi ${NAME}` },
    ...{ speakerName: "Bình", speakerPosition: "Phó Chủ tịch", speakerCapacity: "regular" },
    ...{ sentAt: at, sentBy: "lan", dispute: all },
  });
  put("queryDraft", {
    ...{ id: "qd", queryId: "q", version: 1, text: `Kính gửi ${NAME}`, figures: "[]" },
    ...{ savedAt: at, savedBy: "lan", byName: "Lan" },
  });
  put("queryPromise", {
    ...{ id: "qp", queryId: "q", dueAt: at, reason: `Đã gọi ${PHONE}`, madeAt: at },
    ...{ madeBy: "lan", byName: "Lan" },
  });
  put("queryTask", {
    ...{ id: "qt", queryId: "q", unit: "Phòng KT", token: "qt", request: `Gọi ${all}` },
    ...{ dueAt: at, askedAt: at, askedBy: "lan" },
  });
  put("queryRequest", {
    ...{ id: "qr", agencyId, token: "qr", kind: "question", askerName: NAME, askerEmail: EMAIL },
    ...{ title: "?", text: all, language: "vi", askedAt: at, expiresAt: at },
  });
  put("inboundMail", {
    ...{ id: "in", fingerprint: "in", receivedAt: at, bytes: 1, from: `${NAME} <${EMAIL}>` },
    ...{ to: "hoi@press.test", subject: NAME, raw: Buffer.from(all), kind: "other" },
    outcome: "review",
  });
  put("contactReport", {
    ...{ id: "cr", agencyId, field: "phone", proposal: "?", note: all, reporterEmail: EMAIL },
    ...{ language: "vi", reportedAt: at },
  });
  put("suppression", {
    ...{ id: "su", provinceId: vet.provinceId, email: EMAIL, ground: "dead_address", since: at },
    ...{ by: "lan", byName: "Lan", liftedFor: all },
  });
  put("portalLink", {
    ...{ tokenHash: "l", purpose: "address", email: EMAIL, fromEmail: EMAIL, askedAt: at },
    expiresAt: at,
  });
  put("consentRecord", {
    id: "co",
    journalistId,
    textVersion: "1",
    channel: "portal",
    givenAt: at,
  });
  put("foreignPress", { journalistId, kind: "visiting", paperNo: "VET-1", toldAt: at });
  put("accreditation", {
    ...{ id: "ac", journalistId, provinceId: vet.provinceId, purpose: all, requestedAt: at },
    ...{ limits: all, reason: all, objection: all, reviewText: all },
  });
  put("dataRequest", {
    ...{ id: "dr", journalistId, provinceId: vet.provinceId, kind: "correction", text: all },
    ...{ language: "vi", askedAt: at, answer: all },
  });
  put("journalistBeat", { journalistId, beat: "y tế" });
  put("journalistArea", { journalistId, areaId: "2025-30307" });
  put("journalistCalendar", { id: "jc", journalistId, token: "jc", openedAt: at });
  await db
    .insertInto("pressList")
    .values({ id: "pl", provinceId: vet.provinceId, name: "Danh sách" })
    .execute();
  put("pressListMember", { listId: "pl", journalistId });
  put("audit", line(vet.id, { name: NAME }), line("elsewhere", { said: `gửi ${EMAIL}` }));
  await Promise.all(deeds);
  return vet;
}
type Parts = { [Table in keyof import("#db/tables.ts").Tables]: object };

/** Every table that holds one of some words, with how many rows it has. */
async function tracesIn(db: Db, words: string[]) {
  const tables = (await db.introspection.getTables()).filter(({ isView }) => !isView);
  const found = await Promise.all(
    tables.map(async ({ name }) => {
      const rows = await db
        .selectFrom(name as "audit")
        .selectAll()
        .execute();
      const text = JSON.stringify(rows.map(readable)).toLowerCase();
      return words.some((word) => text.includes(word.toLowerCase())) ? [name] : [];
    }),
  );
  return found.flat().toSorted();
}

/** A row with its octets as text. */
const readable = (row: object) =>
  Object.values(row).map((one) => (one instanceof Uint8Array ? Buffer.from(one).toString() : one));

describe.each(databases)("what is kept of a journalist on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
  });
  afterAll(() => opened.close());

  it("stands in tables that are all known: theirs, or another's for a reason", async () => {
    const tables = (await db.introspection.getTables()).filter(({ isView }) => !isView);
    const telling = tables
      .filter(({ columns }) => columns.some(({ name }) => TELLING.test(name)))
      .map(({ name }) => name);

    expect(telling.filter((name) => !THEIRS.includes(name) && !OTHERS[name])).toEqual([]);
    expect([...THEIRS, ...Object.keys(OTHERS)].filter((one) => !telling.includes(one))).toEqual([
      // Their columns tell nothing by their names; their words do.
      ...["audit", "consent_record", "journalist_beat"].filter((one) => !telling.includes(one)),
    ]);
  });

  it("is told to them whole, and taken out everywhere when they are erased", async () => {
    const vet = await everywhere(db);
    const device = { at: MORNING, userAgent: "Mozilla/Vết" };
    const session = await beginPortalSession(db, { email: EMAIL, journalistId: null }, device);
    const visitor = await findVisitor(db, session, MORNING);
    if (!visitor) throw new Error("no visitor");
    const copy = (await myData(db, visitor, MORNING)) as unknown as Record<string, unknown[]>;
    const before = await tracesIn(db, TRACES);
    await db
      .transaction()
      .execute((trx) => eraseJournalist(trx, vet, { by: { id: "mai", name: "Mai" }, at: MORNING }));

    expect(
      Object.entries(copy).filter(([, part]) => Array.isArray(part) && part.length === 0),
      "every part of the copy says something",
    ).toEqual([]);
    for (const trace of TRACES) expect(JSON.stringify(copy)).toContain(trace);
    const named = THEIRS.filter(
      (one) =>
        !["consent_record", "statement_copy"].includes(one) && !one.startsWith("journalist_"),
    ).filter((one) => one !== "press_list_member");
    expect(before, "the scene leaves out none").toEqual(expect.arrayContaining(named));
    expect(await tracesIn(db, TRACES)).toEqual([]);
  });

  it("and what only looks alike is somebody else's, and stays", async () => {
    const near = [`k${EMAIL}`, "vetxlam@bao.test"];
    for (const [i, from] of near.entries())
      await db
        .insertInto("inboundMail")
        .values({
          ...{ id: `near-${i}`, fingerprint: `near-${i}`, receivedAt: MORNING, bytes: 1, from },
          ...{ to: "hoi@press.test", subject: "Của người khác", raw: null, kind: "other" },
          outcome: "review",
        })
        .execute();
    const again = await reporter(db, { name: NAME, email: EMAIL });
    const device = { at: MORNING, userAgent: "x" };
    const session = await beginPortalSession(db, { email: EMAIL, journalistId: null }, device);
    const visitor = await findVisitor(db, session, MORNING);
    const copy = visitor && (await myData(db, visitor, MORNING));
    await db
      .transaction()
      .execute((trx) => eraseJournalist(trx, again, { by: { id: "m", name: "M" }, at: MORNING }));
    const left = await db
      .selectFrom("inboundMail")
      .select("from")
      .where("subject", "=", "Của người khác")
      .orderBy("id")
      .execute();

    expect(copy?.received).toEqual([]);
    expect(left.map(({ from }) => from)).toEqual(near);
  });
});
