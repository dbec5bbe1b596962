import { dayOf } from "#app/clock.ts";
import { administrativeSpan } from "#app/i18n/dates.ts";
import type { Db } from "#db/tables.ts";
import {
  administrativePaper,
  BLANK,
  body,
  centred,
  letterhead,
  placeAndDay,
  signatures,
} from "../documents/administrative-form.server.ts";
import { signatureLines } from "../documents/signature-lines.ts";
import type { MeetingOfAgency } from "../meetings/meetings.server.ts";
import { findRule } from "../policies/due.server.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import { linesOf, type MeetingNotice } from "./notice.ts";

/**
 * The notice of a press conference as a Word file in the administrative form (Decree 30/2020/NĐ-CP): the six items of
 * Decree 237/2026, art. 22, with the press agencies as an annex where they are many. Always in Vietnamese.
 */
export async function noticePaper(
  db: Db,
  meeting: MeetingOfAgency,
  notice: MeetingNotice,
): Promise<Uint8Array> {
  const day = dayOf(notice.startsAt);
  const asked = { agencyId: meeting.agencyId, provinceId: meeting.provinceId, day };
  const [rule, speakers, place] = await Promise.all([
    findRule(db, "pressconf.notice_before", asked),
    speakersOf(db, { id: meeting.agencyId }, notice.sentAt ?? notice.draftedAt),
    placeOf(db, meeting.agencyId),
  ]);
  const head = speakers.find(({ capacity }) => capacity === "head");
  const law = (rule?.national ?? rule?.held)?.legalRef;
  const outlets = linesOf(notice.outlets);
  const annexed = outlets.length > MANY;
  const time = administrativeSpan({ ...notice, zone: meeting.zone });

  return administrativePaper("Thông báo họp báo", meeting.agencyName, [
    letterhead({
      ...{ agency: meeting.agencyName, numberLine: `Số: ${notice.number ?? "……/……"}` },
      about: `V/v thông báo tổ chức họp báo`,
      placeAndDay: placeAndDay(place, notice.day, notice.draftedAt),
    }),
    centred(`Kính gửi: ${notice.recipient}`, { before: 360, after: 240 }),
    body([
      {
        text: `${law ? `Thực hiện quy định tại ${law}, ` : ""}${meeting.agencyName} thông báo việc tổ chức họp báo như sau:`,
      },
    ]),
    body([{ text: "1. Địa điểm: ", bold: true }, { text: `${notice.place || BLANK}.` }]),
    body([{ text: "2. Thời gian: ", bold: true }, { text: `${time}.` }]),
    body([{ text: "3. Nội dung: ", bold: true }, { text: `${notice.content || BLANK}.` }]),
    body([{ text: "4. Người chủ trì: ", bold: true }, { text: `${notice.chair || BLANK}.` }]),
    ...listed("5. Tài liệu chứng minh tính hợp pháp của thông tin:", linesOf(notice.grounds)),
    ...(annexed
      ? [
          body([
            { text: "6. Danh sách cơ quan báo chí được mời: ", bold: true },
            { text: `${outlets.length} cơ quan, theo danh sách kèm theo.` },
          ]),
        ]
      : listed("6. Danh sách cơ quan báo chí được mời:", outlets)),
    body([{ text: `${meeting.agencyName} trân trọng thông báo./.` }], { before: 120, after: 240 }),
    signatures(["Như trên", "Lưu: VT"], {
      lines: signatureLines(head?.position, meeting.agencyKind === "peoples_committee"),
      name: notice.signer ?? head?.name ?? BLANK,
    }),
    ...(annexed
      ? [
          centred("DANH SÁCH CƠ QUAN BÁO CHÍ ĐƯỢC MỜI", { bold: true, after: 240, newPage: true }),
          ...numbered(outlets),
        ]
      : []),
  ]);
}

/** More than these have a page of their own. */
const MANY = 15;

function listed(title: string, entries: string[]) {
  const all = entries.length > 0 ? entries : [BLANK];
  return [
    body([{ text: title, bold: true }]),
    ...all.map((entry, i) => body([{ text: `- ${entry}${i === all.length - 1 ? "." : ";"}` }])),
  ];
}

function numbered(entries: string[]) {
  return entries.map((entry, i) => body([{ text: `${i + 1}. ${entry}` }]));
}

async function placeOf(db: Db, agencyId: string): Promise<string> {
  const { place } = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("area.name as place")
    .where("agency.id", "=", agencyId)
    .executeTakeFirstOrThrow();
  return place;
}
