import { createHash } from "node:crypto";
import { z } from "zod";
import type { SheetProblem } from "#app/domain/spreadsheets/sheet.ts";
import { readSheetFile } from "#app/domain/spreadsheets/sheet-file.server.ts";

/** A sheet as it was sent: a file that was chosen, else what was pasted. */
export interface SentSheet {
  /** The table as text, whatever the file was. */
  bytes: Uint8Array;
  /** What to show again: the file's text, so that it can be corrected on the spot. */
  text: string;
  fromFile: boolean;
  fileName: string;
  /** Stands for exactly this content: what is entered must be what was checked. */
  mark: string;
  /** The mark of the content that was checked, when it is to be entered now. */
  checked: string;
  /** Why the file was not read at all. */
  refused: SheetProblem[] | null;
  /** The sheets of a workbook that has several, and which of them this is. */
  sheets: { name: string; text: string }[];
  sheet: string;
}

const Sheets = z.array(z.object({ name: z.string(), text: z.string() })).max(100);

/** So much of a workbook's other sheets is carried along, in characters; of a larger one the file must be chosen again. */
const CARRIED = 4_000_000;

/**
 * The sheet of a form with the fields `file`, `text` and `checked`, and for a workbook `sheets`, `sheet`
 * and `fileName`; nothing when neither a file nor a text was given.
 */
export async function sentSheet(form: FormData): Promise<SentSheet | undefined> {
  const file = form.get("file");
  const isFile = file instanceof File && file.size > 0;
  const checked = textIn(form, "checked");
  if (isFile) {
    const read = await readSheetFile(new Uint8Array(await file.arrayBuffer()));
    if (!read.ok)
      return {
        ...sent(textIn(form, "text"), checked),
        refused: read.problems,
        fileName: file.name,
      };
    const isLarge = read.sheets.reduce((sum, { text }) => sum + text.length, 0) > CARRIED;
    const several = read.sheets.length > 1 && !isLarge;
    return {
      ...sent(read.text, checked),
      fromFile: true,
      fileName: file.name.normalize("NFC").slice(0, 200),
      sheets: several ? read.sheets : [],
      sheet: read.sheets[0]?.name ?? "",
    };
  }
  const sheets = sheetsIn(form);
  const chosen = sheets.find(({ name }) => name === form.get("sheet"));
  const text = chosen?.text ?? textIn(form, "text");
  if (text.trim() === "") return undefined;
  return {
    ...sent(text, checked),
    fromFile: chosen !== undefined,
    fileName: textIn(form, "fileName").slice(0, 200),
    sheets,
    sheet: chosen?.name ?? textIn(form, "sheetRead"),
  };
}

function sent(text: string, checked: string): SentSheet {
  const lines = text.replace(/\r\n?/g, "\n");
  return {
    bytes: new TextEncoder().encode(lines),
    text: lines,
    fromFile: false,
    fileName: "",
    mark: markOf(lines.normalize("NFC")),
    checked,
    refused: null,
    sheets: [],
    sheet: "",
  };
}

/** Stands for exactly what was said: the text, and whatever else decides what is entered. */
export function markOf(...said: unknown[]): string {
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}

function sheetsIn(form: FormData): { name: string; text: string }[] {
  try {
    return Sheets.parse(JSON.parse(textIn(form, "sheets")));
  } catch {
    return [];
  }
}
