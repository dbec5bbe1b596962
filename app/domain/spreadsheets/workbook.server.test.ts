import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { messagesIn } from "#app/i18n/messages.ts";
import { problemSentence } from "#app/i18n/problems.ts";
import { withPart, workbook } from "#app/test/workbooks.ts";
import { readSheet } from "./csv.server.ts";
import { readSheetFile } from "./sheet-file.server.ts";
import { WORKBOOK_LIMITS } from "./workbook.server.ts";

const LIST = [
  ["Họ và tên", "Chức vụ"],
  ["Nguyễn Văn An", "Chủ tịch"],
];
const SHEET = "xl/worksheets/sheet1.xml";
const plain = () => workbook({ "Danh sách": LIST });
const problemsOf = async (bytes: Uint8Array) => {
  const read = await readSheetFile(bytes);
  return read.ok ? [] : read.problems;
};

/** Changes the sizes that a ZIP's directory declares of its entries. */
function declaring(bytes: Uint8Array, size: number): Uint8Array {
  const zip = Buffer.from(bytes);
  for (let at = zip.indexOf("PK\x01\x02"); at >= 0; at = zip.indexOf("PK\x01\x02", at + 4))
    zip.writeUInt32LE(size, at + 24);
  return new Uint8Array(zip);
}

describe("reading a workbook", () => {
  it("gives the table as text with tabs, the lines counted as Excel counts its rows", async () => {
    const bytes = await workbook({
      "Danh sách": [
        [{ value: "DANH SÁCH", columnSpan: 2 }],
        [],
        ...LIST,
        [{ value: 'Lê "Ba"\nTèo', type: String }, null],
      ],
    });
    const read = await readSheetFile(bytes);

    expect(read).toMatchObject({
      ok: true,
      text: 'DANH SÁCH\t\n\nHọ và tên\tChức vụ\nNguyễn Văn An\tChủ tịch\n"Lê ""Ba"" Tèo"\t',
    });
  });

  it("writes days as people do, with the hour where there is one, and numbers as digits", async () => {
    const day = (value: string, format: string) => ({ value: new Date(value), type: Date, format });
    const bytes = await workbook({
      A: [
        [
          day("2026-07-01T00:00:00Z", "dd/mm/yyyy"),
          day("2026-07-01T08:30:00Z", "dd/mm/yyyy hh:mm"),
          2963852852,
          true,
        ],
      ],
    });
    const read = await readSheetFile(bytes);

    expect(read.ok && read.text).toBe("01/07/2026\t08:30 01/07/2026\t2963852852\tx");
  });

  it("repeats what is merged over several rows in each of them", async () => {
    const bytes = await workbook({
      A: [
        ["Đơn vị", "Họ tên"],
        [{ value: "Phường Long Xuyên", rowSpan: 2 }, "An"],
        [null, "Bảo"],
      ],
    });
    const read = await readSheetFile(bytes);

    expect(read.ok && read.text.split("\n")[2]).toBe("Phường Long Xuyên\tBảo");
  });

  it("reads the first sheet that has anything in it, another when it is named, and tells of all", async () => {
    const bytes = await workbook({ Trống: [[null]], Một: LIST, Hai: [["x"]] });
    const [first, named] = [await readSheetFile(bytes), await readSheetFile(bytes, "Hai")];

    expect(first.ok && first.sheets.map(({ name }) => name)).toEqual(["Một", "Hai"]);
    expect(first.ok && first.text).toContain("Nguyễn Văn An");
    expect(named.ok && named.text).toBe("x");
  });

  it("is not led astray by a sheet whose blank rows are formatted to the very end", async () => {
    const bytes = withPart(await plain(), SHEET, (xml) =>
      xml.replace("</sheetData>", '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
    );
    const read = await readSheetFile(bytes);

    expect(read.ok && read.text.split("\n")).toHaveLength(2);
  });

  it("finds the heading below a title and leaves out rows that only name a group", async () => {
    const text = [
      "DANH SÁCH NGƯỜI PHÁT NGÔN\t\t\t",
      "\t\t\t",
      "STT\tĐơn vị\tHọ và tên\tChức vụ",
      "I\tSở, ban, ngành\t\t",
      "1\tSở Y tế\tAn\tGiám đốc",
      "II. Xã, phường\t\t\t",
      "2\tXã A\tBảo\tChủ tịch",
    ].join("\n");
    const sheet = readSheet(new TextEncoder().encode(text), {
      unit: { synonyms: ["đơn vị"] },
      name: { required: true, synonyms: ["họ và tên"] },
      position: { required: true, synonyms: ["chức vụ"] },
    });

    expect(sheet).toMatchObject({ ok: true, groups: [4, 6], unknown: ["STT"] });
    expect(sheet.ok && sheet.rows.map(({ line, cells }) => [line, cells.name])).toEqual([
      [5, "An"],
      [7, "Bảo"],
    ]);
  });
});

describe("a formula", () => {
  const COLUMNS = {
    name: { required: true, synonyms: ["họ và tên"] },
    position: { required: true, synonyms: ["chức vụ"] },
  };
  const LISTED = [
    ["STT", "Họ và tên", "Chức vụ"],
    ...["An", "Bảo"].map((one) => [1, one, "Chủ tịch"]),
  ];
  const holding = async (cell: string, formula: string) =>
    withPart(await workbook({ A: LISTED }), SHEET, (xml) =>
      xml.replace(
        new RegExp(`<c r="${cell}"[^>]*>.*?</c>`),
        `<c r="${cell}">${formula}<v>7</v></c>`,
      ),
    );
  const sheetOf = async (bytes: Uint8Array, meanings?: ("name" | "position" | undefined)[]) => {
    const read = await readSheetFile(bytes);
    const text = read.ok ? read.text : "";
    return readSheet(new TextEncoder().encode(text), COLUMNS, meanings && { meanings });
  };

  it("is refused by its cell where it would be read, with a sentence in either language", async () => {
    const sheet = await sheetOf(await holding("B3", "<f>A1&amp;&quot;x&quot;</f>"));

    expect(sheet).toMatchObject({
      ok: false,
      problems: [{ line: 3, column: "name", problem: "has-formula:B3" }],
    });
    for (const language of ["vi", "en"] as const)
      expect(problemSentence(messagesIn(language), "has-formula:B3")).toMatch(/^(Ô|Cell) B3 /);
  });

  it("does no harm in a column that is not used, and does once it is", async () => {
    const running = await holding("A3", "<f>A2+1</f>");
    const used = await sheetOf(running, ["name", undefined, "position"]);

    expect(await sheetOf(running)).toMatchObject({ ok: true, unknown: ["STT"] });
    expect(!used.ok && used.problems.map(({ problem }) => problem)).toEqual(["has-formula:A3"]);
  });

  it.each([
    { how: "shared with other cells", formula: '<f t="shared" si="0"/>', cells: ["B2"] },
    {
      how: "for a block of cells",
      formula: '<f t="array" ref="A2:C3">X</f>',
      cells: ["B2", "C2", "B3", "C3"],
    },
  ])("is known when it is $how", async ({ formula, cells }) => {
    const sheet = await sheetOf(await holding(cells.length > 1 ? "A2" : "B2", formula));

    expect(!sheet.ok && sheet.problems.map(({ problem }) => problem)).toEqual(
      cells.map((cell) => `has-formula:${cell}`),
    );
  });

  it("is known in text as well", () => {
    const text = "họ và tên,chức vụ\n=HYPERLINK(1),Chủ tịch";
    const sheet = readSheet(new TextEncoder().encode(text), COLUMNS);

    expect(!sheet.ok && sheet.problems[0]?.problem).toBe("has-formula:A2");
  });
});

describe("what is refused", () => {
  it.each([
    {
      what: "a macro",
      make: async () => withPart(await plain(), "xl/vbaProject.bin", () => "x"),
      problem: { problem: "has-macro" },
    },
    {
      what: "the type of a macro's workbook",
      make: async () =>
        withPart(await plain(), "[Content_Types].xml", (xml) =>
          xml.replace("spreadsheetml.sheet.main+xml", "sheet.macroEnabled.main+xml"),
        ),
      problem: { problem: "has-macro" },
    },
    {
      what: "links to other files",
      make: async () => withPart(await plain(), "xl/externalLinks/externalLink1.xml", () => "<x/>"),
      problem: { problem: "has-links" },
    },
    {
      what: "entities",
      make: async () => withPart(await plain(), SHEET, (xml) => `<!DOCTYPE x>${xml}`),
      problem: { problem: "not-a-workbook" },
    },
    {
      what: "a Word document",
      make: async () => zipSync({ "word/document.xml": new Uint8Array(1) }),
      problem: { problem: "is-word" },
    },
    {
      what: "any other ZIP",
      make: async () => zipSync({ "a.txt": new Uint8Array(1) }),
      problem: { problem: "not-a-workbook" },
    },
    {
      what: "an old or locked workbook",
      make: async () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      problem: { problem: "old-excel" },
    },
    {
      what: "a workbook cut short",
      make: async () => (await plain()).slice(0, 900),
      problem: { problem: "broken-file" },
    },
    {
      what: "200 MB behind a few kilobytes",
      make: async () => declaring(await plain(), 200 * 1024 * 1024),
      problem: { problem: `too-much-inside:${WORKBOOK_LIMITS.inflated}` },
    },
    {
      what: "more than its directory declares",
      make: async () =>
        declaring(zipSync({ [SHEET]: new Uint8Array(5 * 1024 * 1024) }, { level: 1 }), 1000),
      problem: { problem: `too-much-inside:${WORKBOOK_LIMITS.inflated}` },
    },
    {
      what: "more than anybody can have declared in earnest",
      make: async () => declaring(await plain(), 0xfffffff0),
      problem: { problem: `too-much-inside:${WORKBOOK_LIMITS.inflated}` },
    },
    {
      what: "rows without end",
      make: async () =>
        withPart(await plain(), SHEET, (xml) =>
          xml.replace(
            "</sheetData>",
            '<row r="900000"><c r="A900000"><v>1</v></c></row></sheetData>',
          ),
        ),
      problem: { problem: "too-many-rows:5000" },
    },
    {
      what: "columns without end",
      make: async () => workbook({ A: [Array.from({ length: 101 }, () => "x")] }),
      problem: { problem: "too-many-columns:100" },
    },
    {
      what: "an empty workbook",
      make: async () => workbook({ A: [[null]] }),
      problem: { problem: "empty" },
    },
  ])("$what, with a sentence in either language", async ({ make, problem }) => {
    const [found] = await problemsOf(await make());

    expect(found).toMatchObject(problem);
    for (const language of ["vi", "en"] as const)
      expect(problemSentence(messagesIn(language), found?.problem ?? "")).toMatch(
        /^[A-ZĐÔ].* .*[.)]$/,
      );
  });
});
