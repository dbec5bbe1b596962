import { shortDay, shortTime } from "../dates.ts";

export interface Difference {
  field: string;
  before: string | null;
  after: string | null;
}

const FIELDS: Record<string, string> = {
  name: "họ tên",
  capacity: "tư cách",
  position: "chức vụ",
  phone: "điện thoại",
  email: "thư điện tử",
  matter: "vụ việc",
  decisionNo: "số quyết định",
  decisionDay: "ngày quyết định",
  documentNo: "số văn bản",
  documentDay: "ngày văn bản",
  fromDay: "từ ngày",
  untilDay: "đến hết ngày",
  fromAt: "từ lúc",
  untilAt: "đến lúc",
  endDay: "ngày cuối",
  endAt: "kết thúc lúc",
  decisionAt: "giờ ký",
  decisionSigner: "người ký",
  documentSigner: "người ký",
  besideReason: "lý do có người thứ hai",
};

const VALUES: Record<string, string> = {
  head: "người đứng đầu",
  regular: "người phát ngôn thường xuyên",
};

/** Days and moments as people read them; what was typed as it was typed. */
export function shownValue(value: string | null, none: string, values: Record<string, string>) {
  if (value === null || value === "") return none;
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return shortDay(value);
  if (/^\d{4}-\d\d-\d\dT.*Z$/.test(value)) return shortTime(value);
  return values[value] ?? value;
}

const shown = (value: string | null) => shownValue(value, "(không ghi)", VALUES);

export const corrections = {
  /** Field by field, before → after. */
  changed: (differences: Difference[]) =>
    differences
      .map(
        ({ field, before, after }) =>
          `${FIELDS[field] ?? field}: ${shown(before)} → ${shown(after)}`,
      )
      .join("; "),
};
