import { writeFileSync } from "node:fs";
import { it } from "vitest";
import { factsOf } from "#app/test/invitation-papers.ts";
import { paperOf } from "./paper.ts";
import { paperAsDocx } from "./paper-docx.server.ts";
import { paperAsPdf } from "./paper-pdf.server.ts";

it("x", async () => {
  for (const language of ["vi", "en"] as const) {
    for (const [n, f] of Object.entries({ plain: factsOf(), long: factsOf({ long: true }) })) {
      const paper = paperOf(f, language);
      const t = performance.now();
      const pdf = await paperAsPdf(paper);
      const t2 = performance.now();
      const docx = await paperAsDocx(paper);
      console.info(language, n, pdf.length, docx.length, t2 - t, performance.now() - t2);
      writeFileSync(`/tmp/paper/${n}-${language}.pdf`, pdf);
      writeFileSync(`/tmp/paper/${n}-${language}.docx`, docx);
    }
  }
});
