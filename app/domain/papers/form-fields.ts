/** What an agency's form may ask for, in the order of the paper; each has its explanation in `words.papers.fields`. */
export const FIELDS = [
  "co_quan_cap_tren",
  "co_quan",
  "so_ky_hieu",
  "dia_danh_ngay",
  "trich_yeu",
  "kinh_gui",
  "ly_do",
  "loai",
  "noi_dung",
  "chu_tri",
  "nguoi_phat_ngon",
  "thanh_phan",
  "thoi_gian",
  "dia_diem",
  "truc_tuyen",
  "dang_ky",
  "giay_to",
  "noi_nhan",
  "chuc_danh_ky",
  "nguoi_ky",
] as const;
export type Field = (typeof FIELDS)[number];

/** The one list that a form may repeat something for, and what it has of each of the spokespersons. */
export const LIST = "phat_ngon";
export const LIST_FIELDS = ["ho_ten", "chuc_vu"] as const;

/** How a field is written into a form. */
export const tagOf = (name: string) => `{{${name}}}`;

export const LARGEST_FORM = 2 * 1024 * 1024;

/** Why a form is not taken; the detail names what in it is meant. */
export type FormRefusal =
  | "form-too-large"
  | "form-not-docx"
  | "form-macro"
  | "form-unpacks-too-large"
  | "form-external"
  | "form-embedded"
  | "form-field-code"
  | "form-broken-tag"
  | "form-unknown-field"
  | "form-no-field";
