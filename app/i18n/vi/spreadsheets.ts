/** What may be wrong with a sheet itself, whatever it is a list of. */
export const spreadsheets = {
  line: "Dòng",
  column: "Cột",
  problem: "Điều cần sửa",
  wholeLine: "cả dòng",
  problems: {
    empty: "Tệp trống: không có dòng nào.",
    "too-large": (megabytes: number) =>
      `Tệp quá lớn: tối đa ${megabytes} MB. Xin chia thành nhiều tệp.`,
    "too-many-rows": (rows: number) =>
      `Quá nhiều dòng: tối đa ${rows.toLocaleString("vi-VN")} dòng một lần. Xin chia thành nhiều tệp.`,
    "is-excel":
      "Đây là tệp Excel. Xin mở bằng Excel, chọn Lưu thành (Save As) loại CSV UTF-8, rồi chọn lại tệp đó; hoặc sao chép bảng rồi dán vào ô bên dưới.",
    "not-text": "Đây không phải là tệp văn bản CSV.",
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
