import type { Row } from "#db/tables.ts";

/** Everything invented has an id that begins so: that is how it is found again and removed. */
export const MARK = "demo-";

/**
 * The invented office that a first run shows: the four communes which the former city of Long Xuyên
 * became, their neighbours and the province. The places are real; nobody here exists, every address
 * ends in `.example`, and every press agency is marked as a sample ("mẫu").
 */

interface Holder {
  name: string;
  position: string;
  capacity: "head" | "regular";
  decisionNo: string;
  decisionDay: string;
  fromDay: string;
  endDay?: string;
}

const chair = (name: string, place: string, since: Partial<Holder> = {}): Holder => ({
  name,
  position: `Chủ tịch UBND ${place}`,
  capacity: "head",
  decisionNo: "118/QĐ-UBND",
  decisionDay: "2025-06-30",
  fromDay: "2025-07-01",
  ...since,
});

const regular = (name: string, position: string, decisionNo: string): Holder => ({
  name,
  position,
  capacity: "regular",
  decisionNo,
  decisionDay: "2026-07-08",
  fromDay: "2026-07-10",
});

/** Who holds which office, by the code of the area. Xã Mỹ Hòa Hưng (30313) has nobody on purpose. */
export const HOLDERS: Record<string, Holder[]> = {
  "91": [
    chair("Huỳnh Minh Đạo", "tỉnh An Giang", { decisionNo: "1502/QĐ-TTg" }),
    regular("Đặng Thị Ngọc Lan", "Chánh Văn phòng UBND tỉnh", "2214/QĐ-UBND"),
  ],
  "30307": [
    chair("Phạm Văn Thuận", "phường Long Xuyên", { endDay: "2026-03-15" }),
    chair("Nguyễn Thị Thu Hà", "phường Long Xuyên", {
      decisionNo: "412/QĐ-UBND",
      decisionDay: "2026-03-12",
      fromDay: "2026-03-16",
    }),
    regular("Trần Quốc Bảo", "Phó Chủ tịch UBND phường", "87/QĐ-UBND"),
  ],
  "30292": [chair("Lê Thị Kim Ngân", "phường Bình Đức")],
  "30301": [
    chair("Võ Hoàng Nam", "phường Mỹ Thới"),
    regular("Nguyễn Phước Lộc", "Chánh Văn phòng HĐND và UBND phường", "54/QĐ-UBND"),
  ],
  "30589": [chair("Bùi Thanh Tùng", "xã An Châu")],
  "30607": [
    chair("Dương Thị Bích Trâm", "xã Bình Hòa"),
    regular("Cao Minh Triết", "Phó Chủ tịch UBND xã", "31/QĐ-UBND"),
  ],
  "30685": [chair("Ngô Thị Hồng Đào", "xã Phú Hòa")],
  "30628": [chair("Phan Công Nghĩa Trung Hiếu", "xã Chợ Mới")],
};

/** The delegation in force at Long Xuyên: in writing, for one matter, for a limited time. */
export const DELEGATION = {
  code: "30307",
  name: "Lý Thị Mai Phương",
  position: "Trưởng phòng Kinh tế, Hạ tầng và Đô thị",
  matter: "Sạt lở bờ sông đoạn qua khóm mẫu số 3",
  documentNo: "25/UQ-UBND",
};

export const OUTLETS: { name: string; type: Row<"outlet">["type"] }[] = [
  { name: "Báo Phù Sa (mẫu)", type: "mixed" },
  { name: "Đài Cửu Long (mẫu)", type: "television" },
  { name: "Báo Miền Sông (mẫu)", type: "print" },
  { name: "Báo điện tử Đồng Bằng (mẫu)", type: "online" },
  { name: "Tạp chí Thủy Lợi (mẫu)", type: "magazine" },
  { name: "Phát thanh Bảy Núi (mẫu)", type: "radio" },
  { name: "Báo Kinh Tế Hạ Nguồn (mẫu)", type: "online" },
  { name: "Báo Nhà Nông (mẫu)", type: "print" },
  { name: "Thông tấn Tây Nam (mẫu)", type: "agency" },
  { name: "Báo Thanh Xuân (mẫu)", type: "online" },
  { name: "Truyền hình Biên Giới (mẫu)", type: "television" },
  { name: "Mekong Daily (sample)", type: "online" },
];

const FAMILY = ["Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Lý"];
const MIDDLE = ["Văn", "Thị Ngọc", "Minh", "Thị Kim", "Quốc", "Thị Thanh", "Hoàng", "Thị Mỹ"];
const GIVEN = [
  "An",
  "Bình",
  "Châu",
  "Dũng",
  "Giang",
  "Hạnh",
  "Khoa",
  "Linh",
  "Mẫn",
  "Nhung",
  "Phong",
  "Quyên",
];
const FOREIGN = ["Anna Keller", "James O'Connor", "Sokha Chan", "Marie Dupont"];

/** Fifty journalists; the last four write in English. */
export const JOURNALISTS = Array.from({ length: 50 }, (_, i) => {
  const foreign = FOREIGN[i - 46];
  const name =
    foreign ??
    `${FAMILY[i % 10]} ${MIDDLE[(i * 3) % 8]} ${GIVEN[(i * 5 + Math.floor(i / 12)) % 12]}`;
  return {
    name,
    email: `phong-vien-${String(i + 1).padStart(2, "0")}@toasoan.example`,
    language: foreign ? ("en" as const) : ("vi" as const),
    outlet: foreign ? 11 : i % 11,
    /** Two of three show a card, the others a letter of introduction: either will do. */
    hasCard: i % 3 !== 2,
  };
});

export const LISTS: { name: string; has: (journalist: number) => boolean }[] = [
  { name: "Báo chí thường trú An Giang", has: (i) => i < 25 },
  { name: "Nông nghiệp và môi trường", has: (i) => i % 4 === 1 },
  { name: "Phóng viên nước ngoài", has: (i) => i >= 46 },
];

type DemoMeeting = Pick<
  Row<"meeting">,
  "kind" | "cadence" | "subject" | "description" | "venue"
> & {
  code: string;
  /** Days from the first run, and the hour in Viet Nam. */
  inDays: number;
  hour: number;
  online?: string;
  state: "held" | "cancelled" | "announced" | "draft";
};

const HALL = "Hội trường UBND phường Long Xuyên";

export const MEETINGS: DemoMeeting[] = [
  {
    code: "91",
    kind: "press_conference",
    cadence: "periodic",
    subject: "Họp báo định kỳ quý: tình hình kinh tế - xã hội",
    description: "Thông tin về thu ngân sách, tiến độ công trình và việc làm trong quý.",
    venue: "Phòng họp số 1, trụ sở UBND tỉnh An Giang",
    inDays: -48,
    hour: 9,
    state: "held",
  },
  {
    code: "30307",
    kind: "press_gathering",
    cadence: "periodic",
    subject: "Họp mặt báo chí đầu năm học",
    description: "Gặp gỡ phóng viên thường trú trên địa bàn.",
    venue: HALL,
    inDays: -20,
    hour: 14,
    state: "held",
  },
  {
    code: "30301",
    kind: "press_conference",
    cadence: "adhoc",
    subject: "Thông tin về việc tạm dừng bến phà mẫu",
    description: "",
    venue: "Nhà văn hóa phường Mỹ Thới",
    inDays: -6,
    hour: 8,
    state: "cancelled",
  },
  {
    code: "30307",
    kind: "press_conference",
    cadence: "adhoc",
    subject: "Thông tin ban đầu về sạt lở bờ sông đoạn qua khóm mẫu số 3",
    description: "Hiện trạng, việc di dời các hộ dân, biện pháp khắc phục và lần cập nhật tới.",
    venue: HALL,
    inDays: 3,
    hour: 8,
    online: "https://hop.phatngon.example/long-xuyen",
    state: "announced",
  },
  {
    code: "91",
    kind: "press_coordination",
    cadence: "periodic",
    subject: "Giao ban báo chí tháng",
    description: "Thông tin công tác tháng qua, trọng tâm tháng tới.",
    venue: "Phòng họp số 2, trụ sở UBND tỉnh An Giang",
    inDays: 12,
    hour: 14,
    state: "draft",
  },
];

export const ACCOUNTS = [
  {
    email: "tinh@angiang.example",
    name: "Đặng Thị Ngọc Lan",
    role: "officer" as const,
    agencyId: "pc-91",
    what: "Văn phòng UBND tỉnh An Giang (cả tỉnh)",
  },
  {
    email: "longxuyen@angiang.example",
    name: "Trần Quốc Bảo",
    role: "officer" as const,
    agencyId: "pc-30307",
    what: "UBND phường Long Xuyên",
  },
  {
    email: "quantri@phatngon.example",
    name: "Quản trị viên",
    role: "administrator" as const,
    agencyId: null,
    what: "quản trị toàn hệ thống",
  },
];
