import { messagesIn } from "#app/i18n/messages.ts";
import {
  administrativePaper,
  body,
  centred,
  letterhead,
  placeAndDay,
  signatures,
} from "../documents/administrative-form.server.ts";
import type { AnnualPaper } from "./annual-paper.ts";

/** The annual report as a Word file in the form of the annex to Decree 244/2026. */
export async function annualDocx(paper: AnnualPaper): Promise<Uint8Array> {
  const words = messagesIn("vi").reports.paper;
  const heading = (text: string) => body([{ text, bold: true }], { before: 160 });
  return administrativePaper(paper.title, paper.agency, [
    letterhead({
      agency: paper.agency,
      numberLine: words.number(paper.number),
      placeAndDay: placeAndDay(paper.place, paper.day, paper.madeAt),
    }),
    centred(paper.title, { bold: true, size: 28, before: 360 }),
    centred("_____________", { size: 20, after: 200 }),
    heading(paper.figuresHeading),
    ...paper.figures.map((text) => body([{ text }])),
    ...(paper.note ? [body([{ text: paper.note, italics: true }])] : []),
    heading(paper.wordsHeading),
    ...paper.words.flatMap(({ heading: title, paragraphs }) => [
      ...(title ? [body([{ text: title, bold: true, italics: true }])] : []),
      ...paragraphs.map((text) => body([{ text }])),
    ]),
    centred("", { before: 200 }),
    signatures(paper.recipients, {
      ...{ lines: paper.signature, hint: words.sign, name: paper.signer },
    }),
  ]);
}
