import { buffer } from "node:stream/consumers";
import type { Language, Moment } from "#db/tables.ts";
import { agencyLines } from "./agency-lines.ts";
import { type Cut, tinos } from "./tinos.server.ts";

type Pdf = PDFKit.PDFDocument;

export const mm = (length: number) => (length / 25.4) * 72;

/** Millimetres of the annex: top and bottom 20, left 30, right 15; A4. */
export const MARGINS = { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) };
export const WIDTH = mm(210) - MARGINS.left - MARGINS.right;
const INDENT = mm(10);
const ABOVE = 5; // each paragraph, in points
const LINE_GAP = 2.5;
const BODY = 13;
const BEFORE_FOOT = 14;
const SIGNING = 58; // between the hint and the name, for the hand

/** What a PDF says of itself. */
export interface PdfSays {
  language: Language;
  title: string;
  author: string;
  madeAt: Moment;
}

/** What stands above a paper in the administrative form. */
export interface PdfHead {
  superior: string | null; // the body above, over the agency's own name
  agency: string;
  nation: string[]; // the state's name and motto
  translatedNation: string[];
  number: string; // with the word before it
  about?: string; // a letter without a kind's name says under its number what it is about
  placeAndDay: string;
}

/** What stands below it: to whom it goes, who signs. */
export interface PdfFoot {
  recipientsLabel: string;
  recipients: string[];
  signature: string[];
  signatureHint: string;
  signer: string;
}

/**
 * A paper in the administrative form (Decree 30/2020/NĐ-CP, annexes I and III) as a PDF: tagged, with its title and
 * language, the same bytes for the same paper wherever they are made.
 */
export async function administrativePdf(
  { language, title, author, madeAt: made }: PdfSays,
  write: (sheet: Sheet) => void,
): Promise<Uint8Array> {
  const { default: PDFDocument } = await import("pdfkit");
  const madeAt = new Date(made);
  const pdf = new PDFDocument({
    size: "A4",
    margins: MARGINS,
    pdfVersion: "1.7",
    tagged: true,
    displayTitle: true,
    lang: language === "vi" ? "vi-VN" : "en-GB",
    bufferPages: true,
    font: null as unknown as string, // none of pdfkit's own
    info: {
      ...{ Title: title, Author: author, Creator: "", Producer: "" },
      ...{ CreationDate: madeAt, ModDate: madeAt },
    },
  });
  for (const cut of ["regular", "italic", "bold", "boldItalic"] as const)
    pdf.registerFont(cut, tinos(cut));
  const written = buffer(pdf);
  const sheet = new Sheet(pdf, language === "vi" ? "justify" : "left");
  write(sheet);
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
export class Sheet {
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
    this.pdf.y += ABOVE;
    this.#part("P", () => {
      runs.forEach(({ text, cut = "regular", url }, i) => {
        this.pdf.font(cut).text(text, {
          width: WIDTH,
          align: this.#align,
          lineGap: LINE_GAP,
          continued: i < runs.length - 1,
          ...(i === 0 && { indent: INDENT }),
          ...(url ? { link: url } : {}),
        });
      });
    });
  }

  /** How much of a page a paragraph would take. */
  heightOfParagraph({ text, cut = "regular" }: Run): number {
    this.pdf.font(cut).fontSize(BODY);
    const set = { width: WIDTH, align: this.#align, lineGap: LINE_GAP, indent: INDENT };
    return ABOVE + this.pdf.heightOfString(text, set);
  }

  /** How much of a page lines one below the other would take in a column. */
  heightOf(lines: string[], { cut = "regular", size = BODY, width = WIDTH }: Manner): number {
    this.pdf.font(cut).fontSize(size);
    return lines.reduce((sum, line) => sum + this.pdf.heightOfString(line, { width }), 0);
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

/** The agency and the number on the left, the nation's name and motto with place and day on the right. */
export function head(sheet: Sheet, paper: PdfHead) {
  const { pdf } = sheet;
  const top = pdf.y;
  if (paper.superior) sheet.centred(paper.superior.toUpperCase(), { ...LEFT, size: 12 });
  for (const line of agencyLines(paper.agency))
    sheet.centred(line.toUpperCase(), { ...LEFT, cut: "bold", size: 12 });
  sheet.line(LEFT.x + LEFT.width * 0.3, LEFT.width * 0.4);
  sheet.centred(paper.number, { ...LEFT, before: 4 });
  if (paper.about) sheet.centred(paper.about, { ...LEFT, size: 12, before: 3 });
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

/**
 * The last paragraph and below it to whom the paper goes and who signs, all on one page: nobody signs on a page that
 * says nothing. They turn the page only where there is no room for them.
 */
export function ending(sheet: Sheet, last: Run, paper: PdfFoot) {
  sheet.keep(sheet.heightOfParagraph(last) + heightOfFoot(sheet, paper));
  sheet.paragraph([last]);
  foot(sheet, paper);
}

const TO_WHOM = { x: MARGINS.left, width: WIDTH * 0.45 };
const WHO_SIGNS = { x: MARGINS.left + WIDTH * 0.5, width: WIDTH * 0.5 };
const LABEL = { ...TO_WHOM, cut: "boldItalic", size: 12 } as const;
const RECIPIENT = { ...TO_WHOM, size: 11 };
const SIGNATURE = { ...WHO_SIGNS, cut: "bold" } as const;
const HINT = { ...WHO_SIGNS, cut: "italic" } as const;

const recipientsOf = ({ recipients }: PdfFoot) =>
  recipients.map((one, i) => {
    const ends = i === recipients.length - 1 ? "." : ";";
    return `- ${one.replace(/[.;]$/, "")}${ends}`;
  });
const signatureOf = ({ signature }: PdfFoot) => signature.map((line) => line.toUpperCase());

function heightOfFoot(sheet: Sheet, paper: PdfFoot): number {
  const left =
    sheet.heightOf([paper.recipientsLabel], LABEL) + sheet.heightOf(recipientsOf(paper), RECIPIENT);
  const right =
    sheet.heightOf([...signatureOf(paper), paper.signer], SIGNATURE) +
    sheet.heightOf([paper.signatureHint], HINT);
  return BEFORE_FOOT + Math.max(left, right + SIGNING);
}

/** To whom it goes on the left, who signs on the right. */
function foot(sheet: Sheet, paper: PdfFoot) {
  const { pdf } = sheet;
  pdf.y += BEFORE_FOOT;
  const top = pdf.y;
  sheet.plain(paper.recipientsLabel, LABEL);
  for (const line of recipientsOf(paper)) sheet.plain(line, RECIPIENT);
  const leftEnd = pdf.y;

  pdf.y = top;
  for (const line of signatureOf(paper)) sheet.centred(line, SIGNATURE);
  sheet.centred(paper.signatureHint, HINT);
  sheet.centred(paper.signer, { ...SIGNATURE, before: SIGNING });
  pdf.y = Math.max(leftEnd, pdf.y);
}
