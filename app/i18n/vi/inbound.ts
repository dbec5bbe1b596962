import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

const REPLIES: Record<string, string> = {
  coming: "sẽ tham dự",
  tentative: "chưa chắc tham dự",
  declined: "không tham dự",
};

const OUTCOMES: Record<string, string> = {
  applied: "đã ghi nhận",
  older: "cho bản giấy mời cũ, phải trả lời lại",
  overtaken: "ra đời trước câu trả lời đang có, không thay",
  "too-late": "đến quá muộn",
};

/** What the log says of mail that came in. */
export const inboundActs = {
  "answer.by-calendar": ({
    name,
    reply,
    trust,
    outcome,
  }: {
    name: string;
    reply: string;
    trust: string;
    outcome: string;
  }) =>
    `Lịch của nhà báo ${name} trả lời: ${REPLIES[reply] ?? reply} (${OUTCOMES[outcome] ?? outcome}${trust === "other_address" ? "; gửi từ địa chỉ khác" : ""}).`,
  "letter.returned": ({ name, to, words }: { name: string; to: string; words: string }) =>
    `Thư gửi ${name} (${to}) bị trả lại: ${words}`,
  "inbound.taken": ({ name, reply }: { name: string; reply: string }) =>
    `Nhận một thư đến làm câu trả lời của nhà báo ${name}: ${REPLIES[reply] ?? reply}.`,
  "inbound.asked": ({ number }: { number: string }) =>
    `Nhận một thư đến làm câu hỏi báo chí số ${number}.`,
  "inbound.dismissed": ({ from, reason }: { from: string; reason: string }) =>
    `Xem xong thư đến của ${from}: ${reason}`,
};

export const inbound = {
  title: "Thư đến",
  lead: "Câu trả lời do lịch của nhà báo gửi, câu hỏi gửi tới hộp thư của cơ quan, thư bị trả lại và những gì máy không tự quyết. Hệ thống không bao giờ tự trả lời các thư này.",
  shelves: {
    open: "Cần xem",
    answers: "Trả lời",
    queries: "Câu hỏi",
    returned: "Thư bị trả lại",
    rest: "Thư khác",
  },
  empty: {
    open: "Không có thư nào cần xem.",
    answers: "Chưa có câu trả lời nào đến bằng thư.",
    queries: "Chưa có câu hỏi báo chí nào đến bằng thư.",
    returned: "Chưa có thư nào bị trả lại.",
    rest: "Không có thư nào khác.",
  },
  noSubject: "(không có tiêu đề)",
  noSender: "(không rõ người gửi)",
  one: "Thư",
  to: "Gửi đến",
  about: "Về việc",
  received: "Nhận lúc",
  result: "Kết quả",
  unattributed: "Chưa rõ thuộc cuộc họp nào",
  outcomes: {
    applied: "Đã ghi nhận",
    older: "Cho bản cũ, hỏi lại",
    overtaken: "Đã có câu trả lời mới hơn",
    "too-late": "Đến quá muộn",
    "not-delivered": "Thư không tới",
    delayed: "Thư đang chậm",
    delivered: "Thư đã tới",
    unsubscribed: "Đã ngừng nhận giấy mời",
    asked: "Thành câu hỏi báo chí",
    review: "Cần người xem",
    ignored: "Không phải câu trả lời",
  },
  kinds: {
    answer: "Trả lời từ lịch",
    bounce: "Máy chủ thư báo",
    unsubscription: "Xin ngừng nhận giấy mời",
    query: "Câu hỏi báo chí",
    other: "Thư khác",
  },
  reasons: {
    "too-large": "Thư quá lớn nên máy không đọc.",
    "too-tangled": "Thư có cấu trúc bất thường (quá nhiều phần, quá nhiều tầng) nên máy không đọc.",
    unreadable: "Tệp lịch kèm theo không đọc được.",
    letter: "Có người viết thư thường tới địa chỉ dành cho câu trả lời của lịch.",
    winmail: "Thư được Outlook gói riêng (winmail.dat), máy không mở được.",
    "no-token": "Thư gửi tới địa chỉ chung, không mang mã của giấy mời nào.",
    "unknown-token": "Mã trong địa chỉ nhận không thuộc giấy mời nào.",
    "unknown-event": "Mục lịch được trả lời không phải của cơ quan.",
    "other-invitation":
      "Địa chỉ nhận thuộc giấy mời này, nhưng mục lịch lại thuộc giấy mời của người khác.",
    "several-events": "Thư trả lời cho nhiều mục lịch cùng lúc.",
    "other-date": "Thư trả lời cho một ngày khác với ngày của cuộc họp.",
    "no-method": "Tệp lịch không nói rõ là câu trả lời.",
    counter: "Nhà báo đề nghị một giờ khác.",
    refresh: "Lịch của nhà báo xin gửi lại giấy mời.",
    "no-attendee": "Câu trả lời không ghi của ai.",
    "other-attendee": "Câu trả lời là của một người khác với người được mời.",
    delegated: "Nhà báo muốn cử người khác dự thay.",
    "unknown-answer": "Câu trả lời không rõ là có hay không.",
    "future-version": "Câu trả lời nói về một bản giấy mời chưa từng gửi.",
    "no-room": "Không còn đủ chỗ cho số người đã đăng ký.",
    "unknown-bounce": "Thư bị trả lại, nhưng chưa rõ là thư nào hoặc vì sao.",
    reply: "Thư trả lời một thư của cơ quan, gửi về hộp thư của cơ quan.",
    "no-question":
      "Thư gửi hộp thư của cơ quan, nhưng máy không thấy câu hỏi của một người gửi rõ ràng.",
    "several-agencies": "Thư gửi một hộp thư chung của nhiều cơ quan, chưa rõ hỏi cơ quan nào.",
    "too-long": "Thư dài hơn một câu hỏi thường lệ, xin đọc trước khi nhận.",
    "too-many": "Trong một ngày đã có quá nhiều câu hỏi của người gửi này, hoặc của người lạ.",
    failed: "Hệ thống gặp lỗi khi xử lý thư này.",
    "auto-reply": "Thư trả lời tự động (vắng mặt), không phải câu trả lời.",
    notice: "Lời báo của chương trình lịch; câu trả lời đến trong một thư khác.",
    "method-mismatch": "Phần đầu thư và tệp lịch nói hai điều khác nhau.",
    "not-an-answer": "Tệp lịch kèm theo không phải là câu trả lời.",
    undecided: "Người nhận chưa chọn câu trả lời.",
    cancelled: "Cuộc họp đã bị hủy khi thư đến.",
    postponed: "Cuộc họp đang hoãn khi thư đến.",
    begun: "Cuộc họp đã bắt đầu khi thư đến.",
    differs:
      "Thư ghi giờ sớm hơn câu trả lời đang có, mà nội dung lại khác: có thể đồng hồ máy gửi chạy chậm.",
  },
  trusts: {
    verified: "đúng người, máy chủ thư đã xác thực",
    matched: "đúng mã giấy mời",
    other_address: "từ địa chỉ khác",
  },
  replies: { coming: "Tham dự", tentative: "Chưa chắc", declined: "Không tham dự" },
  byCalendar: "trả lời qua lịch",
  flagged: "Người gửi không phải địa chỉ được mời: câu trả lời đã ghi, xin kiểm tra lại.",
  mail: {
    facts: "Thư này",
    answer: "Câu trả lời",
    version: "Bản giấy mời",
    versionOf: (n: number) => `bản ${number(n + 1)}`,
    trust: "Mức tin cậy",
    server: "Máy chủ thư nói",
    size: "Dung lượng",
    octets: (n: number) => `${number(n)} byte`,
    text: "Nội dung thư",
    noText: "Thư không có phần chữ.",
    calendar: "Tệp lịch kèm theo",
    showCalendar: "Xem tệp lịch nguyên văn",
    headers: "Phần đầu thư",
    showHeaders: (n: number) => `Xem ${number(n)} dòng đầu thư`,
    unread: "Máy không đọc thư này; chỉ tải về để xem bằng công cụ an toàn.",
    gone: "Nguyên văn thư đã được xóa sau thời hạn lưu.",
    download: "Tải thư (.eml)",
    stranger:
      "Mọi chữ dưới đây do người ngoài viết, hiển thị nguyên văn, không liên kết nào bấm được.",
    take: "Nhận làm câu trả lời",
    dismiss: "Đã xem, không cần làm gì",
    settled: {
      taken: (who: string) => `${who} đã nhận làm câu trả lời`,
      asked: (who: string) => `${who} đã nhận làm câu hỏi báo chí`,
      dismissed: (who: string) => `${who} đã xem xong`,
    },
  },
  take: {
    title: "Nhận làm câu trả lời",
    lead: "Chọn giấy mời và ghi câu trả lời đúng như người gửi muốn nói.",
    whose: "Giấy mời của",
    search: "Tìm theo tên, thư điện tử hoặc cơ quan báo chí",
    find: "Tìm",
    nobody: "Không thấy giấy mời nào còn trả lời được. Hãy tìm theo tên nhà báo.",
    reply: "Câu trả lời",
    submit: "Ghi câu trả lời",
    done: (name: string) => `Đã ghi câu trả lời của ${name}.`,
    problems: {
      settled: "Thư này đã có người xử lý.",
      unknown: "Không tìm thấy giấy mời này trong phạm vi của bạn.",
      refused: "Không ghi được câu trả lời này, xin xem lại giấy mời.",
    },
  },
  dismissal: {
    title: "Xem xong thư này",
    lead: "Thư vẫn được lưu cùng lý do; không ai nhận được thư trả lời.",
    reason: "Lý do",
    hint: "Ví dụ: đã gọi điện, nhà báo không định trả lời.",
    submit: "Đã xem xong",
    done: "Đã ghi là xem xong.",
  },
  notReached: {
    title: "Thư không tới: xin gọi điện",
    lead: "Những người này chưa nhận được thư. Hãy gọi điện, rồi ghi câu trả lời qua điện thoại.",
    noPhone: "chưa có số điện thoại",
    more: (n: number) => `và ${number(n)} người nữa`,
    call: (name: string) => `Gọi ${name}`,
  },
  untold: {
    title: "Nhận lời khi đã hết chỗ: xin gọi điện",
    lead: "Những người này bấm nhận lời trong lịch khi đã hết chỗ. Họ đang chờ mà chưa biết, vì thư đến không bao giờ được trả lời tự động. Hãy gọi điện, rồi ghi câu trả lời qua điện thoại.",
  },
  late: {
    title: "Trả lời đến muộn hoặc cần xem",
    count: (n: number) => `${number(n)} thư đến cần xem`,
    see: "Xem thư đến",
  },
};
