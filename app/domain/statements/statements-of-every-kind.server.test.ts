import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { pdf, png } from "#app/test/papers.ts";
import { pdfText } from "#app/test/pdf-text.ts";
import { committee, officerOf, reporter } from "#app/test/people.ts";
import { auditOf, clearPressRoom, signed, speaker } from "#app/test/press-room.ts";
import type { Db } from "#db/tables.ts";
import { moveIncidents } from "../incidents/incidents.server.ts";
import { loadLaw } from "../policies/law.server.ts";
import { readReceipt } from "../receipts/receipt.ts";
import { receiptPdf } from "../receipts/receipt-pdf.server.ts";
import { checkReceipt, findReceipt } from "../receipts/receipts.server.ts";
import { revisionOf } from "../revisions/revision.server.ts";
import { draftCorrection, draftText } from "./drafting.server.ts";
import { equalAccessOf } from "./equal-access.server.ts";
import { listErrata } from "./errata.server.ts";
import {
  addStatementFile,
  findPublicStatementFile,
  findStatementFileFor,
  findStatementPaperFor,
  removeStatementFile,
  statementFiles,
} from "./files.server.ts";
import { findPublicStatement, listPublished } from "./public.server.ts";
import { publishStatement } from "./publication.server.ts";
import { retractStatement } from "./retraction.server.ts";
import { publishDue, scheduleStatement, unscheduleStatement } from "./schedule.server.ts";
import { answerSignOff, askSignOff, findSignOffFor, signOffsOf } from "./sign-offs.server.ts";
import {
  approveStatement,
  changeStatement,
  findStatement,
  findStatementFor,
} from "./statements.server.ts";

const HOUR = "2026-09-01T02:00:00.000Z";
const LATER = "2026-09-01T05:00:00.000Z";

const contents = {
  ...{ language: "vi" as const, title: "Thông cáo về đường ven sông" },
  ...{ known: "", unknown: "", doing: "", nextUpdateAt: null },
  body: "Mở **12** km đường.\n\n- Từ ngày 02/09\n- Xem [bản đồ](https://angiang.gov.vn/ban-do)",
};

const hasNoOpenssl = spawnSync("openssl", ["version"]).status !== 0;

describe.each(databases)("statements of every kind on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  async function drafted(more: Partial<typeof contents> = {}, untilDay: string | null = null) {
    const ward = await committee(db);
    const { personId } = await speaker(db, ward, { untilDay });
    const details = { kind: "press_release" as const, speakerId: personId };
    const draft = await draftText(db, ward, { ...contents, ...more }, details, signed());
    if (!draft.ok) throw new Error(draft.reason);
    return { ward, personId, statement: { id: draft.id } };
  }

  const editionOf = async ({ id }: { id: string }) => (await findStatement(db, id))?.edition ?? -1;

  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error("Nothing is there.");
    return thing;
  };
  const now = async ({ id }: { id: string }) => there(await findStatement(db, id));
  const receiptOf = async ({ id }: { id: string }) => there(await findReceipt(db, id));
  const publicOf = async ({ id }: { id: string }) => there(await findPublicStatement(db, id));

  async function approve(statement: { id: string }, at?: string) {
    const approval = { approver: "Nguyễn Văn An", edition: await editionOf(statement) };
    return approveStatement(db, statement, approval, signed(at));
  }

  async function published(journalistIds: string[] = []) {
    const set = await drafted();
    await approve(set.statement);
    const to = { journalistIds, publicOnly: journalistIds.length === 0 };
    expect(await publishStatement(db, set.statement, to, signed(HOUR))).toMatchObject({ ok: true });
    return set;
  }

  async function corrected(id: string, personId: string, body: string, at: string) {
    const correction = await draftCorrection(db, { id }, "Ghi nhầm số km.", signed(at));
    if (!correction.ok) throw new Error(correction.reason);
    const change = { speakerId: personId, edition: 0 };
    await changeStatement(db, correction, { ...contents, body }, change, signed(at));
    await approve(correction, at);
    return correction;
  }

  it("need somebody who may speak at the instant of publication", async () => {
    const { statement } = await drafted({}, "2026-09-01");
    await approve(statement);
    const next = "2026-09-02T02:00:00.000Z";

    expect(
      await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(next)),
    ).toEqual({ ok: false, reason: "not-a-speaker" });
    expect(
      await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR)),
    ).toMatchObject({ ok: true });
  });

  it("reach the press in plain text, and the feed's readers formatted", async () => {
    const ha = await reporter(db);
    await published([ha.id]);
    const letter = await db.selectFrom("mail").selectAll().executeTakeFirstOrThrow();

    expect(letter.text).toContain(
      "Mở 12 km đường.\n\n- Từ ngày 02/09\n- Xem bản đồ (https://angiang.gov.vn/ban-do)",
    );
    expect(letter.text).not.toContain("**");
  });

  describe("a schedule", () => {
    it("publishes at its second, to whoever is on the list then, once though two look", async () => {
      const { statement } = await drafted();
      await approve(statement);
      const ha = await reporter(db);
      const choice = { listIds: [], beats: [], outletIds: [], journalistIds: [ha.id] };
      const wish = { at: LATER, choice, publicOnly: false };
      expect(await scheduleStatement(db, statement, wish, signed(HOUR))).toEqual({ ok: true });
      const before = await revisionOf(db);

      expect(await publishDue(db, "2026-09-01T04:59:59.999Z")).toMatchObject({ published: 0 });
      expect(await findPublicStatement(db, statement.id)).toBeUndefined();
      const looks = await Promise.all([publishDue(db, LATER), publishDue(db, LATER)]);

      expect(looks.map((look) => look.published).toSorted()).toEqual([0, 1]);
      expect(await findStatement(db, statement.id)).toMatchObject({
        ...{ publishedAt: LATER, publishedBy: "lan", scheduledAt: null },
      });
      expect(await db.selectFrom("mail").select("dueAt").execute()).toEqual([{ dueAt: LATER }]);
      expect(await revisionOf(db)).toBeGreaterThan(before);
      expect((await auditOf(db)).at(-1)).toMatchObject({
        ...{ act: "statement.published", byName: "Lan" },
      });
    });

    it("asks who may speak for that moment, and again at it", async () => {
      const { statement, ward } = await drafted({}, "2026-09-01");
      await approve(statement);
      const wish = {
        choice: { listIds: [], beats: [], outletIds: [], journalistIds: [] },
        publicOnly: true,
      };
      const tomorrow = { at: "2026-09-02T05:00:00.000Z", ...wish };
      expect(await scheduleStatement(db, statement, tomorrow, signed(HOUR))).toEqual({
        ok: false,
        reason: "not-a-speaker",
      });
      expect(await scheduleStatement(db, statement, { at: LATER, ...wish }, signed(HOUR))).toEqual({
        ok: true,
      });
      await db
        .updateTable("assignment")
        .set({ endDay: "2026-08-31", endKind: "revoked" })
        .where("agencyId", "=", ward.id)
        .execute();

      expect(await publishDue(db, LATER)).toEqual({ published: 0, letters: 0, refused: 1 });
      expect(await findStatement(db, statement.id)).toMatchObject({
        ...{ publishedAt: null, scheduledAt: null, scheduleProblem: "not-a-speaker" },
        approver: "Nguyễn Văn An",
      });
      expect((await auditOf(db)).at(-1)).toMatchObject({ act: "statement.schedule-refused" });
      expect(await publishDue(db, LATER)).toMatchObject({ refused: 0 });
    });

    it("falls with a change, and can be taken back", async () => {
      const { statement, personId } = await drafted();
      await approve(statement);
      const choice = { listIds: [], beats: [], outletIds: [], journalistIds: [] };
      const wish = { at: LATER, choice, publicOnly: true };
      expect(await scheduleStatement(db, statement, { ...wish, at: HOUR }, signed(HOUR))).toEqual({
        ok: false,
        reason: "schedule-past",
      });
      await scheduleStatement(db, statement, wish, signed(HOUR));
      await unscheduleStatement(db, statement, signed(HOUR));
      expect(await publishDue(db, LATER)).toMatchObject({ published: 0 });
      await scheduleStatement(db, statement, wish, signed(HOUR));
      await changeStatement(db, statement, contents, { speakerId: personId, edition: 0 }, signed());

      expect(await publishDue(db, LATER)).toMatchObject({ published: 0, refused: 0 });
      expect(await findStatement(db, statement.id)).toMatchObject({ approvedAt: null });
    });
  });

  describe("a joint text", () => {
    it("waits for every agency's yes to the very edition", async () => {
      const { statement, personId } = await drafted();
      const sister = await committee(db, "30292");
      expect(await askSignOff(db, statement, sister, signed())).toEqual({ ok: true });
      expect(await askSignOff(db, statement, sister, signed())).toEqual({
        ok: false,
        reason: "already-asked",
      });
      await approve(statement);
      const publish = (at = HOUR) =>
        publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(at));
      expect(await publish()).toEqual({ ok: false, reason: "not-signed" });

      const officer = await officerOf(db, sister);
      const [asked] = await signOffsOf(db, await now(statement));
      const found = there(await findSignOffFor(db, officer, asked?.id ?? ""));
      const edition = await editionOf(statement);
      const yes = { signer: "Trần Văn Chủ tịch", edition };
      expect(
        await answerSignOff(db, found.signOff, { ...yes, edition: edition - 1 }, signed()),
      ).toEqual({ ok: false, reason: "changed-meanwhile" });
      expect(await answerSignOff(db, found.signOff, yes, signed())).toEqual({ ok: true });
      await changeStatement(
        db,
        statement,
        { ...contents, title: "Khác một chữ" },
        { speakerId: personId, edition },
        signed(),
      );
      await approve(statement);
      expect(await publish()).toEqual({ ok: false, reason: "not-signed" });
      expect((await signOffsOf(db, await now(statement)))[0]?.state).toBe("void");

      await answerSignOff(db, found.signOff, { ...yes, edition: edition + 1 }, signed());
      expect(await publish()).toMatchObject({ ok: true });
      const receipt = await findReceipt(db, statement.id);
      expect(readReceipt(receipt?.content ?? "")?.agreedBy).toEqual([sister.name]);
    });

    it("is not published over an objection, and follows a closed agency", async () => {
      const { statement, ward } = await drafted();
      const [sister, heir] = [await committee(db, "30292"), await committee(db, "91")];
      await askSignOff(db, statement, sister, signed());
      const asked = there((await signOffsOf(db, await now(statement)))[0]);
      const no = { objection: "Số liệu chưa khớp.", edition: await editionOf(statement) };
      await answerSignOff(db, asked, no, signed());
      await approve(statement);
      expect(
        await publishStatement(
          db,
          statement,
          { journalistIds: [], publicOnly: true },
          signed(HOUR),
        ),
      ).toEqual({ ok: false, reason: "not-signed" });

      await moveIncidents(db, sister, heir, signed());
      expect(await signOffsOf(db, await now(statement))).toMatchObject([
        { agencyId: heir.id, state: "waiting" },
      ]);
      await moveIncidents(db, ward, heir, signed());
      expect(await findStatement(db, statement.id)).toMatchObject({
        ...{ agencyId: heir.id, approvedAt: null, speakerId: null },
      });
      expect(await signOffsOf(db, await now(statement))).toEqual([]);
      expect((await auditOf(db)).map(({ act }) => act)).toContain("statement.moved");
    });
  });

  describe("files", () => {
    it("go with the text: what was approved has to be so again, and a published one keeps its own", async () => {
      const { statement } = await drafted();
      await approve(statement);
      const details = { title: "Bản đồ", language: "vi", isTranslation: false };
      const sent = { name: "bando.png", bytes: png() };
      expect(await addStatementFile(db, statement, details, sent, signed())).toMatchObject({
        ok: true,
      });
      expect((await findStatement(db, statement.id))?.approvedAt).toBeNull();
      const exe = { name: "a.pdf", bytes: new Uint8Array([0x4d, 0x5a, 0, 1, 2]) };
      expect(await addStatementFile(db, statement, details, exe, signed())).toMatchObject({
        ok: false,
        reason: "file-unknown-type",
      });
      await approve(statement);
      await publishStatement(db, statement, { journalistIds: [], publicOnly: true }, signed(HOUR));

      const file = there((await statementFiles(db, statement))[0]);
      expect(await addStatementFile(db, statement, details, sent, signed())).toEqual({
        ok: false,
        reason: "is-published",
      });
      expect(await removeStatementFile(db, file, signed())).toEqual({
        ok: false,
        reason: "is-published",
      });
      const receipt = await findReceipt(db, statement.id);
      expect(readReceipt(receipt?.content ?? "")?.attachments).toEqual([
        { name: "bando.png", bytes: file?.bytes, sha256: file?.sha256 },
      ]);
    });
  });

  describe("a receipt", () => {
    it.skipIf(hasNoOpenssl)("verifies by openssl, and not with one character changed", async () => {
      const { statement } = await published();
      const receipt = await receiptOf(statement);
      const folder = mkdtempSync(join(tmpdir(), "receipt-"));
      const put = (name: string, bytes: string | Uint8Array) =>
        writeFileSync(join(folder, name), bytes);
      put("key.pem", receipt.pem);
      put("receipt.sig", Buffer.from(receipt.signature, "base64"));
      put("receipt.json", receipt.content);
      put("changed.json", receipt.content.replace("12 km", "13 km"));
      const verify = (file: string) =>
        spawnSync(
          "openssl",
          ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", file].concat([
            ...["-sigfile", "receipt.sig"],
          ]),
          { cwd: folder, encoding: "utf8" },
        );
      const [right, wrong] = [verify("receipt.json"), verify("changed.json")];

      expect(receipt.content).toContain("12 km");
      expect(right.stdout).toContain("Signature Verified Successfully");
      expect(right.status).toBe(0);
      expect(wrong.status).not.toBe(0);
      expect(wrong.stdout).not.toContain("Verified Successfully");
    });

    it("says who spoke in which capacity by which decision, and when", async () => {
      const { statement, ward } = await published();
      const { content, pem } = await receiptOf(statement);

      expect(readReceipt(content)).toMatchObject({
        ...{ title: contents.title, language: "vi", publishedAt: HOUR, corrects: null },
        text: "Mở 12 km đường.\n\n- Từ ngày 02/09\n- Xem bản đồ (https://angiang.gov.vn/ban-do)",
        agency: { id: ward.id, name: ward.name },
        speaker: {
          ...{ name: "Lê Thị Bình", position: "Phó Chủ tịch" },
          basis: "Văn bản số 12/QĐ-UBND ngày 01/07/2026",
        },
        statement: `https://press.test/statements/${statement.id}`,
      });
      expect(pem).toMatch(/^-----BEGIN PUBLIC KEY-----/);
    });

    it("is refused with another signature, another key, another text", async () => {
      const { statement } = await published();
      const receipt = await receiptOf(statement);
      const [content, signature] = [
        Buffer.from(receipt.content),
        Buffer.from(receipt.signature, "base64"),
      ];
      const changed = Buffer.from(receipt.content.replace("Mở", "Đóng"));
      const flipped = Buffer.from(signature);
      flipped[0] = (flipped[0] ?? 0) ^ 1;
      const foreign =
        "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=\n-----END PUBLIC KEY-----\n";

      expect(await checkReceipt(db, content, signature)).toMatchObject({
        ok: true,
        sha256: receipt.sha256,
      });
      expect(await checkReceipt(db, changed, signature)).toEqual({
        ok: false,
        reason: "does-not-match",
      });
      expect(await checkReceipt(db, content, flipped)).toEqual({
        ok: false,
        reason: "does-not-match",
      });
      expect(await checkReceipt(db, content, signature, foreign)).toEqual({
        ok: false,
        reason: "does-not-match",
      });
      expect(await checkReceipt(db, content, signature, "no key")).toEqual({
        ok: false,
        reason: "not-an-ed25519-key",
      });
      expect(await checkReceipt(db, Buffer.from("{}"), signature)).toEqual({
        ok: false,
        reason: "not-a-receipt",
      });
    });

    it("prints with every word of it", async () => {
      const { statement } = await published();
      const receipt = await receiptOf(statement);
      const printed = await receiptPdf(receipt, {
        address: "https://press.test/r",
        language: "vi",
      });
      const text = pdfText(printed);

      for (const said of [contents.title, "Lê Thị Bình", "Mở 12 km đường.", receipt.sha256])
        expect(text.replaceAll(" ", "")).toContain(said.replaceAll(" ", ""));
      expect(Buffer.from(printed).toString("latin1")).toContain("/MarkInfo");
    });
  });

  describe("our own corrections", () => {
    it("stand beside what was wrong, with a receipt each, and reach whoever got it", async () => {
      const [ha, binh] = [await reporter(db), await reporter(db, { name: "Bình" })];
      const { statement, personId } = await published([ha.id]);
      const right = await corrected(
        statement.id,
        personId,
        contents.body.replace("12", "1,2"),
        LATER,
      );
      const outcome = await publishStatement(
        db,
        right,
        { journalistIds: [binh.id] },
        signed(LATER),
      );

      expect(outcome).toMatchObject({ ok: true, letters: 2 });
      const letters = await db
        .selectFrom("mail")
        .selectAll()
        .where("postedAt", "=", LATER)
        .execute();
      expect(letters.map(({ to }) => to).toSorted()).toEqual([ha.email, binh.email].toSorted());
      expect(letters[0]?.subject).toContain("[Đính chính]");
      expect(letters[0]?.text).toContain("Ghi nhầm số km.");
      expect(letters[0]?.text).toContain("Đã viết\nMở 12 km đường.");
      expect(letters[0]?.text).toContain("Nay sửa là\nMở 1,2 km đường.");

      const before = await publicOf(statement);
      const after = await publicOf(right);
      expect(before.statement.body).toBe(contents.body);
      expect(before.right?.erratum.reason).toBe("Ghi nhầm số km.");
      expect(after.wrong?.erratum.text).toContainEqual({ kind: "new", text: "1,2" });
      expect(after.sha256).not.toBe(before.sha256);
      expect(readReceipt((await findReceipt(db, right.id))?.content ?? "")).toMatchObject({
        ...{ corrects: `https://press.test/statements/${statement.id}`, reason: "Ghi nhầm số km." },
      });
      expect((await equalAccessOf(db, right)).counts.queued).toBe(2);
      expect((await listErrata(db, {})).entries).toMatchObject([
        { id: right.id, wrong: { id: statement.id }, retracted: null },
      ]);
    });

    it("tell whoever got the first edition when the second is put right too", async () => {
      const ha = await reporter(db);
      const { statement, personId } = await published([ha.id]);
      const second = await corrected(statement.id, personId, "Mở 1,2 km.", LATER);
      await db.updateTable("journalist").set({ unsubscribedAt: LATER }).execute();
      await publishStatement(db, second, { journalistIds: [], publicOnly: true }, signed(LATER));
      await db.updateTable("journalist").set({ unsubscribedAt: null }).execute();
      const third = await corrected(second.id, personId, "Mở 1,3 km.", LATER);
      const outcome = await publishStatement(
        db,
        third,
        { journalistIds: [], publicOnly: true },
        signed(LATER),
      );

      expect(outcome).toMatchObject({ ok: true, letters: 1 });
    });

    it("say something else, are one at a time, and not of what was put right already", async () => {
      const { statement, personId } = await published();
      const same = await corrected(statement.id, personId, contents.body, LATER);
      const publish = (one: { id: string }) =>
        publishStatement(db, one, { journalistIds: [], publicOnly: true }, signed(LATER));

      expect(await publish(same)).toEqual({ ok: false, reason: "nothing-changed" });
      expect(await draftCorrection(db, statement, "lý do", signed(LATER))).toEqual({
        ok: false,
        reason: "has-draft",
      });
      const change = { speakerId: personId, edition: await editionOf(same) };
      await changeStatement(db, same, { ...contents, body: "Khác." }, change, signed(LATER));
      await approve(same, LATER);
      expect(await publish(same)).toMatchObject({ ok: true });
      expect(await draftCorrection(db, statement, "lý do", signed(LATER))).toEqual({
        ok: false,
        reason: "is-corrected",
      });
    });

    it("or are taken back: still to be read, told to whoever got it, in the ledger", async () => {
      const ha = await reporter(db);
      const { statement } = await published([ha.id]);
      const wish = { reason: "Công bố nhầm.", approver: "Nguyễn Văn An" };
      expect(await retractStatement(db, statement, wish, signed(LATER))).toEqual({
        ok: true,
        letters: 1,
      });
      expect(await retractStatement(db, statement, wish, signed(LATER))).toEqual({
        ok: false,
        reason: "is-retracted",
      });

      const letter = await db
        .selectFrom("mail")
        .selectAll()
        .where("kind", "=", "statement-retraction")
        .executeTakeFirstOrThrow();
      expect(letter).toMatchObject({ to: ha.email, subject: `[Rút lại] ${contents.title}` });
      expect(letter.text).toContain("Công bố nhầm.");
      expect((await findPublicStatement(db, statement.id))?.statement).toMatchObject({
        ...{ body: contents.body, retractReason: "Công bố nhầm." },
      });
      expect((await equalAccessOf(db, statement)).outlets[0]?.letters).toBe(1);
      expect((await listErrata(db, {})).entries[0]?.retracted).toMatchObject({ at: LATER });
      expect(await draftCorrection(db, statement, "lý do", signed(LATER))).toEqual({
        ok: false,
        reason: "is-retracted",
      });
    });
  });

  it("say the same in another language, each beside the other", async () => {
    const { statement, ward, personId } = await published();
    const details = { kind: "press_release" as const, speakerId: personId };
    const english = await draftText(
      db,
      ward,
      { ...contents, language: "en", title: "Riverside road", body: "12 km open." },
      { ...details, translationOfId: statement.id },
      signed(),
    );
    if (!english.ok) throw new Error(english.reason);
    expect((await findPublicStatement(db, statement.id))?.languages).toEqual([]);
    await approve(english);
    await publishStatement(db, english, { journalistIds: [], publicOnly: true }, signed(HOUR));

    expect((await findPublicStatement(db, statement.id))?.languages).toMatchObject([
      { id: english.id },
    ]);
    expect((await findPublicStatement(db, english.id))?.languages).toMatchObject([
      { id: statement.id },
    ]);
  });

  it("who sees what, before and after", async () => {
    const { statement, ward } = await drafted();
    const asked = await committee(db, "30292");
    const added = await addStatementFile(
      db,
      statement,
      { title: "Phụ lục", language: "en", isTranslation: true },
      { name: "phu-luc.pdf", bytes: pdf() },
      signed(),
    );
    if (!added.ok) throw new Error(added.reason);
    await askSignOff(db, statement, asked, signed());
    const signOff = there((await signOffsOf(db, await now(statement)))[0]);
    const officers = {
      own: await officerOf(db, ward),
      asked: await officerOf(db, asked),
      sister: await officerOf(db, await committee(db, "00004")),
      province: await officerOf(db, await committee(db, "91")),
      other: await officerOf(db, await committee(db, "46")),
    };
    /** The public, a journalist among them, sees what has no officer. */
    const seen = async () => {
      const ofPublic = {
        page: !!(await findPublicStatement(db, statement.id)),
        list: (await listPublished(db, {})).total,
        file: !!(await findPublicStatementFile(db, statement, added.id)),
        receipt: !!(await findReceipt(db, statement.id)),
      };
      const ofOfficers = await Promise.all(
        Object.entries(officers).map(async ([name, officer]) => [
          name,
          [
            (await findStatementFor(db, officer, statement.id)) && "works on it",
            (await findSignOffFor(db, officer, signOff.id)) && "may sign",
            (await findStatementFileFor(db, officer, added.id)) && "keeps the file",
            (await findStatementPaperFor(db, officer, added.id)) && "reads the file",
          ].filter(Boolean),
        ]),
      );
      return { public: ofPublic, ...Object.fromEntries(ofOfficers) };
    };
    const desk = {
      own: ["works on it", "keeps the file", "reads the file"],
      asked: ["may sign", "reads the file"],
      sister: [],
      province: ["works on it", "may sign", "keeps the file", "reads the file"],
      other: [],
    };
    const hidden = { page: false, list: 0, file: false, receipt: false };

    expect(await seen(), "a draft").toEqual({ public: hidden, ...desk });
    const yes = { signer: "Chủ tịch", edition: await editionOf(statement) };
    await answerSignOff(db, signOff, yes, signed());
    await approve(statement);
    const choice = { listIds: [], beats: [], outletIds: [], journalistIds: [] };
    await scheduleStatement(db, statement, { at: LATER, choice, publicOnly: true }, signed(HOUR));
    expect(await seen(), "scheduled").toEqual({ public: hidden, ...desk });
    await publishDue(db, LATER);
    const open = { page: true, list: 1, file: true, receipt: true };
    expect(await seen(), "published").toEqual({ public: open, ...desk });
    expect(await findPublicStatementFile(db, { id: "another" }, added.id)).toBeUndefined();
  });
});
