import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { officerOf } from "#app/test/people.ts";
import { auditOf, speaker } from "#app/test/press-room.ts";
import {
  answered,
  clearQueries,
  DAY,
  inHand,
  later,
  lettersIn,
  now,
  office,
  received,
} from "#app/test/query-office.ts";
import { MORNING } from "#app/test/setup.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import {
  answersOn,
  groundsOn,
  refuseToAnswer,
  sendAnswer,
  sendHolding,
} from "./answering.server.ts";
import { clocksOf } from "./clocks.server.ts";
import { draftsOf, lockDraft, lockOf, saveDraft } from "./drafts.server.ts";
import { listProvinceQueries, listQueries } from "./listing.server.ts";
import { answerPaper } from "./paper.server.ts";
import { assignQuery, promiseAnswer, promisesOn, takeQuery } from "./queries.server.ts";
import { phaseOf } from "./query.ts";
import { askSignatures, nextStep, sign, stepsOn } from "./signing.server.ts";
import { answerTask, askUnit, cancelTask, stateOfTask, tasksFor, tasksOn } from "./tasks.server.ts";

describe.each(databases)("press queries on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: MORNING });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearQueries(db));

  it("are taken, assigned, promised, held, drafted, signed and answered, each step in the log and told", async () => {
    const at = await office(db);
    const minh = await officerOf(db, at.agency, "Minh");
    const other = await office(db, "30292", "Bình");
    const { query, personId } = await inHand(db, at, { kind: "forwarded_opinion" });
    expect(phaseOf(await now(db, query))).toBe("in_hand");
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
    expect(phaseOf(await now(db, query))).toBe("held");
    const promises = await promisesOn(db, query);
    expect(promises.map(({ dueAt }) => dueAt)).toEqual([later(3 * DAY), later(5 * DAY)]);
    const clocks = await clocksOf(db, await now(db, query));
    expect(clocks.promisedAt).toBe(later(5 * DAY));
    expect(clocks.statutory?.day, "the law's time stands").toBe("2026-09-23");
    const told = (await lettersIn(db)).find(({ kind }) => kind === "query-promise");
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
    expect(await now(db, query)).toMatchObject({
      ...{ outcome: "partly", outcomeAt: later(12), opensAt: null, lockBy: null },
    });
    expect((await draftsOf(db, query)).map(({ text }) => text)).toEqual(["Một", "Hai"]);
    expect((await lettersIn(db)).map(({ kind }) => kind)).toEqual([
      ...["query-receipt", "query-promise", "query-holding", "query-answer"],
    ]);
    expect((await auditOf(db)).map(({ act }) => act.replace("query.", "")).join(" ")).toBe(
      "received taken assigned promised promised held drafted signatures-asked returned drafted signatures-asked signed signed answered",
    );
    for (const { particulars } of await auditOf(db))
      expect(JSON.stringify(particulars), "the province reads the log").not.toMatch(/đường|Hà|Báo/);
  });

  it("are answered only by who may speak at that instant, and the refusal names who may", async () => {
    const at = await office(db);
    const { query, personId } = await inHand(db, at);
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
    expect(await now(db, query)).toMatchObject({ outcome: null });
  });

  it("are refused only on a ground of the list in force on that day, in a letter and as a paper", async () => {
    const at = await office(db);
    const { query, personId } = await inHand(db, at);
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
    const letter = (await lettersIn(db)).at(-1);
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
    const paper = await answerPaper(db, await now(db, query), answer as never);
    expect(Buffer.from(paper.slice(0, 2)).toString()).toBe("PK");
    const written = Buffer.from(kept.content, "base64");
    expect(written.equals(Buffer.from(paper)), "the letter brought this very paper").toBe(true);
    expect(await now(db, query)).toMatchObject({ outcome: "refused", opensAt: expect.any(String) });
  });

  it("are written by one at a time; a lease lapses, and taking over is seen", async () => {
    const at = await office(db);
    const minh = await officerOf(db, at.agency, "Minh");
    const { query, personId } = await inHand(db, at);
    const asMinh = (minutes: number) => ({ by: minh, at: later(minutes) });
    const draft = { text: "Một", speakerId: personId, figures: [] };
    expect(await lockDraft(db, query, {}, at.by(2))).toEqual({ ok: true });
    expect(await lockDraft(db, query, {}, asMinh(3))).toMatchObject({
      reason: "locked",
      by: "Lan",
    });
    expect(await saveDraft(db, query, draft, 0, asMinh(3))).toMatchObject({ reason: "locked" });
    expect(lockOf(await now(db, query), later(16))).toMatchObject({ name: "Lan" });
    expect(lockOf(await now(db, query), later(17)), "a quarter of an hour later").toBeNull();
    expect(await lockDraft(db, query, { takeOver: true }, asMinh(4))).toEqual({ ok: true });
    expect((await auditOf(db)).at(-1)).toMatchObject({ act: "query.lock-taken-over" });
    expect(await saveDraft(db, query, draft, 0, asMinh(5))).toEqual({ ok: true, version: 1 });
    expect(await saveDraft(db, query, draft, 0, asMinh(6))).toMatchObject({
      reason: "changed-meanwhile",
    });
  });

  it("ask units, which answer in time or late, and who assists sees them", async () => {
    const at = await office(db);
    const province = await office(db, "91", "Hùng");
    const { query } = await inHand(db, at);
    const request = { request: "Số mét đường sạt lở", dueAt: later(60) };
    const unnamed = { ...request, agencyId: null, unit: "Phòng KT", email: null };
    const asked = (more: object, minutes = 5) =>
      askUnit(db, query, { ...unnamed, ...more }, at.by(minutes));
    expect(await asked({ dueAt: MORNING })).toMatchObject({ reason: "in-the-past" });
    expect(await asked({ agencyId: at.agency.id })).toMatchObject({ reason: "same-agency" });
    expect(await asked({ agencyId: "nobodys" })).toMatchObject({ reason: "agency-closed" });
    await asked({ agencyId: province.agency.id });
    await asked({ email: "kt@longxuyen.test" }, 6);
    expect((await lettersIn(db)).at(-1)).toMatchObject({
      kind: "query-task",
      to: "kt@longxuyen.test",
    });
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

  it("are listed for their own agency by what presses, and for the province as counts and clocks", async () => {
    const [at, province] = [await office(db), await office(db, "91", "Hùng")];
    await received(db, at, { kind: "editor_request", title: "Ba mươi ngày" });
    const { query } = await inHand(db, at, { title: "Hai ngày" });
    await answered(db, at, { title: "Xong rồi" });
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
