import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

const ROMAN = ["I", "II", "III", "IV"];

export const confirmations = {
  quarter: (quarter: string) => `quý ${ROMAN[Number(quarter.slice(6)) - 1]}/${quarter.slice(0, 4)}`,
  last: {
    confirmation: (day: string) => `xác nhận ngày ${day}`,
    publication: (day: string) => `công bố ngày ${day}`,
  },
  states: {
    confirmed: "Đã xác nhận",
    asked: "Chờ xác nhận",
    unconfirmed: "Chưa xác nhận",
    bounced: "Thư không tới",
  },
  freshness: {
    confirmed: (last: string, _quarter: string) => last.replace(/^./, (c) => c.toUpperCase()),
    asked: (last: string, quarter: string) => `Đang chờ xác nhận ${quarter}; gần nhất: ${last}`,
    unconfirmed: (last: string, quarter: string) =>
      `Chưa xác nhận trong ${quarter}; gần nhất: ${last}`,
    bounced: (last: string, quarter: string) =>
      `Thư xác nhận ${quarter} không tới được địa chỉ này; gần nhất: ${last}`,
  },
  letter: {
    subject: (agency: string, quarter: string) =>
      `Xin xác nhận thông tin người phát ngôn ${quarter} - ${agency}`,
    heading: "Xin xác nhận thông tin đang công bố",
    salutation: (name: string) => `Kính gửi ông/bà ${name},`,
    lead: (agency: string, quarter: string) =>
      `Thông tin dưới đây về ông/bà đang được công bố để báo chí và người dân liên hệ với ${agency}. Mỗi quý một lần, xin ông/bà xem lại và xác nhận còn đúng (${quarter}).`,
    factsLead: "Đang công bố:",
    agency: "Cơ quan",
    name: "Họ và tên",
    term: "Thời gian",
    howTo:
      "Mở liên kết chỉ để xem. Thông tin chỉ được xác nhận khi ông/bà bấm nút trên trang ấy; nếu có gì sai, trên trang cũng có chỗ để báo.",
    action: "Xem và xác nhận",
    closing: (day: string) => `Liên kết có giá trị đến hết ngày ${day}. Trân trọng cảm ơn ông/bà.`,
    footer:
      "Thư này được gửi tới địa chỉ thư điện tử công vụ đang công bố. Liên kết là của riêng ông/bà, xin không chuyển cho người khác.",
  },
  page: {
    title: "Xác nhận thông tin đang công bố",
    lead: (name: string, quarter: string) =>
      `Kính gửi ông/bà ${name}: xin xem lại và xác nhận cho ${quarter}.`,
    published: "Đang công bố như sau",
    question: "Thông tin này còn đúng không?",
    submit: "Còn đúng, tôi xác nhận",
    signed: (name: string) => `Việc xác nhận được ghi theo tên ông/bà ${name}, kèm ngày giờ.`,
    wrong: "Có chỗ sai: báo để sửa",
    publicPage: "Xem trang công khai",
    confirmedOn: "Xác nhận lúc",
    states: {
      unknown:
        "Liên kết này không đúng hoặc không còn dùng được. Xin mở lại đúng liên kết trong thư mới nhất.",
      confirmed: "Thông tin này đã được xác nhận trong quý. Không cần làm gì thêm.",
      superseded: "Thư này của một quý đã qua. Xin dùng liên kết trong thư của quý hiện tại.",
      annulled:
        "Mục này đã được đính chính hoặc gỡ khỏi danh sách công khai sau khi thư được gửi, nên không cần xác nhận nữa.",
      ended: "Nhiệm vụ này đã kết thúc nên không cần xác nhận nữa.",
    },
  },
  desk: {
    title: "Xác nhận hằng quý",
    lead: (quarter: string) =>
      `Mỗi mục công khai được xác nhận mỗi quý một lần. Đang là ${quarter}; mục công bố trong quý coi như đã xác nhận.`,
    above: "Người phát ngôn",
    amber: (n: number) => `${number(n)} mục chưa được xác nhận trong quý`,
    shelves: {
      amber: "Cần xem",
      asked: "Chờ xác nhận",
      confirmed: "Đã xác nhận",
      all: "Tất cả",
    },
    empty: {
      amber: "Không có mục nào quá hạn xác nhận",
      asked: "Không có mục nào đang chờ trả lời",
      confirmed: "Chưa có mục nào được xác nhận trong quý này",
      all: "Chưa có mục nào công khai",
    },
    agency: "Cơ quan",
    person: "Người phát ngôn",
    contact: "Liên hệ",
    state: "Tình trạng",
    ask: {
      title: "Gửi thư xác nhận quý này",
      toAsk: (n: number) =>
        `Sẽ gửi ${number(n)} thư, mỗi mục một thư, tới địa chỉ thư điện tử đang công bố.`,
      already: (n: number) => `${number(n)} mục đã hỏi trong quý, không hỏi lại.`,
      nobody: "Không còn mục nào phải hỏi trong quý này.",
      submit: (n: number) => `Gửi ${number(n)} thư xác nhận`,
      done: (n: number) => `Đã lập ${number(n)} thư xác nhận; tiến độ ở mục Thư gửi đi.`,
      noneLeft: "Không còn mục nào phải hỏi trong quý này; chưa gửi thư nào.",
    },
    telephone: {
      link: "Ghi xác nhận qua điện thoại",
      title: "Ghi xác nhận qua điện thoại",
      lead: (name: string) =>
        `Chỉ ghi sau khi đã nói chuyện với ${name} và người ấy nói các thông tin dưới đây còn đúng.`,
      signed: (name: string) => `Việc này được ghi theo tên ${name}.`,
      submit: "Đã hỏi qua điện thoại, còn đúng",
      done: (name: string) => `Đã ghi xác nhận của ${name}.`,
      refused: {
        unknown: "Không có mục này.",
        confirmed: "Mục này đã được xác nhận trong quý rồi.",
        superseded: "Quý đã sang; xin tải lại trang.",
        annulled: "Mục này không còn công khai.",
        ended: "Mục này không còn công khai.",
      },
    },
  },
};
