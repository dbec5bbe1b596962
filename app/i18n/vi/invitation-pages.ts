import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

/** What the pages of invitations say. */
export const invitationPages = {
  title: "Giấy mời",
  answers: "Trả lời",
  everybody: "Xem từng người",
  people: (people: number) => `${number(people)} người`,
  tally: {
    invited: "đã mời",
    coming: "tham dự",
    declined: "không tham dự",
    waiting: "chưa trả lời",
  },
  sent: (people: number) =>
    people > 0
      ? `${number(people)} giấy mời đang được gửi đi.`
      : "Những người này đã được mời trước đó; không gửi thêm thư nào.",
  guests: {
    caption: "Những người được mời",
    who: "Nhà báo",
    letter: "Thư",
    answer: "Trả lời",
    act: "Qua điện thoại",
    record: "Ghi trả lời",
    show: {
      all: "Tất cả",
      trouble: "Thư chưa tới",
      waiting: "Chưa trả lời",
      coming: "Tham dự",
      declined: "Không tham dự",
    },
  },
  choose: {
    title: "Mời nhà báo",
    more: "Mời thêm nhà báo",
    lists: "Danh sách",
    noLists: "Chưa có danh sách nhà báo nào.",
    makeList: "Lập danh sách",
    beats: "Lĩnh vực theo dõi",
    people: "Từng người",
    peopleHint: "Tên, cơ quan báo chí, địa chỉ thư",
    picked: "Đã chọn riêng",
    full: "Chọn riêng được nhiều nhất 200 người. Muốn mời nhiều hơn, xin lập một danh sách.",
    found: "Tìm thấy",
    nobodyFound: (q: string) => `Không tìm thấy nhà báo nào khớp với “${q}”.`,
    isInvited: "đã mời",
    isUnsubscribed: "đã ngừng nhận giấy mời",
    preview: "Xem trước giấy mời",
    chosen: (people: number) => `${number(people)} người sẽ được mời.`,
    already: (people: number) => `${number(people)} người trong số đã chọn được mời từ trước.`,
  },
  preview: {
    title: "Xem trước giấy mời",
    lead: "Đây là đúng bức thư, mục lịch và danh sách người nhận. Chưa có gì được gửi.",
    send: (people: number) => `Gửi giấy mời cho ${number(people)} nhà báo`,
    back: "Chọn lại",
    already: (people: number) =>
      `${number(people)} người đã được mời từ trước nên không nhận thêm thư.`,
    letter: "Bức thư",
    calendar: "Trong lịch của người nhận",
    recipients: "Người nhận",
    recipientsOf: (people: number) => `${number(people)} người nhận`,
    who: "Nhà báo",
    language: "Tiếng",
    languages: { vi: "Việt", en: "Anh" },
    theirLetter: "Thư",
    shown: "đang xem",
    show: "Xem thư",
    nobody: "Chưa chọn ai để mời.",
    allInvited: "Những người đã chọn đều được mời từ trước.",
    changed:
      "Giấy mời đã khác đi kể từ lúc xem trước (cuộc họp vừa được sửa), nên chưa gửi gì. Xin xem trước lại; những người đã chọn vẫn còn nguyên.",
  },
  answer: {
    title: "Ghi câu trả lời",
    titleOf: (name: string) => `Ghi câu trả lời của ${name}`,
    lead: "Dành cho người trả lời qua điện thoại. Nhật ký ghi ai đã nhận câu trả lời này.",
    reply: "Câu trả lời",
    substitute: "Người đi thay",
    substituteHint: "Chỉ điền khi cử người khác tham dự.",
    note: "Ghi chú",
    record: "Ghi câu trả lời",
    recorded: (name: string) => `Đã ghi câu trả lời của ${name}.`,
  },
  reply: {
    title: "Trả lời giấy mời",
    to: (name: string, outlet: string | null) =>
      `Kính gửi ông/bà ${name}${outlet ? `, ${outlet}` : ""}`,
    from: (agency: string) => `${agency} trân trọng kính mời ông/bà tham dự.`,
    meeting: "Cuộc họp",
    calendar: "Tải tệp lịch",
    question: "Ông/bà có tham dự không?",
    change: "Đổi câu trả lời",
    answer: "Câu trả lời",
    substitute: "Họ tên người đi thay",
    substituteHint: "Chỉ điền khi cử người khác tham dự.",
    note: "Nhắn cơ quan tổ chức",
    noteHint: "Ví dụ: cần chỗ đặt máy quay, gửi trước câu hỏi.",
    submit: "Gửi câu trả lời",
    given: (answer: (string | null)[]) =>
      `Ông/bà đã trả lời: ${answer.filter(Boolean).join(" – ")}`,
    recordedAt: "Ghi nhận lúc",
    mayChange: "Có thể đổi câu trả lời đến khi cuộc họp bắt đầu.",
    askedAgain:
      "Thời gian hoặc địa điểm đã thay đổi sau câu trả lời trước. Xin ông/bà trả lời lại.",
    last: "Câu trả lời sau cùng được tính. Chỉ cơ quan tổ chức xem được. Không cần tài khoản.",
    otherMeetings: "Xem lịch họp báo",
  },
};
