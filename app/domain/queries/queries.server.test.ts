import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, speaker } from "#app/test/press-room.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { closeAgency } from "../closings/closing.server.ts";
import { listTakeovers } from "../closings/takeovers.server.ts";
import { nextChangeAt } from "../editions/edition.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import {
  answersOn,
  groundsOn,
  keepBack,
  openEarly,
  refuseToAnswer,
  sendAnswer,
  sendHolding,
} from "./answering.server.ts";
import {
  askedPage,
  confirmAnswer,
  disputeAnswer,
  releaseByAsker,
  withdrawByAsker,
} from "./asker.server.ts";
import { receiveByMail } from "./by-mail.server.ts";
import { clocksOf } from "./clocks.server.ts";
import { draftsOf, lockDraft, lockOf, saveDraft } from "./drafts.server.ts";
import type { Figure } from "./figure.ts";
import { forwardQuery } from "./forwarding.server.ts";
import { changeLine, figuresSaid, linesNear, listLines, writeLine } from "./lines.server.ts";
import { listProvinceQueries, listQueries } from "./listing.server.ts";
import { answerPaper } from "./paper.server.ts";
import { findPublicQuery, listPublicQueries } from "./public.server.ts";
import {
  assignQuery,
  concludeComplaint,
  findQuery,
  findQueryFor,
  promiseAnswer,
  promisesOn,
  type QueryOfAgency,
  takeQuery,
  withdrawQuery,
} from "./queries.server.ts";
import { phaseOf } from "./query.ts";
import { ask, type Incoming, NOBODY, receive } from "./receiving.server.ts";
import { confirmRequest, findRequest, requestQuery } from "./requests.server.ts";
import { askSignatures, nextStep, sign, stepsOn } from "./signing.server.ts";
import { answerTask, askUnit, cancelTask, stateOfTask, tasksFor, tasksOn } from "./tasks.server.ts";

const later = (minutes: number) => new Date(Date.parse(MORNING) + minutes * 60_000).toISOString();
const DAY = 24 * 60;

const incoming = (more: Partial<Incoming> = {}): Incoming => ({
  ...{ ...NOBODY, kind: "question", language: "vi", title: "Bao giờ thông đường ven sông?" },
  ...{ text: "Đường ven sông cấm xe từ 25/08. Bao giờ thông?", askerName: "Hà" },
  ...{ askerEmail: "ha@bao.test", outletName: "Báo Mẫu", nameWithheld: false, ...more },
});

describe.each(databases)("press queries on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(async () => {
    await clearPressRoom(db);
    await db.deleteFrom("policy").where("scope", "<>", "national").execute();
    await db.updateTable("agency").set({ untilDay: null }).execute();
    await db.deleteFrom("agencySuccession").execute();
  });

  async function office(code: "30307" | "30292" | "91" = "30307", name?: string) {
    const agency = await committee(db, code);
    const officer = await officerOf(db, agency, name);
    return { agency, officer, by: (minutes = 0) => ({ by: officer, at: later(minutes) }) };
  }
  type Office = Awaited<ReturnType<typeof office>>;

  async function received({ agency, by }: Office, more: Partial<Incoming> = {}) {
    const arrival = { channel: "call", receivedAt: MORNING } as const;
    const outcome = await receive(db, agency, incoming(more), arrival, by());
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome;
  }
  const now = async ({ id }: { id: string }) => (await findQuery(db, id)) as QueryOfAgency;

  async function inHand(at: Office, more: Partial<Incoming> = {}) {
    const query = await received(at, more);
    expect(await takeQuery(db, query, at.by(1))).toEqual({ ok: true });
    const { personId } = await speaker(db, at.agency);
    return { query, personId };
  }

  async function answered(at: Office, more: Partial<Incoming> = {}, minutes = 10) {
    const { query, personId } = await inHand(at, more);
    const draft = { text: "Thông đường ngày 05/09.", speakerId: personId, figures: [] };
    await saveDraft(db, query, draft, 0, at.by(2));
    await askSignatures(db, query, [], at.by(3));
    const [step] = await stepsOn(db, query, 1);
    await sign(db, query, { stepId: step?.id ?? "", approves: true, note: null }, at.by(4));
    const sent = await sendAnswer(db, query, { outcome: "answered", version: 1 }, at.by(minutes));
    expect(sent).toMatchObject({ ok: true });
    return { query, personId };
  }

  const mails = () => db.selectFrom("mail").selectAll().orderBy("postedAt").execute();

  it("are numbered within the agency and the year, one after another however many come at once", async () => {
    const [long, binh] = [await office(), await office("30292", "Bình")];
    const all = await Promise.all([...Array(5)].map(() => received(long)));
    expect(all.map(({ number }) => number).toSorted()).toEqual([
      ..."12345".split("").map((n) => `${n}/2026`),
    ]);
    expect((await received(binh)).number).toBe("1/2026");
    const newYear = { channel: "call", receivedAt: "2026-12-31T17:00:00.000Z" } as const;
    const signature = { by: long.officer, at: "2027-01-02T00:00:00.000Z" };
    expect(await receive(db, long.agency, incoming(), newYear, signature)).toMatchObject({
      number: "1/2027",
    });
  });

  it("tell the asker that they have arrived, with both times, and never what was asked in the subject", async () => {
    const at = await office();
    await received(at, { kind: "forwarded_opinion" });
    await received(at);
    await received(at, { askerEmail: null });
    const letters = await mails();
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
    const at = await office();
    const arrival = { channel: "paper", receivedAt: MORNING } as const;
    const complaint = incoming({ kind: "forwarded_complaint", text: "Ông Nguyễn Văn X tố cáo…" });
    expect(await receive(db, at.agency, complaint, arrival, at.by())).toEqual({
      ...{ ok: false, reason: "needs-reference" },
    });
    const { id } = await received(at, { ...complaint, reference: "45/CV-BM ngày 20/08/2026" });
    expect(await now({ id })).toMatchObject({ title: "45/CV-BM ngày 20/08/2026", text: "" });
    await takeQuery(db, { id }, at.by(1));
    expect((await clocksOf(db, await now({ id }))).waitsFor).toBe("conclusion");
    expect(await concludeComplaint(db, { id }, later(5), at.by(2))).toMatchObject({ ok: false });
    expect(await concludeComplaint(db, { id }, later(1), at.by(2))).toEqual({ ok: true });
    const { statutory } = await clocksOf(db, await now({ id }));
    expect(statutory?.day).toBe("2026-09-09");
  });

  it("lose characters that nobody sees", async () => {
    const at = await office();
    const query = await received(at, { title: "Hỏi\u202e gấp\u200b", askerName: "Hà\u0000" });
    expect(await now(query)).toMatchObject({ title: "Hỏi gấp", askerName: "Hà" });
  });

  it("that come by mail twice are one, and a listed journalist is known by their address", async () => {
    const { agency } = await office();
    const ha = await reporter(db);
    const letter = {
      ...{ from: { name: "Hà", address: ha.email.toUpperCase() }, subject: "  Hỏi\n nhanh " },
      ...{ text: "Bao giờ?", receivedAt: MORNING, messageId: "<1@bao.test>" },
    };
    const first = await receiveByMail(db, agency, letter);
    expect(await receiveByMail(db, agency, letter)).toEqual(first);
    if (!first.ok) throw new Error(first.reason);
    expect(await now(first)).toMatchObject({
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
    expect(await now(asked)).toMatchObject({ channel: "portal", journalistId: ha.id });
  });

  describe("of a stranger", () => {
    const requested = {
      ...{ kind: "question" as const, askerName: "Hà", askerPosition: null, askerPhone: null },
      ...{ askerEmail: "ha@bao.test", outletName: "Báo Mẫu", foreignPress: false },
      ...{ nameWithheld: false, reference: null, title: "Bao giờ?", text: "Bao giờ thông đường?" },
    };

    it("reach the desk with the yes from the letter, once, within a day", async () => {
      const { agency } = await office();
      await requestQuery(db, agency, requested, { language: "vi", at: MORNING });
      expect(await db.selectFrom("query").selectAll().execute()).toEqual([]);
      const { token } = await db.selectFrom("queryRequest").selectAll().executeTakeFirstOrThrow();
      expect((await mails())[0]).toMatchObject({ kind: "query-check", queryId: null });
      expect((await mails())[0]?.text).toContain(`/question-checks/${token}`);

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
      const { agency } = await office();
      await requestQuery(db, agency, requested, { language: "vi", at: MORNING });
      const { token } = await db.selectFrom("queryRequest").selectAll().executeTakeFirstOrThrow();
      expect(await confirmRequest(db, token, later(DAY))).toMatchObject({ reason: "expired" });
      expect(await findRequest(db, token, later(DAY))).toMatchObject({ state: "expired" });
      await requestQuery(db, agency, requested, { language: "vi", at: later(4 * DAY) });
      expect(await findRequest(db, token, later(4 * DAY))).toBeUndefined();
    });
  });

  it("are taken, assigned, promised, held, drafted, signed and answered, each step in the log and told", async () => {
    const at = await office();
    const minh = await officerOf(db, at.agency, "Minh");
    const other = await office("30292", "Bình");
    const { query, personId } = await inHand(at, { kind: "forwarded_opinion" });
    expect(phaseOf(await now(query))).toBe("in_hand");
    expect(await takeQuery(db, query, at.by(1))).toMatchObject({ reason: "done-already" });
    expect(
      await assignQuery(db, query, { unit: "Phòng KT", ownerId: other.officer.id }, at.by(2)),
    ).toMatchObject({ reason: "unknown-officer" });
    expect(await assignQuery(db, query, { unit: "Phòng KT", ownerId: minh.id }, at.by(2))).toEqual({
      ok: true,
    });

    const promise = { dueAt: later(3 * DAY), reason: "Chờ số liệu của phòng" };
    expect(await promiseAnswer(db, query, { ...promise, dueAt: MORNING }, at.by(3))).toMatchObject({
      reason: "in-the-past",
    });
    expect(await promiseAnswer(db, query, promise, at.by(3))).toEqual({ ok: true });
    expect(await promiseAnswer(db, query, promise, at.by(4))).toMatchObject({
      reason: "not-later",
    });
    const holding = { text: "Đang khảo sát.", speakerId: personId, nextAt: later(5 * DAY) };
    expect(await sendHolding(db, query, holding, at.by(5))).toMatchObject({ ok: true });
    expect(phaseOf(await now(query))).toBe("held");
    const promises = await promisesOn(db, query);
    expect(promises.map(({ dueAt }) => dueAt)).toEqual([later(3 * DAY), later(5 * DAY)]);
    const clocks = await clocksOf(db, await now(query));
    expect(clocks.promisedAt).toBe(later(5 * DAY));
    expect(clocks.statutory?.day, "the law's time stands").toBe("2026-09-23");
    const told = (await mails()).find(({ kind }) => kind === "query-promise");
    expect(told?.text).toContain("Chờ số liệu của phòng");
    expect(told?.text).toContain("Hạn của luật: chậm nhất hết ngày 23/09/2026");

    const draft = { text: "Một", speakerId: personId, figures: [] };
    expect(
      await sendAnswer(db, query, { outcome: "answered", version: 1 }, at.by(6)),
    ).toMatchObject({
      reason: "no-draft",
    });
    await saveDraft(db, query, draft, 0, at.by(6));
    expect(
      await sendAnswer(db, query, { outcome: "answered", version: 1 }, at.by(7)),
    ).toMatchObject({
      reason: "not-signed-off",
    });
    expect(await askSignatures(db, query, [other.officer.id], at.by(7))).toMatchObject({
      reason: "unknown-officer",
    });
    expect(await askSignatures(db, query, [minh.id], at.by(7))).toEqual({ ok: true });
    const [first, last] = await stepsOn(db, query, 1);
    const yes = (stepId = "") => ({ stepId, approves: true, note: null });
    expect(await sign(db, query, yes(last?.id), at.by(8))).toMatchObject({
      reason: "not-your-turn",
    });
    expect(await sign(db, query, yes(first?.id), at.by(8)), "not Lan's to sign").toMatchObject({
      reason: "not-your-turn",
    });
    const asMinh = { by: minh, at: later(8) };
    expect(
      await sign(
        db,
        query,
        { stepId: first?.id ?? "", approves: false, note: "Thiếu ngày" },
        asMinh,
      ),
    ).toEqual({ ok: true });
    expect(nextStep(await stepsOn(db, query, 1)), "sent back").toBeUndefined();

    expect(await saveDraft(db, query, { ...draft, text: "Hai" }, 1, at.by(9))).toEqual({
      ...{ ok: true, version: 2 },
    });
    await askSignatures(db, query, [minh.id], at.by(10));
    for (const _ of ["reviewer", "speaker"]) {
      const next = nextStep(await stepsOn(db, query, 2));
      expect(await sign(db, query, yes(next?.id), { by: minh, at: later(11) })).toEqual({
        ok: true,
      });
    }
    expect(await sendAnswer(db, query, { outcome: "partly", version: 1 }, at.by(12))).toMatchObject(
      {
        reason: "changed-meanwhile",
      },
    );
    expect(await sendAnswer(db, query, { outcome: "partly", version: 2 }, at.by(12))).toMatchObject(
      {
        ok: true,
      },
    );
    expect(await now(query)).toMatchObject({
      ...{ outcome: "partly", outcomeAt: later(12), opensAt: null, lockBy: null },
    });
    expect((await draftsOf(db, query)).map(({ text }) => text)).toEqual(["Một", "Hai"]);
    expect((await mails()).map(({ kind }) => kind)).toEqual([
      ...["query-receipt", "query-promise", "query-holding", "query-answer"],
    ]);
    expect((await auditOf(db)).map(({ act }) => act.replace("query.", "")).join(" ")).toBe(
      "received taken assigned promised promised held drafted signatures-asked returned drafted signatures-asked signed signed answered",
    );
    for (const { particulars } of await auditOf(db))
      expect(JSON.stringify(particulars), "the province reads the log").not.toMatch(/đường|Hà|Báo/);
  });

  it("are answered only by who may speak at that instant, and the refusal names who may", async () => {
    const at = await office();
    const { query, personId } = await inHand(at);
    await saveDraft(db, query, { text: "Một", speakerId: personId, figures: [] }, 0, at.by(2));
    await askSignatures(db, query, [], at.by(3));
    const [step] = await stepsOn(db, query, 1);
    await sign(db, query, { stepId: step?.id ?? "", approves: true, note: null }, at.by(4));
    await db
      .updateTable("assignment")
      .set({ untilDay: "2026-08-31" })
      .where("personId", "=", personId)
      .execute();
    await speaker(db, at.agency, { name: "Phan Văn Cường", position: "Chánh Văn phòng" });
    const send = () => sendAnswer(db, query, { outcome: "answered", version: 1 }, at.by(5));
    expect(await send()).toEqual({
      ...{ ok: false, reason: "not-a-speaker" },
      maySpeak: [{ name: "Phan Văn Cường", position: "Chánh Văn phòng" }],
    });
    expect(await answersOn(db, query)).toEqual([]);
    expect(await now(query)).toMatchObject({ outcome: null });
  });

  it("are refused only on a ground of the list in force on that day, in a letter and as a paper", async () => {
    const at = await office();
    const { query, personId } = await inHand(at);
    const refusal = (ground: string) =>
      refuseToAnswer(
        db,
        query,
        { ground, text: "Vụ án đang điều tra.", speakerId: personId },
        at.by(5),
      );
    const place = { agencyId: at.agency.id, provinceId: at.agency.provinceId };
    const before = await groundsOn(db, place, "2026-06-30T16:59:00.000Z");
    const since = await groundsOn(db, place, "2026-06-30T17:00:00.000Z");
    expect(before.map(({ code }) => code)).toContain("draft_policy");
    expect(since.map(({ code }) => code)).not.toContain("draft_policy");
    expect([before[0]?.legalRef, since[0]?.legalRef]).toEqual([
      "Luật Báo chí 103/2016/QH13, Điều 38 khoản 2",
      "Luật Báo chí 126/2025/QH15, Điều 31 khoản 2",
    ]);
    expect(since[0]?.verifiedBy).toBeNull();
    expect(await refusal("draft_policy")).toMatchObject({ reason: "not-a-ground" });
    expect(await refusal("criminal_case")).toMatchObject({ ok: true });
    const letter = (await mails()).at(-1);
    expect(letter).toMatchObject({ kind: "query-refusal", to: "ha@bao.test" });
    for (const text of [letter?.text, letter?.html]) {
      expect(text).toContain("vụ án đang điều tra, chưa xét xử");
      expect(text).toContain("Luật Báo chí 126/2025/QH15, Điều 31 khoản 2");
      expect(text).toContain("Vụ án đang điều tra.");
    }
    const kept = await db
      .selectFrom("enclosure")
      .selectAll()
      .where("id", "=", letter?.enclosures ?? "")
      .executeTakeFirstOrThrow();
    expect(kept.name).toBe("refusal.docx");
    const [answer] = await answersOn(db, query);
    const paper = await answerPaper(db, await now(query), answer as never);
    expect(Buffer.from(paper.slice(0, 2)).toString()).toBe("PK");
    const written = Buffer.from(kept.content, "base64");
    expect(written.equals(Buffer.from(paper)), "the letter brought this very paper").toBe(true);
    expect(await now(query)).toMatchObject({ outcome: "refused", opensAt: expect.any(String) });
  });

  it("are written by one at a time; a lease lapses, and taking over is seen", async () => {
    const at = await office();
    const minh = await officerOf(db, at.agency, "Minh");
    const { query, personId } = await inHand(at);
    const asMinh = (minutes: number) => ({ by: minh, at: later(minutes) });
    const draft = { text: "Một", speakerId: personId, figures: [] };
    expect(await lockDraft(db, query, {}, at.by(2))).toEqual({ ok: true });
    expect(await lockDraft(db, query, {}, asMinh(3))).toMatchObject({
      reason: "locked",
      by: "Lan",
    });
    expect(await saveDraft(db, query, draft, 0, asMinh(3))).toMatchObject({ reason: "locked" });
    expect(lockOf(await now(query), later(16))).toMatchObject({ name: "Lan" });
    expect(lockOf(await now(query), later(17)), "a quarter of an hour later").toBeNull();
    expect(await lockDraft(db, query, { takeOver: true }, asMinh(4))).toEqual({ ok: true });
    expect((await auditOf(db)).at(-1)).toMatchObject({ act: "query.lock-taken-over" });
    expect(await saveDraft(db, query, draft, 0, asMinh(5))).toEqual({ ok: true, version: 1 });
    expect(await saveDraft(db, query, draft, 0, asMinh(6))).toMatchObject({
      reason: "changed-meanwhile",
    });
  });

  it("ask units, which answer in time or late, and who assists sees them", async () => {
    const at = await office();
    const province = await office("91", "Hùng");
    const { query } = await inHand(at);
    const request = { request: "Số mét đường sạt lở", dueAt: later(60) };
    const unnamed = { ...request, agencyId: null, unit: "Phòng KT", email: null };
    const asked = (more: object, minutes = 5) =>
      askUnit(db, query, { ...unnamed, ...more }, at.by(minutes));
    expect(await asked({ dueAt: MORNING })).toMatchObject({ reason: "in-the-past" });
    expect(await asked({ agencyId: at.agency.id })).toMatchObject({ reason: "same-agency" });
    expect(await asked({ agencyId: "nobodys" })).toMatchObject({ reason: "agency-closed" });
    await asked({ agencyId: province.agency.id });
    await asked({ email: "kt@longxuyen.test" }, 6);
    expect((await mails()).at(-1)).toMatchObject({ kind: "query-task", to: "kt@longxuyen.test" });
    const [own, unit] = await tasksOn(db, query);
    expect(own).toMatchObject({ unit: "Ủy ban nhân dân tỉnh An Giang" });
    expect(await tasksFor(db, province.officer)).toMatchObject([{ number: "1/2026" }]);
    expect(stateOfTask(own as never, later(59))).toBe("open");
    expect(stateOfTask(own as never, later(60))).toBe("late");
    expect(await answerTask(db, own as never, "120 m", province.by(61))).toEqual({ ok: true });
    expect(await answerTask(db, own as never, "130 m", province.by(62))).toMatchObject({
      reason: "done-already",
    });
    expect(await cancelTask(db, unit as never, at.by(63))).toEqual({ ok: true });
    const states = (await tasksOn(db, query)).map((task) => stateOfTask(task, later(64)));
    expect(states).toEqual(["answered-late", "cancelled"]);
    expect(await tasksFor(db, province.officer)).toEqual([]);
  });

  it("go to another agency with the moment of their reception, and the asker is told", async () => {
    const [at, binh] = [await office(), await office("30292", "Bình")];
    const { query } = await inHand(at, { kind: "forwarded_opinion" });
    expect(await forwardQuery(db, query, { agencyId: at.agency.id }, at.by(5))).toMatchObject({
      reason: "same-agency",
    });
    const gone = await forwardQuery(db, query, { agencyId: binh.agency.id }, at.by(2 * DAY));
    if (!gone.ok) throw new Error(gone.reason);
    expect(await now(query)).toMatchObject({ outcome: "forwarded", forwardedTo: "pc-30292" });
    const there = await now(gone);
    expect(there).toMatchObject({
      ...{ agencyId: "pc-30292", number: "1/2026", receivedAt: MORNING },
      ...{ arrivedAt: later(2 * DAY), forwardedFromId: query.id, askerEmail: "ha@bao.test" },
    });
    expect((await clocksOf(db, there)).statutory?.startDay).toBe("2026-09-01");
    expect(await takeQuery(db, query, at.by(3 * DAY))).toMatchObject({ ok: false });
    const toAsker = (await mails()).filter(({ to }) => to === "ha@bao.test");
    const kinds = toAsker.map(({ kind }) => kind);
    expect(kinds, "no second receipt").toEqual(["query-receipt", "query-forwarded"]);
    expect(await findQueryFor(db, binh.officer, gone.id)).toBeDefined();
    expect(await findQueryFor(db, at.officer, gone.id)).toBeUndefined();
    const page = await askedPage(db, (await now(query)).token ?? "", later(3 * DAY));
    expect(page?.went).toMatchObject({ number: "1/2026", token: there.token });
  });

  it("of a closed agency go on with its only successor, clocks and all, and askers are told", async () => {
    const [at, binh] = [await office(), await office("30292", "Bình")];
    const { query } = await inHand(at);
    const { query: done } = await answered(at);
    await received(binh);
    await writeLine(
      db,
      at.agency,
      {
        ...{ topic: "T", question: "?", answer: "!" },
        fromDay: "2026-09-01",
        untilDay: null,
        figures: [],
      },
      at.by(),
    );
    const details = {
      ...{ day: "2026-09-10", basis: "Nghị quyết 9", fileId: null },
      successorIds: [binh.agency.id],
    };
    const closed = await closeAgency(db, { reach: "country" }, at.agency, details, at.by(60));
    expect(closed).toMatchObject({ ok: true });
    expect(await now(query)).toMatchObject({
      ...{ agencyId: "pc-30292", number: "2/2026", receivedAt: MORNING, ownerId: null },
    });
    expect(await now(done), "what is over stays").toMatchObject({ agencyId: "pc-30307" });
    expect((await mails()).filter(({ kind }) => kind === "query-moved")).toHaveLength(1);
    expect(await listTakeovers(db, binh.officer, at.by(61).at)).toMatchObject([{ queries: 1 }]);
    const { total } = await listLines(db, binh.officer, { shelf: "current" }, "2026-09-10");
    expect(total).toBe(1);
  });

  describe("the asker, by the link of their letters,", () => {
    it("confirms what is answered: only that counts", async () => {
      const at = await office();
      const { query } = await answered(at);
      const token = (await now(query)).token ?? "";
      expect(await confirmAnswer(db, "nobodys", later(20))).toMatchObject({ reason: "unknown" });
      expect(await confirmAnswer(db, token, later(20))).toEqual({ ok: true });
      expect(await confirmAnswer(db, token, later(21))).toMatchObject({ reason: "done-already" });
      expect(await disputeAnswer(db, token, "Thiếu", later(21))).toMatchObject({ ok: false });
      expect(await now(query)).toMatchObject({ confirmedAt: later(20), outcome: "answered" });
      expect((await answersOn(db, query))[0]).toMatchObject({ confirmedAt: later(20) });
    });

    it("disputes, and it is in hand again with all that was said", async () => {
      const at = await office();
      const { query, personId } = await answered(at);
      const { token, opensAt } = await now(query);
      expect(opensAt).not.toBeNull();
      expect(await disputeAnswer(db, token ?? "", "Chưa nói khi nào", later(20))).toEqual({
        ok: true,
      });
      const again = await now(query);
      expect(phaseOf(again)).toBe("in_hand");
      expect(again).toMatchObject({ disputedAt: later(20), opensAt: null, confirmedAt: null });
      expect(await answersOn(db, query)).toMatchObject([{ dispute: "Chưa nói khi nào" }]);

      await saveDraft(
        db,
        query,
        { text: "Ngày 05/09", speakerId: personId, figures: [] },
        1,
        at.by(30),
      );
      await askSignatures(db, query, [], at.by(31));
      const [step] = await stepsOn(db, query, 2);
      await sign(db, query, { stepId: step?.id ?? "", approves: true, note: null }, at.by(32));
      await sendAnswer(db, query, { outcome: "answered", version: 2 }, at.by(33));
      expect(await confirmAnswer(db, token ?? "", later(40))).toEqual({ ok: true });
      expect(await answersOn(db, query)).toMatchObject([
        { disputedAt: later(20), confirmedAt: null },
        { disputedAt: null, confirmedAt: later(40) },
      ]);
    });

    it("withdraws what is open, and nothing else can be done with it", async () => {
      const at = await office();
      const { query, personId } = await inHand(at);
      const token = (await now(query)).token ?? "";
      expect(await withdrawByAsker(db, token, later(5))).toEqual({ ok: true });
      expect(await now(query)).toMatchObject({ outcome: "withdrawn" });
      expect(await withdrawQuery(db, query, at.by(6))).toMatchObject({ reason: "is-withdrawn" });
      const holding = { text: "…", speakerId: personId, nextAt: later(DAY) };
      expect(await sendHolding(db, query, holding, at.by(6))).toMatchObject({ ok: false });
      expect(await withdrawByAsker(db, token, later(7))).toMatchObject({ reason: "done-already" });
    });

    it("is shown nothing of the desk", async () => {
      const at = await office();
      const { query } = await answered(at);
      const page = await askedPage(db, (await now(query)).token ?? "", later(20));
      const shown = JSON.stringify(page);
      for (const key of ["ownerId", "sentBy", "lockBy", "takenBy", "figures", "askerEmail"])
        expect(shown).not.toContain(key);
    });
  });

  describe("the scoop lock", () => {
    it("keeps question and answer from everybody until its very moment, by the rule of the day", async () => {
      const at = await office();
      const { query } = await answered(at);
      const { opensAt } = await now(query);
      // Seven days from 01/09/2026, to the end of 08/09 in Viet Nam.
      expect(opensAt).toBe("2026-09-08T17:00:00.000Z");
      expect(await findPublicQuery(db, query.id, "2026-09-08T16:59:59.999Z")).toBeUndefined();
      const shown = await findPublicQuery(db, query.id, opensAt as string);
      expect(shown).toMatchObject({
        query: { title: "Bao giờ thông đường ven sông?", asker: { name: "Hà", outlet: "Báo Mẫu" } },
        answers: [{ text: "Thông đường ngày 05/09.", speakerName: "Lê Thị Bình" }],
      });
      expect(JSON.stringify(shown)).not.toMatch(/ha@bao\.test|askerPhone|token|sentBy/);
      const listed = await listPublicQueries(db, at.agency, opensAt as string);
      expect(listed).toMatchObject({ counts: { total: 1, confirmed: 0 } });
      expect(await nextChangeAt(db, "2026-09-08T16:00:00.000Z")).toBe(opensAt);
    });

    it("is as long as the province says", async () => {
      const at = await office();
      const rule = {
        ...{ value: "3", clock: "calendar_days" as const, fromDay: "2026-09-01" },
        ...{ legalRef: "Quyết định 9", statutory: false, reason: null },
      };
      const scope = { scope: "province", provinceId: at.agency.provinceId } as const;
      await setRule(db, { key: "query.scoop_lock_days", ...scope }, rule, signed());
      const { query } = await answered(at);
      expect(await now(query)).toMatchObject({ opensAt: "2026-09-04T17:00:00.000Z" });
    });

    it("is ended early by the asker, or at the desk with their consent; a name withheld stays so", async () => {
      const at = await office();
      const { query } = await answered(at, { nameWithheld: true });
      expect(await releaseByAsker(db, (await now(query)).token ?? "", later(30))).toEqual({
        ok: true,
      });
      const shown = await findPublicQuery(db, query.id, later(30));
      expect(shown?.query.asker).toBeNull();
      expect(JSON.stringify(shown)).not.toMatch(/Hà|Báo Mẫu/);

      const { query: second } = await answered(at);
      expect(await openEarly(db, second, { agreed: "qua điện thoại" }, at.by(40))).toEqual({
        ok: true,
      });
      expect(await openEarly(db, second, { agreed: "…" }, at.by(41))).toMatchObject({ ok: false });
      expect(await findPublicQuery(db, second.id, later(40))).toBeDefined();
      expect(await keepBack(db, second, { reason: "Đời tư" }, at.by(42))).toEqual({ ok: true });
      expect(await findPublicQuery(db, second.id, later(43))).toBeUndefined();
    });

    it.each(["interview", "forwarded_opinion"] as const)(
      "never opens what is an %s",
      async (kind) => {
        const at = await office();
        const { query } = await answered(at, { kind });
        expect(await now(query)).toMatchObject({ outcome: "answered", opensAt: null });
        expect(await findPublicQuery(db, query.id, later(100 * DAY))).toBeUndefined();
      },
    );

    it("raises the public pages' edition when it is set, not when a stranger asks", async () => {
      const at = await office();
      const revision = async () =>
        (await db.selectFrom("revision").select("number").executeTakeFirstOrThrow()).number;
      const before = await revision();
      const { query } = await inHand(at);
      await db.deleteFrom("assignment").execute(); // what inHand wrote beside
      const asked = await revision();
      await receiveByMail(db, at.agency, {
        ...{ from: { name: "X", address: "x@bao.test" }, subject: "?", text: "?" },
        ...{ receivedAt: MORNING, messageId: "<2@bao.test>" },
      });
      expect(await revision()).toBe(asked);
      expect(asked).toBeGreaterThan(before);
      await db
        .updateTable("query")
        .set({ opensAt: later(1) })
        .where("id", "=", query.id)
        .execute();
      expect(await revision()).toBe(asked + 1);
    });
  });

  describe("lines to take", () => {
    const figure = (more: Partial<Figure> = {}): Figure => ({
      ...{ name: "Chiều dài sạt lở", value: "120", unit: "m", day: "2026-08-30" },
      ...{ source: "Phòng KT", ...more },
    });
    const line = (more: object = {}) => ({
      ...{ topic: "Sạt lở đường ven sông", question: "Bao giờ thông đường?" },
      ...{ answer: "Dự kiến 05/09.", fromDay: "2026-09-01", untilDay: null as string | null },
      ...{ figures: [figure()], ...more },
    });

    it("are found by their words, marks or none, while they are in force", async () => {
      const at = await office();
      const { id } = (await writeLine(db, at.agency, line(), at.by())) as { id: string };
      await writeLine(
        db,
        at.agency,
        line({ topic: "Nhà máy nước", untilDay: "2026-09-05" }),
        at.by(),
      );
      const search = async (q: string, day = "2026-09-02") =>
        (await listLines(db, at.officer, { q, shelf: "current" }, day)).lines.map(
          ({ topic }) => topic,
        );
      expect(await search("sat lo VEN song")).toEqual(["Sạt lở đường ven sông"]);
      expect(await search("chieu dai")).toHaveLength(2);
      expect(await search("chieu dai", "2026-09-06")).toHaveLength(1);
      const binh = await office("30292", "Bình");
      expect((await listLines(db, binh.officer, { shelf: "current" }, "2026-09-02")).total).toBe(0);
      expect(await linesNear(db, at.agency, "Đường ven sông sạt lở", "2026-09-02")).not.toEqual([]);
      expect(await changeLine(db, { id }, line({ topic: "Mới" }), 0, at.by(1))).toMatchObject({
        ok: true,
      });
      expect(await changeLine(db, { id }, line(), 0, at.by(2))).toMatchObject({
        reason: "changed-meanwhile",
      });
    });

    it("say figures that a draft is held against, beside those of answers that were sent", async () => {
      const at = await office();
      await writeLine(db, at.agency, line(), at.by());
      await writeLine(
        db,
        at.agency,
        line({ untilDay: "2026-08-31", fromDay: "2026-08-01" }),
        at.by(),
      );
      const { query, personId } = await inHand(at);
      const figures = [figure({ name: "Số hộ phải dời", value: "7", unit: "hộ" })];
      await saveDraft(db, query, { text: "…", speakerId: personId, figures }, 0, at.by(2));
      await askSignatures(db, query, [], at.by(3));
      const [step] = await stepsOn(db, query, 1);
      await sign(db, query, { stepId: step?.id ?? "", approves: true, note: null }, at.by(4));
      await sendAnswer(db, query, { outcome: "answered", version: 1 }, at.by(5));
      const said = await figuresSaid(
        db,
        at.agency,
        [figure(), figure({ name: "so ho phai doi" }), figure({ name: "Khác" })],
        "2026-09-01",
      );
      expect(said.map(({ name, lineId }) => [name, lineId !== null]).toSorted()).toEqual([
        ["Chiều dài sạt lở", true],
        ["Số hộ phải dời", false],
      ]);
    });
  });

  it("are listed for their own agency by what presses, and for the province as counts and clocks", async () => {
    const [at, province] = [await office(), await office("91", "Hùng")];
    await received(at, { kind: "editor_request", title: "Ba mươi ngày" });
    const { query } = await inHand(at, { title: "Hai ngày" });
    await answered(at, { title: "Xong rồi" });
    const shelf = async (shelf: "open" | "mine" | "late" | "closed", q = "", minutes = 20) =>
      (await listQueries(db, at.officer, { shelf, q }, later(minutes))).queries.map(
        ({ title }) => title,
      );
    expect(await shelf("open")).toEqual(["Hai ngày", "Ba mươi ngày"]);
    expect(await shelf("mine")).toEqual(["Hai ngày"]);
    expect(await shelf("open", "ba muoi")).toEqual(["Ba mươi ngày"]);
    expect(await shelf("late")).toEqual([]);
    expect(await shelf("late", "", 7 * DAY)).toEqual(["Hai ngày"]);
    expect(await shelf("closed")).toEqual(["Xong rồi"]);
    const { counts } = await listQueries(db, at.officer, { shelf: "open" }, later(7 * DAY));
    expect(counts).toMatchObject({ open: 2, mine: 1, late: 1 });

    const all = await listProvinceQueries(db, province.officer, {}, later(20));
    expect(all.counts).toMatchObject({ open: 2, late: 0 });
    expect(all.queries.map(({ id }) => id)).toContain(query.id);
    expect(JSON.stringify(all)).not.toMatch(/Hai ngày|Ba mươi|Hà|ha@bao|token/);
    expect((await listQueries(db, province.officer, { shelf: "open" }, later(20))).queries).toEqual(
      [],
    );
  });
});
