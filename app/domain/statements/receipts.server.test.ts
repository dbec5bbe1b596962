import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { databases, type Opened } from "#app/test/database.ts";
import { pdfText } from "#app/test/pdf-text.ts";
import { clearPressRoom, signed } from "#app/test/press-room.ts";
import { contents, HOUR, published, receiptOf } from "#app/test/statement-desk.ts";
import type { Db } from "#db/tables.ts";
import { loadLaw } from "../policies/law.server.ts";
import { readReceipt } from "../receipts/receipt.ts";
import { receiptPdf } from "../receipts/receipt-pdf.server.ts";
import { checkReceipt } from "../receipts/receipts.server.ts";

const hasNoOpenssl = spawnSync("openssl", ["version"]).status !== 0;

describe.each(databases)("a receipt on $name", ({ open }) => {
  let opened: Opened;
  let db: Db;
  beforeAll(async () => {
    opened = await open();
    db = opened.db;
    await loadLaw(db, { at: signed().at });
  });
  afterAll(() => opened.close());
  beforeEach(() => clearPressRoom(db));

  it.skipIf(hasNoOpenssl)("verifies by openssl, and not with one character changed", async () => {
    const { statement } = await published(db);
    const receipt = await receiptOf(db, statement);
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
    const { statement, ward } = await published(db);
    const { content, pem } = await receiptOf(db, statement);

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
    const { statement } = await published(db);
    const receipt = await receiptOf(db, statement);
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
    const { statement } = await published(db);
    const receipt = await receiptOf(db, statement);
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
