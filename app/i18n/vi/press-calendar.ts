import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

/** The calendar of meetings on the desk, moving a meeting, and what else is at its hour. */
export const pressCalendar = {
  title: "Lịch họp",
  views: { month: "Tháng", week: "Tuần", agenda: "Danh mục" },
  viewsLabel: "Xem theo",
  month: (month: string, year: string) => `Tháng ${Number(month)} năm ${year}`,
  span: (from: string, until: string) => `${from} – ${until}`,
  previous: "Trước",
  next: "Sau",
  today: "Hôm nay",
  whose: {
    label: "Lịch của",
    agency: "Cơ quan tôi",
    province: "Cả tỉnh, thành phố",
    country: "Cả nước",
    show: "Xem",
  },
  weekdays: ["T2", "T3", "T4", "T5", "T6", "T7", "CN"],
  sheet: (span: string) => `Số cuộc họp mỗi ngày, ${span}`,
  ofDay: (n: number) => `${number(n)} cuộc họp`,
  asTable: "Xem dạng bảng",
  table: {
    caption: (span: string) => `Các cuộc họp, ${span}`,
    time: "Giờ",
    subject: "Nội dung",
    phase: "Tình trạng",
    place: "Địa điểm",
    move: "Dời giờ",
    moveThis: (subject: string) => `Dời giờ: ${subject}`,
  },
  others: "Cơ quan khác",
  works: (name: string) => `Ngày làm việc (${name})`,
  off: (name: string) => `Nghỉ: ${name}`,
  empty: "Không có cuộc họp nào trong những ngày này.",
  waiting: "Đang hoãn, chờ ấn định giờ mới",
  dragHint:
    "Kéo một cuộc họp của cơ quan sang ngày, giờ khác để dời; lý do và người được báo hỏi ở trang sau. Dùng bàn phím: mở cuộc họp rồi chọn “Dời giờ”.",
  loading: "Đang mở lịch…",
  more: (n: number) => `Thêm ${number(n)} cuộc họp`,
  legend: "Chú thích",
  clashKinds: {
    spokesperson: "Trùng người phát ngôn",
    chair: "Trùng người chủ trì",
    venue: "Trùng địa điểm",
    agency: "Cơ quan có cuộc họp khác",
    press_conference: "Họp báo khác trong tỉnh",
  },
  clash: {
    title: "Trùng giờ",
    lead: "Chỉ để lưu ý; vẫn lưu được.",
    none: "Không trùng với cuộc họp nào đã biết.",
  },
  free: {
    title: "Giờ còn trống",
    lead: "Trong giờ hành chính của ngày làm việc, không trùng người, nơi họp hay họp báo khác trong tỉnh, người phát ngôn được phát ngôn:",
    none: "Không còn giờ nào trống trong hai tuần kể từ ngày này.",
    tooSoonForNotice: "Đã bỏ qua những giờ sớm hơn, vì không còn kịp thông báo họp báo đúng hạn.",
  },
  move: {
    title: "Dời giờ họp",
    now: "Đang là",
    startsAt: "Bắt đầu mới",
    endsAt: "Kết thúc mới",
    inZone: (zone: string) => `Theo giờ của cuộc họp (${zone}).`,
    check: "Xem lại giờ này",
    reason: "Lý do dời",
    reasonHint: "Hiện trên trang công khai và trong thư báo gửi người được mời.",
    told: (people: number) =>
      `${number(people)} nhà báo đã mời sẽ nhận thư báo giờ mới và được hỏi lại có tham dự không.`,
    nobodyTold: "Chưa mời ai nên không gửi thư nào. Trang công khai ghi giờ mới và lý do.",
    onlyOffice: "Cuộc họp chưa công bố: chỉ đổi trong cơ quan, không cần lý do, không gửi thư.",
    who: "Những người được báo",
    silent: (name: string) => `${name} không được phát ngôn thay cơ quan vào giờ mới.`,
    silentLead: "Xin chọn người khác, hoặc chọn giờ khác.",
    submit: (letters: number) =>
      letters > 0 ? `Dời và gửi ${number(letters)} thư` : "Dời cuộc họp",
    keep: "Giữ giờ cũ",
    same: "Giờ này là giờ hiện tại của cuộc họp.",
    meanwhile: (was: string) =>
      `Người khác vừa sửa cuộc họp này; bây giờ là ${was}. Giờ và lý do bạn nhập vẫn còn dưới đây: xem lại rồi bấm lần nữa.`,
    done: (letters: number) =>
      letters > 0
        ? `Đã dời cuộc họp. ${number(letters)} thư báo đang được gửi đi.`
        : "Đã dời cuộc họp.",
  },
};
