const hours = (n: number) => (n % 24 === 0 ? `${n / 24} ngày` : `${n} giờ`);

interface Told {
  subject: string;
  rule: string | null;
  name?: string | null;
  letters?: number;
}

const RULES: Record<string, string> = {
  reminder: "thư nhắc",
  "last-reminder": "thư nhắc lần cuối",
  decision: "thư hỏi người chưa trả lời",
  thanks: "thư cảm ơn, tư liệu",
};

const which = ({ rule, name }: Told) =>
  [rule ? (RULES[rule] ?? rule) : "mọi thư nhắc", name && `cho ${name}`].filter(Boolean).join(" ");

/** What the log says of reminders. */
export const reminderActs = {
  "reminders.sent": (told: Told) =>
    `Lập ${told.letters} ${which(told)} của cuộc họp “${told.subject}”.`,
  "reminders.stopped": (told: Told) => `Dừng ${which(told)} của cuộc họp “${told.subject}”.`,
  "reminders.resumed": (told: Told) => `Cho gửi lại ${which(told)} của cuộc họp “${told.subject}”.`,
  "reminder-rules.set": ({ kind, scope }: { kind: string; scope: string }) =>
    `Đặt quy tắc nhắc lịch cho ${KINDS[kind] ?? kind} (${SCOPES[scope] ?? scope}).`,
  "reminder-rules.ended": ({ kind, scope }: { kind: string; scope: string }) =>
    `Bỏ quy tắc nhắc lịch riêng cho ${KINDS[kind] ?? kind} (${SCOPES[scope] ?? scope}).`,
};

const KINDS: Record<string, string> = {
  press_conference: "họp báo",
  press_coordination: "giao ban báo chí",
  press_gathering: "họp mặt báo chí",
  media_visit: "chuyến đi thực tế",
  training: "tập huấn",
  review: "tổng kết",
};
const SCOPES: Record<string, string> = {
  national: "cả nước",
  province: "toàn tỉnh",
  agency: "riêng cơ quan",
};

export const reminders = {
  title: "Thư nhắc và cảm ơn",
  lead: "Thư nào sẽ tự gửi, lúc nào, cho ai; thư nào đã gửi; thư nào không gửi và vì sao.",
  allLead:
    "Các cuộc họp thuộc phạm vi của bạn có thư nhắc sắp gửi hoặc vừa gửi trong hai tuần qua.",
  all: "Mọi thư nhắc",
  ofMeeting: "Thư nhắc, cảm ơn",
  rulesLink: "Quy tắc nhắc",
  kinds: {
    reminder: "Nhắc người nhận lời",
    "last-reminder": "Nhắc lần cuối",
    decision: "Hỏi người chưa trả lời",
    thanks: "Cảm ơn, gửi tư liệu",
  },
  whom: {
    reminder: "Người đã nhận lời, kể cả còn phân vân.",
    "last-reminder": "Người đã nhận lời, kể cả còn phân vân.",
    decision: "Người chưa trả lời.",
    thanks: "Người đã đến (nếu không điểm danh: người đã nhận lời).",
  },
  unsubscribedNote:
    "Người đã ngừng nhận giấy mời mới mà vẫn nhận lời cuộc họp này thì vẫn được nhắc; họ không nhận thư cảm ơn.",
  will: (when: string, people: string) => `Sẽ gửi ${when} cho ${people}.`,
  people: (n: string) => `${n} người`,
  held: (when: string, people: string) =>
    `Đã đến lượt, nhưng đang trong giờ yên lặng: sẽ gửi từ ${when} cho ${people}.`,
  due: (people: string) => `Đến giờ gửi: ${people} đang được lập thư.`,
  willToNobody: (when: string) => `Sẽ gửi ${when} cho ai thuộc diện nhận lúc đó; hiện chưa có ai.`,
  duePast: (when: string) => `Đã lập thư khi đến giờ gửi (${when}).`,
  dueToNobody: (when: string) => `Đã đến giờ gửi (${when}) mà không ai thuộc diện nhận.`,
  noCounts: "Chưa có ai",
  missed: (when: string) => `Giờ gửi (${when}) đã qua và không còn ích gì nữa.`,
  beforeStart: (n: number) => `${hours(n)} trước giờ họp`,
  beforeAnswerBy: (n: number) => `${hours(n)} trước hạn trả lời`,
  beforeStartAsNoDeadline: (n: number) =>
    `${hours(n)} trước giờ họp (cuộc họp không đặt hạn trả lời)`,
  afterwards: "khi cuộc họp đã tổ chức và có tư liệu công khai",
  moved: (counted: string, from: string, until: string) =>
    `Tính theo quy tắc là ${counted}, rơi vào giờ yên lặng ${from}–${until}, nên chuyển sang giờ trên.`,
  counts: {
    meant: (n: string) => `${n} người sẽ nhận`,
    onTheWay: (n: string) => `${n} thư chờ gửi`,
    sent: (n: string) => `${n} thư đã gửi`,
    refused: (n: string) => `${n} thư không gửi được`,
    skipped: (n: string) => `${n} thư không cần gửi nữa`,
  },
  whyNotSent: {
    off: "Quy tắc của cơ quan không có thư này.",
    "not-expected": "Cuộc họp chưa công bố, đang hoãn hoặc đã hủy nên không nhắc.",
    "not-held": "Chờ ghi nhận cuộc họp đã tổ chức.",
    "not-published": "Chưa có tư liệu công khai (biên bản, tài liệu, video, bài báo) nên chưa gửi.",
    quiet: "Không gửi: rơi vào giờ yên lặng, còn gửi trước đó thì quá sớm để có ích.",
    "changed-since":
      "Không gửi: giờ gửi đã qua khi cuộc họp được công bố hoặc thay đổi; thư mời hoặc thư báo thay đổi đã nói thay.",
    "rule-newer": "Không gửi: giờ gửi đã qua khi quy tắc này được đặt.",
    stopped: "Cán bộ đã dừng.",
  },
  whyNotTo: {
    declined: "Không dự",
    silent: "Chưa trả lời",
    answered: "Đã trả lời",
    unsubscribed: "Đã ngừng nhận giấy mời",
    "told-since": "Vừa được mời hoặc vừa trả lời sau giờ gửi",
    absent: "Không đến",
    "dead-address": "Địa chỉ không còn dùng được",
    stopped: "Đã dừng với người này",
  },
  willGet: "Sẽ nhận",
  wouldGet: "Thuộc diện nhận",
  columns: {
    who: "Người được mời",
    answer: "Trả lời",
    state: "Thư này",
    letter: "Xem thư",
    stop: "Dừng",
  },
  meeting: "Cuộc họp",
  what: "Thư",
  when: "Lúc gửi",
  howMany: "Số người, số thư",
  chosen: (rule: string) => `${rule}: từng người`,
  preview: "Xem thư",
  previewTitle: (rule: string) => `Xem trước: ${rule}`,
  previewLead:
    "Đúng bức thư người này sẽ nhận nếu gửi ngay bây giờ. Chưa có gì được gửi; liên kết trong thư không dùng được.",
  noCalendar: "Thư nhắc không kèm tệp lịch: lịch của người nhận giữ nguyên.",
  stop: "Dừng",
  resume: "Cho gửi lại",
  stopAll: "Dừng mọi thư nhắc của cuộc họp",
  resumeAll: "Cho gửi lại thư nhắc của cuộc họp",
  allStopped: "Mọi thư nhắc của cuộc họp này đã dừng.",
  stopped: (n: number) =>
    n > 0
      ? `Đã dừng; rút lại ${n} thư còn chờ gửi.`
      : "Đã dừng. Thư đã gửi thì không thu lại được.",
  resumed: "Đã cho gửi lại.",
  nothingStopped: "Không có gì đang dừng ở đây.",
  nobody: "Chưa mời ai nên chưa có thư nhắc nào.",
  empty: "Không có thư nhắc nào sắp gửi.",
  emptyLead: "Khi có người được mời dự một cuộc họp đã công bố, thư nhắc sẽ hiện ở đây.",
  noSet: "Chưa có quy tắc nhắc lịch cho loại cuộc họp này.",
  answerBy: {
    problems: {
      "answer-by-past": "Hạn trả lời phải ở phía trước.",
      "answer-by-late": "Hạn trả lời phải trước giờ bắt đầu.",
    },
    title: "Hạn trả lời giấy mời",
    none: "Cuộc họp không đặt hạn trả lời; người chưa trả lời được hỏi theo giờ họp.",
    is: (when: string) =>
      `Đề nghị trả lời trước ${when}. Sau hạn, câu trả lời vẫn được nhận đến giờ họp.`,
    set: (when: string) => `Đặt hạn ${when}`,
    suggestion: "Gợi ý: 16 giờ ngày làm việc liền trước.",
    done: "Đã đặt hạn trả lời. Thư đã gửi không đổi; thư nhắc sẽ ghi hạn mới.",
    past: (when: string) =>
      `Hạn trả lời (${when}) đã qua. Câu trả lời vẫn được nhận đến giờ bắt đầu, nhưng chỗ ngồi có thể đã được xếp.`,
    until: (when: string) => `Xin trả lời trước ${when}.`,
    series: "Hạn trả lời mỗi cuộc là 16 giờ ngày làm việc liền trước",
  },
  rules: {
    title: "Quy tắc nhắc lịch",
    lead: "Quy tắc nội bộ cho từng loại cuộc họp; quy tắc của cơ quan đứng trước quy tắc của tỉnh, rồi mới đến mức chung. Ô để trống là không gửi thư đó.",
    scope: "Áp dụng cho",
    scopes: {
      agency: "Riêng cơ quan này",
      province: "Mọi cơ quan trong tỉnh",
      national: "Cả nước",
    },
    holds: {
      agency: "Đang theo quy tắc riêng của cơ quan",
      province: "Đang theo quy tắc của tỉnh",
      national: "Đang theo mức chung",
    },
    reminderHours: "Nhắc người nhận lời, trước giờ họp (giờ)",
    lastHours: "Nhắc lần cuối, trước giờ họp (giờ)",
    decisionHours: "Hỏi người chưa trả lời, trước hạn trả lời (giờ)",
    hoursHint: "72 giờ là 3 ngày. Để trống: không gửi.",
    thanks: "Sau cuộc họp, gửi lời cảm ơn và tư liệu khi đã có gì công khai",
    quiet: "Giờ yên lặng",
    quietHint:
      "Theo giờ của cuộc họp. Thư rơi vào khoảng này được gửi sớm hơn, ngay trước khi bắt đầu; hai giờ bằng nhau là không có giờ yên lặng.",
    quietFrom: "Từ",
    quietUntil: "Đến",
    answerTime: "Giờ gợi ý của hạn trả lời (ngày làm việc liền trước)",
    save: "Lưu quy tắc",
    saved: (kind: string) =>
      `Đã lưu quy tắc nhắc lịch cho ${kind.toLowerCase()}. Thư đã gửi không đổi.`,
    end: "Bỏ quy tắc riêng",
    ended: (kind: string) => `Đã bỏ quy tắc riêng cho ${kind.toLowerCase()}.`,
    none: "Không có quy tắc riêng để bỏ.",
    edit: "Sửa quy tắc",
    editTitle: (kind: string) => `Quy tắc nhắc lịch: ${kind.toLowerCase()}`,
    kind: "Loại cuộc họp",
    never: "không gửi",
    source: "Nguồn",
    hours,
    yes: "có",
    quietSpan: (from: string, until: string) => (from === until ? "không có" : `${from}–${until}`),
    readOnly: "Bạn xem được quy tắc này; việc đặt thuộc về cơ quan cấp trên.",
    head: {
      reminder: "Nhắc",
      last: "Lần cuối",
      decision: "Hỏi người chưa trả lời",
      thanks: "Cảm ơn",
      quiet: "Giờ yên lặng",
    },
  },
  letters: {
    subject: {
      reminder: (title: string, time: string) => `[Nhắc lịch] ${title} - ${time}`,
      "last-reminder": (title: string, time: string) => `[Nhắc lịch, lần cuối] ${title} - ${time}`,
      decision: (title: string, time: string) => `[Xin trả lời giấy mời] ${title} - ${time}`,
      thanks: (title: string, _time: string) => `[Cảm ơn, tư liệu] ${title}`,
    },
    heading: {
      reminder: "Nhắc lịch",
      "last-reminder": "Nhắc lịch lần cuối",
      decision: "Xin trả lời giấy mời",
      thanks: "Cảm ơn và tư liệu",
    },
    lead: {
      reminder: (agency: string, kind: string) =>
        `${agency} xin nhắc ông/bà về cuộc ${kind.toLowerCase()} sắp tới:`,
      "last-reminder": (agency: string, kind: string) =>
        `${agency} xin nhắc ông/bà: cuộc ${kind.toLowerCase()} sắp bắt đầu:`,
      decision: (agency: string, kind: string) =>
        `${agency} chưa nhận được câu trả lời của ông/bà về cuộc ${kind.toLowerCase()} sau đây:`,
      thanks: (agency: string, kind: string) =>
        `${agency} trân trọng cảm ơn ông/bà đã quan tâm, tham dự cuộc ${kind.toLowerCase()}. Tư liệu của cuộc họp đã được đăng công khai:`,
    },
    materials: "Tư liệu, biên bản, video (nếu có)",
    answered: (reply: string, substitute: string | null) =>
      `Câu trả lời hiện nay của ông/bà: ${reply}${substitute ? `: ${substitute}` : ""}.`,
    noAnswerYet: "Ông/bà chưa trả lời giấy mời này.",
    waiting: "Ông/bà đang trong danh sách chờ và chưa có chỗ; khi có chỗ, cơ quan sẽ gửi thư ngay.",
    undecided: "Ông/bà đang để ngỏ; xin quyết định giúp để cơ quan xếp chỗ.",
    action: {
      reminder: "Nếu có thay đổi, xin đổi câu trả lời tại liên kết sau:",
      "last-reminder": "Nếu không đến được nữa, xin cho biết tại liên kết sau:",
      decision:
        "Xin trả lời (tham dự, không tham dự hoặc cử người khác) tại liên kết sau; không cần tài khoản:",
      thanks: "",
    },
    closing: {
      reminder: "Rất mong được đón tiếp ông/bà./.",
      "last-reminder": "Rất mong được đón tiếp ông/bà./.",
      decision: "Xin cảm ơn ông/bà./.",
      thanks: "Trân trọng cảm ơn ông/bà./.",
    },
  },
};
