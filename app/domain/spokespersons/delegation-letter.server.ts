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
import { findRule } from "../policies/due.server.ts";
import type { DelegationDraft } from "./drafts.server.ts";
import { speakersOf } from "./speakers.server.ts";

/** What is not known yet is left to be written by hand. */
const BLANK = "…………………………";

/**
 * The letter of delegation for the head to sign, as a Word file in the administrative form (Decree
 * 30/2020/NĐ-CP, annexes I and III; abbreviation of the kind: GUQ). It says what art. 3.5 and 3.6 of Decree 244/2026 ask:
 * for whom, for which matter, from when until when, and that it is not passed on. It rests on the law in force on the
 * day of the document. Always in Vietnamese.
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

  const day = draft.documentDay ?? dayOf(draft.fromAt ?? draft.createdAt);
  const law = await lawOn(db, draft.agencyId, day);

  const document = new Document({
    title: "Giấy ủy quyền phát ngôn",
    creator: agency.name,
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
        children: [
          heading(agency, draft),
          centred("GIẤY ỦY QUYỀN", { bold: true, size: 28, before: 360 }),
          centred("Phát ngôn và cung cấp thông tin cho báo chí", { bold: true, after: 240 }),
          ...basis(agency.name, law),
          ...parties(draft, head),
          ...terms(draft, law),
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
    ...agencyLines(agency).map((line) => centred(line.toUpperCase(), { bold: true, size: 24 })),
    centred("_________", { size: 20 }),
    centred(`Số: ${documentNo ?? "……/GUQ-……"}`, { size: 26, before: 60 }),
  ];
  const right = [
    centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { bold: true, size: 24 }),
    centred("Độc lập - Tự do - Hạnh phúc", { bold: true }),
    centred("_______________________", { size: 20 }),
    centred(`${agency.place}, ${writtenDay(day, createdAt)}`, { italics: true, before: 60 }),
  ];
  return sideBySide([left, 38], [right, 62]);
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

/** How a decree and the press law of its time are cited in full, by the decree's number. */
const CITED: Record<string, { decree: string; press: string; notPassedOn: string }> = {
  "244/2026/NĐ-CP": {
    press: "Luật Báo chí số 126/2025/QH15",
    decree:
      "Nghị định số 244/2026/NĐ-CP ngày 26 tháng 6 năm 2026 của Chính phủ về phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước",
    notPassedOn: "khoản 6 Điều 3 Nghị định số 244/2026/NĐ-CP",
  },
  "09/2017/NĐ-CP": {
    press: "Luật Báo chí số 103/2016/QH13",
    decree:
      "Nghị định số 09/2017/NĐ-CP ngày 09 tháng 02 năm 2017 của Chính phủ quy định chi tiết việc phát ngôn và cung cấp thông tin cho báo chí của các cơ quan hành chính nhà nước",
    notPassedOn: "Điều 3 Nghị định số 09/2017/NĐ-CP",
  },
};

interface Law {
  grounds: string[]; // what the letter rests on, a line each
  notPassedOn: string;
}

/** The law on who may be delegated, as the rule in force on a day names it; what is not known by heart is cited as the rule does. */
async function lawOn(db: Db, agencyId: string, day: Day): Promise<Law> {
  const rule = await findRule(db, "delegation.allowed_grantee", { agencyId, day });
  const { legalRef } = rule?.national ?? rule?.held ?? { legalRef: "" };
  const cited = CITED[/\d+\/\d{4}\/NĐ-CP/.exec(legalRef)?.[0] ?? ""];
  if (cited) return { grounds: [cited.press, cited.decree], notPassedOn: cited.notPassedOn };
  return { grounds: legalRef ? [legalRef] : [], notPassedOn: legalRef };
}

function basis(agency: string, { grounds }: Law) {
  return [...grounds, `chức năng, nhiệm vụ, quyền hạn của ${agency}`].map((ground, i, all) =>
    body([{ text: `Căn cứ ${ground}${i === all.length - 1 ? "." : ";"}`, italics: true }]),
  );
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

function terms({ matter, fromAt, untilAt }: DelegationDraft, { notPassedOn }: Law) {
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
        text: `Người được ủy quyền chỉ phát ngôn về vụ việc và trong thời hạn nêu trên, chịu trách nhiệm trước người ủy quyền và trước pháp luật về nội dung phát ngôn, không được ủy quyền lại cho người khác${notPassedOn && ` (${notPassedOn})`}.`,
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
    centred(officeOf(head).toUpperCase(), { bold: true }),
    centred("(Ký số hoặc ký, đóng dấu)", { italics: true, after: 1000 }),
    centred(documentSigner ?? head?.name ?? BLANK, { bold: true }),
  ];
  return sideBySide([left, 50], [right, 50]);
}

/** The office as it is signed with: without the name of the agency, which stands at the top of the letter. */
function officeOf(head: Head): string {
  const office = /^(Chủ tịch|Giám đốc|Chánh Thanh tra|Cục trưởng|Chi cục trưởng|Trưởng ban)(?=\s)/i;
  return office.exec(head?.position ?? "")?.[0] ?? head?.position ?? "Người đứng đầu cơ quan";
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
    spacing: { before, after: 60, line: 276 },
    indent: { firstLine: mm(10) },
    children: runs.map((run) => new TextRun(run)),
  });
}

function mm(length: number): number {
  return Math.round((length / 25.4) * 1440);
}
