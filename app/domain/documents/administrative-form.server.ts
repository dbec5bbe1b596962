import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { dayOf } from "#app/clock.ts";
import { administrativeDay } from "#app/i18n/dates.ts";
import type { Day, Moment } from "#db/tables.ts";

/** What is not known yet is left to be written by hand. */
export const BLANK = "…………………………";

/** Word's own kind of file. */
export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/**
 * A paper in the administrative form (Decree 30/2020/NĐ-CP, annexes I and III) as a Word file: A4, Times New Roman 13,
 * margins of the annex. Always in Vietnamese.
 */
export async function administrativePaper(
  title: string,
  creator: string,
  children: (Paragraph | Table)[],
): Promise<Uint8Array> {
  const document = new Document({
    title,
    creator,
    styles: { default: { document: { run: { font: "Times New Roman", size: 26 } } } },
    sections: [
      {
        // Millimetres of the annex: top and bottom 20, left 30, right 15; A4.
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
          },
        },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

export interface Letterhead {
  agency: string;
  place: string; // where it is signed: the unit's name without its type
  number: string; // as it is printed: 15/TB-UBND, or with dots to be filled in
  about?: string; // a letter without a kind's name says under its number what it is about
  day: Day | null;
  draftedAt: Moment;
}

/** The agency and the number on the left, the nation's name and motto with place and day on the right. */
export function letterhead({ agency, place, number, about, day, draftedAt }: Letterhead) {
  const left = [
    ...agencyLines(agency).map((line) => centred(line.toUpperCase(), { bold: true, size: 24 })),
    centred("_________", { size: 20 }),
    centred(`Số: ${number}`, { size: 26, before: 60 }),
    ...(about ? [centred(about, { size: 24, before: 60 })] : []),
  ];
  const right = [
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 24 }),
    centred("Độc lập - Tự do - Hạnh phúc", { bold: true }),
    centred("_______________________", { size: 20 }),
    centred(`${place}, ${writtenDay(day, draftedAt)}`, { italics: true, before: 60 }),
  ];
  return sideBySide([left, 38], [right, 62]);
}

/** "Ủy ban nhân dân" stands on a line of its own above the name of its place. */
function agencyLines(name: string): string[] {
  const [, committee, place] = /^(Ủy ban nhân dân)\s+(.+)$/i.exec(name) ?? [];
  return committee && place ? [committee, place] : [name];
}

/** The day of signing; a draft without one leaves the day to be written in. */
function writtenDay(day: Day | null, draftedAt: Moment): string {
  if (day) return administrativeDay(day);
  const [year, month] = dayOf(draftedAt).split("-");
  return `ngày … tháng ${month} năm ${year}`;
}

/** To whom it goes on the left, who signs on the right. */
export function signatures(recipients: string[], signer: { office: string; name: string }) {
  const left = [
    new Paragraph({
      children: [new TextRun({ text: "Nơi nhận:", bold: true, italics: true, size: 24 })],
    }),
    ...recipients.map(
      (recipient, i) =>
        new Paragraph({
          children: [
            new TextRun({
              text: `- ${recipient}${i === recipients.length - 1 ? "." : ";"}`,
              size: 22,
            }),
          ],
        }),
    ),
  ];
  const right = [
    centred(signer.office.toUpperCase(), { bold: true }),
    centred("(Ký số hoặc ký, đóng dấu)", { italics: true, after: 1000 }),
    centred(signer.name, { bold: true }),
  ];
  return sideBySide([left, 50], [right, 50]);
}

/** The office as it is signed with: without the name of the agency, which stands at the top of the letter. */
export function officeOf(position: string | undefined): string {
  const office = /^(Chủ tịch|Giám đốc|Chánh Thanh tra|Cục trưởng|Chi cục trưởng|Trưởng ban)(?=\s)/i;
  return office.exec(position ?? "")?.[0] ?? position ?? "Người đứng đầu cơ quan";
}

function sideBySide(...columns: [Paragraph[], number][]) {
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  const borders = { top: none, bottom: none, left: none, right: none };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { ...borders, insideHorizontal: none, insideVertical: none },
    rows: [
      new TableRow({
        cantSplit: true,
        children: columns.map(
          ([children, size]) =>
            new TableCell({ children, borders, width: { size, type: WidthType.PERCENTAGE } }),
        ),
      }),
    ],
  });
}

interface Manner {
  bold?: boolean;
  italics?: boolean;
  size?: number; // half points
  before?: number; // twentieths of a point
  after?: number;
  newPage?: boolean;
}

export function centred(
  text: string,
  { before = 0, after = 0, newPage = false, ...run }: Manner = {},
) {
  return new Paragraph({
    pageBreakBefore: newPage,
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    children: [new TextRun({ text, ...run })],
  });
}

export function body(
  runs: { text: string; bold?: boolean; italics?: boolean }[],
  { before = 0 }: { before?: number } = {},
) {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { before, after: 60, line: 276 },
    indent: { firstLine: mm(10) },
    children: runs.map((run) => new TextRun(run)),
  });
}

function mm(length: number): number {
  return Math.round((length / 25.4) * 1440);
}
