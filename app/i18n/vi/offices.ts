/** Accounts of agencies that are no more. */
export const offices = {
  title: "Tài khoản của cơ quan đã thôi hoạt động",
  lead: "Cơ quan của các cán bộ này đã kết thúc mà không có đúng một cơ quan tiếp nhận. Xin giao mỗi tài khoản cho cơ quan mà người ấy làm việc từ nay.",
  officer: "Cán bộ",
  former: "Cơ quan cũ",
  closedSince: (day: string) => `ngày cuối ${day}`,
  fresh: "Cơ quan mới",
  choose: "Chọn cơ quan",
  submit: "Giao",
  done: (name: string, agency: string) => `Đã giao tài khoản của ${name} cho ${agency}.`,
  problems: {
    "not-stranded": "Tài khoản này đã có cơ quan.",
    "out-of-reach": "Xin chọn một cơ quan của tỉnh.",
    "agency-closed": "Cơ quan này đã thôi hoạt động. Xin chọn cơ quan khác.",
  },
  followed: "Cán bộ chuyển sang cùng công việc:",
  moves:
    "Tài khoản cán bộ: một cơ quan tiếp nhận thì cán bộ làm việc cho cơ quan ấy từ ngày đó; nhiều hoặc không có thì tỉnh giao từng người.",
  paper: "Văn bản (được công bố cùng trang của cơ quan)",
  noMore: "Thôi hoạt động",
  basis: (basis: string) => `Căn cứ: ${basis}.`,
};
