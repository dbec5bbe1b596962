import {
  administrativePaper,
  body,
  centred,
  letterhead,
  type Paragraph,
  signatures,
} from "../documents/administrative-form.server.ts";
import type { Paper, PaperItem } from "./paper.ts";

/** The Word file of an invitation: the same bytes for the same paper, wherever they are made. */
export function paperAsDocx(paper: Paper): Promise<Uint8Array> {
  return administrativePaper(
    paper.title,
    paper.author,
    [
      letterhead({
        ...{ superior: paper.superior, agency: paper.agency, nation: paper.nation },
        ...{ translatedNation: paper.translatedNation, numberLine: paper.number },
        placeAndDay: paper.placeAndDay,
      }),
      centred(paper.heading, { bold: true, size: 28, before: 360 }),
      centred(paper.about, { bold: true, size: 28 }),
      centred("_______________", { size: 20, after: 200 }),
      ...addressees(paper),
      body([{ text: paper.lead }], { before: 120 }),
      ...paper.items.flatMap(item),
      body([{ text: paper.closing }], { before: 60 }),
      signatures(paper.recipients, {
        ...{ label: paper.recipientsLabel, lines: paper.signature },
        ...{ hint: paper.signatureHint, name: paper.signer },
      }),
      ...(paper.note ? [centred(paper.note, { italics: true, size: 22, before: 360 })] : []),
    ],
    { language: paper.language === "vi" ? "vi-VN" : "en-GB", madeAt: paper.madeAt },
  );
}

function addressees({ to, addressees: all }: Paper): Paragraph[] {
  const [first = ""] = all;
  if (all.length < 2) return [centred(`${to} ${first}`)];
  return [
    { alignment: "left", indent: { left: 1700 }, runs: [{ text: to }] },
    ...all.map((one, i) => ({
      indent: { left: 2300, hanging: 200 },
      runs: [{ text: `- ${one}${i === all.length - 1 ? "." : ";"}` }],
    })),
  ];
}

function item({ label, text, lines }: PaperItem, index: number) {
  const said = text && (/[.!?…]$/.test(text) ? text : `${text}.`);
  return [
    body([{ text: `${index + 1}. ${label}: `, bold: true }, { text: said }]),
    ...lines.map((line) => body([{ text: line }])),
  ];
}
