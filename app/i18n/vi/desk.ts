interface Tally {
  invited: number;
  coming: number;
  substitute: number;
  waiting: number;
}

export const desk = {
  nav: {
    label: "Bàn báo chí",
    home: "Hôm nay",
    meetings: "Cuộc họp",
    meetingList: "Danh sách",
    calendar: "Lịch",
    series: "Lịch định kỳ",
    reminders: "Thư nhắc",
    duties: "Nghĩa vụ với báo chí",
    promises: "Còn nợ trả lời",
    incidents: "Sự việc, phát ngôn",
    incidentList: "Sự việc đột xuất",
    queries: "Câu hỏi",
    queryList: "Câu hỏi của báo chí",
    lines: "Nội dung thống nhất",
    statements: "Thông cáo, trả lời",
    scenarios: "Phương án chuẩn bị sẵn",
    correctionCases: "Báo chí đăng sai",
    spokespersons: "Người phát ngôn",
    registry: "Danh sách",
    compliance: "Bảng thực hiện",
    confirmations: "Xác nhận hằng quý",
    contactReports: "Người đọc báo sai",
    formerAgencies: "Trước 01/07/2025",
    spokespersonImports: "Các lần nhập",
    journalists: "Nhà báo",
    journalistList: "Danh sách",
    pressLists: "Danh sách mời",
    outlets: "Cơ quan báo chí",
    reports: "Báo cáo",
    annualReport: "Báo cáo năm",
    appearances: "Giao ban báo chí",
    reportFigures: "Số liệu theo kỳ",
    accreditations: "Quyền tác nghiệp",
    dataRequests: "Yêu cầu về dữ liệu",
    mail: "Thư",
    outbox: "Thư gửi đi",
    inbound: "Thư đến",
    mailbox: "Hòm thư thử",
    rules: "Quy định",
    policies: "Quy định và thời hạn",
    holidays: "Ngày nghỉ, làm bù",
    retention: "Thời hạn giữ dữ liệu",
    audit: "Nhật ký",
  },
  keptLists: {
    title: "Danh sách khách lưu trên thiết bị này",
    lead: (lists: number) =>
      `Trang đón khách đang lưu danh sách của ${lists} cuộc họp trên thiết bị này, để dùng khi mất mạng. Danh sách tự xóa sau khi cuộc họp kết thúc; trên máy mượn, xin xóa ngay.`,
    losing: (entries: number) =>
      `Còn ${entries} lượt đến chưa gửi; xóa là mất. Muốn giữ, xin mở lại trang đón khách khi có mạng.`,
    clear: "Xóa khỏi thiết bị này",
    nothing: "Đã xóa. Thiết bị này không còn lưu danh sách khách nào.",
    cleared: (lists: number) =>
      `Đã xóa khỏi thiết bị này danh sách khách của ${lists} cuộc họp kết thúc quá một ngày.`,
    unsent: (entries: number) => `Còn ${entries} lượt đến chưa gửi được giữ lại.`,
    toAccount: "Xem trong trang tài khoản",
  },
  home: {
    title: "Hôm nay",
    urgent: "Có việc đột xuất: mời báo chí ngay",
    plan: "Lên kế hoạch cuộc họp",
    next: "Các cuộc họp sắp tới",
    noNext: "Chưa có cuộc họp nào sắp tới",
    noNextLead:
      "Lên kế hoạch cho cuộc họp báo hay giao ban tiếp theo, hoặc mời báo chí ngay khi có việc.",
    allMeetings: "Tất cả các cuộc họp",
    when: "Thời gian",
    meeting: "Cuộc họp",
    answers: "Trả lời",
    tally: ({ invited, coming, substitute, waiting }: Tally) =>
      invited === 0
        ? "chưa mời"
        : `mời ${invited}, tham dự ${coming + substitute}, chưa trả lời ${waiting}`,
    toDo: "Cần để ý",
    allWell: "Không có gì cần để ý lúc này.",
    letters: "Thư mời chưa tới nơi",
    refused: (n: number) => `${n} thư bị từ chối`,
    putBack: (n: number) => `${n} thư đang chờ gửi lại`,
    confirm: "Họp xong, chờ ghi nhận",
    endings: (days: number) => `Sắp hết hạn trong ${days} ngày`,
    ending: (name: string, until: string) => `${name}, đến ${until}`,
    missing: "Chưa có người phát ngôn",
    missingCount: (missing: number, all: number) =>
      `${missing.toLocaleString("vi-VN")} trong ${all.toLocaleString("vi-VN")} cơ quan`,
    missingOwn: "Cơ quan của bạn chưa có ai trong sổ người phát ngôn.",
    seeThem: "Xem danh sách",
    enterOne: "Ghi người phát ngôn",
  },
  account: {
    name: "Họ và tên",
    role: "Vai trò",
    freshHint: "Ít nhất 12 ký tự; một câu dễ nhớ thì tốt hơn một từ khó.",
    unknownBrowser: "Trình duyệt không rõ",
    revoked: "Đã đăng xuất trình duyệt ấy.",
  },
};
