import { readText } from "./csv.server.ts";
import type { SheetProblem } from "./sheet.ts";
import { readWorkbook, type WorkbookSheet } from "./workbook.server.ts";

/** A file as text with a line each row; a workbook with several sheets gives the first one and names them all. */
export type SheetFile =
  | { ok: true; text: string; sheets: WorkbookSheet[] }
  | { ok: false; problems: SheetProblem[] };

/** Reads a file as offices keep their lists: an XLSX workbook, or text (see `readText`). */
export async function readSheetFile(bytes: Uint8Array, name?: string): Promise<SheetFile> {
  if (!isZip(bytes)) {
    const read = readText(bytes);
    if ("text" in read) return { ok: true, text: read.text, sheets: [] };
    return { ok: false, problems: [{ line: 1, column: null, problem: read.problem }] };
  }
  const workbook = await readWorkbook(bytes);
  if (!workbook.ok) return workbook;
  const { sheets } = workbook;
  const chosen = sheets.find((sheet) => sheet.name === name) ?? sheets[0];
  return { ok: true, text: chosen?.text ?? "", sheets };
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}
