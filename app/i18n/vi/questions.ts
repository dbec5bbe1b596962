import { HOME_ZONE } from "#app/clock.ts";
import { shortTime } from "../dates.ts";
import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

interface Numbered {
  subject: string;
  number: number;
}

const RULES: Record<string, string> = {
  first_come: "ai gửi trước hỏi trước",
  rotation: "xoay vòng theo cơ quan báo chí",
  lot: "bốc thăm",
};

/** What the log says of questions and promises. */
export const questionActs = {
  "questions.order-chosen": ({
    subject,
    rule,
    commitment,
  }: {
    subject: string;
    rule: string;
    commitment: string | null;
  }) =>
    `Chọn thứ tự hỏi của cuộc họp “${subject}”: ${RULES[rule] ?? rule}${commitment ? ` (dấu niêm ${commitment})` : ""}.`,
  "question.sent": ({ subject, outlet }: { subject: string; outlet: string | null }) =>
    `Gửi trước một câu hỏi cho cuộc họp “${subject}”${outlet ? ` (${outlet})` : ""}.`,
  "question.taken": ({ subject, outlet }: { subject: string; outlet: string | null }) =>
    `Ghi một câu hỏi tại cuộc họp “${subject}”${outlet ? ` (${outlet})` : ""}.`,
  "question.asked": ({ subject, number, outOfTurn }: Numbered & { outOfTurn?: boolean }) =>
    `Mời hỏi câu số ${number} của cuộc họp “${subject}”${outOfTurn ? ", trước lượt" : ""}.`,
  "question.answered": ({ subject, number, by }: Numbered & { by: string | null }) =>
    `Ghi câu số ${number} của cuộc họp “${subject}” đã được ${by ?? "trả lời"}${by ? " trả lời" : ""}.`,
  "question.withdrawn": ({ subject, number }: Numbered) =>
    `Rút câu hỏi số ${number} của cuộc họp “${subject}”.`,
  "promise.made": ({
    subject,
    number,
    owner,
    dueAt,
  }: Numbered & { owner: string; dueAt: string }) =>
    `Để ngỏ câu số ${number} của cuộc họp “${subject}”: ${owner} trả lời trước ${shortTime(dueAt, HOME_ZONE)}.`,
  "promise.kept": ({ subject, number, letters }: Numbered & { letters: number }) =>
    `Trả lời câu để ngỏ số ${number} của cuộc họp “${subject}”, gửi ${letters} thư.`,
  "promise.moved": ({ subject, number, from, to }: Numbered & { from: string; to: string }) =>
    `Chuyển lời hứa trả lời câu số ${number} của cuộc họp “${subject}” từ ${from} sang ${to}.`,
};

export const questions = {
  title: "Câu hỏi",
  lead: "Thứ tự do quy tắc bên dưới định, như nhau với mọi cơ quan báo chí, dự tại chỗ hay từ xa.",
  screen: "Màn hình cho phòng họp",
  states: {
    waiting: "Chờ hỏi",
    asked: "Đang hỏi",
    answered: "Đã trả lời",
    open: "Còn để ngỏ",
    withdrawn: "Đã rút",
  },
  reasons: {
    "is-draft": "Cuộc họp còn là dự thảo.",
    "is-scheduled": "Cuộc họp chưa được công bố.",
    "is-announced": "Cuộc họp đã được công bố.",
    "is-postponed": "Cuộc họp đang hoãn, nên chưa nhận câu hỏi.",
    "is-rescheduled": "Cuộc họp đã được dời.",
    "is-held": "Cuộc họp đã kết thúc, nên không nhận thêm câu hỏi.",
    "is-cancelled": "Cuộc họp đã hủy, nên không nhận câu hỏi.",
    over: "Cuộc họp đã hết giờ, nên không nhận thêm câu hỏi.",
    "too-many": "Mỗi người gửi được nhiều nhất 3 câu hỏi. Có thể rút một câu rồi gửi câu khác.",
    unknown: "Không tìm thấy câu hỏi này.",
    begun: "Cuộc họp đã bắt đầu: thứ tự hỏi không đổi được nữa.",
    "is-waiting": "Câu hỏi này chưa được mời hỏi.",
    "is-asked": "Câu hỏi này đã được mời hỏi.",
    "is-answered": "Câu hỏi này đã được trả lời.",
    "is-open": "Câu hỏi này đã được để ngỏ, có lời hứa trả lời.",
    "is-withdrawn": "Câu hỏi này đã được rút.",
    "not-a-speaker": "Người này không được phát ngôn cho cơ quan vào lúc đó.",
    "no-due": "Không có quy định nào về hạn trả lời vào ngày này: xin ghi rõ hạn.",
    "in-the-past": "Hạn trả lời phải ở sau lúc này.",
    kept: "Câu này đã được trả lời rồi.",
    "nobody-may": "Lúc này không có ai được phát ngôn cho cơ quan.",
  },
  rules: {
    first_come: "Ai gửi trước hỏi trước",
    rotation: "Xoay vòng theo cơ quan báo chí",
    lot: "Bốc thăm",
  },
  ruleHints: {
    first_come: "Theo thứ tự nhận câu hỏi.",
    rotation: "Câu đầu của mỗi cơ quan báo chí trước, rồi mới đến câu thứ hai.",
    lot: "Câu gửi trước giờ họp được bốc thăm; câu gửi sau xếp sau. Ai cũng tính lại được.",
  },
  order: {
    title: "Thứ tự hỏi",
    lead: "Chọn trước khi cuộc họp bắt đầu. Quy tắc hiện trên trang công khai và trong trang trả lời giấy mời.",
    choose: "Chọn thứ tự",
    change: "Đổi thứ tự",
    chosen: "Đã chọn thứ tự hỏi.",
    is: "Thứ tự hỏi",
    equal: "Câu hỏi từ xa và của tòa soạn nhỏ được xếp như mọi câu hỏi khác.",
    sealed: (hash: string) =>
      `Hạt giống đã được chọn và niêm bằng SHA-256: ${hash}. Hạt giống được công bố khi cuộc họp bắt đầu.`,
    seed: "Hạt giống",
    seal: "Dấu niêm (SHA-256 của hạt giống)",
    drawn: "Thứ tự bốc được",
    none: "không có câu nào gửi trước giờ họp",
    check:
      "Cách tính lại: với mỗi câu gửi trước giờ họp, lấy SHA-256 của “hạt giống:số câu” rồi xếp tăng dần.",
    notDrawn: "Chưa bốc thăm: trước giờ họp các câu xếp theo lúc nhận.",
  },
  room: {
    now: "Đang hỏi",
    next: "Tiếp theo",
    later: "Sau đó",
    nobody: "Chưa có câu hỏi nào chờ",
    noneNow: "Chưa có câu nào đang hỏi",
    number: (n: number) => `Câu ${number(n)}`,
    remote: "từ xa",
    waiting: (n: number) => `${number(n)} câu đang chờ`,
    noOutlet: "Không ghi cơ quan báo chí",
    reload: "Trang tự cập nhật.",
    answered: (n: number) => `${number(n)} câu đã trả lời`,
    open: (n: number) => `${number(n)} câu còn để ngỏ`,
  },
  list: {
    waiting: "Đang chờ, theo thứ tự",
    done: "Đã qua",
    empty: "Chưa có câu hỏi nào",
    emptyLead: "Câu hỏi gửi trước bằng trang trả lời giấy mời, hoặc được ghi ngay tại đây.",
    ask: "Câu hỏi",
    from: "Của",
    call: "Mời hỏi",
    callEarly: "Mời trước lượt",
    answer: "Ghi trả lời",
    leaveOpen: "Để ngỏ, hứa trả lời",
    withdraw: "Rút",
    called: "Đã mời hỏi.",
    withdrawn: "Đã rút câu hỏi.",
    taken: "Đã ghi câu hỏi.",
    toPromise: "Lời hứa",
    answeredBy: (who: string) => `${who} trả lời`,
    notes: "Ghi chép",
    public: "công khai",
    byLink: "gửi trước",
    inRoom: "tại phòng họp",
  },
  take: {
    title: "Ghi câu hỏi tại phòng họp",
    text: "Câu hỏi",
    asker: "Người hỏi",
    outlet: "Cơ quan báo chí",
    nameAgreed: "Người hỏi đồng ý nêu tên trên trang công khai",
    remote: "Hỏi từ xa",
    submit: "Ghi câu hỏi",
  },
  answering: {
    title: "Ghi trả lời",
    lead: "Chỉ người được phát ngôn vào lúc câu hỏi được nêu mới có trong danh sách.",
    who: "Người trả lời",
    notes: "Ghi chép câu trả lời",
    notesHint: "Ghi chép nội bộ, trừ khi chọn công khai ở dưới.",
    public: "Cho ghi chép này hiện trên trang công khai của cuộc họp",
    submit: "Ghi trả lời",
    done: "Đã ghi câu trả lời.",
    nobody:
      "Không có ai được phát ngôn vào lúc đó, nên chưa ghi được. Có thể để ngỏ và hứa trả lời.",
  },
  promise: {
    title: "Để ngỏ và hứa trả lời",
    lead: "Câu trả lời sẽ đứng trên trang công khai và đến mọi người có mặt.",
    owner: "Ai chịu trách nhiệm trả lời",
    ownerHint: "Phòng, ban hoặc người trong cơ quan; chỉ cơ quan thấy.",
    due: "Hạn trả lời",
    dueHint: "Để trống thì theo quy định bên dưới.",
    byRule: "Hạn theo quy định",
    noRule: "Ngày này không có quy định về hạn: xin ghi rõ hạn.",
    submit: "Hứa trả lời",
    made: (until: string) => `Đã để ngỏ câu hỏi; hạn trả lời: ${until}.`,
    keepTitle: "Trả lời câu hỏi còn để ngỏ",
    keepLead: (people: number) =>
      `Câu trả lời đứng trên trang công khai của cuộc họp và được gửi cho ${number(people)} địa chỉ của người có mặt và người hỏi, mỗi địa chỉ một thư.`,
    question: "Câu hỏi",
    from: "Cơ quan báo chí",
    meeting: "Cuộc họp",
    promisedAt: "Đã hứa lúc",
    dueAt: "Hạn đã hứa",
    ownDue: "Hạn đã hứa khác hạn theo quy định.",
    answer: "Câu trả lời",
    answerHint: "Công khai: đúng như sẽ đăng và gửi đi.",
    who: "Người trả lời",
    keepSubmit: "Đăng và gửi câu trả lời",
    kept: (letters: number) => `Đã đăng câu trả lời; ${number(letters)} thư đang được gửi đi.`,
    wasKept: "Đã trả lời",
    homeTitle: "Câu hỏi còn nợ báo chí",
    letters: "Thư trả lời",
    lettersOf: (sent: number, all: number) => `Đã gửi ${number(sent)}/${number(all)} thư.`,
    list: {
      lead: "Câu hỏi được để ngỏ tại cuộc họp và hứa trả lời; ai có mặt đều nhận được câu trả lời.",
      shelves: { open: "Còn nợ", kept: "Đã trả lời" },
      empty: {
        open: "Không còn nợ câu trả lời nào.",
        kept: "Chưa trả lời câu hỏi nào đã để ngỏ.",
      },
      owner: "Chịu trách nhiệm",
      time: "Hạn",
      onTime: "Đúng hạn",
      late: "Trả lời sau hạn",
    },
  },
  site: {
    title: "Hỏi và đáp",
    askedBy: (who: string) => `${who} hỏi`,
    answeredBy: (who: string) => `${who} trả lời`,
    answered: "Đã trả lời tại cuộc họp.",
    promised: (until: string) => `Cơ quan hứa trả lời trước ${until}.`,
    overdue: (until: string) => `Đã quá hạn trả lời (${until}).`,
    keptAt: (at: string) => `Trả lời lúc ${at}`,
    keptLate: "sau hạn đã hứa",
    noOutlet: "Cơ quan báo chí không ghi tên",
    shareTitle: "Lời hứa trả lời",
    share: ({
      made,
      onTime,
      late,
      overdue,
      running,
    }: {
      made: number;
      onTime: number;
      late: number;
      overdue: number;
      running: number;
    }) =>
      [
        `${number(onTime + late)}/${number(made)} câu hứa trả lời đã được trả lời`,
        late > 0 && `${number(late)} câu sau hạn`,
        overdue > 0 && `${number(overdue)} câu quá hạn chưa trả lời`,
        running > 0 && `${number(running)} câu còn trong hạn`,
      ]
        .filter(Boolean)
        .join("; "),
    ofMeeting: "Cuộc họp này",
    ofAgency: "Mọi cuộc họp của cơ quan",
  },
  ahead: {
    title: "Gửi trước câu hỏi",
    lead: "Câu hỏi được nêu tại cuộc họp sẽ đứng trên trang công khai cùng tên cơ quan báo chí. Trước đó chỉ cơ quan tổ chức thấy.",
    text: "Câu hỏi",
    hint: "Tối đa 600 ký tự, mỗi người nhiều nhất 3 câu.",
    nameAgreed: "Tôi đồng ý nêu tên tôi cùng câu hỏi trên trang công khai",
    remote: "Tôi dự từ xa",
    submit: "Gửi câu hỏi",
    sent: "Câu hỏi đã gửi",
    wasSent: "Đã nhận câu hỏi.",
    withdraw: "Rút câu hỏi này",
    closed: "Không nhận thêm câu hỏi.",
  },
  letter: {
    subject: (subject: string) => `[Trả lời báo chí] ${subject}`,
    heading: "Trả lời câu hỏi còn để ngỏ",
    salutation: (name: string) => `Kính gửi ông/bà ${name},`,
    lead: (agency: string) =>
      `Tại cuộc họp mà ông/bà đã dự, một câu hỏi được để ngỏ và ${agency} đã hứa trả lời. Câu trả lời này được gửi cùng lúc đến mọi người có mặt.`,
    meeting: "Cuộc họp",
    when: "Thời gian",
    question: "Câu hỏi",
    askedBy: "Cơ quan báo chí hỏi",
    noOutlet: "không ghi tên",
    promisedAt: "Hứa trả lời lúc",
    answeredBy: "Người trả lời",
    onPage: "Câu hỏi và câu trả lời cũng đứng trên trang công khai của cuộc họp:",
    open: "Mở trang cuộc họp",
    closing: "Trân trọng.",
    footer: "Ông/bà nhận thư này vì đã có mặt tại cuộc họp và đã cho địa chỉ.",
  },
};
