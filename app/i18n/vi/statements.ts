import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

/** What statements, their pages and their letters say. */
export const statements = {
  kinds: {
    initial_statement: "Thông tin ban đầu",
    press_release: "Thông cáo báo chí",
    answer: "Trả lời báo chí",
    notice: "Thông tin cập nhật",
  },
  phases: {
    draft: "Bản soạn",
    approved: "Đã duyệt, chưa công bố",
    scheduled: "Hẹn giờ công bố",
    published: "Đã công bố",
    withdrawn: "Đã bỏ",
  },
  parts: {
    known: "Điều đã biết",
    unknown: "Điều chưa biết",
    doing: "Việc đang làm",
    nextUpdateAt: "Lần cập nhật tới",
  },
  speaks: "Người phát ngôn",
  published: "Công bố lúc",
  speakerLine: (name: string, position: string, capacity: string) =>
    `${name}, ${position} (${capacity})`,
  authorisedFor: (matter: string) => `được ủy quyền về: ${matter}`,
  refusals: {
    "is-draft": "Bản này chưa được duyệt.",
    "is-approved": "Bản này đã được duyệt.",
    "is-scheduled": "Bản này đã hẹn giờ công bố.",
    "is-published": "Bản này đã công bố nên giữ nguyên. Điều mới thì công bố thành bản tiếp theo.",
    "is-withdrawn": "Bản này đã bỏ.",
    "refer-up":
      "Sự cố mang tính quốc gia (khoản 1 Điều 7): cơ quan không phát ngôn mà báo cáo lên cấp trên.",
    "not-agreed":
      "Sự cố liên quan nhiều bộ, tỉnh (khoản 2 Điều 7): phải ghi đã thống nhất nội dung với cơ quan chủ trì.",
    "no-next-update": "Thông tin ban đầu phải hẹn giờ cập nhật tiếp theo.",
    "next-update-past": "Giờ hẹn cập nhật tiếp theo đã qua. Xin hẹn lại.",
    "not-a-speaker": "Người này không được phát ngôn cho cơ quan vào lúc này.",
    "changed-meanwhile":
      "Người khác vừa sửa bản này. Nội dung của bạn còn ở dưới; mở bản mới ở thẻ khác để so rồi lưu lại.",
    "not-signed": "Còn cơ quan cùng đứng tên chưa đồng ý đúng bản này.",
    "is-corrected": "Bản này đã được đính chính bằng một bản khác; xin đính chính bản ấy.",
    "is-retracted": "Bản này đã được rút lại.",
    "has-draft": "Đã có một bản đính chính đang soạn.",
    "nothing-changed": "Bản đính chính chưa khác gì bản sai. Xin sửa rồi duyệt lại.",
    "schedule-past": "Giờ hẹn công bố đã qua. Xin chọn giờ khác.",
    "own-agency": "Cơ quan này là nơi soạn, không cần hỏi ý kiến.",
    "already-asked": "Đã hỏi ý kiến cơ quan này.",
    "too-many-files": "Mỗi bản kèm được tối đa 20 tệp.",
    "too-large-in-all": "Các tệp kèm theo lớn hơn 100 MB. Xin bớt hoặc nén lại.",
    nobody: "Chưa chọn ai để gửi, hoặc không ai trong đó còn nhận thư.",
  },
  maySpeak: (names: string[]) =>
    names.length > 0
      ? `Người này không được phát ngôn cho cơ quan vào lúc này. Được phát ngôn: ${names.join("; ")}.`
      : "Chưa ai được phát ngôn cho cơ quan vào lúc này. Xin ghi người phát ngôn vào sổ trước.",
  form: {
    newTitle: "Soạn thông tin ban đầu",
    nextTitle: "Soạn thông tin cập nhật",
    lead: "Bốn phần: đã biết gì, chưa biết gì, đang làm gì, bao giờ cập nhật. Nói điều đã kiểm chứng.",
    editTitle: "Sửa bản soạn",
    title: "Tiêu đề",
    language: "Ngôn ngữ",
    languages: { vi: "Tiếng Việt", en: "Tiếng Anh" },
    knownHint: "Chỉ điều đã kiểm chứng.",
    unknownHint: "Nói thẳng điều chưa rõ, và bao giờ rõ.",
    nextUpdateHint: "Bản đầu tiên về một sự việc phải hẹn giờ.",
    speakerHint: "Chỉ người được phát ngôn cho cơ quan lúc này.",
    submit: "Lưu và trình duyệt",
    saved: "Đã lưu bản soạn.",
    questions: "Báo chí có thể hỏi",
    preparedSpeaks: "Theo phương án, người phát ngôn",
  },
  approval: {
    title: "Duyệt bản thông tin",
    lead: "Ghi người đã duyệt đúng bản này. Sửa lại thì phải duyệt lại.",
    approver: "Người duyệt",
    approverHint: "Họ tên người có thẩm quyền đã đồng ý nội dung.",
    agreedWith: "Đã thống nhất nội dung với",
    agreedWithHint: (lead: string) => `Cơ quan chủ trì: ${lead}. Ghi ai đồng ý, bằng cách nào.`,
    submit: "Ghi nhận đã duyệt",
    done: (name: string) => `${name} đã duyệt.`,
    edit: "Sửa bản này",
  },
  desk: {
    incident: "Sự việc",
    approved: (name: string, when: string) => `${name} duyệt lúc ${when}.`,
    next: "Việc tiếp theo",
    toApproval: "Trình duyệt",
    toPublication: "Công bố và gửi báo chí",
    edit: "Sửa",
    withdraw: "Bỏ bản soạn này",
    withdrawn: "Đã bỏ bản soạn.",
    publicAddress: "Trang công khai:",
    access: "Chứng minh tiếp cận bình đẳng",
    onTime: "Công bố đúng hạn",
    late: "Công bố trễ hạn",
    dueAt: (when: string) => `hạn ${when}`,
    follows: "Tiếp theo bản",
    agreed: "Đã thống nhất với",
  },
  publication: {
    title: "Công bố và gửi cùng lúc",
    lead: "Một nút: bản thông tin thành công khai và mọi cơ quan báo chí được chọn nhận cùng một bức thư trong cùng một phút.",
    whom: "Gửi tới",
    publicOnly: "Chỉ công bố trên trang, không gửi thư cho ai",
    publish: "Công bố và gửi",
    preview: "Xem thư trước khi gửi",
    people: (n: number) => `${number(n)} người sẽ nhận thư.`,
    frame: "Bức thư đúng như sẽ gửi",
    before: "Chọn danh sách rồi bấm “Xem thư trước khi gửi”: bức thư đúng như sẽ gửi hiện ở đây.",
    done: (letters: number, outlets: number) =>
      letters > 0
        ? `Đã công bố và đưa vào gửi ${number(letters)} thư tới ${number(outlets)} cơ quan báo chí.`
        : "Đã công bố.",
    text: "Bản sẽ công bố",
  },
  access: {
    title: "Tiếp cận bình đẳng",
    lead: "Mỗi cơ quan báo chí nhận cùng một bản vào lúc nào, theo xác nhận của máy chủ thư. Trang này không nêu tên nhà báo.",
    outlet: "Cơ quan báo chí",
    none: "Không thuộc cơ quan nào",
    letters: "Số thư",
    accepted: "Máy chủ thư nhận lúc",
    between: (from: string, until: string) => `${from} đến ${until}`,
    notYet: "Chưa nhận",
    refused: "Không gửi được",
    posted: (when: string) => `Công khai và đưa vào gửi lúc ${when}, mọi thư cùng một lúc.`,
    spread: (seconds: string) => `Từ thư đầu tới thư cuối được nhận: ${seconds} giây.`,
    empty: "Bản này được công bố mà không gửi thư.",
    count: (n: number) => `${number(n)} thư`,
  },
  site: {
    listTitle: (agency: string) => `Thông tin đã công bố của ${agency}`,
    link: "Thông tin cho báo chí đã công bố",
    empty: "Cơ quan này chưa công bố thông tin nào ở đây",
    listLead:
      "Mỗi bản đều có người phát ngôn đứng tên. Bản đã công bố không bị sửa; điều mới là một bản tiếp theo.",
    sentTo: (outlets: number, when: string) =>
      `Gửi tới ${number(outlets)} cơ quan báo chí cùng lúc ${when}.`,
    follows: "Tiếp theo bản",
    newer: "Đã có bản mới hơn",
    inLanguage: { vi: "Nội dung bằng tiếng Việt", en: "Nội dung bằng tiếng Anh" },
    quote:
      "Báo chí đăng lại xin nêu tên người phát ngôn và cơ quan. Đăng đúng nội dung này thì không chịu trách nhiệm về nội dung (Nghị định 244/2026/NĐ-CP, Điều 9).",
    feed: "Nguồn tin Atom của tỉnh",
  },
  feed: {
    title: (place: string) => `Thông tin cho báo chí: ${place}`,
    country: "cả nước",
    marks: { retracted: "Đã rút lại", corrected: "Đã đính chính", correction: "Đính chính" },
    lead: "Thông tin ban đầu, thông cáo và trả lời báo chí của các cơ quan trong tỉnh.",
  },
  letter: {
    subject: (kind: string, title: string) => `[${kind}] ${title}`,
    lead: (agency: string, kind: string) =>
      `${agency} gửi ông/bà ${kind.toLowerCase()} sau đây, nguyên văn:`,
    correction: {
      kind: "Đính chính",
      lead: (agency: string, kind: string) =>
        `${agency} đính chính ${kind.toLowerCase()} mà ông/bà đã nhận. Xin dùng bản sau đây thay cho bản trước.`,
      reason: "Lý do đính chính",
      before: "Đã viết",
      after: "Nay sửa là",
      whole: "Toàn văn bản đúng:",
    },
    retraction: {
      subject: (title: string) => `[Rút lại] ${title}`,
      lead: (agency: string, when: string) =>
        `${agency} rút lại bản đã gửi ông/bà lúc ${when}. Xin không sử dụng bản ấy nữa.`,
      at: "Rút lại lúc",
      approver: "Người quyết định",
      reason: "Lý do",
      closing: "Mọi cơ quan báo chí đã nhận bản này đều được báo cùng lúc.",
    },
    inLanguage: { vi: "(Nội dung bằng tiếng Việt.)", en: "(Nội dung bằng tiếng Anh.)" },
    publicly: "Bản này công khai tại:",
    read: "Xem trên trang công khai",
    sameForAll: "Mọi cơ quan báo chí trong danh sách nhận cùng bản này trong cùng một phút.",
    unsubscribe: "Không muốn nhận thư của chúng tôi nữa:",
  },
};
