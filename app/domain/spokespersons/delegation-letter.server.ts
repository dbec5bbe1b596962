import { dayOf } from "#app/clock.ts";
import { administrativeTime } from "#app/i18n/dates.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import {
  administrativePaper,
  BLANK,
  body,
  centred,
  letterhead,
  placeAndDay,
  signatures,
} from "../documents/administrative-form.server.ts";
import { officeOf } from "../documents/signature-lines.ts";
import { findRule } from "../policies/due.server.ts";
import type { DelegationDraft } from "./drafts.server.ts";
import { speakersOf } from "./speakers.server.ts";

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
    .select(["agency.name", "area.name as place"])
    .where("agency.id", "=", draft.agencyId)
    .executeTakeFirstOrThrow();
  const speakers = await speakersOf(db, { id: draft.agencyId }, draft.fromAt ?? draft.createdAt);
  const head = speakers.find(({ capacity }) => capacity === "head");

  const day = draft.documentDay ?? dayOf(draft.fromAt ?? draft.createdAt);
  const law = await lawOn(db, draft.agencyId, day);

  return administrativePaper("Giấy ủy quyền phát ngôn", agency.name, [
    letterhead({
      ...{ agency: agency.name, numberLine: `Số: ${draft.documentNo ?? "……/GUQ-……"}` },
      placeAndDay: placeAndDay(agency.place, draft.documentDay, draft.createdAt),
    }),
    centred("GIẤY ỦY QUYỀN", { bold: true, size: 28, before: 360 }),
    centred("Phát ngôn và cung cấp thông tin cho báo chí", { bold: true, after: 240 }),
    ...basis(agency.name, law),
    ...parties(draft, head),
    ...terms(draft, law),
    signatures(["Người được ủy quyền", "Trang thông tin điện tử của cơ quan", "Lưu: VT"], {
      lines: [officeOf(head?.position)],
      name: draft.documentSigner ?? head?.name ?? BLANK,
    }),
  ]);
}

type Head = { name: string; position: string } | undefined;

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
