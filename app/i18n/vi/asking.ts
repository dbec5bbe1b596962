const number = (n: number) => n.toLocaleString("vi-VN");

export const asking = {
  ask: "Gửi câu hỏi cho cơ quan này",
  askLead: "Dành cho nhà báo. Câu hỏi chỉ bạn và cơ quan đọc được cho đến khi trả lời xong.",
  title: "Gửi câu hỏi",
  lead: (agency: string) => `Gửi ${agency}.`,
  how: "Địa chỉ thư của bạn được kiểm tra bằng một liên kết, dùng trong 24 giờ. Chưa xác nhận thì câu hỏi chưa đến cơ quan.",
  privacy:
    "Câu hỏi là của riêng bạn đến khi được trả lời và thêm ít ngày nữa; sau đó câu hỏi và trả lời được công khai. Điện thoại và thư điện tử không bao giờ công khai.",
  submit: "Gửi câu hỏi",
  sent: "Xin mở thư để xác nhận",
  sentLead:
    "Nếu địa chỉ đúng, một thư đã được gửi đi. Bấm liên kết trong thư để câu hỏi đến cơ quan.",
  another: "Gửi câu hỏi khác",
  website: "Trang web (để trống)",
  problems: {
    "leave-empty": "Ô này để trống. Những gì đã gõ ở các ô khác vẫn còn.",
    "too-fast": "Xin xem lại một lần rồi gửi lại: những gì đã gõ vẫn còn nguyên.",
    "too-many":
      "Bạn đã gửi nhiều câu hỏi trong một giờ. Xin chờ rồi gửi lại; những gì đã gõ vẫn còn.",
    "too-many-of-address":
      "Địa chỉ thư này đã nhận nhiều thư xác nhận hôm nay. Xin thử lại ngày mai.",
    "too-many-of-agency":
      "Cơ quan này đang nhận quá nhiều câu hỏi. Xin thử lại ngày mai, hoặc gọi điện.",
    "no-text-of-complaint":
      "Khiếu nại, tố cáo chỉ gửi số, ngày của văn bản. Xin xóa phần nội dung để không lộ tên công dân.",
  },
  check: {
    title: "Xác nhận địa chỉ",
    lead: "Bấm nút để câu hỏi này đến cơ quan.",
    submit: "Đúng là tôi, gửi câu hỏi",
    done: "Câu hỏi đã đến cơ quan",
    doneLead: (n: string) => `Số ${n}. Trang riêng của câu hỏi ở liên kết dưới đây.`,
    toPage: "Mở trang của câu hỏi",
    again: "Gửi lại câu hỏi",
  },
  asked: {
    title: "Câu hỏi của bạn",
    secret: "Liên kết này là chìa khóa: chỉ người có nó mở được trang này.",
    answers: "Cơ quan đã nói gì",
    none: "Chưa có trả lời.",
    verdict: "Câu hỏi đã được trả lời chưa?",
    verdictLead: "Chỉ câu hỏi bạn xác nhận mới được tính là đã trả lời.",
    confirm: "Đã được trả lời",
    confirmed: "Bạn đã xác nhận là được trả lời, lúc",
    dispute: "Chưa được trả lời",
    disputeWhy: "Còn thiếu điều gì?",
    disputeSubmit: "Chưa được trả lời, mở lại",
    disputed: "Bạn cho biết chưa được trả lời, lúc",
    withdraw: "Rút câu hỏi",
    withdrawLead: "Câu hỏi sẽ đóng lại và không được trả lời nữa.",
    release: "Cho công khai ngay",
    releaseLead: (at: string) =>
      `Câu hỏi là của riêng bạn đến ${at}. Bài đã đăng thì bạn có thể cho công khai ngay.`,
    went: (agency: string, n: string) =>
      `Câu hỏi đã chuyển đến ${agency}, ở đó mang số ${n}; thời điểm nhận giữ nguyên.`,
    wentTo: "Mở trang của câu hỏi ở cơ quan ấy",
    opened: "Câu hỏi và trả lời đã công khai",
    state: "Tình trạng",
    paper: "Tải văn bản (.docx)",
  },
  public: {
    title: "Câu hỏi và trả lời",
    list: "Câu hỏi của báo chí đã công khai",
    listLead: (agency: string) =>
      `Câu hỏi gửi ${agency} và trả lời, công khai sau thời gian dành riêng cho nhà báo.`,
    counts: (total: number, confirmed: number) =>
      `${number(confirmed)} trong ${number(total)} câu hỏi được chính người hỏi xác nhận là đã trả lời.`,
    empty: "Chưa có câu hỏi nào được công khai",
    link: "Câu hỏi của báo chí",
    journalist: "một nhà báo",
    asker: "Người hỏi",
    asked: "Hỏi lúc",
    answered: "Trả lời lúc",
    ground: "Căn cứ từ chối",
    late: "Trả lời sau hạn của luật.",
    inTime: "Trả lời trong hạn của luật.",
    confirmed: "Người hỏi xác nhận đã được trả lời.",
    disputed: "Người hỏi cho biết chưa được trả lời đầy đủ.",
    unconfirmed: "Người hỏi chưa xác nhận.",
    quote: "Trích dẫn xin nêu tên người phát ngôn và cơ quan.",
    answer: "Trả lời",
    refusal: "Từ chối",
    question: "Câu hỏi",
  },
};
