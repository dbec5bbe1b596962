import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  answer,
  begun,
  byHand,
  clearCases,
  draft,
  editionOf,
  feedback,
  kept,
  LATER,
  nothing,
  office,
  send,
  sending,
} from "#app/test/correction-desk.ts";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf } from "#app/test/papers.ts";
import { signed } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { enclosuresOf } from "../mail/enclosures.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import type { CaseDetails } from "./case-form.ts";
import { roundsOf } from "./cases.server.ts";
import { closeCase } from "./endings.server.ts";
import { evidenceOf } from "./evidence.server.ts";
import { caseRoom } from "./listing.server.ts";
import { feedbackPaper } from "./paper.server.ts";
import { draftFeedback, mailFeedback, markSent, recordAnswer } from "./rounds.server.ts";

describe.each(databases)("cases about errors of the press on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearCases(db));

  describe("written feedback", () => {
    it("is signed by who may speak at that moment, and by nobody else", async () => {
      const { id } = await begun(db);
      const other = await office(db, "30292");
      const refused = { ok: false, reason: "not-a-speaker" };
      const by = (speakerId: string) => draftFeedback(db, { id }, feedback(speakerId), 0, signed());
      expect(await by("nobody")).toEqual(refused);
      expect(await by(other.personId), "who speaks for another ward").toEqual(refused);
      expect(await editionOf(db, id), "a refusal counts no edition").toBe(0);
      const { personId } = await office(db);
      expect(await by(personId)).toEqual({ ok: true });
      expect(await roundsOf(db, { id })).toMatchObject([
        { round: 1, speakerName: "Lê Thị Bình", asks: "correction,feedback", sentAt: null },
      ]);
    });

    it("is not sent once its signer may speak no more", async () => {
      const { id } = await begun(db);
      const { personId } = await office(db);
      await draft(db, id, personId);
      await db.updateTable("assignment").set({ endDay: "2026-08-31" }).execute();
      const sent = await markSent(db, { id }, { ...byHand, sentAt: signed().at }, 1, signed());
      expect(sent).toEqual({ ok: false, reason: "not-a-speaker" });
      expect(await kept(db, id)).toMatchObject({ feedbackSentAt: null });
    });

    it("dates the case's written feedback with the first that was sent, not with a draft or a later one", async () => {
      const { id } = await begun(db);
      const { personId } = await office(db);
      await draft(db, id, personId);
      expect(await kept(db, id)).toMatchObject({ feedbackSentAt: null });
      await send(db, id, "2026-09-01T02:00:00.000Z");
      await answer(db, id, { answer: "asked_more" });
      await draft(db, id, personId, LATER);
      await send(db, id, LATER);
      expect(await kept(db, id)).toMatchObject({ feedbackSentAt: "2026-09-01T02:00:00.000Z" });
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
      const { id } = await begun(db, details);
      const { personId } = await office(db);
      await draft(db, id, personId);
      const sent = { ...byHand, sentAt: signed().at, ...more };
      expect(await markSent(db, { id }, sent, 1, signed())).toEqual({ ok: false, reason });
    });

    it("goes to the newsroom by the outbox, once, with the article, both statements and the grounds", async () => {
      const { id } = await begun(db);
      const { personId } = await office(db);
      await draft(db, id, personId);
      const one = await kept(db, id);
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
      const { rounds } = await caseRoom(db, await kept(db, id), signed().at);
      expect(rounds).toMatchObject([{ sentHow: "mail", letter: { stage: "queued" } }]);
    });

    it("is a paper in the administrative form, as a Word file and as a PDF that say the same", async () => {
      const { id } = await begun(db);
      const { personId } = await office(db);
      await draft(db, id, personId);
      const [round] = await roundsOf(db, { id });
      if (!round) throw new Error("No draft.");
      const one = await kept(db, id);
      const paper = (format: "docx" | "pdf") =>
        feedbackPaper(db, one, round, [{ note: "Ảnh trang 3" }], format);
      const word = (await paper("docx")).bytes;
      const xml = new TextDecoder().decode(unzipSync(word)["word/document.xml"]);
      for (const said of [
        ...["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Kính gửi: Nhật báo Mẫu", "Cầu Long Xuyên sập"],
        ...["Số: ……/……", "Long Xuyên, ngày … tháng 09 năm 2026", "1234", "31/08/2026"],
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
      const { id } = await begun(db, details);
      const { personId } = await office(db);
      await draft(db, id, personId);
      await send(db, id);
      return { id, personId };
    }

    it.each([
      ["before-sending", { answeredAt: "2026-08-31T01:00:00.000Z" }],
      ["reasons-needed", { answer: "refused" as const }],
      ["where-needed", { answer: "corrected" as const }],
    ])("is not recorded: %s", async (reason, details) => {
      const { id } = await waiting();
      expect(await answer(db, id, details)).toEqual({ ok: false, reason });
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
      await answer(db, id, { answer: "corrected", answerPlace: "trang 2", checked });
      expect(await roundsOf(db, { id })).toMatchObject([{ answerChecked: "title,wrong" }]);
    });

    it("bears out how the case ends", async () => {
      const { id } = await waiting();
      await answer(db, id, { answer: "refused", answerText: "Không đồng ý." });
      const close = async (outcome: "corrected" | "refused" | "dropped") =>
        closeCase(db, { id }, { outcome, reason: null }, await editionOf(db, id), signed(LATER));
      expect(await close("corrected")).toEqual({ ok: false, reason: "not-answered-so" });
      expect(await close("dropped")).toEqual({ ok: false, reason: "reason-needed" });
      expect(await close("refused")).toEqual({ ok: true });
      expect(await close("refused")).toEqual({ ok: false, reason: "is-closed" });
      expect(await kept(db, id)).toMatchObject({ outcome: "refused", outcomeAt: LATER });
    });
  });
});
