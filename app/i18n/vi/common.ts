export const common = {
  product: "Phát Ngôn",
  tagline: "Người phát ngôn và họp báo của chính quyền địa phương",
  demoLabel: "Dữ liệu mẫu",
  demoNotice: "Dữ liệu mẫu: mọi người, tòa soạn và cuộc họp ở đây đều không có thật.",
  skipToContent: "Đến nội dung chính",
  language: { other: "English" },
  display: {
    label: "Hiển thị",
    smaller: "Chữ nhỏ hơn",
    normal: "Chữ thường",
    larger: "Chữ lớn hơn",
    contrast: "Tương phản cao",
  },
  required: "bắt buộc",
  optional: "không bắt buộc",
  save: "Lưu",
  cancel: "Thôi",
  back: "Quay lại",
  search: "Tìm",
  filter: "Lọc",
  copy: "Sao chép",
  copied: "Đã sao chép",
  pager: {
    label: "Phân trang",
    page: (page: number, pages: number) => `Trang ${page}/${pages}`,
    previous: "Trang trước",
    next: "Trang sau",
  },
  problems: {
    required: "Xin điền mục này.",
    "too-long": (limit: number) =>
      `Dài quá: tối đa ${limit.toLocaleString("vi-VN")} ký tự. Những gì đã gõ vẫn còn nguyên.`,
    "not-an-email":
      "Đây chưa phải là một địa chỉ thư điện tử (ví dụ: ten@coquan.gov.vn), viết trên một dòng.",
    "not-a-day": "Không có ngày này. Xin viết như 25/11/2026.",
    "not-a-count": "Xin ghi một số nguyên lớn hơn 0, như 120.",
    "not-a-time": "Không có giờ này. Xin viết như 08:30 25/11/2026.",
    "not-a-url": "Đây chưa phải là một địa chỉ web (bắt đầu bằng https://).",
    "social-network":
      "Vụ việc chỉ về bài của cơ quan báo chí: không nhận liên kết mạng xã hội.",
    "not-a-choice": "Xin chọn một trong các mục có sẵn.",
    "not-a-phone": "Số điện thoại chỉ gồm chữ số, dấu cách, dấu chấm, ngoặc và dấu +.",
    "line-break": "Mục này chỉ có một dòng.",
    form: "Chưa lưu được. Xin xem các mục được đánh dấu; những gì đã gõ vẫn còn nguyên.",
  },
  errors: {
    400: {
      title: "Chưa hiểu được yêu cầu",
      text: "Địa chỉ hoặc nội dung gửi lên không đúng dạng.",
    },
    403: {
      title: "Không được phép",
      text: "Tài khoản này không có quyền làm việc đó, hoặc yêu cầu được gửi từ một trang khác.",
    },
    404: {
      title: "Không tìm thấy",
      text: "Trang này không có, đã được dời đi, hoặc không thuộc phạm vi của bạn.",
    },
    405: { title: "Không làm được", text: "Địa chỉ này không nhận yêu cầu kiểu đó." },
    409: {
      title: "Không còn làm được",
      text: "Tình hình đã thay đổi. Xin tải lại trang và xem lại.",
    },
    413: {
      title: "Nội dung quá lớn",
      text: "Chưa có gì được lưu. Bấm Quay lại trong trình duyệt: những gì đã gõ vẫn còn; rút ngắn rồi gửi lại.",
    },
    429: { title: "Quá nhiều yêu cầu", text: "Xin chờ một phút rồi thử lại." },
    500: {
      title: "Có lỗi ở phía chúng tôi",
      text: "Lỗi đã được ghi lại. Việc vừa làm chưa được lưu; xin thử lại sau ít phút.",
    },
    503: { title: "Chưa sẵn sàng", text: "Hệ thống đang khởi động. Xin thử lại sau ít giây." },
    home: "Về trang tra cứu",
  },
};
