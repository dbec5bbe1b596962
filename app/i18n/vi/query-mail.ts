/** Press queries that come by mail, and the letter that tells the office of any that came. */
export const queryMail = {
  arrival: {
    subject: (number: string) => `Có câu hỏi báo chí mới, số ${number}`,
    heading: (number: string) => `Câu hỏi báo chí mới, số ${number}`,
    lead: "Một câu hỏi báo chí vừa gửi đến cơ quan và chưa có ai nhận xử lý.",
    channel: "Gửi qua",
    actionLead: "Mở câu hỏi trên bàn làm việc để nhận xử lý, phân công hoặc chuyển cơ quan khác.",
    action: "Mở câu hỏi",
    closing: "Thư này được gửi một lần cho mọi cán bộ đang có tài khoản của cơ quan.",
  },
  taking: {
    open: "Nhận làm câu hỏi báo chí",
    title: "Nhận làm câu hỏi báo chí",
    lead: "Câu hỏi được tính là đã nhận từ lúc thư đến. Người gửi được báo bằng thư là cơ quan đã nhận, kèm số và hạn.",
    agency: "Hỏi cơ quan",
    choose: "Chọn cơ quan",
    kind: "Loại",
    name: "Tên ngắn của câu hỏi",
    language: "Viết thư cho người hỏi bằng",
    reference: "Số, ngày của văn bản chuyển đến",
    referenceHint: "Bắt buộc với khiếu nại, tố cáo; khi đó nội dung thư không được chép vào sổ.",
    text: "Nội dung được chép vào câu hỏi",
    submit: "Nhận làm câu hỏi",
    done: (number: string, agency: string) => `Đã nhận làm câu hỏi số ${number} của ${agency}.`,
    noAgency: "Tài khoản của bạn không thuộc cơ quan nào nên không nhận câu hỏi được.",
    problems: {
      "unknown-agency": "Cơ quan này không thuộc phạm vi của bạn, hoặc không phải nơi thư gửi đến.",
      unread: "Không đọc được nội dung hoặc người gửi của thư này nên không nhận làm câu hỏi được.",
    },
  },
  letter: {
    title: "Thư gốc",
    see: "Xem thư đã gửi đến",
    sender: "Người gửi",
    verified: "máy chủ thư đã xác thực địa chỉ",
    unknown:
      "chưa xác thực địa chỉ: trước khi trả lời điều không công khai, xin gọi lại cho người hỏi",
  },
  asked: (number: string) => `Câu hỏi số ${number}`,
};
