export const letterLanguage = {
  title: "Ngôn ngữ của thư gửi cho tôi",
  lead: "Thư của hệ thống gửi cho cán bộ, như thư báo có câu hỏi mới của báo chí. Ngôn ngữ của các trang chọn ở đầu trang.",
  field: "Ngôn ngữ",
  names: { vi: "Tiếng Việt", en: "Tiếng Anh" },
  change: "Đổi ngôn ngữ của thư",
  save: "Lưu",
  saved: "Đã lưu. Thư gửi từ nay bằng ngôn ngữ này.",
};
