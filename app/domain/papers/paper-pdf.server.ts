import {
  administrativePdf,
  ending,
  head,
  MARGINS,
  mm,
  type Sheet,
  WIDTH,
} from "../documents/administrative-pdf.server.ts";
import type { Paper, PaperItem } from "./paper.ts";

/** The PDF of an invitation, as the Word file has it. */
export function paperAsPdf(paper: Paper): Promise<Uint8Array> {
  return administrativePdf(paper, (sheet) => {
    const { about: _, ...above } = paper; // it has a heading of its own
    head(sheet, above);
    title(sheet, paper);
    addressees(sheet, paper);
    sheet.paragraph([{ text: paper.lead }]);
    paper.items.forEach((item, i) => {
      point(sheet, item, i + 1);
    });
    ending(sheet, { text: paper.closing }, paper);
    if (paper.note) sheet.centred(paper.note, { cut: "italic", size: 11, before: 24 });
  });
}

function title(sheet: Sheet, { heading, about }: Paper) {
  sheet.centred(heading, { cut: "bold", size: 14, before: 20, tag: "H1" });
  sheet.centred(about, { cut: "bold", size: 14, before: 2, tag: "H2" });
  sheet.line(MARGINS.left + WIDTH * 0.4, WIDTH * 0.2, 4);
  sheet.pdf.y += 8;
}

function addressees(sheet: Sheet, { to, addressees: all }: Paper) {
  const [first = ""] = all;
  if (all.length < 2) return sheet.centred(`${to} ${first}`, { size: 14 });
  const x = MARGINS.left + mm(30);
  sheet.plain(to, { x, size: 14 });
  all.forEach((one, i) => {
    const ends = i === all.length - 1 ? "." : ";";
    sheet.plain(`- ${one}${ends}`, { x: x + mm(10), width: WIDTH - mm(40), size: 14 });
  });
  sheet.pdf.y += 4;
}

function point(sheet: Sheet, { label, text, url, lines }: PaperItem, number: number) {
  const said = text && (/[.!?…]$/.test(text) || url ? text : `${text}.`);
  sheet.paragraph([
    { text: `${number}. ${label}: `, cut: "bold" },
    ...(said ? [{ text: said, url }] : []),
  ]);
  for (const line of lines) sheet.paragraph([{ text: line }]);
}
