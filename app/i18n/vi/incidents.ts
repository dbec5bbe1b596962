import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

interface Titled {
  title: string;
}

const FIELDS: Record<string, string> = {
  title: "tên sự việc",
  known: "thông tin đã biết",
  kind: "loại",
  level: "mức độ",
  clause: "trường hợp theo Điều 7",
  occurredAt: "lúc xảy ra",
  receivedAt: "lúc tiếp nhận, xử lý",
  determinedAt: "lúc xác định có tác động",
  leadBody: "cơ quan chủ trì",
  outlet: "cơ quan báo chí",
  note: "ghi chú",
};

/** What the log says of incidents, scenarios and statements. */
export const incidentActs = {
  "incident.opened": ({ title, clause }: Titled & { clause: string }) =>
    `Mở sự việc “${title}” (khoản ${clause.slice(2)} Điều 7).`,
  "incident.changed": ({ title, changed }: Titled & { changed: string[] }) =>
    `Sửa sự việc “${title}”: ${changed.map((key) => FIELDS[key] ?? key).join(", ")}.`,
  "incident.closed": ({ title, reason }: Titled & { reason: string }) =>
    `Kết thúc sự việc “${title}”: ${reason}`,
  "incident.moved": ({ title, from, to }: Titled & { from: string; to: string }) =>
    `Chuyển sự việc “${title}” từ ${from} sang ${to}.`,
  "scenario.written": ({ title }: Titled) => `Soạn phương án “${title}”.`,
  "scenario.changed": ({ title }: Titled) => `Sửa phương án “${title}”.`,
  "scenario.archived": ({ title }: Titled) => `Cất phương án “${title}”.`,
  "statement.drafted": ({ title }: Titled) => `Soạn thông tin “${title}”.`,
  "statement.changed": ({ title }: Titled) => `Sửa bản soạn “${title}”; phải duyệt lại.`,
  "statement.approved": ({ title, approver }: Titled & { approver: string }) =>
    `${approver} duyệt “${title}”.`,
  "statement.withdrawn": ({ title }: Titled) => `Bỏ bản soạn “${title}”.`,
  "statement.published": ({
    title,
    letters,
    outlets,
  }: Titled & { letters: number; outlets: number }) =>
    letters > 0
      ? `Công bố “${title}” và gửi cùng lúc ${number(letters)} thư tới ${number(outlets)} cơ quan báo chí.`
      : `Công bố “${title}”, không gửi thư.`,
};

/** What the pages about incidents and prepared scenarios say. */
export const incidents = {
  title: "Sự việc đột xuất",
  lead: "Thông tin ban đầu cho báo chí trong thời hạn luật định: đồng hồ, phát ngôn, và gửi cùng lúc tới mọi cơ quan báo chí.",
  open: "Mở sự việc",
  agency: "Cơ quan",
  kinds: {
    flood: "Lũ lụt, thiên tai",
    fire: "Cháy, nổ",
    food_poisoning: "Ngộ độc thực phẩm",
    traffic: "Tai nạn giao thông",
    epidemic: "Dịch bệnh",
    environment: "Môi trường",
    public_order: "An ninh trật tự",
    other: "Việc khác",
  },
  levels: { limited: "Phạm vi hẹp", serious: "Nghiêm trọng", grave: "Đặc biệt nghiêm trọng" },
  clauses: {
    "7.1": "Khoản 1: sự cố mang tính quốc gia",
    "7.2": "Khoản 2: liên quan từ 02 bộ, ngành, tỉnh trở lên",
    "7.3": "Khoản 3: sự kiện có tác động lớn trong xã hội, thuộc phạm vi quản lý",
    "7.4": "Khoản 4: dư luận có nhiều ý kiến không thống nhất",
    "7.5": "Khoản 5: báo chí hoặc cơ quan quản lý báo chí yêu cầu",
    "7.6": "Khoản 6: có căn cứ là báo chí đăng sai sự thật",
  },
  clauseSays: {
    "7.1":
      "Chỉ Thủ tướng Chính phủ hoặc người phát ngôn của Chính phủ phát ngôn. Cơ quan không công bố từ đây mà báo cáo ngay lên cấp trên.",
    "7.2":
      "Người phát ngôn của cơ quan được giao chủ trì thống nhất nội dung với các cơ quan liên quan trước khi phát ngôn.",
    "7.3": "Phải thông tin ban đầu cho báo chí, tính từ lúc cơ quan tiếp nhận và xử lý vụ việc.",
    "7.4":
      "Phải thông tin ban đầu cho báo chí, tính từ lúc cơ quan xác định vụ việc có tác động hoặc nguy cơ tác động đến dư luận.",
    "7.5": "Trả lời theo yêu cầu; luật không định số giờ.",
    "7.6": "Người phát ngôn phản hồi bằng văn bản, nêu rõ căn cứ, yêu cầu cải chính, xin lỗi.",
  },
  outcomes: {
    on_time: "Đã thông tin đúng hạn",
    late: "Đã thông tin, trễ hạn",
    answered: "Đã thông tin",
    running: "Đang trong thời hạn",
    overdue: "Quá hạn, chưa thông tin",
    unanswered: "Chưa thông tin",
  },
  problems: {
    "in-the-future": "Lúc này còn ở phía trước. Chỉ ghi điều đã xảy ra.",
    "out-of-order":
      "Không thể sớm hơn mốc đứng trước: xảy ra, rồi tiếp nhận, rồi xác định có tác động.",
    required: "Xin điền mục này.",
    instants: "Các mốc thời gian chưa hợp lý: có mốc ở phía trước hoặc sai thứ tự.",
    "is-closed": "Sự việc đã kết thúc nên không sửa được nữa.",
    "has-statement": "Đã công bố thông tin về sự việc này nên không thể chuyển sang khoản 1.",
  },
  fields: {
    title: "Tên sự việc",
    titleHint: "Một dòng, như sẽ nói với báo chí: Cháy kho hàng ở khóm 3.",
    known: "Điều đã biết",
    knownHint: "Điều đã kiểm chứng. Đưa sẵn vào bản thông tin ban đầu.",
    kind: "Loại sự việc",
    level: "Mức độ",
    clause: "Trường hợp (Điều 7 Nghị định 244/2026/NĐ-CP)",
    occurredAt: "Xảy ra lúc",
    receivedAt: "Tiếp nhận, xử lý lúc",
    determinedAt: "Xác định có tác động lúc",
    instants: "Ba mốc thời gian",
    instantsHint: "Ghi mốc nào đã rõ; mốc khác ghi sau. Đồng hồ tính từ mốc mà luật định.",
    leadBody: "Cơ quan được giao chủ trì",
    leadBodyHint: "Chỉ với khoản 2.",
    outlet: "Cơ quan báo chí",
    outletHint: "Khoản 5: cơ quan hỏi. Khoản 6: cơ quan đã đăng.",
    note: "Ghi chú",
    noteHint: "Khoản 6: bài nào, sai ở đâu, căn cứ. Không ghi nhận xét về cá nhân.",
    optional: "Thêm chi tiết",
  },
  list: {
    shelves: { open: "Đang mở", closed: "Đã kết thúc" },
    label: "Các nhóm sự việc",
    empty: {
      open: "Không có sự việc nào đang mở",
      closed: "Chưa có sự việc nào kết thúc",
    },
    emptyLead: "Khi có việc, mở sự việc để có đồng hồ, mẫu thông tin và danh sách báo chí.",
    incident: "Sự việc",
    clause: "Trường hợp",
    clock: "Thời hạn",
    state: "Tình trạng",
    toDo: "Sự việc đang mở",
  },
  form: {
    newTitle: "Mở sự việc",
    newLead: "Ghi điều đã biết, đủ để bắt đầu. Mọi mục đều sửa được sau.",
    submit: "Mở và soạn thông tin",
    opened: "Đã mở sự việc.",
    editTitle: "Sửa sự việc",
    save: "Lưu",
    saved: "Đã lưu sự việc.",
    unchanged: "Không có gì thay đổi.",
  },
  room: {
    facts: "Sự việc",
    clock: "Thời hạn thông tin ban đầu",
    waiting: {
      occurred: "Đồng hồ tính từ lúc xảy ra. Xin ghi mốc này.",
      received: "Đồng hồ tính từ lúc cơ quan tiếp nhận, xử lý. Xin ghi mốc này khi có.",
      determined: "Đồng hồ tính từ lúc xác định có tác động. Xin ghi mốc này khi có.",
    },
    from: {
      occurred: "Tính từ lúc xảy ra",
      received: "Tính từ lúc tiếp nhận, xử lý",
      determined: "Tính từ lúc xác định có tác động",
    },
    noClock: "Trường hợp này luật không định số giờ.",
    timeline: "Diễn biến",
    events: {
      occurred: "Xảy ra",
      received: "Cơ quan tiếp nhận, xử lý",
      determined: "Xác định có tác động đến dư luận",
    },
    statements: "Thông tin đã soạn và công bố",
    noStatement: "Chưa soạn thông tin nào.",
    write: "Soạn thông tin ban đầu",
    writeNext: "Soạn thông tin tiếp theo",
    nextUpdate: "Đã hẹn cập nhật lúc",
    nextUpdateOver: "Đã quá giờ hẹn cập nhật",
    meetings: "Cuộc họp về sự việc này",
    noMeeting: "Chưa có cuộc họp nào.",
    callPress: "Mời họp báo ngay",
    edit: "Sửa",
    close: "Kết thúc sự việc",
    closed: (when: string, reason: string) => `Kết thúc lúc ${when}: ${reason}`,
    history: "Nhật ký của sự việc",
    referUp: "Không thuộc thẩm quyền phát ngôn của cơ quan: báo cáo lên cấp trên",
    referTo: "Báo cáo",
    referNational:
      "Văn phòng Chính phủ, để Thủ tướng Chính phủ hoặc người phát ngôn của Chính phủ phát ngôn.",
    referNext: (agency: string) => `Báo cáo ${agency} để chuyển lên Chính phủ.`,
    nobodyThere: "Chưa có người phát ngôn trong sổ; gọi văn phòng cơ quan này.",
    feedback:
      "Phản hồi bằng văn bản tới cơ quan báo chí, nêu căn cứ và yêu cầu cải chính, xin lỗi. Ghi bài đăng và căn cứ ở mục ghi chú.",
    lead: "Cơ quan chủ trì",
    outlet: "Cơ quan báo chí",
    kind: "Loại, mức độ",
    note: "Ghi chú",
    opened: "Mở sự việc",
    letters: "Tiến độ gửi thư",
    prepared: "Phương án chuẩn bị sẵn cho loại việc này",
    noPrepared: "Chưa có phương án cho loại việc này.",
  },
  closing: {
    title: "Kết thúc sự việc",
    lead: "Sự việc vẫn nằm trong sổ và trong số liệu báo cáo, kể cả khi chưa thông tin cho báo chí.",
    unanswered: "Sự việc này chưa có thông tin nào được công bố; báo cáo sẽ tính như vậy.",
    reason: "Lý do kết thúc",
    submit: "Kết thúc",
    done: "Đã kết thúc sự việc.",
  },
  scenarios: {
    title: "Phương án chuẩn bị sẵn",
    lead: "Soạn khi chưa có việc gì: nói được gì ngay, báo chí sẽ hỏi gì, ai phát ngôn. Khi mở sự việc cùng loại, mẫu này được đưa sẵn vào bản thông tin.",
    new: "Soạn phương án",
    newTitle: "Soạn phương án",
    editTitle: "Sửa phương án",
    shelves: { kept: "Đang dùng", archived: "Đã cất" },
    empty: {
      kept: "Chưa có phương án nào",
      archived: "Chưa cất phương án nào",
    },
    emptyLead: "Bắt đầu từ loại việc hay gặp nhất ở địa bàn, như lũ lụt hay cháy.",
    name: "Tên phương án",
    anyLevel: "Mọi mức độ",
    kind: "Loại, mức độ",
    agency: "Cơ quan",
    speaks: "Ai phát ngôn",
    speaksHint: "Chức vụ, như Chủ tịch UBND phường.",
    questions: "Câu hỏi có thể gặp",
    questionsHint: "Mỗi câu một dòng.",
    known: "Nói được ngay",
    unknown: "Điều chưa biết",
    doing: "Đang làm gì",
    contents: "Lời sẵn cho từng phần của bản thông tin",
    save: "Lưu phương án",
    saved: "Đã lưu phương án.",
    archive: "Cất phương án",
    archivedNow: "Đã cất phương án.",
    archived: "Phương án đã được cất: không đưa vào sự việc mới nữa.",
    "is-archived": "Phương án đã được cất nên không sửa được.",
    use: "Dùng phương án này",
    used: (title: string) => `Đưa sẵn theo phương án “${title}”.`,
    others: "Phương án khác",
    ofProvince: "của tỉnh",
  },
};
