import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);
const people = (n: number) => `${number(n)} người`;

interface Seated {
  name: string;
  people: number;
  subject: string;
  passed?: string;
  reason?: string;
}

/** Answers to invitations: what belongs to them, seats and the waiting list, lists and consent. */
export const answers = {
  fields: {
    place: "Tham dự bằng cách nào",
    places: { in_person: "Đến tận nơi", online: "Trực tuyến" },
    partySize: "Số người đến, kể cả ông/bà hoặc người đi thay",
    partyLimit: (most: number) => `Nhiều nhất ${people(most)} cho một cơ quan báo chí.`,
    seatsLeft: (left: number) => `Hiện còn ${number(left)} chỗ.`,
    noSeatsLeft: "Phòng hiện đã đủ người: câu trả lời mới sẽ vào danh sách chờ.",
    substitute: "Người đi thay",
    substituteHint: "Chỉ điền khi cử người khác tham dự.",
    substituteName: "Họ tên",
    paper: "Giấy tờ sẽ xuất trình",
    papers: { press_card: "Thẻ nhà báo", intro_letter: "Giấy giới thiệu" },
    paperNo: "Số thẻ hoặc số giấy",
    paperHint: "Không bắt buộc. Xin đừng gửi ảnh giấy tờ.",
    unsaid: "Chưa nói",
    equipment: "Thiết bị và phiên dịch",
    equipmentHint: "Để cơ quan tổ chức chuẩn bị chỗ đặt máy, ổ cắm và phiên dịch.",
    cameras: "Số máy quay",
    tripod: "Có chân máy",
    live: "Phát trực tiếp, cần ổ cắm điện",
    interpreter: "Cần phiên dịch sang",
    noInterpreter: "Không cần",
    languages: {
      en: "Tiếng Anh",
      zh: "Tiếng Trung",
      ko: "Tiếng Hàn",
      ja: "Tiếng Nhật",
      km: "Tiếng Khmer",
      fr: "Tiếng Pháp",
      sign: "Ngôn ngữ ký hiệu",
      other: "Ngôn ngữ khác (xin ghi ở phần nhắn)",
    },
  },
  said: {
    people,
    online: "trực tuyến",
    cameras: (n: number) => `${number(n)} máy quay`,
    tripod: "chân máy",
    live: "phát trực tiếp",
    interpreter: (language: string) =>
      `phiên dịch: ${language.charAt(0).toLowerCase()}${language.slice(1)}`,
  },
  via: {
    link: "qua liên kết trong thư",
    telephone: "qua điện thoại, cán bộ ghi lại",
    calendar: "qua nút trả lời của ứng dụng lịch",
  },
  trust: {
    verified: "đã xác thực địa chỉ gửi",
    matched: "đúng mã của thư",
    other_address: "trả lời từ địa chỉ khác",
  },
  page: {
    listed: (place: number) => `Ông/bà đang ở vị trí ${number(place)} của danh sách chờ`,
    listedFor: (n: number) =>
      `Phòng đã đủ người nên chưa có ${n === 1 ? "chỗ" : `${number(n)} chỗ`} cho ông/bà. Khi có người thôi dự hoặc thêm chỗ, chỗ trống được chia theo thứ tự trả lời và ông/bà nhận được thư ngay. Nhóm đông hơn số chỗ trống phải chờ đủ chỗ, nên nhóm ít người hơn đứng sau có thể được xếp trước.`,
    listedByQuota: (quota: number) =>
      `Mỗi cơ quan báo chí có nhiều nhất ${number(quota)} chỗ tại cuộc họp này, và cơ quan của ông/bà đã đủ. Khi đồng nghiệp cùng cơ quan thôi dự, ông/bà được xếp chỗ theo thứ tự và nhận được thư ngay.`,
    notComing: "Nếu chưa có chỗ trước giờ bắt đầu, xin liên hệ cơ quan tổ chức trước khi đến.",
    onlineMeanwhile: "Có thể đổi sang dự trực tuyến: không cần chỗ, không phải chờ.",
    tentative: "Câu trả lời này chưa giữ chỗ. Xin báo lại khi ông/bà chắc chắn.",
    askedAgain: (old: string, time: string) =>
      `Trước đây ông/bà đã trả lời “${old}” cho lịch ${time}. Câu trả lời đó không còn được tính.`,
    questionsAhead: "Gửi trước câu hỏi",
  },
  reasons: {
    "not-listed": "Người này không ở trong danh sách chờ.",
    "no-reason": "Xin ghi lý do.",
    over: "Cuộc họp không còn nhận người: đã bắt đầu, hoãn hoặc hủy.",
    "seats-taken": "Phòng không còn đủ chỗ. Có thể tăng số chỗ của phòng trước.",
  },
  letter: {
    subject: (title: string, time: string) => `[Đã có chỗ] ${title} - ${time}`,
    heading: "Thông báo đã có chỗ",
    lead: (n: number) =>
      n === 1
        ? "Cuộc họp mà ông/bà đang chờ nay đã có chỗ cho ông/bà:"
        : `Cuộc họp mà ông/bà đang chờ nay đã có đủ ${number(n)} chỗ:`,
    calendar: "Thời gian trong lịch của ông/bà không thay đổi.",
    free: "Nếu không dự được nữa, xin báo sớm tại liên kết sau để nhường chỗ cho người đang chờ:",
    answer: "Trả lời giấy mời",
    closing: "Rất mong được đón ông/bà./.",
  },
  desk: {
    counts: {
      invited: "đã mời",
      people: "người đến",
      online: "trực tuyến",
      tentative: "chưa chắc",
      declined: "không dự",
      substitute: "cử người thay",
      listed: "người chờ chỗ",
      silent: "chưa trả lời",
      askedAgain: "đang hỏi lại",
    },
    needs: "Cần chuẩn bị",
    needsOf: {
      cameras: "máy quay",
      tripods: "chân máy",
      plugs: "ổ cắm cho phát trực tiếp",
    },
    noNeeds: "Chưa ai báo cần thiết bị hay phiên dịch.",
    interpreted: (language: string, n: number) => `${language}: ${people(n)}`,
    show: {
      tentative: "Chưa chắc",
      listed: "Chờ chỗ",
      "asked-again": "Đang hỏi lại",
    },
    seats: {
      title: "Chỗ ngồi và danh sách chờ",
      open: "Chỗ ngồi, danh sách chờ",
      lead: "Chỗ trống được chia theo thứ tự trả lời, mỗi lần cho nhóm đầu tiên vừa đủ chỗ. Ai được xếp và ai bị vượt qua đều ghi trong nhật ký.",
      capacity: "Số chỗ của phòng",
      unlimited: "không giới hạn",
      taken: "Đã xếp",
      free: "Còn trống",
      changeCapacity: "Đổi số chỗ",
      quota: "Nhiều nhất bao nhiêu người của một cơ quan báo chí",
      quotaHint: (usual: number | null) =>
        usual
          ? `Để trống: theo cơ quan tổ chức, nhiều nhất ${people(usual)}. Ghi 0 nếu không giới hạn.`
          : "Để trống hoặc ghi 0 nếu không giới hạn.",
      usual: "Dùng cho cả các cuộc họp khác của cơ quan",
      save: "Lưu",
      saved: "Đã lưu. Ai vừa có chỗ đã được gửi thư.",
      listed: "Danh sách chờ",
      nobody: "Không ai phải chờ.",
      who: "Nhà báo",
      people: "Số người",
      since: "Chờ từ",
      act: "Xếp trước",
    },
    byHand: {
      title: (name: string) => `Xếp chỗ trước cho ${name}`,
      lead: "Chỉ dùng khi có lý do chính đáng: người này được xếp trước những người đang chờ phía trên. Lý do và tên người xếp được ghi vào nhật ký.",
      passed: (names: string) => `Những người đang chờ phía trên: ${names}.`,
      first: "Không ai chờ phía trên người này.",
      reason: "Lý do",
      submit: "Xếp chỗ và gửi thư",
      done: (name: string) => `Đã xếp chỗ cho ${name}.`,
    },
    history: "Các câu trả lời đã nhận",
    older: "cho phiên bản cũ, không tính",
    guestList: {
      title: "Danh sách khách",
      open: "Danh sách khách để in",
      caption: "Những người sẽ đến",
      name: "Họ tên",
      outlet: "Cơ quan báo chí",
      people: "Số người",
      needs: "Thiết bị, phiên dịch",
      answer: "Trả lời",
      seen: "Có mặt",
      insteadOf: (name: string) => `thay ${name}`,
      listed: "Đang chờ chỗ (chưa có chỗ)",
      nobody: "Chưa có ai nhận lời.",
    },
  },
  choose: {
    outlets: "Cơ quan báo chí",
    languages: "Ngôn ngữ nhận thư",
    narrow: "Chỉ mời trong số những người đã chọn theo danh sách, lĩnh vực",
    quota: "Nhiều nhất mỗi cơ quan báo chí",
    quotaBlank: "Không giới hạn",
    quotaPeople: (n: number) => `${people(n)} mỗi cơ quan`,
    over: (outlets: number) =>
      `${number(outlets)} cơ quan báo chí có nhiều người được chọn hơn mức của cuộc họp.`,
    overLead: "Có thể mời tất cả (chỗ vẫn chia theo mức), hoặc bớt theo thứ tự tên:",
    anyLanguage: "Mọi ngôn ngữ",
    trimTo: (n: number) => `Chỉ mời ${people(n)} mỗi cơ quan`,
    trimmed: (n: number) => `${people(n)} được bớt theo mức của từng cơ quan.`,
    isSuppressed: "địa chỉ không nhận thư",
    awaitsConsent: "chưa có sự đồng ý",
  },
  consent: {
    none: "Chưa có sự đồng ý: không được mời",
    noneLead:
      "Người này được nhập từ tệp không kèm bằng chứng đồng ý. Ghi ngày và hình thức đồng ý rồi lưu thì mới được mời.",
    source: "Nơi lưu bằng chứng",
    sourceHint: "Ví dụ: sổ đăng ký 2026, tờ 12; công văn 45/BC của tòa soạn.",
  },
  suppression: {
    title: "Địa chỉ không nhận thư",
    lead: "Những địa chỉ không được gửi thư mời: do chính người nhận muốn vậy, hoặc do địa chỉ không còn dùng được. Không có lý do nào khác, và không ghi nhận xét về ai.",
    caption: "Các địa chỉ không nhận thư",
    email: "Địa chỉ",
    who: "Trong sổ",
    ground: "Lý do",
    grounds: {
      unsubscribed_by_link: "Tự ngừng nhận, qua liên kết",
      unsubscribed_by_mail: "Tự ngừng nhận, qua thư",
      asked_by_telephone: "Đề nghị qua điện thoại",
      dead_address: "Địa chỉ không còn dùng được",
    },
    since: "Từ",
    by: "Người ghi",
    act: "Bỏ khỏi danh sách",
    add: "Ghi một địa chỉ",
    addLead:
      "Khi có người gọi điện đề nghị ngừng gửi thư, hoặc khi biết chắc địa chỉ không còn dùng được.",
    submit: "Không gửi thư đến địa chỉ này",
    added: (email: string) => `Từ nay không gửi thư mời đến ${email}.`,
    already: "Địa chỉ này đã có trong danh sách.",
    nobody: "Không có địa chỉ nào.",
    lift: (email: string) => `Gửi thư lại cho ${email}`,
    liftLead:
      "Chỉ bỏ khi chính người nhận muốn nhận thư lại, hoặc khi địa chỉ đã dùng được. Nhập tệp hay ghi lại vào sổ không bỏ được.",
    liftReason: "Người nhận nói gì, hoặc đã sửa được gì",
    liftSubmit: "Gửi thư lại",
    lifted: (email: string) => `${email} lại nhận được thư.`,
    accepted:
      "Ai đã nhận lời dự một cuộc họp rồi ngừng nhận thư vẫn được báo khi cuộc họp đó đổi giờ, đổi nơi; cuộc họp bị hoãn hoặc hủy thì báo cho mọi người đã được mời; địa chỉ không còn dùng được thì không gửi gì, cần gọi điện.",
  },
};

export const answerActs = {
  "invitation.seated": ({ name, people: n, subject, passed, reason }: Seated) =>
    [
      `Xếp ${number(n)} chỗ cho ${name} tại cuộc họp “${subject}”.`,
      passed && `Đứng trước nhưng chưa vừa chỗ: ${passed}.`,
      reason && `Lý do: ${reason}`,
    ]
      .filter(Boolean)
      .join(" "),
  "meeting.quota-set": ({ subject, quota }: { subject: string; quota: number | null }) =>
    quota
      ? `Đặt mức nhiều nhất ${number(quota)} người một cơ quan báo chí cho cuộc họp “${subject}”.`
      : `Bỏ mức riêng về số người một cơ quan báo chí của cuộc họp “${subject}”.`,
  "address.suppressed": ({ email, ground }: { email: string; ground: string }) =>
    `Ngừng gửi thư đến ${email}: ${answers.suppression.grounds[ground as "dead_address"] ?? ground}.`,
  "address.released": ({ email, reason }: { email: string; reason: string }) =>
    `Gửi thư lại cho ${email}: ${reason}`,
};
