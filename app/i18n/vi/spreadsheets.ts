/** What may be wrong with a sheet itself, whatever it is a list of. */
export const spreadsheets = {
  line: "Dòng",
  column: "Cột",
  problem: "Điều cần sửa",
  wholeLine: "cả dòng",
  more: (n: string) => `… và ${n} mục nữa.`,
  form: {
    file: "Tệp Excel (.xlsx) hoặc CSV",
    fileHint:
      "Excel không có macro, và không có công thức ở các cột được dùng; hoặc CSV: UTF-8, Unicode của Excel hay Windows-1258, dấu phẩy, chấm phẩy hay tab.",
    text: "Hoặc dán bảng vào đây",
    textHint: "Dán thẳng từ Excel cũng được.",
    check: "Kiểm tra",
    checkAgain: "Kiểm tra lại",
    nothing: "Xin chọn một tệp, hoặc dán bảng vào ô.",
    changed: "Nội dung đã khác với lúc kiểm tra, nên chưa ghi gì. Đây là kết quả kiểm tra mới.",
    unreadable: "Chưa đọc được tệp này. Chưa ghi gì vào sổ.",
    bad: (problems: string) => `${problems} điều cần sửa. Chưa ghi gì vào sổ.`,
    badLead: "Sửa ngay trong ô bên dưới, hoặc sửa tệp rồi chọn lại; sau đó kiểm tra lại.",
    ignored: (columns: string) => `Không dùng đến các cột: ${columns}.`,
  },
  problems: {
    empty: "Tệp trống: không có dòng nào.",
    "too-large": (megabytes: number) =>
      `Tệp quá lớn: tối đa ${megabytes} MB. Xin chia thành nhiều tệp.`,
    "too-many-rows": (rows: number) =>
      `Quá nhiều dòng: tối đa ${rows.toLocaleString("vi-VN")} dòng một lần. Xin chia thành nhiều tệp.`,
    "is-excel":
      "Đây là tệp Excel. Xin mở bằng Excel, chọn Lưu thành (Save As) loại CSV UTF-8, rồi chọn lại tệp đó; hoặc sao chép bảng rồi dán vào ô bên dưới.",
    "not-text": "Đây không phải là bảng tính: chỉ đọc được tệp Excel (.xlsx) và tệp văn bản CSV.",
    "old-font":
      "Chữ trong tệp không phải là Unicode (có lẽ gõ bằng phông cũ TCVN3 hoặc VISCII). Xin chuyển sang Unicode rồi chọn lại.",
    "line-too-long": (signs: number) =>
      `Dòng này dài hơn ${signs.toLocaleString("vi-VN")} ký tự. Xin xem lại: có lẽ một dấu nháy kép (") mở ra mà không đóng.`,
    "old-excel":
      "Đây là tệp Excel đời cũ (.xls) hoặc tệp có mật khẩu. Xin mở bằng Excel, bỏ mật khẩu nếu có, chọn Lưu thành (Save As) loại Excel Workbook (.xlsx), rồi chọn lại.",
    locked: "Tệp này có mật khẩu. Xin bỏ mật khẩu rồi chọn lại.",
    "broken-file": "Tệp Excel này bị hỏng, không đọc được. Xin mở bằng Excel và lưu lại.",
    "too-much-inside": (megabytes: number) =>
      `Bên trong tệp quá lớn: tối đa ${megabytes} MB khi giải nén. Xin chỉ giữ lại trang có danh sách.`,
    "not-a-workbook": "Đây không phải là tệp Excel (.xlsx).",
    "is-word":
      "Đây là tệp Word. Xin chép bảng trong tệp rồi dán vào ô bên dưới, hoặc dán vào Excel và lưu thành .xlsx.",
    "has-macro":
      "Tệp này có macro (mã lệnh), nên không nhận. Xin lưu thành loại Excel Workbook (.xlsx) không có macro.",
    "has-links":
      "Tệp này lấy dữ liệu từ tệp hay nguồn khác, nên không nhận. Xin chép bảng, dán vào tệp mới dưới dạng giá trị (Paste Special, Values).",
    "has-formula": (_: number, cell: string) =>
      `Ô ${cell} có công thức; công thức che mất điều được nhập. Xin chép cột này rồi dán đè dưới dạng giá trị (Paste Special, Values), hoặc chọn “không dùng” cho cột này.`,
    "too-many-columns": (columns: number) =>
      `Quá nhiều cột: tối đa ${columns} cột. Xin chỉ giữ lại trang có danh sách.`,
    "no-heading":
      "Dòng đầu phải là tên các cột (ví dụ: họ tên, chức vụ, điện thoại); chưa nhận ra cột nào.",
    "no-rows": "Chỉ có dòng tên cột, chưa có dòng nào bên dưới.",
    "column-missing": "Thiếu cột này.",
    "column-twice": "Có hai cột cùng mang nghĩa này; xin bỏ bớt một cột.",
    "broken-quotes":
      'Dấu nháy kép (") mở ra mà không đóng, hoặc đứng giữa ô. Ô có dấu nháy phải đặt cả ô trong nháy kép và viết mỗi dấu nháy bên trong hai lần ("").',
    "too-many-cells":
      "Dòng này có nhiều ô hơn số cột. Ô có dấu phân cách bên trong phải đặt trong dấu nháy kép.",
  },
};
