import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutHidden } from "./hidden-signs.ts";
import { plainText, readMarkdown } from "./markdown.ts";
import { markdownHtml } from "./markdown-html.ts";

const htmlOf = (source: string) => markdownHtml(readMarkdown(source));

describe("formatting", () => {
  it.each([
    ["# Một\n## Hai\n### Ba", "<h2>Một</h2><h3>Hai</h3><h4>Ba</h4>"],
    ["Nước rút **chậm** và *đều*.", "<p>Nước rút <strong>chậm</strong> và <em>đều</em>.</p>"],
    ["**đậm và _nghiêng_**", "<p><strong>đậm và <em>nghiêng</em></strong></p>"],
    ["dòng một\ndòng hai\n\nđoạn hai", "<p>dòng một<br>dòng hai</p><p>đoạn hai</p>"],
    ["- một\n- hai", "<ul><li>một</li><li>hai</li></ul>"],
    ["3. ba\n4. bốn", '<ol start="3"><li>ba</li><li>bốn</li></ol>'],
    ["- ngoài\n  - trong\n- sau", "<ul><li>ngoài<ul><li>trong</li></ul></li><li>sau</li></ul>"],
    ["> lời\n> dẫn", "<blockquote><p>lời<br>dẫn</p></blockquote>"],
    [
      "[Cổng](https://angiang.gov.vn/tin)",
      '<p><a href="https://angiang.gov.vn/tin" rel="nofollow noopener noreferrer">Cổng</a></p>',
    ],
    [
      "Xem https://angiang.gov.vn/a.",
      '<p>Xem <a href="https://angiang.gov.vn/a" rel="nofollow noopener noreferrer">https://angiang.gov.vn/a</a>.</p>',
    ],
    ["2 * 3 * 4 và so_luong_xe", "<p>2 * 3 * 4 và so_luong_xe</p>"],
    ["**chưa đóng", "<p>**chưa đóng</p>"],
    ["\\*sao\\*", "<p>*sao*</p>"],
  ])("reads %j", (source, html) => {
    expect(htmlOf(source)).toBe(html);
  });

  it("has a twin in plain text that says where links lead", () => {
    const source =
      "# Tin\n\n**Mưa** lớn, xem [bản đồ](https://gov.vn/m).\n\n1. một\n2. hai\n\n> lời";

    expect(plainText(readMarkdown(source))).toBe(
      "Tin\n\nMưa lớn, xem bản đồ (https://gov.vn/m).\n\n1. một\n2. hai\n\n> lời",
    );
  });
});

describe("what would do harm", () => {
  it.each([
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert)",
    "[x](data:text/html,a)",
    "[x](vbscript:a)",
    "[x](java\nscript:a)",
    "[x](//evil.example)",
    "[x](/desk)",
    "[x](https://user:pass@evil.example)",
    '![x](https://evil.example/x.png)"onload=',
    "<https://a.example/><svg/onload=a>",
    '[<b>](https://a.example/"onmouseover="x)',
  ])("stays text: %j", (source) => {
    expect(htmlOf(source).replace(SAFE, "")).toBe("");
  });

  /** The tags that we write, and text without a sign of HTML. */
  const SAFE =
    /<a href="(?:https?:\/\/|mailto:)[^"<>\s]*" rel="nofollow noopener noreferrer">|<ol start="\d+">|<\/?(?:p|h2|h3|h4|ul|ol|li|blockquote|strong|em|a)>|<br>|&#\d+;|[^<>&"']/gu;

  it("whatever is typed, no other tag and no other address comes out", () => {
    const signs = fc.constantFrom(
      ...["[", "](", ")", "*", "**", "_", "#", "- ", "1. ", "> ", "\n", "  ", "\\", "`", "<", ">"],
      ...["&", '"', "'", "javascript:", "https://", "mailto:a@b.vn", "data:", "a", "ế", "\u202e"],
      ...["\u200b", "<script>", "onclick=", "😀", "\ud800", "\t", "\r\n"],
    );
    const texts = fc.array(signs, { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(texts, fc.string({ unit: "binary", maxLength: 200 })), (source) => {
        const html = htmlOf(source);
        expect(html.replace(SAFE, "")).toBe("");
        expect(withoutHidden(html).count).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it("loses no word of the text", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom("lũ", "*", "**", "_", "[", "]", "(", ")", " ", "\n", "- ", "> ", "# "),
          { maxLength: 80 },
        ),
        (parts) => {
          const source = parts.join("");
          const words = (text: string) => text.match(/lũ/g)?.length ?? 0;
          expect(words(plainText(readMarkdown(source)))).toBe(words(source));
        },
      ),
      { numRuns: 1000 },
    );
  });

  const MEGABYTE = 1_000_000;
  it.each([
    "[",
    "](",
    "[a](",
    "[](",
    "*",
    "**a",
    "*a_b",
    "_a *b ",
    "> ",
    "- ",
    "- a\n  ",
    "1. ",
    "# ",
    "\\",
    "`",
    "https://%",
    "[a](https://%",
    "https://a.b ",
    "<",
    "&",
    "\u202e",
    "**a** ",
    "> - ",
    "\n> a\n\n",
    "a\n",
    "[a](b[",
    "  ",
    "\n  ",
  ])("a megabyte of %j is read in less than a second", (piece) => {
    const source = piece.repeat(Math.ceil(MEGABYTE / piece.length));
    const began = process.cpuUsage();
    const blocks = readMarkdown(source);
    const took = process.cpuUsage(began); // of this process alone, whatever else the machine does

    expect((took.user + took.system) / 1e6).toBeLessThan(1);
    expect(markdownHtml(blocks).replace(SAFE, "")).toBe("");
  });
});

describe("hidden signs", () => {
  it("are taken out and named", () => {
    const typed = "Không\u200b ai \u202egnơưht ịb\u202c\u2066!\ufeff";

    expect(withoutHidden(typed)).toEqual({
      text: "Không ai gnơưht ịb!",
      removed: ["U+200B", "U+202E", "U+202C", "U+2066", "U+FEFF"],
      count: 5,
    });
  });

  it("leave Vietnamese, English, blanks and pictures alone", () => {
    const typed = "Nước rút chậm – 30 cm…\n\tXong. 😀 “Ừ”";

    expect(withoutHidden(typed.normalize("NFD")).text).toBe(typed.normalize("NFD"));
  });
});
