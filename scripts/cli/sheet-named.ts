import type { SheetProblem } from "#app/domain/spreadsheets/sheet.ts";
import { readSheetFile } from "#app/domain/spreadsheets/sheet-file.server.ts";
import { readFileNamed } from "./books.ts";

/** The table in a file, of whatever kind, as the bytes of its text. */
export async function readTableNamed(
  name: string | undefined,
  sheet?: string,
): Promise<{ ok: true; bytes: Uint8Array } | { ok: false; problems: SheetProblem[] }> {
  const read = await readSheetFile(await readFileNamed(name), sheet);
  return read.ok ? { ok: true, bytes: new TextEncoder().encode(read.text) } : read;
}
