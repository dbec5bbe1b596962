import { administrativeTime } from "../dates.ts";

/** What letters of a meeting say beside the meeting itself, and where their answers go. */
export const letters = {
  facts: {
    guests: "Thành phần",
    map: "Bản đồ",
    access: "Lối vào",
    kit: "Tài liệu",
    registration: "Đăng ký",
    contact: "Liên hệ",
  },
  guests: "nhà báo, phóng viên của cơ quan báo chí được mời",
  registration: (startsAt: string, zone: string) =>
    `trước ${administrativeTime(startsAt, zone)}, tại liên kết trong thư này`,
  kit: {
    open: (files: number) => `${files} tài liệu đã có tại liên kết trả lời`,
    later: (opensAt: string, zone: string) =>
      `tài liệu mở từ ${administrativeTime(opensAt, zone)}, tại liên kết trả lời`,
  },
  contact: {
    phone: (phone: string) => `điện thoại ${phone}`,
    email: (email: string) => `thư điện tử ${email}`,
  },
  pressEmail: {
    title: "Hộp thư tiếp nhận của cơ quan",
    lead: "Thư mời ghi hộp thư này ở mục Liên hệ, và khi nhà báo bấm Trả lời trong chương trình thư, thư đến đây. Nên là hộp thư công vụ có người đọc mỗi ngày. Nếu máy chủ thư chuyển hộp thư này về hệ thống, thư hỏi của nhà báo thành câu hỏi báo chí của cơ quan.",
    field: "Thư điện tử công vụ",
    hint: "Để trống thì thư trả lời đến hộp thư gửi chung của hệ thống.",
    none: (sender: string) => `Chưa có: thư trả lời đến hộp thư gửi chung ${sender}.`,
    edit: "Đổi hộp thư",
    submit: "Lưu hộp thư",
    saved: (email: string) => `Từ nay nhà báo trả lời thư về ${email}.`,
    removed: "Từ nay thư trả lời đến hộp thư gửi chung của hệ thống.",
  },
};
