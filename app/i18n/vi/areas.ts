interface Dated {
  name: string;
  until: string;
  basis: string | null;
}

export const areas = {
  /** How much of a former unit a current one took over, as the resolutions put it. */
  extents: {
    whole: "toàn bộ",
    unchanged: "giữ nguyên",
    renamed: "giữ nguyên, đổi tên",
    retyped: "giữ nguyên, đổi loại đơn vị",
    part: "một phần",
    part_area: "một phần diện tích, không có dân cư",
    part_area_all_people: "một phần diện tích, toàn bộ dân cư",
    part_people: "một phần dân cư",
    all_area: "toàn bộ diện tích",
  },
  matched: {
    name: () => "",
    former: () => "",
    alias: (text: string) => `Còn được gọi là “${text}”`,
    code: (text: string) => `Mã đơn vị ${text}`,
    agency: (text: string) => `Tìm theo tên “${text}”`,
    person: () => "",
    phone: (text: string) => `Số điện thoại ${text}`,
  },
  code: (code: string) => `Mã ${code}`,
  formerMark: "Đơn vị cũ",
  nowIs: "nay là",

  nobody: "Chưa có người phát ngôn trong sổ",
  nobodyShort: "Chưa có trong sổ",
  notYet: (day: string) => `Chưa có vào ngày ${day}`,
  byLaw: (committee: string) =>
    `Theo quy định, người đứng đầu cơ quan là người phát ngôn: Chủ tịch ${committee}.`,
  instead: (committee: string) => `Nếu cần ngay, xin hỏi người phát ngôn của ${committee}:`,
  neverBefore: (day: string, since: string) =>
    `Ngày ${day} chưa có đơn vị này: bản đồ hành chính hiện nay có hiệu lực từ ${since}. Xin hỏi về đơn vị của thời đó.`,
  thereBefore: "Khi đó ở đây là:",

  speaks: {
    title: "Ai phát ngôn",
    asOf: (when: string) => `Trả lời cho thời điểm ${when}`,
    asOfNow: (when: string) => `Trả lời cho lúc này, ${when}`,
    call: (phone: string) => `Gọi ${phone}`,
    term: "Thời hạn",
    oneMatter: "Chỉ về một việc",
    others: "Những người khác cũng được phát ngôn",
    only: "Ngoài những người có tên ở đây, không ai khác được phát ngôn chính thức thay cơ quan.",
    permalink: "Đường dẫn cố định của câu trả lời này",
  },
  otherDay: {
    title: "Hỏi về một ngày khác",
    submit: "Xem",
    today: "Về hôm nay",
  },
  page: {
    title: (fullName: string, province: string | null) =>
      `Ai phát ngôn cho ${fullName.charAt(0).toLocaleLowerCase("vi")}${fullName.slice(1)}${province ? `, ${province}` : ""}?`,
    json: "Dữ liệu JSON",
    meetings: "Các cuộc họp báo sắp tới",
    allMeetings: "Lịch họp báo của cả tỉnh",
    formedFrom: "Được lập từ",
    formedNote: "Các đơn vị trước 01/07/2025 nay thuộc địa bàn này.",
    formerNames: "Tên gọi trước đây",
    formerName: ({ name, until, basis }: Dated) =>
      `${name}, đến hết ngày ${until}${basis ? ` (Nghị quyết số ${basis})` : ""}`,
  },
  communes: {
    title: "Các phường, xã, đặc khu của tỉnh",
    count: (all: number, designated: number) =>
      `${all} đơn vị; ${designated} đã có người phát ngôn trong sổ, ${all - designated} chưa có.`,
    unit: "Đơn vị",
    speaker: "Liên hệ trước tiên",
    position: "Chức vụ",
    phone: "Điện thoại",
  },
  former: {
    mark: "Đơn vị cũ, không còn từ 01/07/2025",
    lay: (where: string) => `Khi đó thuộc ${where}.`,
    one: "Toàn bộ địa bàn nay thuộc đơn vị này. Xin hỏi người phát ngôn ở đây.",
    many: "Xin hỏi nơi phụ trách chỗ xảy ra sự việc.",
    successors: "Nay là",
    several: (n: number) => `Nay thuộc địa bàn ${n} đơn vị`,
    aliases: "Tên gọi khác",
    alias: (name: string, district: string | null) => (district ? `${name} (${district})` : name),
  },
};
