import { describe, expect, it } from "vitest";
import { readSheet, readText, SHEET_LIMITS } from "./csv.server.ts";
import { columnOf } from "./sheet.ts";

const COLUMNS = {
  name: { required: true, synonyms: ["họ tên", "họ và tên"] },
  position: { required: true, synonyms: ["chức vụ"] },
  phone: { synonyms: ["điện thoại", "sđt"] },
};

const utf8 = (text: string) => new TextEncoder().encode(text);
const read = (text: string) => readSheet(utf8(text), COLUMNS);
const cellsOf = (sheet: ReturnType<typeof read>) =>
  sheet.ok ? sheet.rows.map(({ cells }) => [cells.name, cells.position]) : sheet.problems;
const problemsOf = (sheet: ReturnType<typeof read>) => (sheet.ok ? [] : sheet.problems);

/** Windows-1258 as Windows writes it: the vowel with its hat, then the tone as a byte of its own. */
function windows1258(text: string): Uint8Array {
  const tones = { "\u0300": 0xcc, "\u0309": 0xd2, "\u0303": 0xde, "\u0301": 0xec, "\u0323": 0xf2 };
  const letters = {
    Đ: 0xd0,
    đ: 0xf0,
    Ă: 0xc3,
    ă: 0xe3,
    Â: 0xc2,
    â: 0xe2,
    Ê: 0xca,
    ê: 0xea,
    Ô: 0xd4,
    ô: 0xf4,
    Ơ: 0xd5,
    ơ: 0xf5,
    Ư: 0xdd,
    ư: 0xfd,
  };
  const bytes: Record<string, number> = { ...tones, ...letters };
  const apart = [...text.normalize("NFC")].flatMap((letter) => {
    const tone = letter.normalize("NFD").match(/[\u0300\u0309\u0303\u0301\u0323]/)?.[0];
    if (!tone) return [letter];
    const bare = letter.normalize("NFD").replace(tone, "").normalize("NFC");
    return [bare, tone];
  });
  return Uint8Array.from(apart.map((letter) => bytes[letter] ?? letter.charCodeAt(0)));
}

const WARD = "họ tên,chức vụ\nNguyễn Thị Thủy Đài,Phó Chủ tịch Ủy ban\n";
const READ = [["Nguyễn Thị Thủy Đài", "Phó Chủ tịch Ủy ban"]];

describe("reading a CSV", () => {
  it.each([
    { how: "plain UTF-8", bytes: utf8(WARD) },
    { how: "UTF-8 with letters and marks apart (NFD)", bytes: utf8(WARD.normalize("NFD")) },
    { how: "UTF-8 with a BOM", bytes: utf8(`\uFEFF${WARD}`) },
    { how: "UTF-16 as Excel's “Unicode text”", bytes: Buffer.from(`\uFEFF${WARD}`, "utf16le") },
    { how: "Windows-1258", bytes: windows1258(WARD) },
    { how: "Windows line ends", bytes: utf8(WARD.replaceAll("\n", "\r\n")) },
    { how: "semicolons", bytes: utf8(WARD.replaceAll(",", ";")) },
    { how: "tabs, as pasted from Excel", bytes: utf8(WARD.replaceAll(",", "\t")) },
    { how: "Excel's own first line", bytes: utf8(`sep=;\n${WARD.replaceAll(",", ";")}`) },
    { how: "quotes around everything", bytes: utf8(WARD.replace(/[^,\n]+/g, '"$&"')) },
  ])("understands $how", ({ bytes }) => {
    expect(cellsOf(readSheet(bytes, COLUMNS))).toEqual(READ);
  });

  it.each(["Họ tên", "HỌ VÀ TÊN", "ho va ten", "  Họ và tên (*)  ", "Name"])(
    "knows the column by the heading “%s”",
    (heading) => {
      expect(columnOf(heading, COLUMNS)).toBe("name");
    },
  );

  it("keeps separators, quotes and line breaks inside quotes, and the line where each row begins", () => {
    const sheet = read('name,position\n\n"An","Chủ tịch,\nBí thư ""xã"""\n\nBình,Phó Chủ tịch\n');

    expect(sheet.ok && sheet.rows).toEqual([
      { line: 3, cells: { name: "An", position: 'Chủ tịch,\nBí thư "xã"', phone: "" } },
      { line: 6, cells: { name: "Bình", position: "Phó Chủ tịch", phone: "" } },
    ]);
  });

  it("reads columns in any order, leaves unknown ones aside and says which", () => {
    const sheet = read("chức vụ,ghi chú,họ tên\nChủ tịch,x,An\n");

    expect(cellsOf(sheet)).toEqual([["An", "Chủ tịch"]]);
    expect(sheet.ok && sheet.unknown).toEqual(["ghi chú"]);
  });

  it("chooses the separator by the heading, not by the commas of a cell", () => {
    expect(cellsOf(read("họ tên;chức vụ\nAn;Chủ tịch, Bí thư, Ủy viên\n"))).toEqual([
      ["An", "Chủ tịch, Bí thư, Ủy viên"],
    ]);
  });

  it.each([
    { what: "nothing", text: "", line: 1, problem: "empty" },
    { what: "only blank lines", text: "\n \n", line: 1, problem: "empty" },
    { what: "no heading", text: "An,Chủ tịch\n", line: 1, problem: "no-heading" },
    { what: "a heading alone", text: "\nname,position\n", line: 2, problem: "no-rows" },
    {
      what: "a quote that never closes",
      text: 'name,position\nAn,x\nBình,"y\nCúc,z\nDũng,t\n',
      line: 3,
      problem: "broken-quotes",
    },
    {
      what: "a quote in the middle",
      text: 'name,position\nAn,x\nBình,y"z\n',
      line: 3,
      problem: "broken-quotes",
    },
    {
      what: "a separator too many",
      text: "name,position\nAn,x\nBình,y,z\n",
      line: 3,
      problem: "too-many-cells",
    },
  ])("says on which line there is $what", ({ text, line, problem }) => {
    expect(problemsOf(read(text))).toEqual([{ line, column: null, problem }]);
  });

  it("names each column that is missing, and one that is there twice", () => {
    expect(problemsOf(read("điện thoại\n0296\n"))).toEqual([
      { line: 1, column: "name", problem: "column-missing" },
      { line: 1, column: "position", problem: "column-missing" },
    ]);
    expect(problemsOf(read("name,họ tên,position\nAn,An,x\n"))).toEqual([
      { line: 1, column: "name", problem: "column-twice" },
    ]);
  });

  it("refuses what is too large, too long, or no text at all", () => {
    const long = `name,position\n${"An,x\n".repeat(SHEET_LIMITS.rows + 1)}`;

    expect(problemsOf(read("x".repeat(2 * 1024 * 1024 + 1)))[0]?.problem).toBe("too-large:2");
    expect(problemsOf(read(long))[0]?.problem).toBe("too-many-rows:5000");
    expect(readText(Uint8Array.of(0x50, 0x4b, 3, 4, 0))).toEqual({ problem: "is-excel" });
    expect(readText(utf8("a\0b"))).toEqual({ problem: "not-text" });
  });

  it("refuses letters of before Unicode instead of taking garbage for names", () => {
    const tcvn3 = "hä tªn,chøc vô\nNguyÔn V¨n Ên,Phã Chñ tÞch\n";
    const latin1 = Uint8Array.from(tcvn3, (sign) => sign.charCodeAt(0));
    const viscii = Buffer.from(
      "name,position\nNguy\xadn V\xe5n \x84n,Ph\xf3 Ch\xfc t\xb8ch",
      "latin1",
    );

    expect(readText(latin1)).toEqual({ problem: "old-font" });
    expect(readText(viscii)).toEqual({ problem: "old-font" });
    expect(readText(utf8(tcvn3))).toEqual({ problem: "old-font" });
    expect(readText(utf8("tên\nH’Mông · Cơ Tu «báo» 5 m² ± ®"))).toHaveProperty("text");
  });

  it("tells a line that never ends from quotes that do not close", () => {
    expect(problemsOf(read(`name,position\n${"a".repeat(300_000)},x\n`))).toEqual([
      { line: 2, column: null, problem: "line-too-long:200000" },
    ]);
  });

  it("reads every row after a great many blank lines", () => {
    const sheet = read(`name,position\n${"\n".repeat(12_000)}An,x\n`);

    expect(sheet.ok && sheet.rows.map(({ line }) => line)).toEqual([12_002]);
  });
});
