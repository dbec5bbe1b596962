/** What public calendars and feeds of meetings say, and the pages that lead to them. */
export const calendars = {
  names: {
    country: "Lịch họp báo cả nước",
    of: (name: string) => `Lịch họp báo: ${name}`,
    own: (name: string) => `Giấy mời họp báo của ${name}`,
  },
  description:
    "Các cuộc họp báo, giao ban và họp mặt báo chí đã công bố. Lịch tự cập nhật; chương trình lịch có thể hỏi lại chậm vài giờ.",
  ownDescription:
    "Các cuộc họp mà bạn được mời. Giấy mời qua thư là nhanh nhất; lịch này chỉ để tiện theo dõi.",
  summary: {
    cancelled: (title: string) => `Đã hủy: ${title}`,
    postponed: (title: string) => `Hoãn: ${title}`,
  },
  online: "Trực tuyến",
  more: "Chi tiết",
  agency: "Cơ quan",
  states: {
    announced: "Công bố",
    rescheduled: "Dời lịch",
    postponed: "Hoãn",
    cancelled: "Hủy",
    held: "Đã tổ chức",
  },
  feedSentence: (when: string, place: string | null) => (place ? `${when}, ${place}` : when),
  wasAt: (when: string) => `Trước đây: ${when}`,
  reason: (reason: string) => `Lý do: ${reason}`,
  subscribe: {
    title: "Theo dõi lịch này",
    lead: "Thêm địa chỉ dưới đây vào chương trình lịch (Google, Outlook, Apple, Thunderbird): cuộc họp mới, dời hoặc hủy sẽ tự hiện ra.",
    add: "Thêm vào lịch",
    ics: "Tệp lịch (.ics)",
    atom: "Tin mới (Atom)",
    one: "Thêm cuộc họp này vào lịch",
  },
  filter: {
    label: "Lọc lịch họp báo",
    agency: "Cơ quan",
    anyAgency: "Mọi cơ quan",
    on: "Xem theo ngày",
    show: "Xem",
    badDay: "Không có ngày này. Xin viết như 2026-11-25 hoặc 25/11/2026.",
    day: (day: string) => `Họp báo ngày ${day}`,
    wholeList: "Bỏ ngày, xem cả danh sách",
    emptyDay: "Không có cuộc họp nào được công bố cho ngày này.",
    before: (day: string) => `Trước đó: ${day}`,
    after: (day: string) => `Sau đó: ${day}`,
  },
  own: {
    title: "Lịch riêng của bạn",
    lead: "Một địa chỉ bí mật đưa mọi giấy mời của bạn vào chương trình lịch và tự cập nhật khi cuộc họp dời hoặc hủy.",
    open: "Tạo địa chỉ lịch riêng",
    address: "Địa chỉ lịch riêng của bạn",
    secret:
      "Ai có địa chỉ này đều thấy các giấy mời của bạn. Xin đừng chuyển cho người khác; nếu lỡ lộ, hãy đổi địa chỉ.",
    renew: "Đổi địa chỉ mới",
    close: "Đóng địa chỉ này",
    add: "Thêm vào lịch",
  },
};
