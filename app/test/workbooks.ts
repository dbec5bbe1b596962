import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import writeXlsx, { type SheetData } from "write-excel-file/node";

/** A workbook as Excel would save it, a sheet each name. */
export async function workbook(sheets: Record<string, SheetData>): Promise<Uint8Array> {
  const written = Object.entries(sheets).map(([sheet, data]) => ({ sheet, data }));
  return new Uint8Array(await writeXlsx(written).toBuffer());
}

/** The same workbook with one of its parts otherwise, or one more. */
export function withPart(
  bytes: Uint8Array,
  name: string,
  change: (xml: string) => string,
): Uint8Array {
  const parts = unzipSync(bytes);
  parts[name] = strToU8(change(strFromU8(parts[name] ?? new Uint8Array())));
  return zipSync(parts);
}

/**
 * The list of a province as Đồng Nai published its own in January 2026: a title over all columns, a
 * number for each row, groups in rows of their own; the deputy chief of office for the province, directors
 * for departments, chairs for communes. Numbers are numbers, so that telephones lose their first 0.
 */
export function provincialList(rows: SheetData, heading = HEADING): SheetData {
  return [
    [{ value: "UBND TỈNH AN GIANG", columnSpan: 3 }],
    [{ value: "DANH SÁCH NGƯỜI PHÁT NGÔN VÀ CUNG CẤP THÔNG TIN CHO BÁO CHÍ", columnSpan: 6 }],
    [{ value: "(Kèm theo Quyết định số 15/QĐ-UBND ngày 05/01/2026)", columnSpan: 6 }],
    [],
    heading,
    ...rows,
  ];
}

const HEADING = [
  "STT",
  "Đơn vị",
  "Họ và tên",
  "Chức vụ",
  "Số điện thoại\ndi động",
  "Email (công vụ)",
];
