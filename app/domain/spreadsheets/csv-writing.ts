/**
 * Rows as CSV that Excel opens as it is: a BOM, \r\n, quotes where needed. What Excel would take for a
 * formula is written as the text it is, with an apostrophe before it.
 */
export function csvOf(rows: string[][]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(text: string): string {
  // A telephone number may begin with a plus sign, and is no formula for it.
  const safe = /^[=@\t\r]|^[+-](?![\d\s().-]*$)/.test(text) ? `'${text}` : text;
  // Where Excel takes the semicolon for the end of a cell, one within a cell must not begin another.
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
