import { dayOf, later } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { HOLDERS, MARK } from "./office.ts";

const WARD = "30307";

/**
 * Invented cases about what the press got wrong, in the ward of Long Xuyên: one found, one whose feedback waits for the
 * press agency, one refused after a round, one that was corrected and is on the public ledger.
 */
export async function furnishCorrections(db: Db, at: Moment) {
  const agencyId = `pc-${WARD}`;
  const before = (hours: number) => later(at, { hours: -hours });
  const by = `${MARK}account-1`;
  const year = dayOf(at).slice(0, 4);
  const place = HOLDERS[WARD]?.findIndex(
    ({ capacity, endDay }) => capacity === "regular" && !endDay,
  );
  const speaker = HOLDERS[WARD]?.[place ?? -1];
  if (!speaker) throw new Error(`Nobody speaks for ${WARD} in the demo.`);
  const signer = {
    ...{ speakerId: `${MARK}${WARD}-${place}`, speakerName: speaker.name },
    ...{ speakerPosition: speaker.position, speakerCapacity: speaker.capacity },
  };
  const published = {
    ...{ publishedAt: before(24 * 18), publishedBy: by, publisherName: speaker.name },
    ...{
      publisherPosition: speaker.position,
      publisherAgency: "Ủy ban nhân dân phường Long Xuyên",
    },
  };
  const closed = { outcomeAt: before(24 * 19), outcomeBy: by };
  await db
    .insertInto("correctionCase")
    .values(
      CASES.map(({ key, age, feedback, answer: _, outcome, isPublic, ...written }, i) => ({
        ...{ ...written, id: `${MARK}case-${key}`, agencyId, number: `${i + 1}/${year}` },
        articleDay: dayOf(before(age + 24)),
        ...{ foundAt: before(age), openedAt: before(age - 1), openedBy: by },
        feedbackSentAt: feedback ? before(age - 24) : null,
        ...(outcome && { ...closed, outcome }),
        ...(isPublic && published),
      })),
    )
    .execute();
  const counter = { id: `${agencyId} ${year}`, agencyId, last: CASES.length };
  await db.insertInto("correctionCaseCounter").values(counter).execute();
  await db
    .insertInto("correctionRound")
    .values(
      CASES.flatMap(({ key, age, feedback, answer, outletKind }) =>
        feedback
          ? {
              ...{ id: `${MARK}round-${key}`, caseId: `${MARK}case-${key}`, ...signer },
              ...{ text: feedback, asks: outletKind === "online" ? `${ASKS},take_down` : ASKS },
              ...{ draftedAt: before(age - 2), draftedBy: by },
              ...{ letterNo: `${age}/UBND-VP (mẫu)`, letterDay: dayOf(before(age - 24)) },
              ...{ sentAt: before(age - 24), sentBy: by, sentHow: "document_system" as const },
              nextIssueDay: outletKind === "weekly" ? dayOf(before(age - 24 * 6)) : null,
              ...(answer && {
                ...{ ...answer, answeredAt: before(age - 30) },
                ...{ answerRecordedAt: before(age - 31), answerRecordedBy: by },
              }),
            }
          : [],
      ),
    )
    .execute();
}

const ASKS = "correction,feedback";

const CASES = [
  {
    ...{ key: "found", age: 5, outletName: "Báo Mẫu Cửu Long", outletKind: "online" as const },
    articleTitle: "Phường thu phí vỉa hè gấp ba (mẫu)",
    ...{ articleUrl: "https://bao-mau.example/via-he", articleSection: "Đời sống" },
    wrong: "Từ đầu tháng, phường thu phí sử dụng vỉa hè gấp ba lần mức cũ.",
    right: "Phường chưa thu phí vỉa hè; mức thu trong bài là dự thảo đang lấy ý kiến.",
    grounds: "Thông báo lấy ý kiến số 41/TB-UBND (mẫu).",
    ...{ feedback: null, answer: null, outcome: null, isPublic: false },
  },
  {
    ...{ key: "waiting", age: 24 * 4, outletName: "Nhật báo Mẫu", outletKind: "daily" as const },
    articleTitle: "Trạm y tế phường đóng cửa cuối tuần (mẫu)",
    ...{ articleSection: "Xã hội", articleIssue: "1234", articlePlace: "3" },
    wrong: "Trạm y tế phường Long Xuyên không trực thứ Bảy, Chủ nhật.",
    right: "Trạm trực cấp cứu 24/24 giờ, kể cả thứ Bảy, Chủ nhật và ngày lễ.",
    grounds: "Lịch trực tháng niêm yết tại trạm và trên trang của phường (mẫu).",
    feedback:
      "Lịch trực được niêm yết công khai từ đầu năm; phóng viên chưa liên hệ trạm để xác minh.",
    ...{ answer: null, outcome: null, isPublic: false },
  },
  {
    ...{ key: "refused", age: 24 * 12, outletName: "Tuần báo Mẫu", outletKind: "weekly" as const },
    articleTitle: "Cầu mẫu xuống cấp, không ai sửa (mẫu)",
    ...{ articleSection: "Bạn đọc", articleIssue: "45" },
    wrong: "Ba năm qua cầu không được sửa lần nào.",
    right: "Cầu được sửa mặt và lan can trong quý trước, đã nghiệm thu.",
    grounds: "Biên bản nghiệm thu số 12/BB (mẫu).",
    feedback: "Biên bản nghiệm thu cho thấy cầu đã được sửa trong quý trước.",
    answer: {
      answer: "refused" as const,
      answerText: "Tòa soạn cho rằng bài phản ánh ý kiến bạn đọc, chưa có kết luận khác (mẫu).",
    },
    ...{ outcome: null, isPublic: false },
  },
  {
    ...{ key: "corrected", age: 24 * 25, outletName: "Báo Mẫu Cửu Long" },
    ...{ outletKind: "online" as const, articleTitle: "Hai trường học ngừng nhận học sinh (mẫu)" },
    ...{ articleUrl: "https://bao-mau.example/truong-hoc", articleSection: "Giáo dục" },
    wrong: "Hai trường tiểu học trên địa bàn phường ngừng nhận học sinh lớp 1.",
    right: "Cả năm trường tiểu học của phường vẫn nhận học sinh lớp 1 theo kế hoạch.",
    grounds: "Kế hoạch tuyển sinh đầu cấp đã công bố (mẫu).",
    feedback: "Kế hoạch tuyển sinh đã công bố nêu đủ năm trường; đề nghị cải chính.",
    answer: {
      ...{ answer: "corrected" as const, answerUrl: "https://bao-mau.example/cai-chinh" },
      answerChecked: "title,piece,section,day,wrong,right,place,type",
    },
    ...{ outcome: "corrected" as const, isPublic: true },
  },
];

/** Takes the invented cases away, with what an office hung on them and on invented agencies since. */
export async function removeCorrections(trx: Db) {
  const cases = trx
    .selectFrom("correctionCase")
    .select("id")
    .where(({ eb, or }) => or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]));
  const rounds = trx.selectFrom("correctionRound").select("id").where("caseId", "in", cases);
  await trx.deleteFrom("mail").where("correctionRoundId", "in", rounds).execute();
  await trx.deleteFrom("correctionEvidence").where("caseId", "in", cases).execute();
  await trx.deleteFrom("correctionRound").where("caseId", "in", cases).execute();
  await trx.deleteFrom("correctionCase").where("id", "in", cases).execute();
  await trx
    .deleteFrom("correctionCaseCounter")
    .where("agencyId", "not in", trx.selectFrom("correctionCase").select("agencyId"))
    .execute();
  // What an office wrote in earnest stays, without what pointed at something invented.
  const people = trx.selectFrom("person").select("id").where("id", "like", `${MARK}%`);
  await trx
    .updateTable("correctionRound")
    .set({ speakerId: null })
    .where("speakerId", "in", people)
    .execute();
  const invented = {
    incidentId: trx
      .selectFrom("incident")
      .select("id")
      .where(({ eb, or }) =>
        or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]),
      ),
    outletId: trx.selectFrom("outlet").select("id").where("id", "like", `${MARK}%`),
    meetingLinkId: trx
      .selectFrom("meetingLink")
      .innerJoin("meeting", "meeting.id", "meetingLink.meetingId")
      .select("meetingLink.id")
      .where(({ eb, or }) =>
        or([eb("meeting.id", "like", `${MARK}%`), eb("meeting.agencyId", "like", `${MARK}%`)]),
      ),
    queryId: trx
      .selectFrom("query")
      .select("id")
      .where(({ eb, or }) =>
        or([eb("id", "like", `${MARK}%`), eb("agencyId", "like", `${MARK}%`)]),
      ),
  };
  for (const column of ["incidentId", "outletId", "meetingLinkId", "queryId"] as const)
    await trx
      .updateTable("correctionCase")
      .set({ [column]: null })
      .where(column, "in", invented[column])
      .execute();
}
