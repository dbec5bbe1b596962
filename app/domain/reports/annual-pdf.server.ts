import { messagesIn } from "#app/i18n/messages.ts";
import { NATION, placeAndDay } from "../documents/administrative-form.server.ts";
import { administrativePdf, ending, head } from "../documents/administrative-pdf.server.ts";
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
    const paragraphs = [
      { text: paper.figuresHeading, cut: "bold" as const },
      ...paper.figures.map((text) => ({ text })),
      ...(paper.note ? [{ text: paper.note, cut: "italic" as const }] : []),
      { text: paper.wordsHeading, cut: "bold" as const },
      ...paper.words.flatMap(({ heading, paragraphs }) => [
        ...(heading ? [{ text: heading, cut: "boldItalic" as const }] : []),
        ...paragraphs.map((text) => ({ text })),
      ]),
    ];
    for (const paragraph of paragraphs.slice(0, -1)) sheet.paragraph([paragraph]);
    const below = {
      ...{ recipientsLabel: words.recipients, recipients: paper.recipients },
      ...{ signature: paper.signature, signatureHint: words.sign, signer: paper.signer },
    };
    ending(sheet, paragraphs.at(-1) ?? { text: "" }, below);
  });
}
