interface Span {
  name: string;
  until: string;
}

export const formerUnits = {
  /** The public page of a former unit. */
  page: {
    title: "Ai phát ngôn khi đó",
    nobody: "Sổ chưa ghi ai phát ngôn vào ngày này",
    byLaw: (committee: string) =>
      `Theo quy định khi đó, người đứng đầu cơ quan là người phát ngôn: Chủ tịch ${committee}. Sổ chưa ghi đó là ai, theo quyết định nào.`,
    instead: (committee: string) => `Cùng ngày, người phát ngôn của ${committee} là:`,
    history: "Những người đã phát ngôn cho đơn vị này",
    historyLead: (until: string) => `Theo sổ, đến ngày cuối cùng của đơn vị, ${until}.`,
    noHistory: "Sổ chưa ghi quyết định nào về người phát ngôn của đơn vị này.",
    decided: (basis: string, span: string) => `${basis}; ${span}`,
    span: (from: string, until: string) => `từ ${from} đến ${until}`,
    lastDay: (day: string) => `Ai phát ngôn ngày cuối cùng, ${day}`,
    phone: "Điện thoại khi đó",
    email: "Thư điện tử khi đó",
    changes: "Nhật ký thay đổi",
  },
  /** Where the books of former units are opened at the desk. */
  desk: {
    title: "Đơn vị trước 01/07/2025",
    lead: "Ai đã phát ngôn cho phường, xã, thị trấn, huyện và tỉnh cũ, theo quyết định nào. Sổ của đơn vị cũ do tỉnh giữ; nếu cả đơn vị nhập vào một phường, xã thì cán bộ ở đó cũng ghi được.",
    link: "Đơn vị cũ",
    search: "Tìm đơn vị cũ",
    found: (n: string) => `Tìm thấy ${n} đơn vị cũ thuộc phạm vi của bạn`,
    none: "Không có đơn vị cũ nào khớp thuộc phạm vi của bạn",
    begun: "Đã có trong sổ",
    whole: "Nhập cả vào đơn vị của bạn",
    begunNone: "Chưa ghi gì cho đơn vị cũ nào. Xin tìm theo tên cũ, ví dụ “Mỹ Bình”.",
    clear: "Bỏ tìm kiếm",
    unit: "Đơn vị",
    lay: "Khi đó thuộc",
    became: "Nay là",
    several: (n: number) => `${n} đơn vị`,
    entries: "Số mục trong sổ",
    over: (day: string) => `Đơn vị này không còn từ ${day}`,
    overLead:
      "Chỉ ghi những gì đã có hiệu lực khi đơn vị còn: không ai phát ngôn sau ngày cuối cùng.",
    law: (legalRef: string) => `Áp dụng quy định của thời đó: ${legalRef}.`,
    grantees: {
      deputy: "Người đứng đầu phát ngôn, hoặc ủy quyền cho cấp phó của mình.",
      responsible_person: "Người đứng đầu phát ngôn, hoặc ủy quyền cho người có trách nhiệm.",
    },
    grantors: (names: string) =>
      `Người ủy quyền: người đứng đầu vào ngày ký văn bản. Trong sổ có: ${names}.`,
    untilHint: (day: string) => `Bỏ trống thì ghi đến hết ngày cuối cùng của đơn vị, ${day}.`,
    capped: ({ name, until }: Span) =>
      `Đã ghi vào sổ: ${name}. Không có ngày kết thúc nên ghi đến hết ngày cuối cùng của đơn vị, ${until}.`,
  },
  import: {
    how: "Với người phát ngôn của đơn vị trước 01/07/2025: thêm cột “danh mục” và ghi “cũ” cạnh mã đơn vị cũ, hoặc ghi tên đầy đủ kèm huyện, tỉnh khi đó (“phường Mỹ Bình, thành phố Long Xuyên, tỉnh An Giang”) với ngày kết thúc trước 01/07/2025.",
    problems: {
      "not-an-era": "Danh mục phải là “cũ” (trước 01/07/2025) hoặc “hiện nay”.",
      "unknown-former": "Không có đơn vị nào trước 01/07/2025 mang mã hoặc tên này.",
    },
  },
};
