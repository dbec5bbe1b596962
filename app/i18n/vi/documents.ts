export const documents = {
  file: "Tệp văn bản",
  fileHint: "PDF, Word (.docx), Excel (.xlsx) hoặc ảnh chụp, không quá 20 MB.",
  pressFileHint:
    "PDF, Word (.docx), Excel (.xlsx), ảnh PNG, JPEG, văn bản thuần (.txt) hoặc phụ đề WebVTT (.vtt) mã UTF-8, âm thanh MP3, video MP4; không quá 20 MB.",
  problems: {
    "file-too-large": "Tệp lớn hơn 20 MB. Xin nén hoặc quét lại với độ phân giải thấp hơn.",
    "file-empty": "Tệp này rỗng, không có nội dung.",
    "file-unknown-type":
      "Tệp này không phải PDF, Word (.docx), Excel (.xlsx) hay ảnh PNG, JPEG. Đổi đuôi tên tệp không thay được nội dung; xin xuất ra PDF rồi gửi lại.",
    "file-not-utf8":
      "Tệp văn bản này không theo bảng mã UTF-8. Xin lưu lại với bảng mã UTF-8 rồi gửi lại.",
    "file-bomb":
      "Tệp nén này bung ra lớn bất thường nên không được nhận. Xin xuất ra PDF rồi gửi lại.",
    "file-macro":
      "Tệp này có macro hoặc chương trình nhúng. Xin lưu lại không có macro, tốt nhất là PDF.",
  },
};
