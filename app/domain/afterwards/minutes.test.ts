import { describe, expect, it } from "vitest";
import { ArticleForm, VideoForm } from "./link.ts";
import { blocksOf, MinutesForm } from "./minutes.ts";

describe("minutes", () => {
  it("are headings, paragraphs and lists", () => {
    const text = [
      "# Nội dung",
      "Ông An trình bày",
      "báo cáo quý III.",
      "",
      "- Thu ngân sách",
      "- Việc làm",
      "",
      "* Đền bù",
      "Kết thúc lúc 11 giờ.",
      "#không phải tiêu đề",
    ].join("\n");

    expect(blocksOf(text)).toEqual([
      { kind: "heading", text: "Nội dung" },
      { kind: "paragraph", text: "Ông An trình bày\nbáo cáo quý III." },
      { kind: "list", items: ["Thu ngân sách", "Việc làm"] },
      { kind: "list", items: ["Đền bù"] },
      { kind: "paragraph", text: "Kết thúc lúc 11 giờ.\n#không phải tiêu đề" },
    ]);
  });

  it("take HTML for the signs that it is made of", () => {
    expect(blocksOf("<script>alert(1)</script>")).toEqual([
      { kind: "paragraph", text: "<script>alert(1)</script>" },
    ]);
  });

  it("lose no word, whatever stands in them", () => {
    const text = "a\n- b\nc\n\n\n# d\n- e\n\n-f\n#g";
    const words = blocksOf(text).flatMap((block) =>
      block.kind === "list" ? block.items : block.text.split("\n"),
    );

    expect(words).toEqual(["a", "b", "c", "d", "e", "-f", "#g"]);
  });

  it("are not saved empty", () => {
    expect(MinutesForm.safeParse({ text: "  \n ", seen: "0" }).success).toBe(false);
  });
});

describe("a link that is typed in", () => {
  it.each([
    "javascript:alert(1)",
    "data:text/html,x",
    "ftp://bao.test/a",
    "//bao.test/a",
    "https://lan:mat-khau@bao.test/a",
    "bao.test/a",
    'https://bao.test/"onclick',
  ])("is not %s", (url) => {
    const article = { outlet: "Báo", title: "Bài", day: "2026-09-10" };

    expect(VideoForm.safeParse({ url }).success).toBe(false);
    expect(ArticleForm.safeParse({ ...article, url }).success).toBe(false);
    expect(ArticleForm.safeParse({ ...article, url: "https://bao.test/a" }).success).toBe(true);
  });
});
