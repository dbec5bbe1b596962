import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

export const mail = {
  kinds: { invitation: "Giấy mời", change: "Thư báo thay đổi", cancellation: "Thư báo hủy" },
  stages: {
    queued: "Chờ gửi",
    sending: "Đang gửi",
    sent: "Đã gửi",
    "put-back": "Sẽ gửi lại",
    refused: "Không gửi được",
    skipped: "Không cần gửi",
  },
  reasons: {
    expired: "Cuộc họp đã bắt đầu trước khi thư đi được.",
    exhausted: "Đã thử gửi trong hai ngày mà không được.",
    superseded: "Đã có thư mới hơn thay thế.",
    "never-invited": "Người này chưa từng nhận giấy mời nên không cần báo hủy.",
    unanswered: "Mất kết nối với máy chủ thư, chưa rõ thư đã tới hay chưa.",
    unwritable: "Không lập được thư: địa chỉ hoặc nội dung có lỗi.",
  },
  reload: "Tải lại trang để xem tiến độ mới nhất",
  serverSaid: (words: string) => `Máy chủ thư trả lời: ${words}`,
  triedAgain: (when: string) => `Gửi lại lúc ${when}`,
  noLetter: "Chưa có thư",
  progressLabel: "Tiến độ gửi thư",
  progress: ({ total, sent }: { total: number; sent: number }) =>
    `Đã gửi ${number(sent)}/${number(total)} thư`,
  letter: {
    label: "Bức thư",
    from: "Từ",
    to: "Đến",
    subject: "Tiêu đề",
    html: "Nội dung thư như người nhận thấy",
    text: "Xem dạng chữ thuần",
  },
  calendar: {
    label: "Mục lịch",
    homeZone: "giờ Việt Nam",
    month: (month: number) => `Tháng ${month}`,
    organizer: "Người tổ chức",
    cancelled: "Đã hủy: được gỡ khỏi lịch",
    none: "Thư này không kèm tệp lịch.",
    raw: "Xem tệp lịch nguyên văn",
  },
  outbox: {
    title: "Thư gửi đi",
    lead: "Mọi thư của các cuộc họp thuộc phạm vi của bạn: đã tới đâu, vướng gì, khi nào gửi lại.",
    paused: "Đang tạm ngừng gửi thư: máy chủ thư không nhận thư của cơ quan",
    pausedSince: (since: string, until: string) =>
      `Từ ${since}. Thư vẫn được giữ nguyên; ${until} sẽ thử lại. Xin báo người quản trị xem lại cấu hình máy chủ thư.`,
    shelves: {
      trouble: "Cần xem",
      waiting: "Chưa gửi",
      sent: "Đã gửi",
      skipped: "Không cần gửi",
      all: "Tất cả",
    },
    empty: {
      trouble: "Không có thư nào vướng mắc.",
      waiting: "Không còn thư nào chờ gửi.",
      sent: "Chưa có thư nào được gửi.",
      skipped: "Không có thư nào bị bỏ qua.",
      all: "Chưa có thư nào. Thư được lập khi mời nhà báo, sửa hoặc hủy cuộc họp.",
    },
    to: "Người nhận",
    about: "Về việc",
    posted: "Lập lúc",
    stage: "Tình trạng",
  },
  mailbox: {
    title: "Hòm thư thử",
    lead: "Mỗi thư đúng như người nhận nhận được, kèm tệp lịch.",
    trial:
      "Chưa cấu hình máy chủ thư (SMTP_URL), nên thư được gửi thật tới một hòm thư trên chính máy này và không ra ngoài.",
    empty: "Chưa có thư nào. Hãy mời nhà báo dự một cuộc họp, thư sẽ hiện ở đây.",
    toMeetings: "Đến danh sách cuộc họp",
    total: (n: number) => `${number(n)} thư`,
    received: "Nhận lúc",
    to: "Đến",
    subject: "Tiêu đề",
    noSubject: "(không có tiêu đề)",
    headers: "Phần đầu thư",
    headersOf: (n: number) => `Xem ${n} dòng đầu thư`,
    downloadMail: "Tải thư (.eml)",
    downloadCalendar: "Tải tệp lịch (.ics)",
  },
};
