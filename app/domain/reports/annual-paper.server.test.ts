import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Opened, openSqlite } from "#app/test/database.ts";
import { committee } from "#app/test/people.ts";
import type { Snapshot } from "./annual.ts";
import { annualDocx } from "./annual-docx.server.ts";
import { annualPaper } from "./annual-paper.ts";
import { annualPdf } from "./annual-pdf.server.ts";
import { paperDetails } from "./paper-details.server.ts";

const one = (counts: boolean) => ({
  ...{ id: String(Math.random()), agencyId: "a", title: "t", at: "2026-01-01", counts },
  standing: "open" as const,
});
const many = (count: number, of: number) => Array.from({ length: of }, (_, i) => one(i < count));

const snapshot: Snapshot = {
  madeAt: "2026-12-15T02:00:00.000Z",
  span: { from: "2025-12-15", until: "2026-12-14" },
  note: "Ghi chú: số liệu tính từ ngày 01/07/2026.",
  difficulties: "Thiếu cán bộ chuyên trách.\n\nThiếu kinh phí <đào tạo> & thiết bị.",
  proposals: "",
  indicators: {
    ...{ 1: many(12, 14), 2: many(9, 9), 3: many(341, 360), 4: many(7, 8), 5: many(5, 6) },
    6: many(0, 0),
  },
};

const SOFFICE = "/usr/bin/soffice";

describe("the paper of the annual report", () => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openSqlite();
  });
  afterAll(() => opened.close());

  const paper = async (code: "91" | "30307" = "91") => {
    const agency = await committee(opened.db, code);
    const at = snapshot.madeAt;
    return annualPaper(snapshot, await paperDetails(opened.db, agency, { year: 2026, at }));
  };
  const textOf = (bytes: Uint8Array) =>
    new TextDecoder()
      .decode(unzipSync(bytes)["word/document.xml"])
      .replace(/<\/w:p>/g, "\n")
      .replace(/<[^>]+>/g, "");

  it("has the form of the annex: title with its year, six lines, two parts, to whom, who signs", async () => {
    const text = textOf(await annualDocx(await paper()));
    const lines = text.split("\n").filter((line) => line.trim());

    expect(lines).toEqual(
      expect.arrayContaining([
        "Số: ……/BC-UBND",
        "BÁO CÁO VỀ CÔNG TÁC PHÁT NGÔN VÀ CUNG CẤP THÔNG TIN CHO BÁO CHÍ NĂM 2026",
        "I. Về số liệu",
        "1. Số cuộc họp báo tổ chức trong năm: 12.",
        "2. Số lần cơ quan hành chính chủ động đến cung cấp thông tin tại giao ban báo chí trong năm: 9.",
        "3. Số lượt trả lời báo chí/tổng số đề nghị của báo chí: 341/360.",
        "4. Số vụ việc đột xuất, bất thường đã thực hiện phát ngôn/tổng số vụ việc đột xuất, bất thường quy định tại khoản 2, 3, 4, 5 Điều 7: 7/8.",
        "5. Số vụ việc phát ngôn đúng hạn/tổng số vụ việc có áp dụng thời hạn quy định tại khoản 3, khoản 4 Điều 7: 5/6.",
        "6. Số vụ việc có văn bản phản hồi, yêu cầu cải chính, xin lỗi/tổng số vụ việc phát sinh quy định tại khoản 6 Điều 7: 0/0.",
        "II. Khó khăn, vướng mắc và đề xuất, kiến nghị (nếu có)",
        "Thiếu kinh phí &lt;đào tạo&gt; &amp; thiết bị.",
        "- Bộ Văn hóa, Thể thao và Du lịch;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "(Ký tên, đóng dấu)",
      ]),
    );
    expect(text).toContain("An Giang, ngày … tháng 12 năm 2026");
    expect(text).not.toContain("Đề xuất, kiến nghị:");
  });

  it("is the same PDF each time, one page that knows its title", async () => {
    const [first, second] = [await annualPdf(await paper()), await annualPdf(await paper())];
    const text = Buffer.from(first).toString("latin1");

    expect(Buffer.compare(first, second)).toBe(0);
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(1);
    expect(text).toContain("/Lang (vi-VN)");
  });

  it("of a commune goes to its province", async () => {
    const text = textOf(await annualDocx(await paper("30307")));
    expect(text).toContain("- Ủy ban nhân dân tỉnh An Giang;");
    expect(text).not.toContain("Bộ Văn hóa");
  });

  it.skipIf(!existsSync(SOFFICE))("opens in LibreOffice", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "phat-ngon-report-"));
    const file = join(folder, "report.docx");
    writeFileSync(file, await annualDocx(await paper()));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const asked = [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file];
    execFileSync(SOFFICE, asked, { stdio: "ignore" });
    const pdf = readFileSync(join(folder, "report.pdf"));
    rmSync(folder, { recursive: true, force: true });

    expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  });
});
