import { LIST } from "./form-fields.ts";
import type { FormValues } from "./form-values.ts";

/** What stands in the table of fields, and fills a form that is tried without a meeting. All of it is invented. */
export const EXAMPLE: FormValues = {
  co_quan_cap_tren: "Ủy ban nhân dân tỉnh",
  co_quan: "Sở Y tế",
  so_ky_hieu: "15/GM-SYT",
  dia_danh_ngay: "Long Xuyên, ngày 23 tháng 11 năm 2026",
  trich_yeu: "Họp báo về công tác tiêm chủng mở rộng",
  kinh_gui: "Các cơ quan báo chí",
  ly_do: "Thực hiện quy định về phát ngôn và cung cấp thông tin cho báo chí",
  loai: "họp báo",
  noi_dung: "Công tác tiêm chủng mở rộng chín tháng đầu năm",
  chu_tri: "Ông Lê Văn Ví Dụ, Phó Giám đốc",
  nguoi_phat_ngon: "Nguyễn Thị Ví Dụ, Chánh Văn phòng; Trần Văn Ví Dụ, Trưởng phòng",
  thanh_phan: "Lãnh đạo Sở; đại diện các cơ quan báo chí được mời",
  thoi_gian: "từ 08 giờ 30 đến 10 giờ 00, ngày 25 tháng 11 năm 2026 (Thứ Tư)",
  dia_diem: "Hội trường A, trụ sở Sở Y tế",
  truc_tuyen: "https://hop.example.vn/vi-du",
  dang_ky: "trước 16 giờ 00, ngày 24 tháng 11 năm 2026, theo liên kết trong thư điện tử",
  giay_to: "Xin mang theo thẻ nhà báo hoặc giấy giới thiệu của cơ quan báo chí.",
  noi_nhan: "- Như trên;\n- Lưu: VT.",
  chuc_danh_ky: "KT. Giám đốc\nPhó Giám đốc",
  nguoi_ky: "Lê Văn Ví Dụ",
  [LIST]: [
    { ho_ten: "Nguyễn Thị Ví Dụ", chuc_vu: "Chánh Văn phòng" },
    { ho_ten: "Trần Văn Ví Dụ", chuc_vu: "Trưởng phòng" },
  ],
};
