import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, afterEach, describe, expect, it } from "vitest";
import { factsOf } from "#app/test/invitation-papers.ts";
import { oneSpaced, pdfText, popplerText } from "#app/test/pdf-text.ts";
import { type PaperFacts, paperOf } from "./paper.ts";
import { paperAsDocx } from "./paper-docx.server.ts";
import { paperAsPdf } from "./paper-pdf.server.ts";

const partOf = (docx: Uint8Array, name: string) =>
  strFromU8(unzipSync(docx)[name] ?? new Uint8Array());

/** The words of a Word file, paragraph by paragraph. */
function docxText(docx: Uint8Array): string {
  const text = partOf(docx, "word/document.xml")
    .replace(/<\/w:p>/g, " ")
    .replace(/<[^>]+>/g, "")
    .replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) =>
      name === "amp"
        ? "&"
        : name === "lt"
          ? "<"
          : name === "gt"
            ? ">"
            : name === "quot"
              ? '"'
              : "'",
    );
  return oneSpaced(text);
}

const without = (text: string) => text.replace(/\s/g, "").toUpperCase();

/** Every sentence of the paper, as it is printed. */
function sentencesOf(facts: PaperFacts, language: "vi" | "en"): string[] {
  const paper = paperOf(facts, language);
  return [
    ...[paper.superior ?? "", paper.agency, ...paper.nation, ...paper.translatedNation],
    ...[
      paper.number,
      paper.placeAndDay,
      paper.heading,
      paper.about,
      ...paper.addressees,
      paper.lead,
    ],
    ...paper.items.flatMap(({ label, text, lines }) => [label, text, ...lines]),
    ...[paper.closing, paper.recipientsLabel, ...paper.recipients],
    ...[...paper.signature, paper.signatureHint, paper.signer, paper.note ?? ""],
  ];
}

describe("a meeting's invitation as a paper", () => {
  it("is written in the official form, in the order of an official letter", () => {
    const paper = paperOf(factsOf(), "vi");
    const said = paper.items.map(({ label, text }) => `${label}: ${text}`);

    expect(paper.number).toBe("Số: 15/GM-UBND");
    expect(paper.placeAndDay).toBe("Long Xuyên, ngày 23 tháng 11 năm 2026");
    expect(paper.about).toBe("Họp báo: Tình hình kinh tế - xã hội quý III năm 2026");
    expect(said).toEqual([
      "Nội dung: Tình hình kinh tế - xã hội quý III năm 2026",
      "Người chủ trì: Ông Lê Văn Đức, Phó Chủ tịch UBND phường",
      "Người phát ngôn: Nguyễn Thị Ánh, Chánh Văn phòng",
      "Thành phần: Lãnh đạo Ủy ban nhân dân phường Long Xuyên; đại diện các cơ quan báo chí được mời",
      "Thời gian: từ 08 giờ 30 đến 10 giờ 00, ngày 25 tháng 11 năm 2026 (Thứ Tư)",
      "Địa điểm: Hội trường A, số 99 đường Nguyễn Huệ, phường Long Xuyên, tỉnh An Giang",
      "Trực tuyến: https://hop.example.vn/j/9120?pwd=x&lang=vi",
      expect.stringMatching(
        /^Đăng ký: trước 16 giờ 00, ngày 24 tháng 11 năm 2026, .*0296 3 852 111$/,
      ),
    ]);
    expect(paper.closing).toMatch(/\.\/\.$/);
    expect(paper.signature).toEqual(["TM. Ủy ban nhân dân", "KT. Chủ tịch", "Phó Chủ tịch"]);
  });

  it.each([
    ["head", "Chủ tịch", ["TM. Ủy ban nhân dân", "Chủ tịch"]],
    ["acting", "Chủ tịch", ["TM. Ủy ban nhân dân", "Q. Chủ tịch"]],
    ["by_order", "Chánh Văn phòng", ["TL. Chủ tịch", "Chánh Văn phòng"]],
    ["by_delegation", "Chánh Văn phòng", ["TUQ. Chủ tịch", "Chánh Văn phòng"]],
  ] as const)("is signed by right of %s", (signing, office, lines) => {
    const { words } = factsOf();

    expect(paperOf(factsOf({ words: { ...words, signing, office } }), "vi").signature).toEqual(
      lines,
    );
  });

  it("is signed by the head of a department in no collective's name, below the body it belongs to", () => {
    const { meeting, words } = factsOf();
    const health = { ...meeting, agencyName: "Sở Y tế", agencyKind: "department" as const };
    const paper = paperOf(
      factsOf({
        ...{ meeting: health, symbol: "SYT", superior: "Ủy ban nhân dân tỉnh An Giang" },
        ...{ headOffice: "Giám đốc", words: { ...words, number: null, office: "Phó Giám đốc" } },
      }),
      "vi",
    );

    expect(paper.superior).toBe("Ủy ban nhân dân tỉnh An Giang");
    expect(paper.number).toBe("Số: ……/GM-SYT");
    expect(paper.signature).toEqual(["KT. Giám đốc", "Phó Giám đốc"]);
  });

  it("is in English a translation that says so, under the state's name in both languages", () => {
    const paper = paperOf(factsOf(), "en");

    expect(paper.nation).toEqual([
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "Độc lập - Tự do - Hạnh phúc",
    ]);
    expect(paper.translatedNation[0]).toBe("SOCIALIST REPUBLIC OF VIET NAM");
    expect(paper.note).toContain("Courtesy translation");
    expect(paper.addressees).toEqual(["Press agencies"]);
    expect(paper.signature).toEqual([
      "On behalf of the People's Committee",
      "For the Chair",
      "Vice Chair",
    ]);
    expect(paper.items.find(({ name }) => name === "time")?.text).toBe(
      "08:30–10:00, Wednesday, 25 November 2026",
    );
  });

  it("carries nothing that a person could type to break a line, a part or a file", async () => {
    const { meeting } = factsOf();
    const typed = 'A\u0000B\u0007 <w:p/> & "C" \ud800 ]]> \u202e\r\nBcc: x@y.test';
    const facts = factsOf({
      meeting: { ...meeting, subject: typed, description: typed, chair: typed },
    });
    const docx = await paperAsDocx(paperOf(facts, "vi"));

    expect(partOf(docx, "word/document.xml")).not.toMatch(/[^\P{Cc}\t\n\r]/u);
    expect(docxText(docx)).toContain('AB <w:p/> & "C"');
    expect(pdfText(await paperAsPdf(paperOf(facts, "vi")))).toContain('AB <w:p/> & "C"');
  });
});

describe.each(["vi", "en"] as const)("its files, in %s", (language) => {
  it.each([
    ["a plain meeting", factsOf()],
    ["long names and a subject of 200 signs", factsOf({ long: true })],
  ])("say all of it, for %s", async (_, facts) => {
    const paper = paperOf(facts, language);
    const [pdf, docx] = [await paperAsPdf(paper), await paperAsDocx(paper)];
    const read = pdfText(pdf);

    expect(read).not.toContain("\ufffd");
    for (const sentence of sentencesOf(facts, language)) {
      expect(without(read)).toContain(without(sentence));
      expect(without(docxText(docx))).toContain(without(sentence));
    }
    const poppler = popplerText(pdf);
    if (poppler === undefined)
      console.info("pdftotext is not here: the PDF was read by our own reader alone.");
    else expect(without(poppler)).toContain(without(paper.signer));
    expect(pdf.length).toBeLessThan(62_000);
    expect(docx.length).toBeLessThan(20_000);
  });

  it("are tagged A4 with title and language, in embedded letters of Times' measures", async () => {
    const text = Buffer.from(await paperAsPdf(paperOf(factsOf(), language))).toString("latin1");

    expect(text).toContain(`/Lang (${language === "vi" ? "vi-VN" : "en-GB"})`);
    expect(text).toMatch(/\/Marked true/);
    expect(text).toMatch(/\/DisplayDocTitle true/);
    expect(text).toContain("/MediaBox [0 0 595.28 841.89]");
    expect(text).toMatch(/\/FontFile2/);
    expect(text).not.toMatch(/Helvetica/);
  });
});

describe("the files of one paper", () => {
  const zone = process.env.TZ;
  afterEach(() => {
    process.env.TZ = zone;
  });

  it("are the same bytes however often, when and wherever they are made", async () => {
    const made = new Set<string>();
    for (const TZ of ["UTC", "Asia/Ho_Chi_Minh", "America/New_York"]) {
      process.env.TZ = TZ;
      const paper = paperOf(factsOf(), "vi");
      const hash = createHash("sha256")
        .update(await paperAsPdf(paper))
        .update(await paperAsDocx(paper));
      made.add(hash.digest("hex"));
      await new Promise((resolve) => setTimeout(resolve, 1100)); // a file that held the time would hold another
    }

    expect(made.size).toBe(1);
  });

  it("differ when the paper does", async () => {
    const { words } = factsOf();
    const other = factsOf({ words: { ...words, number: "16/GM-UBND" } });

    expect(await paperAsPdf(paperOf(other, "vi"))).not.toEqual(
      await paperAsPdf(paperOf(factsOf(), "vi")),
    );
  });
});

describe("its Word file in another program", () => {
  const scratch = mkdtempSync(join(tmpdir(), "giay-moi-"));
  afterAll(() => rmSync(scratch, { recursive: true }));

  it.each([
    ["a plain meeting", factsOf()],
    ["long names", factsOf({ long: true })],
  ])(
    "opens in LibreOffice and says the same there, for %s",
    {
      timeout: 120_000,
    },
    async (_, facts) => {
      writeFileSync(join(scratch, "giay-moi.docx"), await paperAsDocx(paperOf(facts, "vi")));
      const profile = `-env:UserInstallation=file://${scratch}/profile`;
      const format = "txt:Text (encoded):UTF8";
      const { error } = spawnSync(
        "soffice",
        [profile, "--headless", "--convert-to", format, "--outdir", scratch, "giay-moi.docx"],
        { cwd: scratch, timeout: 100_000 },
      );
      if (error)
        return console.info("LibreOffice is not here: the Word file was not opened with it.");
      const read = readFileSync(join(scratch, "giay-moi.txt"), "utf8").normalize("NFC");

      for (const sentence of sentencesOf(facts, "vi"))
        expect(without(read)).toContain(without(sentence));
    },
  );
});
