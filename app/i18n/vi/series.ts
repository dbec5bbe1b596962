import { shortDay } from "../dates.ts";
import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

type DayOfMonth = { date: number } | { week: number; weekday: number };
interface Rule {
  rhythm:
    | { every: "month"; on: DayOfMonth }
    | { every: "quarter"; month: number; on: DayOfMonth }
    | { every: "days"; days: number };
  from: string;
  until: string;
  at: string;
}

const WEEKDAYS = ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ Nhật"];
const WEEKS: Record<number, string> = {
  1: "đầu tiên",
  2: "lần thứ hai",
  3: "lần thứ ba",
  4: "lần thứ tư",
  [-1]: "cuối cùng",
};
const MONTHS = ["đầu", "giữa", "cuối"];

const dayIn = (on: DayOfMonth) => {
  if ("date" in on) return on.date === -1 ? "ngày cuối cùng" : `ngày ${on.date}`;
  return `${WEEKDAYS[on.weekday - 1]} ${WEEKS[on.week]}`;
};

/** A rhythm in words: ngày 20 hằng tháng · thứ Sáu cuối cùng hằng tháng */
const rhythm = (of: Rule["rhythm"]) => {
  if (of.every === "days") return `cứ ${of.days} ngày một lần`;
  if (of.every === "month") return `${dayIn(of.on)} hằng tháng`;
  return `${dayIn(of.on)} của tháng ${MONTHS[of.month - 1]} quý, hằng quý`;
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const OFFS = { weekend: "cuối tuần", holiday: "ngày nghỉ" };

/** What the pages of series say. */
export const series = {
  rule: (rule: Rule) =>
    `Lúc ${rule.at} ${rhythm(rule.rhythm)}, từ ${shortDay(rule.from)} đến ${shortDay(rule.until)}`,
  dayOffRule: {
    before: "Gặp ngày nghỉ thì lên ngày làm việc liền trước",
    after: "Gặp ngày nghỉ thì lùi sang ngày làm việc liền sau",
    skip: "Gặp ngày nghỉ thì bỏ lần đó",
    keep: "Gặp ngày nghỉ vẫn giữ nguyên ngày",
  },
  problems: {
    "ends-before-it-begins": "Ngày kết thúc phải sau ngày bắt đầu.",
    "too-long": "Một lịch định kỳ dài nhất là hai năm. Xin chọn ngày kết thúc gần hơn.",
    "too-many": "Quá nhiều lần họp: một lịch có nhiều nhất 122 lần. Xin chọn nhịp thưa hơn.",
  },
  reasons: {
    "no-dates": "Xin chọn ít nhất một ngày.",
    "dates-changed": "Bảng ngày nghỉ vừa thay đổi nên các ngày không còn như trước. Xin xem lại.",
    "in-the-past": "Có ngày đã qua. Xin xem lại bảng ngày.",
  },
  off: (why: "weekend" | "holiday", name: string | null) =>
    name ? `${OFFS[why]}: ${name}` : OFFS[why],
  table: {
    caption: "Các ngày họp",
    take: "Lấy",
    takeDay: (day: string) => `Họp ngày ${day}`,
    date: "Ngày",
    why: "Vì sao ngày này",
    speakers: "Được phát ngôn",
    nobody: "Chưa có ai",
    clashes: "Trùng giờ",
    phase: "Tình trạng",
    answers: "Trả lời",
    byRule: "Theo lịch",
    movedFrom: (day: string, why: string) => `Thay cho ${day} (${why})`,
    kept: (why: string) => `Giữ ngày nghỉ (${why})`,
    leftOut: (why: string) => `Bỏ (${why})`,
    merged: "Bỏ (trùng ngày bên trên)",
    past: "Đã qua",
    own: (details: string[]) => `Sửa riêng: ${details.join(", ")}`,
    movedBy: (day: string) => `Dời từ ${day}`,
  },
  form: {
    title: "Lập lịch định kỳ",
    lead: "Chọn nhịp họp, xem các ngày trong năm, bỏ ngày không cần, rồi lưu tất cả một lần. Mỗi ngày là một cuộc họp riêng, có giấy mời và câu trả lời riêng.",
    ruleTitle: "1. Họp khi nào",
    every: "Nhịp họp",
    rhythms: { month: "Hằng tháng", quarter: "Hằng quý", days: "Cách một số ngày" },
    by: "Ngày nào trong tháng",
    ways: { date: "Theo ngày", weekday: "Theo thứ" },
    date: "Ngày",
    dates: (date: number) => (date === -1 ? "Ngày cuối tháng" : `Ngày ${date}`),
    dateHint: "Tháng không có ngày 29, 30, 31 thì lấy ngày cuối tháng.",
    week: "Lần nào trong tháng",
    weeks: (week: number) => capital(WEEKS[week] ?? ""),
    weekday: "Thứ",
    weekdays: (weekday: number) => capital(WEEKDAYS[weekday - 1] ?? ""),
    month: "Tháng nào trong quý",
    months: (month: number) => `Tháng ${MONTHS[month - 1]} quý`,
    days: "Số ngày",
    dayOff: "Gặp ngày nghỉ",
    dayOffWays: {
      before: "Lên ngày làm việc trước",
      after: "Lùi sang ngày làm việc sau",
      skip: "Bỏ lần đó",
      keep: "Vẫn họp",
    },
    from: "Từ ngày",
    until: "Đến ngày",
    at: "Giờ bắt đầu",
    minutes: "Kéo dài",
    duration: (minutes: number) => `${minutes} phút`,
    show: "Xem các ngày",
    datesTitle: "2. Các ngày họp",
    count: (dates: number) => `${number(dates)} ngày`,
    noHolidays: (years: number[]) =>
      `Bảng ngày nghỉ chưa có năm ${years.join(", ")}: chỉ thứ Bảy và Chủ Nhật được tính là ngày nghỉ.`,
    holidays: "Xem bảng ngày nghỉ",
    none: "Không có ngày nào trong khoảng này.",
    detailsTitle: "3. Nội dung chung",
    subjectHint: "Dùng cho mọi cuộc; sau này có thể sửa từng cuộc.",
    spokespersonHint:
      "Ngày nào người này chưa được phát ngôn thì cuộc họp ngày đó để trống, chọn sau.",
    as: "Lưu thành",
    beginnings: {
      draft: "Dự thảo",
      scheduled: "Chốt lịch trong cơ quan",
      announced: "Công bố ngay",
    },
    asHint: "Công bố thì công chúng thấy; chưa ai được mời cho đến khi bạn gửi giấy mời từng cuộc.",
    saveChosen: "Lưu các cuộc họp đã chọn",
    saved: (meetings: number) => `Đã lập lịch ${number(meetings)} cuộc họp.`,
    withoutSpeaker: (days: string[]) =>
      `Chưa chọn người phát ngôn cho ${days.length} ngày vì người này chưa được phát ngôn: ${days.join(", ")}.`,
  },
  list: {
    title: "Lịch định kỳ",
    lead: "Mỗi lịch là một chuỗi cuộc họp theo cùng một nhịp.",
    plan: "Lập lịch định kỳ",
    empty: "Chưa có lịch định kỳ nào.",
    subject: "Nội dung",
    rule: "Nhịp họp",
    next: "Cuộc tới",
    toCome: "Còn lại",
    of: (toCome: number, meetings: number) => `${number(toCome)} / ${number(meetings)}`,
    over: "Đã hết",
  },
  page: {
    announce: (meetings: number) => `Công bố ${number(meetings)} cuộc`,
    announced: (meetings: number) => `Đã công bố ${number(meetings)} cuộc họp.`,
    cancelRest: "Hủy các cuộc còn lại",
    nextYear: "Lập tiếp cho kỳ sau",
    summary: (toCome: number, meetings: number) =>
      `${number(meetings)} cuộc họp, còn ${number(toCome)} cuộc sắp tới.`,
    change:
      "Muốn sửa nhiều cuộc một lần: mở một cuộc, bấm “Sửa”, rồi chọn “Cuộc này và các cuộc sau” hoặc “Tất cả”.",
    of: "Thuộc lịch định kỳ",
  },
  announcement: {
    title: "Công bố các cuộc họp của lịch",
    lead: (meetings: number) =>
      `${number(meetings)} cuộc họp sẽ hiện trên trang công khai và trong lịch công khai. Chưa ai được mời.`,
    none: "Không còn cuộc họp nào để công bố.",
    submit: (meetings: number) => `Công bố ${number(meetings)} cuộc họp`,
  },
  cancellation: {
    title: "Hủy các cuộc còn lại",
    from: "Hủy từ cuộc ngày",
    show: "Xem",
    untouched: "Những cuộc đã bắt đầu, đã tổ chức hoặc đã hủy được giữ nguyên.",
    finally: "Đã hủy thì không khôi phục được",
    which: (meetings: number) => `Sẽ hủy ${number(meetings)} cuộc họp:`,
    letters: (letters: number) =>
      letters > 0
        ? `${number(letters)} thư báo hủy sẽ được gửi cho những người đã mời, mỗi cuộc một thư.`
        : "Không ai được gửi thư.",
    none: "Không còn cuộc họp nào để hủy.",
    reason: "Lý do hủy",
    submit: (meetings: number, letters: number) =>
      letters > 0
        ? `Hủy ${number(meetings)} cuộc và gửi ${number(letters)} thư`
        : `Hủy ${number(meetings)} cuộc họp`,
    done: (meetings: number, letters: number) =>
      `Đã hủy ${number(meetings)} cuộc họp.${letters > 0 ? ` ${number(letters)} thư báo hủy đang được gửi đi.` : ""}`,
  },
  scope: {
    label: "Áp dụng cho",
    scopes: {
      one: "Chỉ cuộc này",
      following: "Cuộc này và các cuộc sau",
      all: "Tất cả các cuộc chưa họp",
    },
    hint: "Cuộc nào đã được sửa riêng ở mục nào thì giữ nguyên mục đó. Đổi giờ thì các cuộc khác đổi cùng giờ, dời cùng số ngày. Cuộc đã bắt đầu, đã tổ chức, đang hoãn hoặc đã hủy không thay đổi.",
    title: (meetings: number) => `Sẽ thay đổi ${number(meetings)} cuộc họp`,
    letters: (letters: number) =>
      letters > 0
        ? `${number(letters)} thư báo thay đổi sẽ được gửi cho những người đã mời.`
        : "Không ai được gửi thư.",
    asksAgain: "Ai được dời giờ hoặc đổi nơi họp thì được hỏi lại có tham dự không.",
    becomes: "Sẽ thành",
    changes: "Thay đổi",
    sent: "Thư",
    keeps: (details: string[]) => `Giữ riêng: ${details.join(", ")}`,
    movedOff: (why: string) => `dời thêm vì ${why}`,
    speaker: {
      same: "",
      kept: "Giữ người phát ngôn cũ: người mới chưa được phát ngôn ngày đó.",
      none: "Bỏ trống người phát ngôn: ngày đó người này chưa được phát ngôn.",
    },
    submit: (meetings: number, letters: number) =>
      letters > 0
        ? `Lưu ${number(meetings)} cuộc và gửi ${number(letters)} thư`
        : `Lưu ${number(meetings)} cuộc họp`,
    saved: (meetings: number, letters: number) =>
      `Đã lưu ${number(meetings)} cuộc họp.${letters > 0 ? ` ${number(letters)} thư báo thay đổi đang được gửi đi.` : ""}`,
    refused: (day: string, reason: string) => `Cuộc ngày ${day}: ${reason} Chưa lưu cuộc nào.`,
    nothing: "Không có gì thay đổi.",
  },
};
