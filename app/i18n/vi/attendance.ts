import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

interface Came {
  name: string;
  outlet: string | null;
  subject: string;
}

/** What the log says of the door. */
export const attendanceActs = {
  "attendance.checked-in": ({ name, outlet, subject }: Came) =>
    `Ghi nhận ${[name, outlet].filter(Boolean).join(", ")} đã đến cuộc họp “${subject}”.`,
  "attendance.walked-in": ({ name, outlet, subject }: Came) =>
    `Ghi nhận ${[name, outlet].filter(Boolean).join(", ")} đến cuộc họp “${subject}” không có giấy mời.`,
  "attendance.undone": ({ name, subject }: { name: string; subject: string }) =>
    `Bỏ lượt ghi nhầm của ${name} ở cuộc họp “${subject}”.`,
};

export const attendance = {
  title: "Người đến dự",
  today: "Trong ngày họp",
  todayLead: "Đón khách, câu hỏi và người đến dự.",
  sheet: {
    title: "Tải danh sách",
    lead: "Danh sách của cơ quan ghi rõ từng người, chỉ dùng nội bộ. Danh sách gửi tỉnh chỉ ghi cơ quan báo chí và số người.",
    people: "Danh sách của cơ quan",
    outlets: "Danh sách gửi tỉnh",
    files: { people: "moi-va-den-du", outlets: "co-quan-bao-chi", sheet: "Danh sách" },
    yes: "có",
    unasked: "Đến không có giấy mời",
    withoutOutlet: "Không thuộc cơ quan báo chí nào",
    unlistedOutlet: "Cơ quan báo chí chưa có trong danh bạ",
    columns: [
      "Họ tên",
      "Cơ quan báo chí",
      "Thư điện tử",
      "Điện thoại",
      "Ngôn ngữ thư",
      "Mời lúc",
      "Trả lời",
      "Trả lời lúc",
      "Trả lời bằng",
      "Người đi thay",
      "Giấy tờ người đi thay",
      "Số người",
      "Tham dự",
      "Máy quay",
      "Chân máy",
      "Phát trực tiếp",
      "Phiên dịch",
      "Lời nhắn",
      "Chờ chỗ từ",
      "Đến lúc",
      "Giấy tờ đã xem",
    ],
    outletColumns: ["Cơ quan báo chí", "Đã mời (người)", "Nhận lời (người)", "Đã đến (người)"],
  },
  papers: { press_card: "Thẻ nhà báo", intro_letter: "Giấy giới thiệu" },
  seats: { in: "đã đến", of: (seats: number) => `trên ${number(seats)} chỗ`, full: "Hết chỗ ngồi" },
  inOf: (people: number, seats: number | null) =>
    seats === null
      ? `${number(people)} người đã đến`
      : `${number(people)} người đã đến, ${number(seats)} chỗ ngồi`,
  reasons: {
    "is-draft": "Cuộc họp còn là dự thảo, chưa mời ai.",
    "is-scheduled": "Cuộc họp chưa được công bố.",
    "is-announced": "Cuộc họp đã được công bố.",
    "is-postponed": "Cuộc họp đang hoãn.",
    "is-rescheduled": "Cuộc họp đã được dời.",
    "is-held": "Cuộc họp đã được tổ chức.",
    "is-cancelled": "Cuộc họp đã hủy.",
    "not-yet": "Chưa đến ngày họp: việc đón khách mở từ đầu ngày họp.",
    closed: "Việc đón khách đã khép lại: quá một ngày sau cuộc họp.",
    nobody: "Không có ai được mời với mã này.",
    undone: "Lượt ghi này đã được bỏ trước đó.",
  },
  pass: {
    title: "Thẻ vào cửa",
    lead: "Đưa mã này ở cửa: trên điện thoại hay in ra đều được. Xin mang theo thẻ nhà báo hoặc giấy giới thiệu.",
    substitute: (name: string) => `Thẻ này dành cho người đi thay, ông/bà ${name}.`,
    code: "Mã vào cửa",
    picture: "Mã QR của thẻ vào cửa",
    harmless: "Mã chỉ dùng để vào cửa; ai đọc được nó cũng không trả lời thay được.",
    letter: "Đưa mã này ở cửa (điện thoại hoặc bản in)",
  },
  kept: {
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
  door: {
    title: "Đón khách",
    search: "Tên, mã vào cửa hoặc số thẻ",
    hint: "Gõ không dấu cũng được. Gõ đủ mã vào cửa rồi bấm Enter là ghi ngay.",
    find: "Tìm",
    scan: "Quét mã QR",
    stopScan: "Thôi quét",
    camera: "Hình từ máy ảnh, để đọc mã QR",
    noCamera: "Không mở được máy ảnh. Xin gõ mã in dưới hình, hoặc tìm theo tên.",
    results: "Người tìm thấy",
    nothing: "Không có ai khớp. Nếu người này không có giấy mời, xin ghi ở mục dưới.",
    insteadOf: (name: string) => `đi thay ${name}`,
    unasked: "không có giấy mời",
    paper: (no: string) => `giấy tờ đã khai: ${no}`,
    replies: {
      coming: "báo sẽ dự",
      substitute: "cử người thay",
      declined: "báo không dự",
      waiting: "chưa trả lời",
    },
    checkIn: "Đã đến",
    undo: "Ghi nhầm, bỏ",
    in: (at: string, by: string) => `Đã đến lúc ${at}, ${by} ghi`,
    taken: (name: string) => `Đã ghi ${name}.`,
    already: (name: string, at: string, by: string) =>
      `${name} đã được ghi trước đó: lúc ${at}, ${by} ghi. Vẫn chỉ tính một người.`,
    undone: (name: string) => `Đã bỏ lượt ghi của ${name}.`,
    walkIn: "Người đến không có giấy mời",
    walkInLead:
      "Chỉ ghi tên, cơ quan báo chí, loại giấy tờ đã xem, và thư điện tử nếu họ muốn nhận câu trả lời. Không chụp, không sao giấy tờ.",
    name: "Họ và tên",
    outlet: "Cơ quan báo chí",
    seen: "Giấy tờ đã xem",
    notSeen: "Chưa xem giấy tờ nào",
    email: "Thư điện tử",
    emailHint: "Chỉ để gửi câu trả lời cho câu hỏi còn để ngỏ trong cuộc họp này.",
    add: "Ghi người này",
    back: "Về trang cuộc họp",
    list: "Danh sách người đến",
    state: "Tình trạng máy này",
    script: {
      online: "Đang nối mạng.",
      ready: "Sẵn sàng: mất mạng vẫn ghi được.",
      offline: "Mất mạng. Vẫn ghi bình thường; máy sẽ gửi khi có mạng lại.",
      waiting: "{n} lượt chờ gửi",
      waitingOthers: "{n} lượt của người khác trên máy này chờ chính người đó đăng nhập lại.",
      nothing: "Không còn gì chờ gửi",
      signedOut: "Phiên làm việc đã hết. Các lượt đã ghi vẫn giữ trên máy này:",
      signIn: "đăng nhập lại để gửi",
      over: "Cuộc họp đã xong: danh sách khách đã được xóa khỏi máy này.",
      in: "Đã đến lúc {at}, {by} ghi",
      here: "máy này",
      pending: "Đã đến lúc {at}, chờ gửi",
      taken: "Đã ghi {name}.",
      already: "{name} đã được ghi trước đó: lúc {at}, {by} ghi. Vẫn chỉ tính một người.",
      undone: "Đã bỏ lượt ghi của {name}.",
      refused: "Chưa ghi được {name}: {why}",
      unknown: "Không có ai được mời với mã {code}.",
      failed: "Máy chủ không nhận lượt ghi. Các lượt vẫn được giữ trên máy này.",
      unsent:
        "Còn {n} lượt chưa gửi được. Đăng xuất bây giờ sẽ xóa chúng khỏi máy này. Vẫn đăng xuất?",
    },
  },
  list: {
    lead: "Chỉ ghi ai đã có mặt, không gì khác. Trang công khai chỉ nêu số người theo cơ quan báo chí.",
    who: "Người đến",
    outlet: "Cơ quan báo chí",
    noOutlet: "Không ghi cơ quan",
    seen: (paper: string) => `đã xem ${paper.toLowerCase()}`,
    at: "Lúc (giờ máy chủ)",
    said: (at: string) => `máy ghi: ${at}`,
    by: "Người ghi",
    walkedIn: "không có giấy mời",
    empty: "Chưa có ai đến",
    emptyLead: "Khi có người được ghi ở cửa, tên sẽ hiện ở đây.",
    byOutlet: "Theo cơ quan báo chí",
    people: "Số người",
    undo: "Bỏ",
    badges: "In thẻ đeo",
    door: "Đón khách",
  },
  site: { title: "Báo chí đã dự" },
  badges: {
    title: "Thẻ đeo",
    lead: "In trên giấy A4, cắt theo đường kẻ. Mã trên thẻ chỉ dùng để vào cửa.",
    print: "In bằng lệnh in của trình duyệt (Ctrl+P).",
    who: { coming: "Người báo sẽ dự", all: "Mọi người được mời" },
    which: "In cho ai",
    nobody: "Chưa có ai để in thẻ",
    nobodyLead: "Thẻ được in cho người đã trả lời sẽ dự, hoặc cho mọi người được mời.",
    guest: "Báo chí",
    count: (people: number) => `${number(people)} thẻ`,
  },
};
