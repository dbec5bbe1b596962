import { messagesIn } from "#app/i18n/messages.ts";
import { NATION, placeAndDay } from "../documents/administrative-form.server.ts";
import { administrativePdf, foot, head, keepFoot } from "../documents/administrative-pdf.server.ts";
import type { AnnualPaper } from "./annual-paper.ts";

/** The annual report as a PDF, as the Word file has it. */
export function annualPdf(paper: AnnualPaper): Promise<Uint8Array> {
  const { title, agency, place, day, madeAt } = paper;
  const words = messagesIn("vi").reports.paper;
  const about = { title, author: agency, madeAt, language: "vi" as const };
  return administrativePdf(about, (sheet) => {
    head(sheet, {
      ...{ superior: null, agency, nation: NATION, translatedNation: [] },
      number: words.number(paper.number),
      placeAndDay: placeAndDay(place, day, madeAt),
    });
    sheet.centred(title, { cut: "bold", size: 14, before: 24, tag: "H1" });
    sheet.pdf.y += 12;
    sheet.paragraph([{ text: paper.figuresHeading, cut: "bold" }]);
    for (const figure of paper.figures) sheet.paragraph([{ text: figure }]);
    if (paper.note) sheet.paragraph([{ text: paper.note, cut: "italic" }]);
    sheet.paragraph([{ text: paper.wordsHeading, cut: "bold" }]);
    for (const { heading, paragraphs } of paper.words) {
      if (heading) sheet.paragraph([{ text: heading, cut: "boldItalic" }]);
      for (const text of paragraphs) sheet.paragraph([{ text }]);
    }
    const below = {
      ...{ recipientsLabel: words.recipients, recipients: paper.recipients },
      ...{ signature: paper.signature, signatureHint: words.sign, signer: paper.signer },
    };
    keepFoot(sheet, below);
    foot(sheet, below);
  });
}
