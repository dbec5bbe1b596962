import type { Row } from "write-excel-file/node";
import type { Language, Messages } from "#app/i18n/messages.ts";
import type { ListEntry } from "./list-entry.ts";
import { SHEET_COLUMNS, sheetLines } from "./list-sheet.ts";

/** The list as a workbook: days are days, numbers keep their first zero as text, the head stays in sight. */
export async function listXlsx(
  entries: ListEntry[],
  words: Messages,
  language: Language,
): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import("write-excel-file/node");
  const { columns, sheet } = words.publishing.files;
  const heads: Row = SHEET_COLUMNS.map(({ name }) => ({
    value: columns[name],
    type: String,
    fontWeight: "bold",
    backgroundColor: "#f1ede5",
    wrap: true,
    alignVertical: "top",
  }));
  const rows = sheetLines(entries, words, language).map(
    (line): Row =>
      SHEET_COLUMNS.map(({ name, isDay }) => {
        const value = line[name];
        if (value === null) return null;
        const style = { wrap: true, alignVertical: "top" } as const;
        const isTime = isDay && String(value).length > 10;
        if (isDay && !isTime)
          return { value: new Date(value), type: Date, format: "dd/mm/yyyy", ...style };
        return typeof value === "number"
          ? { value, type: Number, ...style }
          : { value, type: String, ...style };
      }),
  );
  return writeExcelFile([heads, ...rows], {
    sheet,
    columns: SHEET_COLUMNS.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    orientation: "landscape",
  }).toBuffer();
}
