import { numberIn } from "../numbers.ts";

const number = (n: number) => numberIn("vi", n);

export const contactReports = {
  fields: {
    phone: "Điện thoại",
    email: "Thư điện tử",
    position: "Chức vụ",
    name: "Họ tên",
    other: "Điều khác",
  },
  page: {
    title: "Báo thông tin liên hệ sai",
    lead: "Gọi không được, thư bị trả lại, người đã chuyển công tác? Xin cho biết: cán bộ sẽ kiểm tra rồi mới sửa.",
    link: "Báo thông tin sai",
    which: "Mục nào sai",
    noEntry: "Điều khác, hoặc thiếu người",
    field: "Sai ở đâu",
    proposal: "Đúng ra là gì",
    proposalHint:
      "Ví dụ: số điện thoại đúng, tên người mới. Biết là sai mà không biết số nào đúng: chọn “khác” ở trên và kể lại ở đây",
    note: "Vì sao biết",
    noteHint: "Ví dụ: đã gọi ngày nào, ai trả lời, nguồn ở đâu",
    email: "Địa chỉ thư của bạn, nếu muốn được trả lời",
    emailHint: "Chỉ dùng để trả lời một lần, rồi xóa.",
    website: "Để trống ô này",
    submit: "Gửi",
    privacy:
      "Không cần tài khoản. Không lưu địa chỉ mạng của bạn; ngoài những gì bạn viết ở đây, không giữ gì khác.",
    received: "Đã nhận. Cảm ơn bạn.",
    receivedLead:
      "Cán bộ phụ trách sẽ kiểm tra và quyết định. Trang công khai chỉ thay đổi sau khi kiểm tra.",
    back: "Về trang của cơ quan",
    another: "Báo thêm điều khác",
    problems: {
      "unknown-entry":
        "Mục ấy vừa không còn trên trang này. Xin xem lại danh sách bên dưới rồi chọn lại; những gì đã gõ vẫn còn nguyên.",
      "leave-empty": "Xin xóa ô “Để trống ô này” rồi gửi lại; những gì đã gõ vẫn còn nguyên.",
      "too-many":
        "Từ địa chỉ mạng này đã có nhiều lượt báo. Xin chờ mười lăm phút rồi gửi lại; những gì đã gõ vẫn còn nguyên.",
      "too-many-of-agency":
        "Hôm nay đã nhận nhiều lượt báo về cơ quan này và đang kiểm tra. Xin gửi lại vào ngày mai; những gì đã gõ vẫn còn nguyên.",
    },
  },
  desk: {
    title: "Người đọc báo sai",
    lead: "Những gì người đọc báo là sai, trong phạm vi của bạn. So sánh, rồi sửa hoặc để nguyên, và trả lời.",
    shelves: { open: "Chờ xem", decided: "Đã quyết định" },
    empty: {
      open: "Không có lời báo nào đang chờ",
      decided: "Chưa có lời báo nào được quyết định",
    },
    about: "Về",
    says: "Người đọc báo",
    when: "Nhận lúc",
    result: "Kết quả",
    look: "Xem và quyết định",
    decisions: { applied: "Đã sửa", declined: "Để nguyên" },
    count: (n: number) => `${number(n)} lời báo đang chờ`,
    home: "Người đọc báo thông tin sai",
  },
  report: {
    title: (field: string) => `Người đọc báo sai: ${field.toLowerCase()}`,
    compare: "So sánh",
    published: "Đang công bố",
    proposed: "Người đọc báo",
    row: "Mục",
    note: "Người đọc viết thêm",
    noNote: "Không viết gì thêm.",
    wantsAnswer:
      "Người đọc có để lại địa chỉ: câu trả lời sẽ được gửi tới đó, rồi địa chỉ được xóa.",
    noAnswer: "Người đọc không để lại địa chỉ: câu trả lời chỉ được lưu tại đây.",
    nobody: "Cả trang, hoặc thiếu người",
    apply: "Sửa theo lời báo",
    applyLead: "Mục cũ được đính chính bằng một mục mới; lịch sử công bố vẫn giữ nguyên.",
    byHand:
      "Lời báo này không sửa tự động được. Nếu đúng, xin sửa trong sổ của cơ quan trước, rồi ghi nhận ở đây.",
    toAgency: "Mở sổ của cơ quan",
    value: (field: string) => `${field} sẽ công bố`,
    valueHint: "Xin kiểm tra trước; có thể sửa lại cho đúng.",
    answer: "Trả lời người đọc",
    thanks: "Cảm ơn bạn. Chúng tôi đã kiểm tra và sửa thông tin này.",
    submitApply: "Sửa và trả lời",
    submitDone: "Đã sửa, trả lời người đọc",
    decline: "Để nguyên",
    declineAnswerHint: "Nói rõ vì sao thông tin đang công bố là đúng.",
    submitDecline: "Để nguyên và trả lời",
    done: { applied: "Đã sửa theo lời báo.", declined: "Đã để nguyên và ghi câu trả lời." },
    decided: (decision: string) => `Đã quyết định: ${decision.toLowerCase()}`,
    problems: {
      decided: "Lời báo này đã được quyết định rồi.",
      gone: "Mục này không còn trong sổ nên không sửa được.",
      annulled: "Mục này vừa được đính chính. Xin tải lại trang.",
    },
  },
  letter: {
    reader: "Bạn đọc",
    subject: (agency: string) => `Trả lời về thông tin liên hệ của ${agency}`,
    heading: { applied: "Đã sửa theo lời báo của bạn", declined: "Trả lời lời báo của bạn" },
    salutation: "Kính gửi bạn đọc,",
    lead: {
      applied: (agency: string) =>
        `Cảm ơn bạn đã báo thông tin liên hệ sai của ${agency}. Thông tin đã được kiểm tra và sửa.`,
      declined: (agency: string) =>
        `Cảm ơn bạn đã báo về thông tin liên hệ của ${agency}. Chúng tôi đã kiểm tra và giữ nguyên thông tin đang công bố.`,
    },
    factsLead: "Bạn đã báo:",
    closing: "Trân trọng.",
    footer:
      "Thư này được gửi một lần tới địa chỉ bạn để lại khi báo. Địa chỉ ấy đã được xóa khỏi lời báo.",
  },
};
