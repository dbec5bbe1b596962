import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

const kinds: Record<string, (n: number) => string> = {
  meetings: (n) => `${number(n)} cuộc họp`,
  invitations: (n) => `${number(n)} giấy mời cùng câu trả lời`,
  attendances: (n) => `${number(n)} lượt có mặt`,
  questions: (n) => `${number(n)} câu hỏi bỏ tên người hỏi`,
  letters: (n) => `${number(n)} thư`,
  inbound: (n) => `${number(n)} thư đến đã giải quyết`,
  trialMail: (n) => `${number(n)} thư trong hòm thử`,
  logLines: (n) => `${number(n)} dòng nhật ký về khách`,
};

const said = (removed: Record<string, number>) =>
  Object.entries(removed)
    .filter(([, n]) => n > 0)
    .map(([kind, n]) => kinds[kind]?.(n) ?? `${kind}: ${number(n)}`)
    .join(", ");

/** What the log says of letting go. */
export const retentionActs = {
  "retention.ran": ({ removed }: { removed: Record<string, number> }) =>
    `Bỏ dữ liệu đã hết thời hạn giữ: ${said(removed) || "không có gì"}.`,
};

/** What the desk says of what is kept how long. */
export const retention = {
  title: "Thời hạn giữ dữ liệu",
  lead: "Dữ liệu cá nhân của khách họp báo chỉ giữ đến hết thời hạn. Mỗi ngày phần mềm tự bỏ những gì đã hết hạn và ghi lại số lượng.",
  kept: "Luôn giữ: phát ngôn, câu trả lời đã công bố, biên bản, và số người đến dự theo cơ quan báo chí (không có tên).",
  rules: "Quy định đang áp dụng",
  rule: "Dữ liệu",
  months: "Giữ",
  basis: "Căn cứ",
  what: {
    "retention.attendance_months":
      "Giấy mời, câu trả lời, ghi chú, người dự thay, giờ đến của từng khách, tính từ lúc họp xong",
    "retention.letters_months":
      "Thư đã gửi và thư đến không thuộc cuộc họp nào, tính từ lúc gửi, lúc nhận",
    "retention.trial_mail_months": "Thư trong hòm thư thử, tính từ lúc nhận",
  },
  change: "Đặt thời hạn khác",
  next: "Sắp tới",
  nextLead: "Nếu chạy bây giờ sẽ bỏ:",
  nothingNext: "Hiện không có gì hết hạn.",
  nextMeeting: "Cuộc họp hết hạn kế tiếp",
  on: "Giữ đến hết ngày",
  runs: "Các lần đã chạy",
  at: "Lúc",
  by: "Người chạy",
  removed: "Đã bỏ",
  nothing: "Không có gì",
  unfinished: "Đang chạy hoặc bị ngắt; lần sau làm tiếp",
  noRuns: "Chưa chạy lần nào",
  noRunsLead: "Việc này tự chạy mỗi ngày một lần khi máy chủ hoạt động.",
  itself: "Tự chạy",
  said,
  gone: "Danh sách khách của cuộc họp này đã hết thời hạn giữ và được bỏ. Số người theo cơ quan báo chí vẫn còn.",
};
