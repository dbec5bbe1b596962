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
import { administrativeDay, administrativeTime } from "#app/i18n/dates.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import type { DelegationDraft } from "./drafts.server.ts";
import { speakersOf } from "./speakers.server.ts";

/** What is not known yet is left to be written by hand. */
const BLANK = "…………………………";

/**
 * The letter of delegation for the head to sign, as a Word file in the administrative form (Decree
 * 30/2020/NĐ-CP, annex I; abbreviation of the kind: UQ). It says what art. 3.5 and 3.6 of Decree 244/2026 ask:
 * for whom, for which matter, from when until when, and that it is not passed on. Always in Vietnamese.
 */
export async function letterOfDelegation(db: Db, draft: DelegationDraft): Promise<Uint8Array> {
  const agency = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select(["agency.name", "agency.kind", "area.name as place"])
    .where("agency.id", "=", draft.agencyId)
    .executeTakeFirstOrThrow();
  const speakers = await speakersOf(db, { id: draft.agencyId }, draft.fromAt ?? draft.createdAt);
  const head = speakers.find(({ capacity }) => capacity === "head");

  const document = new Document({
    title: "Giấy ủy quyền phát ngôn",
    creator: agency.name,
    styles: { default: { document: { run: { font: "Times New Roman", size: 28 } } } },
    sections: [
      {
        // Millimetres of the annex: top and bottom 20, left 30, right 15; A4.
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(20), bottom: mm(20), left: mm(30), right: mm(15) },
          },
        },
        children: [
          heading(agency, draft),
          centred("GIẤY ỦY QUYỀN", { bold: true, size: 28, before: 360 }),
          centred("Phát ngôn và cung cấp thông tin cho báo chí", { bold: true, after: 240 }),
          ...basis(agency.name),
          ...parties(draft, head),
          ...terms(draft),
          signatures(draft, head),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

type Agency = { name: string; kind: string; place: string };
type Head = { name: string; position: string } | undefined;

/** The agency and the number on the left, the nation's name and motto with place and day on the right. */
function heading(agency: Agency, { documentNo, documentDay: day, createdAt }: DelegationDraft) {
  const left = [
    ...agencyLines(agency).map((line) => centred(line.toUpperCase(), { bold: true, size: 26 })),
    centred("_________", { size: 20 }),
    centred(`Số: ${documentNo ?? "……/UQ-……"}`, { size: 26, before: 60 }),
  ];
  const right = [
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 26 }),
    centred("Độc lập - Tự do - Hạnh phúc", { bold: true, size: 28 }),
    centred("_______________________", { size: 20 }),
    centred(`${agency.place}, ${writtenDay(day, createdAt)}`, { italics: true, before: 60 }),
  ];
  return sideBySide([left, 40], [right, 60]);
}

/** "Ủy ban nhân dân" stands on a line of its own above the name of its place. */
function agencyLines({ name }: Agency): string[] {
  const [, committee, place] = /^(Ủy ban nhân dân)\s+(.+)$/i.exec(name) ?? [];
  return committee && place ? [committee, place] : [name];
}

/** The day of signing; a draft without one leaves the day to be written in. */
function writtenDay(day: Day | null, createdAt: Moment): string {
  if (day) return administrativeDay(day);
  const [year, month] = dayOf(createdAt).split("-");
  return `ngày … tháng ${month} năm ${year}`;
}

function basis(agency: string) {
  return [
    "Căn cứ Luật Báo chí số 126/2025/QH15;",
    "Căn cứ Nghị định số 244/2026/NĐ-CP ngày 26 tháng 6 năm 2026 của Chính phủ về phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước;",
    `Căn cứ chức năng, nhiệm vụ, quyền hạn của ${agency};`,
  ].map((line) => body([{ text: line, italics: true }]));
}

function parties(draft: DelegationDraft, head: Head) {
  const { name, position, phone, email } = draft;
  return [
    body([{ text: "1. Bên ủy quyền", bold: true }], { before: 180 }),
    body([{ text: `Ông/Bà: ${head?.name ?? BLANK}` }]),
    body([{ text: `Chức vụ: ${head?.position ?? BLANK}, người đứng đầu cơ quan` }]),
    body([{ text: "2. Bên được ủy quyền", bold: true }], { before: 120 }),
    body([{ text: `Ông/Bà: ${name ?? BLANK}` }]),
    body([{ text: `Chức vụ: ${position ?? BLANK}` }]),
    body([{ text: `Điện thoại: ${phone ?? BLANK}` }]),
    body([{ text: `Thư điện tử công vụ: ${email ?? BLANK}` }]),
  ];
}

function terms({ matter, fromAt, untilAt }: DelegationDraft) {
  return [
    body([{ text: "3. Nội dung ủy quyền", bold: true }], { before: 120 }),
    body([
      {
        text: `Phát ngôn, cung cấp thông tin cho báo chí về vụ việc: ${matter ?? BLANK}.`,
      },
    ]),
    body([{ text: "4. Thời hạn ủy quyền", bold: true }], { before: 120 }),
    body([{ text: `Từ ${writtenTime(fromAt)} đến ${writtenTime(untilAt)}.` }]),
    body([{ text: "5. Trách nhiệm", bold: true }], { before: 120 }),
    body([
      {
        text: "Người được ủy quyền chỉ phát ngôn về vụ việc và trong thời hạn nêu trên, chịu trách nhiệm trước người ủy quyền và trước pháp luật về nội dung phát ngôn, không được ủy quyền lại cho người khác (khoản 6 Điều 3 Nghị định số 244/2026/NĐ-CP).",
      },
    ]),
    body([
      {
        text: "Người ủy quyền chịu trách nhiệm về việc phát ngôn của người được ủy quyền trong phạm vi ủy quyền./.",
      },
    ]),
  ];
}

function writtenTime(at: Moment | null): string {
  return at ? administrativeTime(at) : "…… giờ ……, ngày … tháng … năm ……";
}

function signatures({ documentSigner }: DelegationDraft, head: Head) {
  const left = [
    new Paragraph({
      children: [new TextRun({ text: "Nơi nhận:", bold: true, italics: true, size: 24 })],
    }),
    ...["- Người được ủy quyền;", "- Trang thông tin điện tử của cơ quan;", "- Lưu: VT."].map(
      (text) => new Paragraph({ children: [new TextRun({ text, size: 22 })] }),
    ),
  ];
  const right = [
    centred("NGƯỜI ĐỨNG ĐẦU CƠ QUAN", { bold: true }),
    centred((head?.position ?? "").toUpperCase(), { bold: true }),
    centred("(Ký số hoặc ký, đóng dấu)", { italics: true, after: 1000 }),
    centred(documentSigner ?? head?.name ?? BLANK, { bold: true }),
  ];
  return sideBySide([left, 50], [right, 50]);
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
}

function centred(text: string, { before = 0, after = 0, ...run }: Manner = {}) {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { before, after },
    children: [new TextRun({ text, ...run })],
  });
}

function body(
  runs: { text: string; bold?: boolean; italics?: boolean }[],
  { before = 0 }: { before?: number } = {},
) {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    spacing: { before, after: 60, line: 300 },
    indent: { firstLine: mm(10) },
    children: runs.map((run) => new TextRun(run)),
  });
}

function mm(length: number): number {
  return Math.round((length / 25.4) * 1440);
}
