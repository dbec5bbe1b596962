import { meetingPages } from "./meeting-pages.ts";

export const meetings = {
  kinds: {
    press_conference: "Họp báo",
    press_coordination: "Giao ban báo chí",
    press_gathering: "Họp mặt báo chí",
  },
  cadences: { periodic: "Định kỳ", adhoc: "Đột xuất" },
  phases: {
    draft: "Dự thảo",
    announced: "Đã công bố",
    held: "Đã tổ chức",
    cancelled: "Đã hủy",
  },
  details: {
    kind: "Hình thức",
    cadence: "Định kỳ hay đột xuất",
    subject: "Nội dung",
    description: "Thông tin thêm",
    startsAt: "Bắt đầu",
    endsAt: "Kết thúc",
    zone: "Múi giờ",
    venue: "Địa điểm",
    onlineUrl: "Liên kết trực tuyến",
    chair: "Người chủ trì",
    spokespersonId: "Người phát ngôn",
  },
  problems: {
    "no-such-time": "Múi giờ này không có giờ đó (đồng hồ được vặn qua). Xin chọn giờ khác.",
    "in-the-past": "Giờ này đã qua. Xin chọn một giờ sắp tới.",
    "too-far": "Giờ này còn hơn mười năm nữa. Xin xem lại năm.",
    "ends-before-start": "Giờ kết thúc phải sau giờ bắt đầu.",
    "too-long": "Một cuộc họp dài nhất là 24 giờ. Xin xem lại ngày kết thúc.",
    "no-place": "Xin ghi địa điểm hoặc liên kết trực tuyến (hoặc cả hai).",
  },
  fileProblems: {
    "not-json": 'Tệp này không phải là JSON mô tả một cuộc họp: { "area": …, "subject": … }.',
    "unknown-field": "Không có mục nào tên như vậy.",
    "area-or-agency":
      "Xin ghi area (mã đơn vị hành chính) hoặc agency (mã cơ quan), một trong hai.",
    "unknown-agency": "Không có cơ quan nào mang mã này.",
    "not-a-speaker": "Người này không được phát ngôn thay cơ quan vào giờ bắt đầu cuộc họp.",
    "several-speakers": "Có nhiều người cùng tên được phát ngôn. Xin ghi mã của một người.",
  },
  reasons: {
    "in-the-past": "Giờ bắt đầu đã qua. Xin chọn một giờ sắp tới.",
    "not-a-speaker":
      "Người được chọn không được phát ngôn thay cơ quan vào giờ bắt đầu cuộc họp. Xin chọn người khác hoặc ghi nhận quyết định, văn bản ủy quyền trước.",
    "is-draft": "Cuộc họp còn là dự thảo. Xin công bố trước.",
    "is-announced": "Cuộc họp đã được công bố.",
    "is-held": "Cuộc họp đã được tổ chức.",
    "is-cancelled": "Cuộc họp đã bị hủy.",
    begun: "Cuộc họp đã bắt đầu, không thay đổi được nữa.",
    "not-begun": "Cuộc họp chưa bắt đầu.",
    "no-reason": "Xin ghi lý do hủy.",
  },
  pages: meetingPages,
};
