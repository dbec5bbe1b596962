import { buffer } from "node:stream/consumers";
import { strToU8 } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { docm, docx, jpeg, mp3, mp4, pdf, png, txt, vtt, xlsx, zip } from "#app/test/papers.ts";
import { committee, officerOf } from "#app/test/people.ts";
import { signed } from "#app/test/press-room.ts";
import { DOCUMENT_TYPES, documentName, LARGEST_DOCUMENT, PRESS_FILES } from "./document.ts";
import {
  findDocument,
  findDocumentFor,
  inspectDocument,
  storeDocument,
} from "./documents.server.ts";
import { takeDown } from "./shelf.server.ts";

describe("what a file is", () => {
  it.each([
    ["pdf", pdf()],
    ["docx", docx()],
    ["xlsx", xlsx()],
    ["png", png()],
    ["jpg", jpeg()],
  ])("is read from the bytes of a %s, whatever it is called", (extension, bytes) => {
    const found = inspectDocument({ name: "quyết định.exe", bytes });

    expect(found).toMatchObject({ ok: true, name: `quyết định.exe.${extension}` });
    expect(found.ok && DOCUMENT_TYPES[found.type]).toBe(extension);
  });

  it.each([
    ["file-empty", new Uint8Array()],
    ["file-unknown-type", strToU8("<html><script>alert(1)</script>")],
    ["file-unknown-type", zip()],
    ["file-unknown-type", docx().slice(0, 60)],
    ["file-macro", docm()],
    ["file-macro", docx({ "word/vbaProject.bin": strToU8("Sub AutoOpen()") })],
    ["file-macro", xlsx({ "xl/macrosheets/sheet1.xml": strToU8("<x/>") })],
    ["file-macro", docx({ "word/embeddings/oleObject1.bin": strToU8("MZ") })],
    ["file-too-large", new Uint8Array(LARGEST_DOCUMENT + 1)],
  ])("is refused as %s", (reason, bytes) => {
    expect(inspectDocument({ name: "quyết định.pdf", bytes })).toEqual({ ok: false, reason });
  });
});

describe("what is handed to the press", () => {
  it.each([
    ["vtt", vtt()],
    ["vtt", strToU8("\ufeffWEBVTT - Họp báo\r\n")],
    ["txt", txt()],
    ["txt", strToU8("WEBVTTX không phải phụ đề")],
    ["txt", strToU8("<html><script>alert(1)</script>")],
    ["mp3", mp3()],
    ["mp3", strToU8("ID3\x04\0\0\0\0\x02\0", true)],
    ["mp4", mp4()],
    ["pdf", pdf()],
  ])("may also be %s, by its bytes", (extension, bytes) => {
    const found = inspectDocument({ name: "lời phát biểu", bytes }, PRESS_FILES);

    expect(found.ok && DOCUMENT_TYPES[found.type]).toBe(extension);
  });

  it.each([
    ["file-unknown-type", "họp báo.mp4", mp4("qt  ")],
    ["file-unknown-type", "họp báo.mp3", mp3().slice(0, 417)],
    ["file-unknown-type", "họp báo.mp3", strToU8("ID3\x04\0\0\xff\0\0\0", true)],
    ["file-unknown-type", "chạy.exe", strToU8("MZ\x90\0\x03", true)],
    ["file-not-utf8", "lời.txt", strToU8("L\xeai ph\xe1t bi\xeau", true)],
    ["file-not-utf8", "lời.VTT", strToU8("W\0E\0B\0V\0T\0T\0", true)],
    ["file-macro", "bảng.docx", docm()],
  ])("is refused as %s (%s)", (reason, name, bytes) => {
    expect(inspectDocument({ name, bytes }, PRESS_FILES)).toEqual({ ok: false, reason });
  });

  it.each([vtt(), txt(), mp3(), mp4()])("is no paper that a decision could be", (bytes) => {
    const refused = { ok: false, reason: "file-unknown-type" };

    expect(inspectDocument({ name: "quyết định.txt", bytes })).toEqual(refused);
  });
});

it.each([
  ["C:\\Van thu\\QĐ 87.PDF", "QĐ 87.pdf"],
  ["../../etc/passwd", "passwd.pdf"],
  ["a\r\nSet-Cookie: x", "aSet-Cookie x.pdf"],
  ["...", "van-ban.pdf"],
  ["", "van-ban.pdf"],
  ["Quyết định\u202efdp.exe", "Quyết địnhfdp.exe.pdf"],
  ["ừ".repeat(400), `${"ừ".repeat(150)}.pdf`],
])("a file called %j is kept as %j", (sent, kept) => {
  expect(documentName(sent, "application/pdf")).toBe(kept);
});

describe.each(databases)("an agency's papers, on $name", ({ open }) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.close());

  it("are kept octet for octet, with who brought them", async () => {
    const { db } = opened;
    const ward = await committee(db);
    const bytes = pdf("Quyết định số 87");
    const stored = await storeDocument(db, ward, { name: "87.pdf", bytes }, signed());
    const document = stored.ok ? await findDocument(db, stored.id) : undefined;

    expect(document).toMatchObject({ agencyId: ward.id, name: "87.pdf", bytes: bytes.length });
    expect(document).toMatchObject({ type: "application/pdf", uploadedBy: "lan" });
    expect(document && new Uint8Array(await buffer(takeDown(document.sha256)))).toEqual(bytes);
    const lines = await db
      .selectFrom("audit")
      .select("act")
      .where("agencyId", "=", ward.id)
      .execute();
    expect(lines).toEqual([{ act: "document.stored" }]);
  });

  it("are kept once by each agency, and lie on disk once for all", async () => {
    const { db } = opened;
    const [ward, sister] = [await committee(db), await committee(db, "30292")];
    const sent = { name: "chung.pdf", bytes: pdf("chung") };
    const first = await storeDocument(db, ward, sent, signed());
    const again = await storeDocument(db, ward, sent, signed());
    const theirs = await storeDocument(db, sister, sent, signed());

    expect(again).toEqual(first);
    expect(theirs).not.toEqual(first);
    const hashes = await db
      .selectFrom("document")
      .select("sha256")
      .where("name", "=", "chung.pdf")
      .execute();
    expect(hashes).toHaveLength(2);
    expect(new Set(hashes.map(({ sha256 }) => sha256)).size).toBe(1);
  });

  it("leave no line behind when the deed they belong to is undone", async () => {
    const { db } = opened;
    const ward = await committee(db);
    const undone = db.transaction().execute(async (trx) => {
      await storeDocument(trx, ward, { name: "undone.pdf", bytes: pdf("undone") }, signed());
      throw new Error("undone");
    });

    await expect(undone).rejects.toThrow("undone");
    const left = await db
      .selectFrom("document")
      .select("id")
      .where("name", "=", "undone.pdf")
      .execute();
    expect(left).toEqual([]);
  });

  it("are found by officers who work for the agency, and no others", async () => {
    const { db } = opened;
    const ward = await committee(db);
    const stored = await storeDocument(db, ward, { name: "own.pdf", bytes: pdf("own") }, signed());
    const id = stored.ok ? stored.id : "";
    const seen = async (code: Parameters<typeof committee>[1]) =>
      (await findDocumentFor(db, await officerOf(db, await committee(db, code)), id))?.name;

    expect(await seen("30307")).toBe("own.pdf");
    expect(await seen("91")).toBe("own.pdf");
    expect(await seen("30292")).toBeUndefined();
    expect(await seen("46")).toBeUndefined();
  });
});
