import type { Row } from "#db/tables.ts";

/**
 * What the register of the invented office shows besides who speaks today: departments, regulations, courses,
 * and entries that did not go as they should. Nobody here exists; everything is marked as a sample ("mẫu").
 */

type Invented = Pick<
  Row<"assignment">,
  "capacity" | "position" | "decisionNo" | "decisionDay" | "fromDay"
> & { name: string };

const director = (name: string, department: string, decisionNo: string): Invented => ({
  ...{ name, decisionNo, capacity: "head", position: `Giám đốc ${department}` },
  ...{ decisionDay: "2025-06-30", fromDay: "2025-07-01" },
});

const regular = (name: string, position: string, decisionNo: string): Invented => ({
  ...{ name, position, decisionNo, capacity: "regular" },
  ...{ decisionDay: "2026-07-08", fromDay: "2026-07-10" },
});

/** Two departments of the province, by the last part of their id; ids sort behind those of the communes. */
export const DEPARTMENTS: Record<
  string,
  Pick<Row<"agency">, "name" | "nameEn" | "symbol"> & { website: string; holders: Invented[] }
> = {
  "so-nnmt": {
    name: "Sở Nông nghiệp và Môi trường tỉnh An Giang (mẫu)",
    nameEn: "Department of Agriculture and Environment of An Giang (sample)",
    symbol: "SNNMT",
    website: "https://snnmt.angiang.example/",
    holders: [
      director("Trương Hữu Phát", "Sở Nông nghiệp và Môi trường", "1630/QĐ-UBND"),
      regular("Quách Thị Hồng Loan", "Chánh Văn phòng Sở", "512/QĐ-SNNMT"),
    ],
  },
  "so-yt": {
    name: "Sở Y tế tỉnh An Giang (mẫu)",
    nameEn: "Department of Health of An Giang (sample)",
    symbol: "SYT",
    website: "https://syt.angiang.example/",
    holders: [
      director("Lâm Quang Nhật", "Sở Y tế", "1631/QĐ-UBND"),
      regular("Tạ Thị Minh Thư", "Phó Giám đốc Sở Y tế", "603/QĐ-SYT"),
    ],
  },
};

type Regulation = Pick<Row<"regulation">, "agencyId" | "number" | "day"> & { paper?: string };

/** Which agencies issued their own rules on speaking; one of them with the paper. */
export const REGULATIONS: Regulation[] = [
  { agencyId: "pc-91", number: "1822/QĐ-UBND", day: "2026-07-20" },
  {
    agencyId: "pc-30307",
    number: "96/QĐ-UBND",
    day: "2026-07-30",
    paper: "96-QD-UBND-quy-che-phat-ngon-mau.pdf",
  },
  { agencyId: "pc-30607", number: "44/QĐ-UBND", day: "2026-08-05" },
  { agencyId: "demo-so-yt", number: "655/QĐ-SYT", day: "2026-08-03" },
];

type Course = Pick<
  Row<"training">,
  "agencyId" | "personId" | "course" | "day" | "hours" | "certificate"
>;

const SPEAKING = "Kỹ năng phát ngôn và cung cấp thông tin cho báo chí (mẫu)";
const CRISIS = "Xử lý khủng hoảng truyền thông (mẫu)";

export const COURSES: Course[] = [
  {
    ...{ agencyId: "pc-91", personId: "demo-91-0", course: SPEAKING },
    ...{ day: "2026-08-12", hours: 8, certificate: null },
  },
  {
    ...{ agencyId: "pc-91", personId: "demo-91-1", course: SPEAKING },
    ...{ day: "2026-08-12", hours: 8, certificate: "CN-MAU-011" },
  },
  {
    ...{ agencyId: "pc-30307", personId: "demo-30307-2", course: SPEAKING },
    ...{ day: "2026-08-12", hours: 8, certificate: "CN-MAU-012" },
  },
  {
    ...{ agencyId: "pc-30307", personId: "demo-30307-2", course: CRISIS },
    ...{ day: "2026-08-26", hours: 16, certificate: null },
  },
  {
    ...{ agencyId: "pc-30307", personId: "demo-30307-1", course: SPEAKING },
    ...{ day: "2026-08-12", hours: 8, certificate: null },
  },
  {
    ...{ agencyId: "pc-30607", personId: "demo-30607-0", course: SPEAKING },
    ...{ day: "2026-08-12", hours: 8, certificate: "CN-MAU-013" },
  },
  {
    ...{ agencyId: "pc-30607", personId: "demo-30607-1", course: SPEAKING },
    ...{ day: "2026-08-12", hours: 8, certificate: "CN-MAU-014" },
  },
  {
    ...{ agencyId: "demo-so-yt", personId: "demo-so-yt-1", course: CRISIS },
    ...{ day: "2026-08-26", hours: 16, certificate: "CN-MAU-027" },
  },
];

/** Those who spoke for Long Xuyên and Mỹ Thới before: the first two for a while together, then nobody for a month. */
export const FORMER: (Invented & { code: string; id: string } & Pick<
    Row<"assignment">,
    "endDay" | "endKind" | "endReason" | "supersededBy"
  >)[] = [
  {
    ...regular("Đỗ Thị Yến Nhi", "Chánh Văn phòng HĐND và UBND phường", "73/QĐ-UBND"),
    ...{ code: "30307", id: "former-0", decisionDay: "2025-07-30", fromDay: "2025-08-01" },
    ...{ endDay: "2026-06-05", endKind: "ended", endReason: "Nghỉ hưu (mẫu)", supersededBy: null },
  },
  {
    ...regular("Mai Xuân Trường", "Phó Chủ tịch UBND phường", "29/QĐ-UBND"),
    ...{ code: "30307", id: "former-1", decisionDay: "2026-05-04", fromDay: "2026-05-06" },
    ...{ endDay: "2026-06-10", endKind: "ended", endReason: "Chuyển công tác (mẫu)" },
    supersededBy: null,
  },
  {
    ...regular("Hồ Văn Lợi", "Phó Chủ tịch UBND phường", "61/QĐ-UBND"),
    ...{ code: "30301", id: "former-2", decisionDay: "2025-08-28", fromDay: "2025-09-01" },
    ...{ endDay: "2026-07-09", endKind: "superseded", endReason: "Có quyết định mới (mẫu)" },
    supersededBy: "demo-30301-1",
  },
];

const chair = (name: string, of: string, decisionNo: string): Invented => ({
  ...{ name, decisionNo, capacity: "head", position: `Chủ tịch UBND ${of}` },
  ...{ decisionDay: "2021-07-01", fromDay: "2021-07-02" },
});

/** Those who spoke for units that are no more, by the unit's code of then, until it ended. */
export const PAST: (Invented & { unit: string; id: string; untilDay: string })[] = [
  {
    ...chair("Ngô Thị Thanh Trúc", "phường Mỹ Bình", "37/QĐ-UBND"),
    ...{ unit: "30280", id: "past-0", untilDay: "2024-08-31" },
    ...{ decisionDay: "2017-05-05", fromDay: "2017-05-08" },
  },
  {
    ...chair("Dương Văn Tám", "phường Mỹ Bình", "1147/QĐ-UBND"),
    ...{ unit: "30280", id: "past-1", untilDay: "2025-06-30" },
    ...{ decisionDay: "2024-08-28", fromDay: "2024-09-01" },
  },
  {
    ...chair("Lưu Quốc Đạt", "thành phố Long Xuyên", "1389/QĐ-UBND"),
    ...{ unit: "thanh-pho-long-xuyen-an-giang", id: "past-2", untilDay: "2025-06-30" },
  },
  {
    ...chair("Triệu Minh Châu", "tỉnh An Giang", "1021/QĐ-TTg"),
    ...{ unit: "tinh-an-giang", id: "past-3", untilDay: "2025-06-30" },
    position: "Chánh Văn phòng UBND tỉnh",
    capacity: "regular",
  },
];

/** Entered and published five days after the decision; the law gives a day. */
export const LATE = {
  ...regular("Thái Thị Diễm My", "Phó Chủ tịch UBND xã", "38/QĐ-UBND"),
  ...{ code: "30685", publishedDay: "2026-07-13" },
};

/** Entered, signed a few hours ago, not published yet. */
export const WAITING = {
  code: "30589",
  name: "La Hoàng Khải",
  position: "Phó Chủ tịch UBND xã",
  decisionNo: "142/QĐ-UBND",
};

/** First entered with somebody else's number, put right the next morning. */
export const MISTAKEN = { code: "30307", right: "demo-30307-2", phone: "0296 3 900 999" };

/** Who of Mỹ Thới cannot speak, and whom they propose. */
export const PROPOSED = {
  code: "30301",
  askedById: "demo-30301-1",
  askReason: "Đi học tập trung hai tuần (mẫu)",
  name: "Châu Thị Tuyết Mai",
  position: "Trưởng phòng Văn hóa - Xã hội",
  matter: "Tạm dừng bến phà mẫu",
};
