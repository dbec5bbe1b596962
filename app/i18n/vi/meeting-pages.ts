import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

interface Tally {
  invited: number;
  coming: number;
  substitute: number;
  declined: number;
  waiting: number;
}

const named = (names: string[]) => names.join("; ");

/** What the pages of meetings say. */
export const meetingPages = {
  toConfirm: "Chờ xác nhận đã tổ chức",
  tally: ({ invited, coming, substitute, declined, waiting }: Tally) =>
    invited === 0
      ? "Chưa mời ai"
      : `${number(coming + substitute)} dự, ${number(declined)} không, ${number(waiting)} chưa trả lời`,
  list: {
    title: "Cuộc họp",
    plan: "Lên lịch họp",
    urgent: "Họp báo đột xuất",
    search: "Tìm theo nội dung, cơ quan, địa điểm, người",
    when: { coming: "Sắp tới", past: "Đã qua", all: "Tất cả" },
    time: "Thời gian",
    subject: "Nội dung",
    kind: "Hình thức",
    phase: "Tình trạng",
    answers: "Trả lời",
    empty: {
      coming: "Chưa có cuộc họp nào sắp tới. Bấm “Lên lịch họp” để bắt đầu.",
      past: "Chưa có cuộc họp nào đã qua.",
      all: "Chưa có cuộc họp nào. Bấm “Lên lịch họp” để bắt đầu.",
    },
    nothingFound: (q: string) => `Không có cuộc họp nào khớp với “${q}”.`,
    withoutSearch: "Xem cả danh sách",
  },
  agency: {
    label: "Cơ quan tổ chức",
    province: "Tỉnh, thành phố",
    none: "Xin chọn",
    choose: "Chọn",
  },
  form: {
    newTitle: "Lên lịch họp",
    newLead: "Cuộc họp được lưu thành dự thảo; chỉ khi công bố thì công chúng và báo chí mới thấy.",
    subjectHint: "Trích yếu trên một dòng, như trên giấy mời.",
    descriptionHint: "Hiện trên trang công khai và trong giấy mời.",
    zoneSummary: "Giờ Việt Nam; chọn múi giờ khác nếu cần",
    zoneHint: "Giờ bắt đầu và kết thúc ở trên được hiểu theo múi giờ này.",
    venueBlank: "hoặc liên kết",
    onlineBlank: "hoặc địa điểm",
    venueHint: "Hội trường, số nhà, đường, phường.",
    onlineHint: "Chỉ người được mời thấy liên kết này.",
    room: "Chỗ ngồi, bản đồ, lối vào",
    accessHint: "Cổng nào, tầng mấy, chỗ để xe, lối cho xe lăn, chỗ đặt máy quay.",
    answerByHint:
      "Gợi ý: 16 giờ ngày làm việc liền trước. Sau hạn, câu trả lời vẫn được nhận đến giờ họp.",
    chairHint: "Họ và tên, chức vụ nếu cần.",
    spokespersonHint: "Chỉ gồm những người được phát ngôn vào giờ bắt đầu.",
    nobodyYet: "Chưa chọn",
    notAtThatHour: (name: string) => `${name} (không được phát ngôn vào giờ này)`,
    nobodyMaySpeak:
      "Vào giờ này cơ quan chưa có ai được phát ngôn. Vẫn lưu được; hãy ghi nhận quyết định hoặc văn bản ủy quyền rồi chọn sau.",
    maySpeak: (names: string[]) =>
      names.length > 0
        ? `Người này không được phát ngôn vào giờ bắt đầu. Vào giờ đó được phát ngôn: ${named(names)}.`
        : "Người này không được phát ngôn vào giờ bắt đầu. Vào giờ đó cơ quan chưa có ai được phát ngôn.",
    plan: "Lưu dự thảo",
    planned: "Đã lưu dự thảo. Xem lại rồi công bố.",
  },
  edit: {
    title: "Sửa cuộc họp",
    whoIsTold: (people: number) =>
      `Nếu đổi hình thức, nội dung, thời gian, địa điểm, liên kết, người chủ trì hay người phát ngôn, ${number(people)} nhà báo đã mời sẽ nhận thư báo thay đổi. Đổi thời gian hoặc địa điểm thì họ được hỏi lại có tham dự không. Trước khi gửi sẽ hỏi lại một lần.`,
    tell: "Báo cho người được mời cả khi chỉ đổi bản đồ, lối vào",
    tellHint: "Không đánh dấu: bản đồ, lối vào được sửa mà không gửi thư.",
    willTell: (people: number) =>
      `Lưu lại sẽ gửi thư báo thay đổi cho ${number(people)} nhà báo đã mời.`,
    about: (details: string[]) => `Thư báo thay đổi về: ${details.join(", ")}.`,
    asksAgain: "Câu trả lời trước đây không còn tính; mọi người được hỏi lại có tham dự không.",
    saveAndSend: (people: number) => `Lưu và gửi thư cho ${number(people)} nhà báo`,
    newTime: "Ấn định thời gian mới",
    reason: "Lý do dời lịch",
    reasonHint:
      "Cần ghi khi đổi giờ một cuộc họp đã công bố. Lý do hiện trên trang công khai và trong thư.",
    theirs: (name: string, when: string) => `${name} vừa lưu cuộc họp này lúc ${when}`,
    bothKept: "Chưa có gì bị mất. Xem hai bản rồi lưu lại; chỉ những mục dưới đây khác nhau.",
    stored: "Bản đã lưu",
    yours: "Bản của bạn, đang nằm trong biểu mẫu",
    taken: (details: string[]) =>
      `Đã lấy theo bản mới những mục bạn không sửa: ${details.join(", ")}.`,
    blank: "để trống",
    saved: (letters: number) =>
      letters > 0 ? `Đã lưu. ${number(letters)} thư báo thay đổi đang được gửi đi.` : "Đã lưu.",
  },
  urgent: {
    title: "Họp báo đột xuất",
    lead: "Bấm một nút: cuộc họp được công bố và giấy mời đi ngay.",
    subjectHint: "Việc gì, ở đâu, trên một dòng.",
    duration: "Kéo dài",
    minutes: (minutes: number) => `${minutes} phút`,
    whom: "Gửi giấy mời cho",
    call: "Công bố và gửi giấy mời",
    nobody: "Chưa chọn ai để mời. Xin đánh dấu ít nhất một danh sách hoặc lĩnh vực có người nhận.",
    called: (people: number) => `Đã công bố. ${number(people)} giấy mời đang được gửi đi.`,
    preview: {
      show: "Xem trước giấy mời",
      frame: "Giấy mời xem trước",
      before:
        "Bấm “Xem trước giấy mời” để đọc tại đây đúng bức thư sẽ gửi đi. Chưa có gì được gửi.",
      notYet: "Chưa xem trước được:",
      nobody: "Chưa chọn ai để mời.",
    },
  },
  meeting: {
    facts: "Thông tin cuộc họp",
    publicAddress: "Trang công khai:",
    change: "Sửa",
    cancel: "Hủy cuộc họp",
    cancelled: "Cuộc họp đã bị hủy",
    because: (reason: string) => `Lý do: ${reason}`,
    next: "Việc tiếp theo",
    nextAnnounce:
      "Công bố cuộc họp: từ lúc đó cuộc họp hiện trên trang công khai và có thể mời nhà báo.",
    announce: "Công bố cuộc họp",
    announced: "Đã công bố cuộc họp. Nay có thể mời nhà báo.",
    schedule: "Chốt lịch",
    scheduled: "Đã chốt lịch trong cơ quan. Công chúng chưa thấy cuộc họp này.",
    postpone: "Hoãn",
    postponed: "Cuộc họp đang hoãn",
    newTime: "Ấn định thời gian mới",
    nextNewTime: "Khi có thời gian mới, ấn định lại: mọi người đã mời được báo và hỏi lại.",
    rescheduled: (from: string) => `Đã dời từ ${from}`,
    history: "Diễn biến",
    nextInvite: "Mời nhà báo: mỗi người nhận một giấy mời riêng kèm tệp lịch.",
    invite: "Mời nhà báo",
    nextInviteMore: "Theo dõi câu trả lời; có thể mời thêm đến khi cuộc họp bắt đầu.",
    inviteMore: "Mời thêm nhà báo",
    nextHold: "Giờ bắt đầu đã qua. Ghi nhận rằng cuộc họp đã được tổ chức.",
    hold: "Ghi nhận đã tổ chức",
    held: "Đã ghi nhận cuộc họp được tổ chức.",
    draftOver: "Giờ bắt đầu đã qua mà cuộc họp chưa được công bố. Chỉ còn có thể hủy dự thảo này.",
  },
  postponement: {
    title: "Hoãn cuộc họp",
    finally: "Hoãn là chưa có thời gian mới",
    publicly: "Trang công khai sẽ ghi cuộc họp đang hoãn, kèm lý do, và không còn nêu giờ cũ.",
    told: (people: number) =>
      `${number(people)} người đã mời sẽ nhận thư báo hoãn kèm lý do, và tệp lịch gỡ giờ cũ khỏi lịch của họ. Khi ấn định thời gian mới, họ được mời lại.`,
    nobodyTold: "Không ai được gửi thư.",
    who: "Xem những ai",
    reason: "Lý do hoãn",
    reasonHint: "Lý do này được ghi nguyên văn trong thư.",
    submit: (people: number) =>
      people > 0 ? `Hoãn và gửi ${number(people)} thư báo hoãn` : "Hoãn cuộc họp",
    keep: "Không hoãn",
    done: (letters: number) =>
      letters > 0
        ? `Đã hoãn cuộc họp. ${number(letters)} thư báo hoãn đang được gửi đi.`
        : "Đã hoãn cuộc họp.",
  },
  cancellation: {
    title: "Hủy cuộc họp",
    finally: "Đã hủy thì không khôi phục được",
    publicly: "Trang công khai sẽ ghi cuộc họp đã hủy, kèm lý do.",
    onlyDraft: "Cuộc họp chưa công bố nên công chúng không thấy gì.",
    told: (people: number) =>
      `${number(people)} người đã mời sẽ nhận thư báo hủy kèm lý do, và tệp lịch gỡ cuộc họp khỏi lịch của họ.`,
    nobodyTold: "Không ai được gửi thư.",
    who: "Xem những ai",
    reason: "Lý do hủy",
    reasonHint: "Lý do này được ghi nguyên văn trong thư.",
    submit: (people: number) =>
      people > 0 ? `Hủy và gửi ${number(people)} thư báo hủy` : "Hủy cuộc họp",
    keep: "Không hủy",
    done: (letters: number) =>
      letters > 0
        ? `Đã hủy cuộc họp. ${number(letters)} thư báo hủy đang được gửi đi.`
        : "Đã hủy cuộc họp.",
  },
  facts: {
    agency: "Cơ quan",
    time: "Thời gian",
    noTimeYet: (old: string) => `Chưa có thời gian mới (trước đây: ${old})`,
    seats: (seats: number) => `${number(seats)} chỗ`,
    map: "Xem bản đồ",
    online: "Có; liên kết được gửi cho người được mời",
  },
  site: {
    title: "Lịch họp báo",
    lead: "Các cuộc họp báo, giao ban và họp mặt báo chí do cơ quan hành chính địa phương tổ chức.",
    when: { coming: "Sắp tới", past: "Đã qua" },
    empty: {
      coming: "Hiện chưa có cuộc họp nào được công bố cho thời gian tới.",
      past: "Chưa có cuộc họp nào đã qua.",
    },
    province: "Tỉnh, thành phố",
    wholeCountry: "Cả nước",
    over: "Đã qua",
    cancelled: "Cuộc họp này đã bị hủy",
    postponed: "Cuộc họp này đang hoãn",
    rescheduled: (from: string) => `Cuộc họp này đã dời từ ${from}`,
    because: (reason: string) => `Lý do: ${reason}`,
    forPress:
      "Cuộc họp dành cho nhà báo, phóng viên được mời. Người được mời trả lời bằng liên kết trong giấy mời.",
  },
};
