import { buffer } from "node:stream/consumers";
import PDFDocument from "pdfkit";
import { agencyLines } from "../documents/agency-lines.ts";
import { type Cut, tinos } from "../documents/tinos.server.ts";
import type { Paper, PaperItem } from "./paper.ts";

type Pdf = PDFKit.PDFDocument;

const mm = (length: number) => (length / 25.4) * 72;

/** Millimetres of the annex: top and bottom 20, left 30, right 15; A4. */
const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
const WIDTH = mm(210) - MARGINS.left - MARGINS.right;
const INDENT = mm(10);
const BODY = 13;
const FOOT = 170; // the closing line and whoever signs, in points

/**
 * The PDF of an invitation, as the Word file has it: tagged, with its title and language, the same bytes for the same
 * paper wherever they are made.
 */
export async function paperAsPdf(paper: Paper): Promise<Uint8Array> {
  const madeAt = new Date(paper.madeAt);
  const pdf = new PDFDocument({
    size: "A4",
    margins: MARGINS,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: paper.language === "vi" ? "vi-VN" : "en-GB",
    bufferPages: true,
    font: null as unknown as string, // none of pdfkit's own
    info: {
      ...{ Title: paper.title, Author: paper.author, Creator: "", Producer: "" },
      ...{ CreationDate: madeAt, ModDate: madeAt },
    },
  });
  for (const cut of ["regular", "italic", "bold", "boldItalic"] as const)
    pdf.registerFont(cut, tinos(cut));
  const written = buffer(pdf);
  const sheet = new Sheet(pdf, paper.language === "vi" ? "justify" : "left");
  head(sheet, paper);
  title(sheet, paper);
  addressees(sheet, paper);
  sheet.paragraph([{ text: paper.lead }]);
  paper.items.forEach((item, i) => {
    point(sheet, item, i + 1);
  });
  // Nobody signs on a page that says nothing.
  sheet.keep(FOOT + 14 * paper.recipients.length);
  sheet.paragraph([{ text: paper.closing }]);
  foot(sheet, paper);
  if (paper.note) sheet.centred(paper.note, { cut: "italic", size: 11, before: 24 });
  sheet.numberPages();
  pdf.end();
  return new Uint8Array(await written);
}

interface Manner {
  cut?: Cut;
  size?: number;
  before?: number;
  x?: number;
  width?: number;
  tag?: string;
}

interface Run {
  text: string;
  cut?: Cut;
  url?: string;
}

/** A sheet of paper that is written from top to bottom, each paragraph a part of the document's structure. */
class Sheet {
  readonly pdf: Pdf;
  readonly #align: "justify" | "left";
  readonly #document: PDFKit.PDFStructureElement;

  constructor(pdf: Pdf, align: "justify" | "left") {
    this.pdf = pdf;
    this.#align = align;
    this.#document = pdf.struct("Document");
    pdf.addStructure(this.#document);
  }

  get bottom() {
    return this.pdf.page.height - MARGINS.bottom;
  }

  /** One line or more in the middle of a column. */
  centred(
    text: string,
    {
      cut = "regular",
      size = BODY,
      before = 0,
      x = MARGINS.left,
      width = WIDTH,
      tag = "P",
    }: Manner = {},
  ) {
    this.pdf.font(cut).fontSize(size);
    this.pdf.y += before;
    this.#part(tag, () => this.pdf.text(text, x, this.pdf.y, { width, align: "center" }));
  }

  /** Text from the left edge of a column. */
  plain(
    text: string,
    { cut = "regular", size = BODY, before = 0, x = MARGINS.left, width }: Manner,
  ) {
    this.pdf.font(cut).fontSize(size);
    this.pdf.y += before;
    this.#part("P", () => this.pdf.text(text, x, this.pdf.y, { width }));
  }

  /** A paragraph of the body: its first line indented, and in Vietnamese, whose words are short, both edges even. */
  paragraph(runs: Run[]) {
    this.pdf.fontSize(BODY);
    this.pdf.x = MARGINS.left;
    this.pdf.y += 5;
    this.#part("P", () => {
      runs.forEach(({ text, cut = "regular", url }, i) => {
        this.pdf.font(cut).text(text, {
          width: WIDTH,
          align: this.#align,
          lineGap: 2.5,
          continued: i < runs.length - 1,
          ...(i === 0 && { indent: INDENT }),
          ...(url ? { link: url } : {}),
        });
      });
    });
  }

  /** What is drawn and not said. */
  line(x: number, width: number, gap = 3) {
    this.pdf.y += gap;
    const { y } = this.pdf;
    this.pdf.markContent("Artifact", { type: "Layout" });
    this.pdf
      .lineWidth(0.7)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke();
    this.pdf.endMarkedContent();
    this.pdf.y += gap;
  }

  /** Leaves room for so much on one page, or turns the page. */
  keep(height: number) {
    if (this.pdf.y + height > this.bottom) this.pdf.addPage();
  }

  /** From the second page on, in the middle of the upper margin (annex I, II.7). */
  numberPages() {
    const { count } = this.pdf.bufferedPageRange();
    for (let page = 1; page < count; page += 1) {
      this.pdf.switchToPage(page);
      const { margins } = this.pdf.page;
      this.pdf.page.margins = { ...margins, top: 0 };
      this.pdf.markContent("Artifact", { type: "Pagination" });
      this.pdf.font("regular").fontSize(BODY);
      this.pdf.text(String(page + 1), MARGINS.left, mm(11), {
        width: WIDTH,
        align: "center",
        lineBreak: false,
      });
      this.pdf.endMarkedContent();
      this.pdf.page.margins = margins;
    }
  }

  #part(tag: string, write: () => void) {
    this.#document.add(this.pdf.struct(tag, {}, write));
  }
}

const LEFT = { x: MARGINS.left, width: WIDTH * 0.39 };
const RIGHT = { x: MARGINS.left + WIDTH * 0.4, width: WIDTH * 0.6 };

function head(sheet: Sheet, paper: Paper) {
  const { pdf } = sheet;
  const top = pdf.y;
  if (paper.superior) sheet.centred(paper.superior.toUpperCase(), { ...LEFT, size: 12 });
  for (const line of agencyLines(paper.agency))
    sheet.centred(line.toUpperCase(), { ...LEFT, cut: "bold", size: 12 });
  sheet.line(LEFT.x + LEFT.width * 0.3, LEFT.width * 0.4);
  sheet.centred(paper.number, { ...LEFT, before: 4 });
  const leftEnd = pdf.y;

  pdf.y = top;
  const [state = "", motto = ""] = paper.nation;
  sheet.centred(state, { ...RIGHT, cut: "bold", size: 12 });
  sheet.centred(motto, { ...RIGHT, cut: "bold" });
  pdf.font("bold").fontSize(BODY);
  const length = pdf.widthOfString(motto);
  sheet.line(RIGHT.x + (RIGHT.width - length) / 2, length);
  for (const line of paper.translatedNation)
    sheet.centred(line, { ...RIGHT, cut: "italic", size: 10 });
  sheet.centred(paper.placeAndDay, { ...RIGHT, cut: "italic", before: 4 });
  pdf.y = Math.max(leftEnd, pdf.y);
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

/** To whom it goes on the left, who signs on the right, both on one page. */
function foot(sheet: Sheet, paper: Paper) {
  const { pdf } = sheet;
  pdf.y += 14;
  const top = pdf.y;
  const left = { x: MARGINS.left, width: WIDTH * 0.45 };
  const right = { x: MARGINS.left + WIDTH * 0.5, width: WIDTH * 0.5 };
  sheet.plain(paper.recipientsLabel, { ...left, cut: "boldItalic", size: 12 });
  paper.recipients.forEach((one, i) => {
    const ends = i === paper.recipients.length - 1 ? "." : ";";
    sheet.plain(`- ${one.replace(/[.;]$/, "")}${ends}`, { ...left, size: 11 });
  });
  const leftEnd = pdf.y;

  pdf.y = top;
  for (const line of paper.signature) sheet.centred(line.toUpperCase(), { ...right, cut: "bold" });
  sheet.centred(paper.signatureHint, { ...right, cut: "italic" });
  sheet.centred(paper.signer, { ...right, cut: "bold", before: 58 });
  pdf.y = Math.max(leftEnd, pdf.y);
}
