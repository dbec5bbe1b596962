interface Opening {
  agency: string;
  received: string;
  kind: string;
  title: string;
  reference: string | null;
}

export const queryLetters = {
  salutation: (name: string | null) => (name ? `Kính gửi ông/bà ${name},` : "Kính gửi quý vị,"),
  closing: "Trân trọng.",
  footer: "Thư này liên quan đến câu hỏi báo chí gửi cơ quan; xin không chuyển tiếp liên kết.",
  page: "Mở trang của câu hỏi",
  pageLead: "Xem tình trạng, rút câu hỏi, hoặc cho biết đã được trả lời hay chưa:",
  verdictLead: "Xin cho biết câu hỏi đã được trả lời hay chưa:",
  question: "Câu hỏi",
  received: "Nhận lúc",
  byLaw: "Hạn của luật",
  byHouse: "Cơ quan tự hẹn trả lời chậm nhất",
  promised: "Cơ quan hẹn trả lời trước",
  until: (at: string, ref: string) => `chậm nhất ${at} (${ref})`,
  noNumber: "luật không định số ngày",
  afterConclusion: "tính từ ngày có kết luận",
  speaks: "Người phát ngôn",
  ground: "Căn cứ từ chối",
  legalRef: "Theo",
  nextAt: "Trả lời tiếp trước",
  opensAt: "Công khai từ",
  kept: "Các thời hạn tính từ thời điểm nhận ban đầu.",
  check: {
    subject: "Xác nhận địa chỉ để gửi câu hỏi",
    heading: "Xác nhận địa chỉ của ông/bà",
    lead: (agency: string) => `Có người dùng địa chỉ này để gửi câu hỏi cho ${agency}.`,
    until: "Liên kết dùng đến",
    actionLead: "Nếu đúng là ông/bà, xin xác nhận:",
    action: "Xác nhận và gửi",
    closing: "Nếu không phải, xin bỏ qua thư này: câu hỏi sẽ không đến cơ quan.",
  },
  receipt: {
    subject: (n: string) => `Đã nhận câu hỏi số ${n}`,
    heading: (n: string) => `Đã nhận câu hỏi số ${n}`,
    lead: "Câu hỏi của ông/bà đã đến cơ quan.",
    closing: "Câu hỏi chỉ ông/bà và cơ quan đọc được cho đến khi trả lời xong.",
  },
  promise: {
    subject: (n: string) => `Hẹn trả lời câu hỏi số ${n}`,
    heading: "Hẹn trả lời",
    lead: (at: string) => `Cơ quan hẹn trả lời ông/bà trước ${at}.`,
    reason: "Lý do",
  },
  holding: {
    subject: (n: string) => `Trả lời bước đầu câu hỏi số ${n}`,
    heading: "Trả lời bước đầu",
    lead: (at: string) => `Về câu hỏi của ông/bà nhận lúc ${at}, cơ quan trả lời bước đầu:`,
  },
  answer: {
    subject: (n: string) => `Trả lời câu hỏi số ${n}`,
    heading: "Trả lời câu hỏi",
    lead: (at: string) => `Về câu hỏi của ông/bà nhận lúc ${at}, cơ quan trả lời:`,
  },
  refusal: {
    subject: (n: string) => `Về việc từ chối trả lời câu hỏi số ${n}`,
    heading: "Từ chối cung cấp thông tin",
    lead: (at: string) =>
      `Về câu hỏi của ông/bà nhận lúc ${at}, cơ quan từ chối cung cấp thông tin, với căn cứ và lý do sau:`,
  },
  forwarded: {
    subject: (n: string) => `Câu hỏi đã chuyển cơ quan khác, số mới ${n}`,
    heading: "Câu hỏi đã được chuyển",
    lead: (from: string, to: string, n: string) =>
      `${from} đã chuyển câu hỏi của ông/bà đến ${to}, cơ quan có thẩm quyền trả lời. Số mới: ${n}.`,
  },
  moved: {
    subject: (n: string) => `Cơ quan tiếp nhận câu hỏi, số mới ${n}`,
    heading: "Cơ quan khác tiếp nhận câu hỏi",
    lead: (from: string, to: string, n: string) =>
      `${from} thôi hoạt động; ${to} tiếp tục trả lời câu hỏi của ông/bà. Số mới: ${n}.`,
  },
  task: {
    subject: (n: string) => `Yêu cầu cung cấp thông tin trả lời báo chí, số ${n}`,
    heading: "Yêu cầu cung cấp thông tin",
    lead: "Người phát ngôn cần thông tin sau để trả lời báo chí.",
    until: "Trước",
    duty: "Đơn vị có trách nhiệm cung cấp đầy đủ, kịp thời, chính xác. Việc nào chưa rõ xin ghi là chưa rõ.",
    actionLead: "Trả lời tại:",
    action: "Cung cấp thông tin",
  },

  paper: {
    title: {
      holding: "Trả lời bước đầu",
      answer: "Trả lời báo chí",
      refusal: "Từ chối cung cấp thông tin",
    },
    about: {
      holding: (title: string) => `V/v trả lời bước đầu: ${title}`,
      answer: (title: string) => `V/v trả lời: ${title}`,
      refusal: (title: string) => `V/v từ chối cung cấp thông tin: ${title}`,
    },
    opening: ({ agency, received, kind, title, reference }: Opening) =>
      `${received}, ${agency} nhận được ${kind}${reference ? ` (văn bản ${reference})` : ""} với nội dung: “${title}”. Về việc này, ${agency} có ý kiến như sau:`,
    ground: "Căn cứ từ chối: ",
    reason: "Lý do:",
    next: (at: string) => `Cơ quan sẽ trả lời tiếp trước ${at}.`,
    end: (agency: string) => `${agency} trân trọng thông báo để quý cơ quan biết./.`,
  },
};
