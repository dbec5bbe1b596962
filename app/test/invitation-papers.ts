import type { PaperFacts } from "#app/domain/papers/paper.ts";

const LONG_NAME =
  "Công Tằng Tôn Nữ Thị Nguyễn Hoàng Phương Quỳnh Trâm Anh Thư Bảo Ngọc Khánh Huyền";
const LONG_SUBJECT =
  "Công bố kết quả kiểm tra, xử lý các vi phạm về trật tự xây dựng, quản lý đất đai và bảo vệ môi trường trên địa bàn phường trong chín tháng đầu năm 2026; phương hướng, nhiệm vụ trọng tâm ba tháng cuối năm nay";

/** What the paper of a press conference of a ward is written from; `long` makes everything as long as it may be. */
export function factsOf({
  long = false,
  ...own
}: { long?: boolean } & Partial<PaperFacts> = {}): PaperFacts {
  const position =
    "Phó Chủ tịch Ủy ban nhân dân phường Long Xuyên, Trưởng ban Ban Chỉ đạo phòng chống thiên tai và tìm kiếm cứu nạn";
  return {
    place: "Long Xuyên",
    symbol: "UBND",
    superior: null,
    headOffice: "Chủ tịch",
    speakers: long
      ? Array.from({ length: 9 }, (_, i) => ({ name: `${LONG_NAME} ${i + 1}`, position }))
      : [{ name: "Nguyễn Thị Ánh", position: "Chánh Văn phòng" }],
    words: {
      ...{ files: "both", number: "15/GM-UBND", day: "2026-11-23", composition: "" },
      addressees: long
        ? Array.from(
            { length: 12 },
            (_, i) =>
              `Văn phòng đại diện Báo và phát thanh, truyền hình khu vực số ${i + 1} tại An Giang`,
          ).join("\n")
        : "Các cơ quan báo chí",
      reason: "Thực hiện quy định về phát ngôn và cung cấp thông tin cho báo chí",
      registerBy: "2026-11-24T09:00:00.000Z",
      contact: "bà Trần Thị Mỹ Hoà, Văn phòng HĐND và UBND phường, điện thoại 0296 3 852 111",
      recipients: "Như trên\nUBND tỉnh An Giang (để báo cáo)\nLưu: VT",
      ...{ signing: "deputy", office: "Phó Chủ tịch", signer: "Lê Văn Đức" },
    },
    meeting: {
      ...{ id: "hop-bao", agencyId: "30307", kind: "press_conference", cadence: "periodic" },
      subject: long ? LONG_SUBJECT : "Tình hình kinh tế - xã hội quý III năm 2026",
      description: long
        ? Array.from({ length: 12 }, (_, i) => `${i + 1}) ${LONG_SUBJECT}`).join("\n")
        : "",
      ...{ startsAt: "2026-11-25T01:30:00.000Z", endsAt: "2026-11-25T03:00:00.000Z" },
      zone: "Asia/Ho_Chi_Minh",
      venue: "Hội trường A, số 99 đường Nguyễn Huệ, phường Long Xuyên, tỉnh An Giang",
      ...{
        venueCapacity: null,
        outletQuota: null,
        answerBy: null,
        mapUrl: null,
        accessNotes: null,
      },
      onlineUrl: long
        ? `https://hop.example.vn/j/${"a1b2c3d4e5".repeat(14)}?pwd=x`
        : "https://hop.example.vn/j/9120?pwd=x&lang=vi",
      chair: long ? `Bà ${LONG_NAME}` : "Ông Lê Văn Đức, Phó Chủ tịch UBND phường",
      ...{ spokespersonId: null, spokespersonName: null, spokespersonPosition: null },
      ...{ spokespersonCapacity: null, revision: 0, revisedAt: "2026-11-20T02:00:00.000Z" },
      ...{ createdAt: "2026-11-20T02:00:00.000Z", createdBy: "lan", edition: 0 },
      ...{ scheduledAt: null, announcedAt: "2026-11-23T02:00:00.000Z", postponedAt: null },
      ...{ postponeReason: null, rescheduledAt: null, rescheduleReason: null },
      ...{ rescheduledFrom: null, heldAt: null, cancelledAt: null, cancelReason: null },
      ...{ noticeWaivedAt: null, noticeWaivedBy: null, noticeWaiver: null, seriesId: null },
      ...{ seriesDay: null, incidentId: null, ownDetails: null },
      agencyName: "Ủy ban nhân dân phường Long Xuyên",
      agencyNameEn: "People's Committee of Long Xuyên Ward",
      ...{ agencyKind: "peoples_committee", areaCode: "30307", provinceId: "2025-91" },
      ...{ provinceType: "tỉnh", provinceName: "An Giang", provinceNameEn: "An Giang" },
    },
    ...own,
  };
}
