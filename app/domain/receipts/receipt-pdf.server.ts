import { buffer } from "node:stream/consumers";
import { encodeQR } from "qr";
import { longTime } from "#app/i18n/dates.ts";
import { type Language, messagesIn } from "#app/i18n/messages.ts";
import { type Cut, tinos } from "../documents/tinos.server.ts";
import { type ReceiptContent, readReceipt } from "./receipt.ts";
import type { Receipt } from "./receipts.server.ts";

const mm = (length: number) => (length / 25.4) * 72;
const MARGIN = mm(20);
const WIDTH = mm(210) - 2 * MARGIN;
const CODE = mm(38);

/**
 * A receipt to be printed, with a code that leads to the receipt itself: tagged, with its title and language, the same
 * bytes for the same receipt.
 */
export async function receiptPdf(
  receipt: Pick<Receipt, "content" | "sha256" | "keyId" | "signature" | "signedAt">,
  { address, language }: { address: string; language: Language },
): Promise<Uint8Array> {
  const said = readReceipt(receipt.content);
  if (!said) throw new Error("A receipt that was kept cannot be read.");
  const words = messagesIn(language).receipts;
  const { default: PDFDocument } = await import("pdfkit");
  const madeAt = new Date(receipt.signedAt);
  const pdf = new PDFDocument({
    ...{ size: "A4", margin: MARGIN, pdfVersion: "1.7", tagged: true, displayTitle: true },
    lang: language === "vi" ? "vi-VN" : "en-GB",
    font: null as unknown as string, // none of pdfkit's own
    info: {
      ...{ Title: `${words.title}: ${said.title}`, Author: said.agency.name },
      ...{ Creator: "", Producer: "", CreationDate: madeAt, ModDate: madeAt },
    },
  });
  for (const cut of ["regular", "italic", "bold"] as const) pdf.registerFont(cut, tinos(cut));
  const written = buffer(pdf);
  const page = new ReceiptPage(pdf);

  const top = pdf.y;
  page.code(address, words.pdf.scan);
  pdf.y = top;
  const beside = WIDTH - CODE - mm(6);
  page.text("H1", words.pdf.heading, { cut: "bold", size: 15, width: beside });
  page.text("P", said.title, { cut: "bold", size: 13, before: 6, width: beside });
  page.text("P", address, { size: 10, before: 6, width: beside, link: address });
  pdf.y = Math.max(pdf.y, top + CODE + mm(10));
  const { fields } = words;
  for (const [name, value] of factsOf(said, words, language)) page.fact(name, value);
  page.text("H2", fields.text, { cut: "bold", size: 12, before: 10 });
  for (const paragraph of said.text.split("\n")) page.text("P", paragraph || " ", { size: 12 });
  page.text("H2", words.pdf.signedWith, { cut: "bold", size: 12, before: 12 });
  page.fact(fields.sha256, receipt.sha256);
  page.fact(fields.key, receipt.keyId);
  page.fact(fields.signature, receipt.signature);
  page.text("P", words.pdf.note, { cut: "italic", size: 10, before: 8 });
  pdf.end();
  return new Uint8Array(await written);
}

function factsOf(
  said: ReceiptContent,
  { fields }: ReturnType<typeof messagesIn>["receipts"],
  language: Language,
): [string, string][] {
  const { speaker, attachments } = said;
  const all: [string, string | null][] = [
    [fields.kind, said.kind],
    [fields.agency, said.agency.name],
    [fields.agreedBy, said.agreedBy.join("; ")],
    [fields.speaker, `${speaker.name}, ${speaker.position}`],
    [fields.capacity, speaker.capacity],
    [fields.basis, speaker.basis],
    [fields.publishedAt, `${longTime(said.publishedAt, language)} (${said.publishedAt})`],
    [fields.corrects, said.corrects],
    [fields.reason, said.reason],
    ...attachments.map(({ name, sha256 }): [string, string] => [
      fields.attachments,
      `${name} · SHA-256 ${sha256}`,
    ]),
  ];
  return all.filter((pair): pair is [string, string] => !!pair[1]);
}

interface Manner {
  cut?: Cut;
  size?: number;
  before?: number;
  width?: number;
  link?: string;
}

/** A page that is written from top to bottom, each piece a part of the document's structure. */
class ReceiptPage {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #document: PDFKit.PDFStructureElement;

  constructor(pdf: PDFKit.PDFDocument) {
    this.#pdf = pdf;
    this.#document = pdf.struct("Document");
    pdf.addStructure(this.#document);
  }

  text(
    tag: string,
    text: string,
    { cut = "regular", size = 11, before = 0, width = WIDTH, link }: Manner = {},
  ) {
    const pdf = this.#pdf;
    pdf.font(cut).fontSize(size);
    pdf.y += before;
    this.#document.add(
      pdf.struct(tag, {}, () => {
        pdf.text(text, MARGIN, pdf.y, { width, lineGap: 1.5, ...(link && { link }) });
      }),
    );
  }

  fact(name: string, value: string) {
    const pdf = this.#pdf;
    pdf.fontSize(11);
    pdf.y += 2;
    this.#document.add(
      pdf.struct("P", {}, () => {
        pdf.font("bold").text(`${name}: `, MARGIN, pdf.y, { width: WIDTH, continued: true });
        pdf.font("regular").text(value, { width: WIDTH });
      }),
    );
  }

  /** The code in the upper right corner: a picture with a text that says what it is for. */
  code(address: string, says: string) {
    const pdf = this.#pdf;
    const rows = encodeQR(address, "raw", { ecc: "medium", border: 2, encoding: "byte" });
    const dot = CODE / rows.length;
    const [left, top] = [MARGIN + WIDTH - CODE, pdf.y];
    this.#document.add(
      pdf.struct("Figure", { alt: `${says}: ${address}` }, () => {
        rows.forEach((row, y) => {
          row.forEach((isDark, x) => {
            if (isDark) pdf.rect(left + x * dot, top + y * dot, dot + 0.05, dot + 0.05);
          });
        });
        pdf.fill("#000");
      }),
    );
    pdf.font("italic").fontSize(9);
    this.#document.add(
      pdf.struct("Caption", {}, () => {
        pdf.text(says, left, top + CODE + 2, { width: CODE, align: "center" });
      }),
    );
  }
}
