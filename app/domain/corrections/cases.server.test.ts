import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf, zip } from "#app/test/papers.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, speaker } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import { enclosuresOf } from "../mail/enclosures.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { setRule } from "../policies/policies.server.ts";
import { revisionOf } from "../revisions/revision.server.ts";
import type { CaseDetails } from "./case-form.ts";
import {
  type CaseOfAgency,
  changeCase,
  findCaseFor,
  moveCorrectionCases,
  openCase,
  roundsOf,
} from "./cases.server.ts";
import { lawOnCases } from "./clocks.server.ts";
import type { OutletKind } from "./correction-case.ts";
import { closeCase, publishCase } from "./endings.server.ts";
import { addEvidence, evidenceOf, openCaseWith, removeEvidence } from "./evidence.server.ts";
import { caseRoom, listCases } from "./listing.server.ts";
import { feedbackPaper } from "./paper.server.ts";
import { ledgerOf } from "./public.server.ts";
import {
  type AnswerDetails,
  draftFeedback,
  mailFeedback,
  markSent,
  recordAnswer,
} from "./rounds.server.ts";

const NOWHERE = { incidentId: null, queryId: null, meetingLinkId: null };
const LATER = "2026-09-08T01:00:00.000Z";

/** What a daily wrote of a bridge, found on the morning of 1 September 2026. */
const bridge = (details: Partial<CaseDetails> = {}): CaseDetails => ({
  ...{ outletName: "Nhật báo Mẫu", outletKind: "daily", outletEmail: "toasoan@bao.test" },
  ...{ articleTitle: "Cầu Long Xuyên sập", articleUrl: null, articleSection: "Xã hội" },
  ...{ articleIssue: "1234", articlePlace: "3", articleDay: "2026-08-31" },
  ...{ wrong: "Cầu sập trong đêm.", right: "Cầu không sập.", grounds: "Biên bản số 5." },
  foundAt: "2026-09-01T00:30:00.000Z",
  ...details,
});

const nothing: AnswerDetails = {
  ...{ answer: "no_answer", answeredAt: LATER, answerUrl: null },
  ...{ answerPlace: null, answerText: null, checked: [] },
};

describe.each(databases)("cases about errors of the press on $name", ({ open }) => {
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
  });

  async function office(code?: "30292" | "91") {
    const ward = await committee(db, code);
    const { personId } = await speaker(db, ward);
    return { ward, personId, lan: await officerOf(db, ward) };
  }

  async function begun(details: Partial<CaseDetails> = {}, ward?: AgencyOfArea) {
    const agency = ward ?? (await committee(db));
    const outcome = await openCase(db, agency, bridge(details), NOWHERE, signed());
    if (!outcome.ok) throw new Error(outcome.reason);
    return outcome;
  }

  const kept = async (id: string) => {
    const lan = await officerOf(db, await committee(db));
    return (await findCaseFor(db, lan, id)) as CaseOfAgency;
  };
  const editionOf = async (id: string) => {
    const row = await db
      .selectFrom("correctionCase")
      .select("edition")
      .where("id", "=", id)
      .executeTakeFirstOrThrow();
    return row.edition;
  };

  const feedback = (speakerId: string) => ({
    ...{ text: "Cầu vẫn thông xe.", asks: ["correction" as const, "feedback" as const] },
    ...{ conclusion: null, letterNo: null, letterDay: null, speakerId },
  });
  const sending = { letterNo: "15/UBND-VP", letterDay: "2026-09-01", nextIssueDay: null };
  const byHand = { ...sending, sentHow: "hand" as const };

  async function draft(id: string, speakerId: string, at?: string) {
    const outcome = await draftFeedback(
      db,
      { id },
      feedback(speakerId),
      await editionOf(id),
      signed(at),
    );
    expect(outcome).toEqual({ ok: true });
  }
  async function send(id: string, sentAt = signed().at) {
    const details = { ...byHand, sentAt };
    const outcome = await markSent(db, { id }, details, await editionOf(id), signed(sentAt));
    expect(outcome).toEqual({ ok: true });
  }
  async function answer(id: string, details: Partial<AnswerDetails> = {}) {
    const at = { ...nothing, ...details };
    return recordAnswer(db, { id }, at, undefined, await editionOf(id), signed(at.answeredAt));
  }

  describe("opening one", () => {
    it("gives it the agency's next number of the year, and one of its own to another agency", async () => {
      const other = await committee(db, "30292");
      const numbers = [await begun(), await begun(), await begun({}, other)];
      expect(numbers.map(({ number }) => number)).toEqual(["1/2026", "2/2026", "1/2026"]);
      const ward = await committee(db);
      const next = await openCase(db, ward, bridge(), NOWHERE, signed("2026-12-31T17:00:00.000Z"));
      expect(next, "by the year of Viet Nam").toMatchObject({ number: "1/2027" });
    });

    it("gives ten that are opened at once ten numbers", async () => {
      const ward = await committee(db);
      const all = await Promise.all(Array.from({ length: 10 }, () => begun({}, ward)));
      expect(new Set(all.map(({ number }) => number)).size).toBe(10);
    });

    it("joins it to the province's own press agency of that name", async () => {
      const { provinceId } = await committee(db);
      const outlet = { id: "o", provinceId, name: "Nhật báo Mẫu", type: "print" as const };
      await db.insertInto("outlet").values(outlet).execute();
      expect(await kept((await begun()).id)).toMatchObject({ outletId: "o" });
      const { id } = await begun({ outletName: "Báo khác" });
      expect(await kept(id)).toMatchObject({ outletId: null });
    });

    it("keeps it together with its paper, both or neither", async () => {
      const ward = await committee(db);
      const withFile = (bytes: Uint8Array) =>
        openCaseWith(
          db,
          ward,
          bridge(),
          { origin: NOWHERE, file: { name: "trang-3.pdf", bytes } },
          signed(),
        );
      expect(await withFile(zip())).toEqual({ ok: false, reason: "file-unknown-type" });
      expect(await db.selectFrom("correctionCase").selectAll().execute()).toEqual([]);
      const outcome = await withFile(pdf());
      if (!outcome.ok) throw new Error(outcome.reason);
      expect(await evidenceOf(db, outcome)).toMatchObject([{ name: "trang-3.pdf", roundId: null }]);
    });
  });

  it("is changed with what changed in the log, by who saw it as it is, until it is closed", async () => {
    const { id } = await begun();
    const ward = await committee(db);
    const right = bridge({ right: "Cầu vẫn thông xe." });
    const change = (edition: number) =>
      changeCase(db, { id, provinceId: ward.provinceId }, right, edition, signed());

    expect(await change(0)).toEqual({ ok: true });
    expect((await auditOf(db)).at(-1)?.particulars).toEqual({
      number: "1/2026",
      changed: ["right"],
    });
    expect(await change(0)).toEqual({ ok: false, reason: "changed-meanwhile" });
    await closeCase(db, { id }, { outcome: "dropped", reason: "Trùng" }, 1, signed());
    expect(await change(2)).toEqual({ ok: false, reason: "is-closed" });
  });

  it("of two officers at once takes what one of them wrote", async () => {
    const { id } = await begun();
    const { personId } = await office();
    const outcomes = await Promise.all(
      [1, 2].map(() => draftFeedback(db, { id }, feedback(personId), 0, signed())),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes).toContainEqual({ ok: false, reason: "changed-meanwhile" });
    expect(await roundsOf(db, { id })).toHaveLength(1);
  });

  describe("written feedback", () => {
    it("is signed by who may speak at that moment, and by nobody else", async () => {
      const { id } = await begun();
      const other = await office("30292");
      const refused = { ok: false, reason: "not-a-speaker" };
      const by = (speakerId: string) => draftFeedback(db, { id }, feedback(speakerId), 0, signed());
      expect(await by("nobody")).toEqual(refused);
      expect(await by(other.personId), "who speaks for another ward").toEqual(refused);
      expect(await editionOf(id), "a refusal counts no edition").toBe(0);
      const { personId } = await office();
      expect(await by(personId)).toEqual({ ok: true });
      expect(await roundsOf(db, { id })).toMatchObject([
        { round: 1, speakerName: "Lê Thị Bình", asks: "correction,feedback", sentAt: null },
      ]);
    });

    it("is not sent once its signer may speak no more", async () => {
      const { id } = await begun();
      const { personId } = await office();
      await draft(id, personId);
      await db.updateTable("assignment").set({ endDay: "2026-08-31" }).execute();
      const sent = await markSent(db, { id }, { ...byHand, sentAt: signed().at }, 1, signed());
      expect(sent).toEqual({ ok: false, reason: "not-a-speaker" });
      expect(await kept(id)).toMatchObject({ feedbackSentAt: null });
    });

    it("dates the case's written feedback with the first that was sent, not with a draft or a later one", async () => {
      const { id } = await begun();
      const { personId } = await office();
      await draft(id, personId);
      expect(await kept(id)).toMatchObject({ feedbackSentAt: null });
      await send(id, "2026-09-01T02:00:00.000Z");
      await answer(id, { answer: "asked_more" });
      await draft(id, personId, LATER);
      await send(id, LATER);
      expect(await kept(id)).toMatchObject({ feedbackSentAt: "2026-09-01T02:00:00.000Z" });
      const rounds = await roundsOf(db, { id });
      expect(rounds.map(({ round, sentAt }) => [round, sentAt])).toEqual([
        [1, "2026-09-01T02:00:00.000Z"],
        [2, LATER],
      ]);
    });

    it.each([
      ["in-the-future", { sentAt: LATER }, {}],
      ["before-draft", { sentAt: "2026-08-30T01:00:00.000Z" }, {}],
      ["issue-needed", {}, { outletKind: "weekly" as const }],
      ["issue-before", { nextIssueDay: "2026-08-31" }, { outletKind: "magazine" as const }],
    ])("is not marked as sent: %s", async (reason, more, details) => {
      const { id } = await begun(details);
      const { personId } = await office();
      await draft(id, personId);
      const sent = { ...byHand, sentAt: signed().at, ...more };
      expect(await markSent(db, { id }, sent, 1, signed())).toEqual({ ok: false, reason });
    });

    it("goes to the newsroom by the outbox, once, with the article, both statements and the grounds", async () => {
      const { id } = await begun();
      const { personId } = await office();
      await draft(id, personId);
      const one = await kept(id);
      const mail = (edition: number) =>
        mailFeedback(db, one, { ...sending, to: "toasoan@bao.test" }, edition, signed());
      expect(await mail(1)).toEqual({ ok: true });
      expect(await mail(2)).toEqual({ ok: false, reason: "nothing-drafted" });
      const letters = await db.selectFrom("mail").selectAll().execute();
      expect(letters).toMatchObject([
        { kind: "press-feedback", to: "toasoan@bao.test", agencyId: "pc-30307", stage: "queued" },
      ]);
      const files = await enclosuresOf(db, letters);
      expect([...files.values()].map(({ name }) => name).sort()).toEqual([
        ...["phan-hoi-1.docx", "phan-hoi-1.pdf"],
      ]);
      for (const said of [
        ...["Văn bản số 15/UBND-VP ngày 01/09/2026", "“Cầu Long Xuyên sập”", "Xã hội", "1234"],
        ...["31/08/2026", "Cầu sập trong đêm.", "Cầu không sập.", "Biên bản số 5."],
        ...["Cầu vẫn thông xe.", "cải chính thông tin sai", "Lê Thị Bình, Phó Chủ tịch"],
      ])
        expect(letters[0]?.text).toContain(said);
      const { rounds } = await caseRoom(db, await kept(id), signed().at);
      expect(rounds).toMatchObject([{ sentHow: "mail", letter: { stage: "queued" } }]);
    });

    it("is a paper in the administrative form, as a Word file and as a PDF that say the same", async () => {
      const { id } = await begun();
      const { personId } = await office();
      await draft(id, personId);
      const [round] = await roundsOf(db, { id });
      if (!round) throw new Error("No draft.");
      const one = await kept(id);
      const paper = (format: "docx" | "pdf") =>
        feedbackPaper(db, one, round, [{ note: "Ảnh trang 3" }], format);
      const word = (await paper("docx")).bytes;
      const xml = new TextDecoder().decode(unzipSync(word)["word/document.xml"]);
      for (const said of [
        ...["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Nhật báo Mẫu", "Cầu Long Xuyên sập"],
        ...[
          "Số: ……/UBND",
          "KT. CHỦ TỊCH",
          "Long Xuyên, ngày … tháng 09 năm 2026",
          "1234",
          "31/08/2026",
        ],
        ...["Cầu sập trong đêm.", "Cầu không sập.", "Gửi kèm: Ảnh trang 3.", "PHÓ CHỦ TỊCH"],
      ])
        expect(xml).toContain(said);
      expect(xml, "a takedown was not asked for").not.toContain("gỡ bỏ");
      const { bytes, type } = await paper("pdf");
      expect(type).toBe("application/pdf");
      expect(Buffer.from(bytes.slice(0, 8)).toString()).toBe("%PDF-1.7");
      expect((await paper("pdf")).bytes, "the same bytes for the same paper").toEqual(bytes);
    });
  });

  describe("what the press agency did", () => {
    async function waiting(details: Partial<CaseDetails> = {}) {
      const { id } = await begun(details);
      const { personId } = await office();
      await draft(id, personId);
      await send(id);
      return { id, personId };
    }

    it.each([
      ["before-sending", { answeredAt: "2026-08-31T01:00:00.000Z" }],
      ["reasons-needed", { answer: "refused" as const }],
      ["where-needed", { answer: "corrected" as const }],
    ])("is not recorded: %s", async (reason, details) => {
      const { id } = await waiting();
      expect(await answer(id, details)).toEqual({ ok: false, reason });
    });

    it("may be a refusal whose reasons are in the paper that came", async () => {
      const { id } = await waiting();
      const details = { ...nothing, answer: "refused" as const };
      const file = { name: "tra-loi.pdf", bytes: pdf("Từ chối") };
      expect(await recordAnswer(db, { id }, details, file, 2, signed(LATER))).toEqual({ ok: true });
      expect(await evidenceOf(db, { id })).toMatchObject([{ name: "tra-loi.pdf" }]);
    });

    it("keeps of the checklist only what is looked for in what was published", async () => {
      const { id } = await waiting();
      const checked = ["title", "wrong", "taken_down", "body"];
      await answer(id, { answer: "corrected", answerPlace: "trang 2", checked });
      expect(await roundsOf(db, { id })).toMatchObject([{ answerChecked: "title,wrong" }]);
    });

    it("bears out how the case ends", async () => {
      const { id } = await waiting();
      await answer(id, { answer: "refused", answerText: "Không đồng ý." });
      const close = async (outcome: "corrected" | "refused" | "dropped") =>
        closeCase(db, { id }, { outcome, reason: null }, await editionOf(id), signed(LATER));
      expect(await close("corrected")).toEqual({ ok: false, reason: "not-answered-so" });
      expect(await close("dropped")).toEqual({ ok: false, reason: "reason-needed" });
      expect(await close("refused")).toEqual({ ok: true });
      expect(await close("refused")).toEqual({ ok: false, reason: "is-closed" });
      expect(await kept(id)).toMatchObject({ outcome: "refused", outcomeAt: LATER });
    });
  });

  describe("the law of the day", () => {
    const lawOn = async (day: string, kind: OutletKind, more: { conclusion?: string } = {}) => {
      const { id, ...rest } = await kept((await begun({ outletKind: kind })).id);
      const round = {
        ...{ id: "r", asks: "feedback,correction,answer", conclusion: null, nextIssueDay: null },
        ...{ ...more, sentAt: `${day}T02:00:00.000Z`, answer: null },
      };
      const laws = await lawOnCases(db, [{ ...rest, id }], () => [round as never], LATER);
      return laws.get(id);
    };

    it.each([
      ["2026-06-30", "online", "3", "7"],
      ["2026-07-01", "online", "2", undefined],
      ["2026-06-30", "daily", "3", undefined],
      ["2026-07-01", "weekly", "2", undefined],
    ] as const)(
      "of %s for %s has %s rounds, and %s days online",
      async (day, kind, rounds, days) => {
        const law = await lawOn(day, kind);
        expect(law?.rounds?.value).toBe(rounds);
        expect(law?.onlineDays?.value).toBe(days);
      },
    );

    it.each([
      ["2026-06-30", "online", "0 clock_hours", "15 calendar_days", "Điều 42 khoản 5 điểm a"],
      ["2026-07-01", "online", "0 clock_hours", "15 working_days", "Điều 19 khoản 3 điểm a"],
      ["2026-06-30", "daily", "2 calendar_days", "15 calendar_days", "Điều 42 khoản 5 điểm b"],
      ["2026-07-01", "broadcast", "2 calendar_days", "15 working_days", "Điều 19 khoản 3 điểm b"],
    ] as const)("of %s for %s is %s and %s, by %s", async (day, kind, own, asked, article) => {
      const law = await lawOn(day, kind, { conclusion: "Kết luận số 5" });
      const [feedback, correction, answer] = law?.clocks.get("r") ?? [];
      for (const clock of [feedback, correction]) {
        const due = clock?.state === "due" ? clock.due : undefined;
        expect(`${due?.rule.value} ${due?.rule.clock}`).toBe(own);
        expect(due?.rule.legalRef).toContain(article);
        expect(due?.rule.verifiedBy, "nobody has looked at it").toBeNull();
      }
      const rule = answer?.state === "due" ? answer.due.rule : undefined;
      expect(`${rule?.value} ${rule?.clock}`).toBe(asked);
    });

    it("of a weekly is the next issue in both", async () => {
      for (const day of ["2026-06-30", "2026-07-01"])
        expect((await lawOn(day, "weekly"))?.clocks.get("r")?.[0]).toMatchObject({
          ...{ state: "next-issue", day: null, rule: { value: "next_issue" } },
        });
    });

    it("is the nation's alone: no province sets a press agency's times", async () => {
      const { provinceId } = await committee(db);
      const rule = {
        ...{ value: "10", clock: "working_days" as const, statutory: false, reason: "Thử" },
        ...{ fromDay: "2026-08-01", legalRef: "Quy chế tỉnh" },
      };
      const scope = { scope: "province", provinceId } as const;
      for (const key of ["press.answer_request", "press.correction.rare_reply"] as const)
        expect(await setRule(db, { key, ...scope }, rule, signed())).toEqual({
          ...{ ok: false, reason: "not-local" },
        });
    });
  });

  it("are listed by what runs out first, to their own desk and their province's, and found by words without marks", async () => {
    const { ward, personId, lan } = await office();
    const { id: late } = await begun({ articleTitle: "Đường ngập" });
    const { id: found } = await begun({ articleTitle: "Trường đóng cửa" });
    const { id: weekly } = await begun({ articleTitle: "Chợ cháy", outletKind: "weekly" });
    await begun({}, await committee(db, "30292"));
    await draft(late, personId);
    await send(late);
    await draft(weekly, personId);
    await markSent(
      db,
      { id: weekly },
      { ...byHand, nextIssueDay: "2026-09-12", sentAt: signed().at },
      1,
      signed(),
    );
    const list = async (shelf: "open" | "waiting" | "overdue" | "closed", q?: string, as = lan) => {
      const { cases } = await listCases(db, as, { shelf, q }, LATER);
      return cases.map(({ id }) => id);
    };
    expect(await list("open")).toEqual([late, weekly, found]);
    expect(await list("waiting")).toEqual([late, weekly]);
    expect(await list("overdue"), "two days are over, the issue is to come").toEqual([late]);
    expect(await list("open", "truong dong")).toEqual([found]);
    expect(await list("open", "2/2026")).toEqual([found]);
    expect(await list("open", "xyz")).toEqual([]);
    const province = await officerOf(db, await committee(db, "91"));
    expect(await list("open", undefined, province)).toHaveLength(4);
    const { counts } = await listCases(db, lan, { shelf: "open" }, LATER);
    expect(counts).toEqual({ open: 3, waiting: 2, overdue: 1 });
    const elsewhere = await officerOf(db, await committee(db, "01"));
    expect(await list("open", undefined, elsewhere)).toEqual([]);

    await closeCase(db, { id: found }, { outcome: "dropped", reason: "Trùng" }, 0, signed());
    expect(await list("closed")).toEqual([found]);
    expect(ward.id).toBe("pc-30307");
  });

  describe("papers", () => {
    it("are added and taken out while the case is open, and stay in the books", async () => {
      const { id } = await begun();
      const file = { name: "anh.pdf", bytes: pdf() };
      expect(await addEvidence(db, { id }, "Trang 3", file, signed())).toEqual({ ok: true });
      const bad = { name: "anh.pdf", bytes: zip() };
      const refused = { ok: false, reason: "file-unknown-type" };
      expect(await addEvidence(db, { id }, "Trang 3", bad, signed())).toEqual(refused);
      const row = await db.selectFrom("correctionEvidence").selectAll().executeTakeFirstOrThrow();
      expect(await removeEvidence(db, row, signed())).toEqual({ ok: true });
      expect(await evidenceOf(db, { id })).toEqual([]);
      expect(await db.selectFrom("correctionEvidence").selectAll().execute()).toHaveLength(1);
      await closeCase(
        db,
        { id },
        { outcome: "dropped", reason: "Trùng" },
        await editionOf(id),
        signed(),
      );
      const closed = { ok: false, reason: "is-closed" };
      expect(await addEvidence(db, { id }, "Trang 3", file, signed())).toEqual(closed);
    });
  });

  describe("the public ledger", () => {
    async function refused() {
      const { ward, personId } = await office();
      const { id } = await begun();
      await draft(id, personId);
      await send(id);
      await answer(id, { answer: "refused", answerText: "Không đồng ý." });
      const edition = await editionOf(id);
      await closeCase(db, { id }, { outcome: "refused", reason: "Dừng" }, edition, signed(LATER));
      return { id, ward, personId, agencyName: ward.name };
    }

    it("shows a case only once somebody who may speak put their name to it, and nobody else's name", async () => {
      const { personId, ...one } = await refused();
      const before = await ledgerOf(db, {});
      expect(before).toMatchObject({ cases: [], total: 0 });
      expect(before.tally, "figures alone").toContainEqual({ outcome: "refused", n: 1 });
      const not = { ok: false, reason: "not-a-speaker" };
      expect(await publishCase(db, one, "nobody", signed(LATER))).toEqual(not);
      expect(await publishCase(db, one, personId, signed(LATER))).toEqual({ ok: true });
      const again = { ok: false, reason: "published-already" };
      expect(await publishCase(db, one, personId, signed(LATER))).toEqual(again);
      const { cases } = await ledgerOf(db, { agencyId: "pc-30307" });
      expect(cases).toMatchObject([
        { wrong: "Cầu sập trong đêm.", outcome: "refused", publisherName: "Lê Thị Bình" },
      ]);
      const told = Object.keys(cases[0] ?? {}).join(" ");
      expect(told).not.toMatch(/openedBy|outcomeBy|outletEmail|outcomeReason|grounds|speaker/);
      expect((await ledgerOf(db, { agencyId: "pc-30292" })).cases).toEqual([]);
      expect((await ledgerOf(db, { provinceId: "2025-91" })).cases).toHaveLength(1);
      expect((await ledgerOf(db, { provinceId: "2025-01" })).cases).toEqual([]);
    });

    it("takes neither an open case nor one that was dropped", async () => {
      const { personId } = await office();
      const { id } = await begun();
      const one = { id, agencyName: "UBND" };
      const open = { ok: false, reason: "not-closed" };
      expect(await publishCase(db, one, personId, signed())).toEqual(open);
      await closeCase(db, { id }, { outcome: "dropped", reason: "Trùng" }, 0, signed());
      const dropped = { ok: false, reason: "was-dropped" };
      expect(await publishCase(db, one, personId, signed())).toEqual(dropped);
    });

    it("changes when a case is closed or published, not while it is worked on", async () => {
      const { personId } = await office();
      const { id } = await begun();
      const before = await revisionOf(db);
      await draft(id, personId);
      await send(id);
      await answer(id);
      const worked = await revisionOf(db);
      expect(worked, "an open case is on no page").toBe(before);
      await closeCase(db, { id }, { outcome: "no_answer", reason: null }, 3, signed(LATER));
      const closed = await revisionOf(db);
      expect(closed).toBeGreaterThan(worked);
      await publishCase(db, { id, agencyName: "UBND" }, personId, signed(LATER));
      expect(await revisionOf(db)).toBeGreaterThan(closed);
    });
  });

  it("go on with the agency that takes over while they are open, under a number of its books", async () => {
    const { ward, personId } = await office();
    const other = await committee(db, "30292");
    await begun({}, other);
    const { id } = await begun({}, ward);
    const { id: closed } = await begun({}, ward);
    await draft(id, personId);
    await closeCase(db, { id: closed }, { outcome: "dropped", reason: "Trùng" }, 0, signed());

    expect(await moveCorrectionCases(db, ward, other, signed())).toBe(1);
    const rows = await db
      .selectFrom("correctionCase")
      .select(["id", "agencyId", "number"])
      .where("id", "in", [id, closed])
      .execute();
    expect(rows).toContainEqual({ id, agencyId: other.id, number: "2/2026" });
    expect(rows).toContainEqual({ id: closed, agencyId: ward.id, number: "2/2026" });
    expect((await auditOf(db)).at(-1)).toMatchObject({
      ...{ act: "correction-case.moved", about: id },
      particulars: { number: "2/2026", before: "1/2026" },
    });
    const sent = await markSent(
      db,
      { id },
      { ...byHand, sentAt: signed().at },
      await editionOf(id),
      signed(),
    );
    expect(sent, "who was to sign does not speak for the other").toMatchObject({
      reason: "not-a-speaker",
    });
  });
});
