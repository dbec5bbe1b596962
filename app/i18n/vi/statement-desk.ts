import { HOME_ZONE } from "#app/clock.ts";
import { shortTime } from "../dates.ts";
import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

interface Titled {
  title: string;
}

/** What the log says of statements beyond drafting and publishing. */
export const statementActs = {
  "statement.scheduled": ({ title, at }: Titled & { at: string }) =>
    `Hẹn công bố “${title}” lúc ${shortTime(at, HOME_ZONE)}.`,
  "statement.unscheduled": ({ title }: Titled) => `Bỏ hẹn giờ công bố “${title}”.`,
  "statement.schedule-refused": ({ title }: Titled & { reason: string }) =>
    `Đến giờ hẹn nhưng không công bố được “${title}”.`,
  "statement.retracted": ({
    title,
    reason,
    letters,
  }: Titled & { reason: string; letters: number }) =>
    `Rút lại “${title}” và báo ${number(letters)} người đã nhận. Lý do: ${reason}`,
  "statement.sign-off-asked": ({ title, agency }: Titled & { agency: string }) =>
    `Đề nghị ${agency} cùng đứng tên “${title}”.`,
  "statement.sign-off-dropped": ({ title, agency }: Titled & { agency: string }) =>
    `Bỏ ${agency} khỏi các cơ quan cùng đứng tên “${title}”.`,
  "statement.signed-off": ({ title, signer }: Titled & { signer: string }) =>
    `${signer} đồng ý cùng đứng tên “${title}”.`,
  "statement.objected": ({ title }: Titled) => `Chưa đồng ý cùng đứng tên “${title}”.`,
  "statement.file-added": ({ title, file }: Titled & { file: string }) =>
    `Kèm tệp “${file}” vào “${title}”; phải duyệt lại.`,
  "statement.file-removed": ({ title, file }: Titled & { file: string }) =>
    `Bỏ tệp “${file}” khỏi “${title}”; phải duyệt lại.`,
  "statement.moved": ({ title, from, to }: Titled & { from: string; to: string }) =>
    `Chuyển bản “${title}” chưa công bố từ ${from} sang ${to}.`,
};

/** What the desk's and the public's pages of statements of every kind say. */
export const statementDesk = {
  list: {
    title: "Phát ngôn, thông cáo",
    lead: "Thông cáo, trả lời, thông tin cập nhật: soạn, duyệt, công bố cùng lúc tới mọi cơ quan báo chí.",
    label: "Các bản",
    new: "Soạn bản mới",
    shelves: { open: "Đang soạn, chờ công bố", published: "Đã công bố", withdrawn: "Đã bỏ" },
    empty: {
      open: "Không có bản nào đang soạn",
      published: "Chưa công bố bản nào",
      withdrawn: "Chưa bỏ bản nào",
    },
    emptyLead: "Bắt đầu bằng một thông cáo báo chí, hoặc mở sự việc khi có việc đột xuất.",
    search: "Tìm theo tiêu đề, người phát ngôn",
    nothing: (q: string) => `Không thấy bản nào khớp với “${q}”`,
    text: "Bản",
    state: "Tình trạng",
    speaker: "Người phát ngôn",
    when: "Lúc",
    scheduled: (when: string) => `hẹn ${when}`,
    waiting: "Cơ quan khác mời cùng đứng tên",
    answer: "Đọc và trả lời",
    problem: "Đến giờ hẹn mà không công bố được",
  },
  form: {
    newTitle: "Soạn bản mới",
    newLead: "Có người phát ngôn đứng tên. Lưu xong thì trình duyệt rồi mới công bố.",
    initial: "Thông tin ban đầu về việc đột xuất soạn ở trang của sự việc:",
    openIncident: "Mở sự việc",
    agency: "Cơ quan phát ngôn",
    kind: "Loại",
    body: "Nội dung",
    bodyHint:
      "Đoạn văn cách nhau một dòng trống. # đề mục, **đậm**, *nghiêng*, - danh sách, 1. đánh số, > trích dẫn, [chữ](https://…) liên kết. Không dùng HTML.",
    incident: "Về sự việc",
    noIncident: "Không gắn với sự việc nào",
    translation: (title: string) => `Bản ngôn ngữ khác của “${title}”.`,
    hidden: (signs: string) => `Đã lưu. Đã bỏ các ký tự ẩn trong bản dán vào: ${signs}.`,
  },
  desk: {
    body: "Nội dung",
    languages: "Ngôn ngữ khác",
    translate: { vi: "Soạn bản tiếng Việt", en: "Soạn bản tiếng Anh" },
    files: "Tệp kèm theo",
    fileCount: (n: number) => (n === 0 ? "Chưa có tệp nào" : `${number(n)} tệp`),
    toFiles: "Thêm, bớt tệp",
    signOffs: "Cơ quan cùng đứng tên",
    noSignOffs: "Chỉ cơ quan này đứng tên.",
    toSignOffs: "Mời cơ quan cùng đứng tên",
    correct: "Đính chính",
    retract: "Rút lại",
    corrects: "Đính chính bản",
    correctedBy: "Đã đính chính bằng",
    reason: "Lý do đính chính",
    changes: "So với bản sai",
    scheduled: (when: string, who: string) => `Công bố lúc ${when}, ${who} hẹn.`,
    unschedule: "Bỏ hẹn giờ",
    unscheduled: "Đã bỏ hẹn giờ. Bản này vẫn ở tình trạng đã duyệt.",
    problem: (why: string) => `Đến giờ hẹn mà không công bố được: ${why}`,
    mayNow: (names: string[]) =>
      names.length > 0
        ? `Lúc này được phát ngôn: ${names.join("; ")}.`
        : "Lúc này chưa ai được phát ngôn.",
    receipt: "Biên nhận",
  },
  schedule: {
    title: "Hẹn giờ công bố",
    lead: "Đến giây ấy máy tự công bố và gửi tới các danh sách đã chọn, sau khi kiểm tra lại người phát ngôn.",
    field: "Công bố lúc",
    submit: "Hẹn giờ",
    done: (when: string) => `Đã hẹn công bố lúc ${when}.`,
    mayThen: (when: string, names: string[]) =>
      names.length > 0
        ? `Người này không được phát ngôn cho cơ quan vào lúc ${when}. Lúc ấy được phát ngôn: ${names.join("; ")}.`
        : `Vào lúc ${when} chưa ai được phát ngôn cho cơ quan.`,
    misled: (n: number) =>
      `${number(n)} người đã nhận bản sai sẽ nhận thư đính chính, dù có chọn ở đây hay không.`,
  },
  files: {
    title: "Tệp kèm theo",
    lead: "Tệp được công bố cùng lúc với bản này. Mã băm của từng tệp nằm trong biên nhận. Thêm hay bớt tệp thì phải duyệt lại.",
    empty: "Chưa có tệp nào",
    add: "Thêm tệp",
    name: "Tên để hiện",
    language: "Ngôn ngữ của tệp",
    translation: "Tệp này nói đúng nội dung bản này, bằng ngôn ngữ khác",
    isTranslation: "Bản dịch",
    file: "Tệp",
    submit: "Thêm tệp",
    added: (title: string) => `Đã thêm “${title}”. Bản này phải duyệt lại.`,
    remove: "Bỏ tệp",
    removed: (title: string) => `Đã bỏ “${title}”. Bản này phải duyệt lại.`,
  },
  signOffs: {
    title: "Cơ quan cùng đứng tên",
    lead: "Việc liên quan nhiều cơ quan thì thống nhất một bản (khoản 2 Điều 7). Chỉ công bố khi mọi cơ quan đã đồng ý đúng bản này; sửa một chữ là phải hỏi lại.",
    empty: "Chưa mời cơ quan nào",
    agency: "Cơ quan",
    state: "Trả lời",
    states: {
      waiting: "Chưa trả lời",
      void: "Bản đã sửa, phải đồng ý lại",
      signed: "Đã đồng ý",
      objected: "Chưa đồng ý",
    },
    signedBy: (name: string, when: string) => `${name}, ${when}`,
    ask: "Mời cơ quan",
    submit: "Mời cùng đứng tên",
    asked: (name: string) => `Đã mời ${name}. Bản này phải duyệt lại.`,
    drop: "Thôi mời",
    dropped: (name: string) => `Đã thôi mời ${name}. Bản này phải duyệt lại.`,
    answerTitle: "Cùng đứng tên một bản",
    answerLead: (agency: string) =>
      `${agency} mời cơ quan bạn cùng đứng tên đúng bản dưới đây. Bản sửa thì được hỏi lại.`,
    signer: "Người đồng ý",
    signerHint: "Họ tên người có thẩm quyền của cơ quan bạn.",
    sign: "Đồng ý đúng bản này",
    signed: "Đã ghi nhận đồng ý.",
    objection: "Điều chưa đồng ý",
    object: "Chưa đồng ý",
    objected: "Đã gửi ý kiến cho cơ quan soạn.",
    own: (name: string) => `Cơ quan bạn: ${name}`,
  },
  correction: {
    title: "Đính chính bản đã công bố",
    lead: "Bản đã công bố giữ nguyên. Bạn soạn bản đúng bên cạnh; khi công bố, chỗ sửa hiện ở cả hai bản, và ai đã nhận bản sai đều nhận thư.",
    reason: "Sai ở đâu, vì sao đính chính",
    reasonHint: "Câu này được công bố.",
    submit: "Soạn bản đúng",
    begun: "Sửa nội dung cho đúng rồi trình duyệt.",
    whom: (n: number) => `${number(n)} người đã nhận bản sai.`,
  },
  retraction: {
    title: "Rút lại bản đã công bố",
    lead: "Bản này vẫn đọc được, với lý do rút lại ở trên. Ai đã nhận đều được báo bằng thư, và việc rút lại vào sổ đính chính.",
    reason: "Vì sao rút lại",
    reasonHint: "Câu này được công bố.",
    approver: "Người quyết định",
    submit: "Rút lại và báo mọi người đã nhận",
    done: (letters: number) =>
      letters > 0 ? `Đã rút lại, báo ${number(letters)} người đã nhận.` : "Đã rút lại.",
  },
  site: {
    title: "Thông tin cho báo chí",
    lead: "Thông cáo, trả lời, thông tin ban đầu của các cơ quan, mới nhất trước. Mỗi bản có người phát ngôn đứng tên và biên nhận có chữ ký số.",
    province: "Tỉnh, thành phố",
    kind: "Loại",
    all: "Tất cả",
    country: "Cả nước",
    show: "Xem",
    empty: "Chưa có bản nào",
    total: (n: number) => `${number(n)} bản`,
    feed: "Nguồn tin Atom",
    errata: "Sổ đính chính",
    corrected: "Đã đính chính",
    correction: "Đính chính",
    retracted: "Đã rút lại",
    agreedBy: "Cùng đứng tên",
    languages: "Ngôn ngữ khác",
    files: "Tệp kèm theo",
    translation: "cùng nội dung",
    languageNames: { vi: "Tiếng Việt", en: "English" },
  },
};
