import type { IParagraphOptions, IRunOptions } from "docx";
import { dayOf } from "#app/clock.ts";
import { administrativeDay } from "#app/i18n/dates.ts";
import type { Day, Moment } from "#db/tables.ts";
import { agencyLines } from "./agency-lines.ts";
import { steadyZip } from "./steady-zip.server.ts";

/** What is not known yet is left to be written by hand. */
export const BLANK = "…………………………";

/** Word's own kind of file. */
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A paragraph of a paper, by the measures of Word: half points, twentieths of a point. */
export type Paragraph = Omit<IParagraphOptions, "children"> & { runs: IRunOptions[] };

/** Paragraphs beside each other, with the share of the width in percent. */
export interface Columns {
  columns: [Paragraph[], number][];
}

/**
 * A paper in the administrative form (Decree 30/2020/NĐ-CP, annexes I and III) as a Word file: A4, Times New Roman 13,
 * margins of the annex. With `madeAt` it holds no other time, and comes out the same however often it is written.
 */
export async function administrativePaper(
  title: string,
  creator: string,
  parts: (Paragraph | Columns)[],
  { language = "vi-VN", madeAt }: { language?: string; madeAt?: Moment } = {},
): Promise<Uint8Array> {
  // Most who run this process never write a paper, and the library is large.
  const docx = await import("docx");
  const { Document, Packer } = docx;
  const document = new Document({
    title,
    creator,
    styles: {
      default: {
        document: { run: { font: "Times New Roman", size: 26, language: { value: language } } },
      },
    },
    sections: [
      {
        // Millimetres of the annex: top and bottom 20, left 30, right 15; A4.
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
          },
        },
        children: parts.map((part) =>
          "columns" in part ? tableOf(docx, part) : paragraphOf(docx, part),
        ),
      },
    ],
  });
  const written = new Uint8Array(await Packer.toBuffer(document));
  return madeAt ? steadyZip(written, madeAt) : written;
}

export const NATION = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];

interface Letterhead {
  superior?: string | null; // the body above the agency
  agency: string;
  nation?: string[]; // the state's name and motto
  translatedNation?: string[]; // both again, below them, in a translation
  numberLine: string; // Số: 15/TB-UBND, or with dots to be filled in
  about?: string; // a letter without a kind's name says under its number what it is about
  placeAndDay: string;
}

/** The agency and the number on the left, the nation's name and motto with place and day on the right. */
export function letterhead({
  superior,
  agency,
  nation = NATION,
  translatedNation = [],
  numberLine,
  about,
  placeAndDay,
}: Letterhead): Columns {
  const [state = "", motto = ""] = nation;
  const left = [
    ...(superior ? [centred(superior.toUpperCase(), { size: 24 })] : []),
    ...agencyLines(agency).map((line) => centred(line.toUpperCase(), { bold: true, size: 24 })),
    centred("_________", { size: 20 }),
    centred(numberLine, { size: 26, before: 60 }),
    ...(about ? [centred(about, { size: 24, before: 60 })] : []),
  ];
  const right = [
    centred(state, { bold: true, size: 24 }),
    centred(motto, { bold: true }),
    ...translatedNation.map((line) => centred(line, { italics: true, size: 20 })),
    centred("_______________________", { size: 20 }),
    centred(placeAndDay, { italics: true, before: 60 }),
  ];
  return {
    columns: [
      [left, 38],
      [right, 62],
    ],
  };
}

/** Where and on which day it is signed; a draft without a day leaves it to be written in. */
export function placeAndDay(place: string, day: Day | null, draftedAt: Moment): string {
  return `${place}, ${writtenDay(day, draftedAt)}`;
}

function writtenDay(day: Day | null, draftedAt: Moment): string {
  if (day) return administrativeDay(day);
  const [year, month] = dayOf(draftedAt).split("-");
  return `ngày … tháng ${month} năm ${year}`;
}

export const SIGNED_HERE = "(Ký số hoặc ký, đóng dấu)";

/** To whom it goes on the left, who signs on the right. */
export function signatures(
  recipients: string[],
  {
    label = "Nơi nhận:",
    lines,
    hint = SIGNED_HERE,
    name,
  }: { label?: string; lines: string[]; hint?: string; name: string },
): Columns {
  const left: Paragraph[] = [
    { runs: [{ text: label, bold: true, italics: true, size: 24 }] },
    ...recipients.map((recipient, i) => ({
      runs: [{ text: `- ${recipient}${i === recipients.length - 1 ? "." : ";"}`, size: 22 }],
    })),
  ];
  const right = [
    ...lines.map((line) => centred(line.toUpperCase(), { bold: true })),
    centred(hint, { italics: true, after: 1000 }),
    centred(name, { bold: true }),
  ];
  return {
    columns: [
      [left, 50],
      [right, 50],
    ],
  };
}

/** The office as it is signed with: without the name of the agency, which stands at the top of the letter. */
export function officeOf(position: string | undefined): string {
  const office = /^(Chủ tịch|Giám đốc|Chánh Thanh tra|Cục trưởng|Chi cục trưởng|Trưởng ban)(?=\s)/i;
  return office.exec(position ?? "")?.[0] ?? position ?? "Người đứng đầu cơ quan";
}

interface Manner {
  bold?: boolean;
  italics?: boolean;
  size?: number; // half points
  before?: number; // twentieths of a point
  after?: number;
  newPage?: boolean;
}

/** A line in the middle of the page; the space around it is in twentieths of a point. */
export function centred(
  text: string,
  { before = 0, after = 0, newPage = false, ...run }: Manner = {},
): Paragraph {
  return {
    pageBreakBefore: newPage,
    alignment: "center",
    spacing: { before, after },
    runs: [{ text, ...run }],
  };
}

/**
 * A paragraph of running text as administrative papers set it: justified, its first line indented by ten millimetres.
 */
export function body(
  runs: { text: string; bold?: boolean; italics?: boolean }[],
  { before = 0 }: { before?: number } = {},
): Paragraph {
  return {
    alignment: "both",
    spacing: { before, after: 60, line: 276 },
    indent: { firstLine: mm(10) },
    runs,
  };
}

type Docx = typeof import("docx");

function paragraphOf({ Paragraph, TextRun }: Docx, { runs, ...manner }: Paragraph) {
  return new Paragraph({ ...manner, children: runs.map((run) => new TextRun(run)) });
}

function tableOf(docx: Docx, { columns }: Columns) {
  const { BorderStyle, Table, TableCell, TableRow, WidthType } = docx;
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ([paragraphs, size]) =>
            new TableCell({
              children: paragraphs.map((paragraph) => paragraphOf(docx, paragraph)),
              borders,
              width: { size, type: WidthType.PERCENTAGE },
            }),
        ),
      }),
    ],
  });
}

function mm(length: number): number {
  return Math.round((length / 25.4) * 1440);
}
