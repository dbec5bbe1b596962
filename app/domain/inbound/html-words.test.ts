import { describe, expect, it } from "vitest";
import { effortOf } from "#app/test/effort.ts";
import { wordsOf } from "./html-words.ts";

describe("the words of a mail in HTML", () => {
  it.each([
    ["<p>Hỏi <b>gấp</b></p><p>Hai</p>", "Hỏi gấp\n\nHai"],
    ["Một<br>hai<BR/>ba", "Một\nhai\nba"],
    ["<head><title>x</title><style>p{}</style></head>Chào", "Chào"],
    ["<script>if (1 < 2) alert('</p>')</script>Chào", "Chào"],
    ['<a href="https://evil.test" onclick="x()">bấm</a><img src=x>', "bấm"],
    ["3 &lt; 5 &amp;&nbsp;5 < 7 &#7873; &#x1ec1; &bogus;", "3 < 5 & 5 < 7 ề ề &bogus;"],
    ["<!-- chú thích -->còn", "còn"],
    ["&#0;&#99999999;", "&#99999999;"],
    ["<p hở", ""],
  ])("of %j are %j", (html, words) => {
    expect(wordsOf(html)).toBe(words);
  });

  it("are found in a moment, whatever a stranger wrote", async () => {
    const effort = await effortOf(() => {
      for (const evil of ["<", "<!--", "<a ", "<script", "&#", "</"])
        wordsOf(evil.repeat(1_000_000 / evil.length));
    });
    expect(effort).toBeLessThan(10);
  });
});
