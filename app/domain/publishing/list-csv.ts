import type { Language, Messages } from "#app/i18n/messages.ts";
import type { ListEntry } from "./list-entry.ts";
import { SHEET_COLUMNS, sheetLines } from "./list-sheet.ts";

/**
 * The list as a CSV that a double click opens rightly. Excel splits a line at the list separator of
 * the computer's language: a semicolon where decimals are written with a comma, as in Viet Nam, else
 * a comma. It takes a file for UTF-8 only if it begins with a byte order mark.
 */
export function listCsv(entries: ListEntry[], words: Messages, language: Language): string {
  const separator = language === "vi" ? ";" : ",";
  const heads = SHEET_COLUMNS.map(({ name }) => words.publishing.files.columns[name]);
  const lines = sheetLines(entries, words, language).map((line) =>
    SHEET_COLUMNS.map(({ name }) => line[name]),
  );
  const text = [heads, ...lines].map((cells) => cells.map(csvCell).join(separator)).join("\r\n");
  return `\uFEFF${text}\r\n`;
}

/**
 * A cell between quotes (RFC 4180). What a spreadsheet would take for a formula gets an apostrophe
 * before it, as OWASP advises: nobody's name or position may run anything.
 */
function csvCell(value: string | number | null): string {
  const text = value === null ? "" : String(value);
  const safe = /^[\s"']*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text;
  return /[",;\r\n\t']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
