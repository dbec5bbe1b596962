import type { Messages } from "../messages.ts";

export const spreadsheets: Messages["spreadsheets"] = {
  line: "Line",
  column: "Column",
  problem: "What to correct",
  wholeLine: "the whole line",
  more: (n) => `… and ${n} more.`,
  form: {
    file: "Excel (.xlsx) or CSV file",
    fileHint:
      "Excel without macros, and without formulas in the columns that are used; or CSV: UTF-8, Excel's Unicode or Windows-1258, with commas, semicolons or tabs.",
    text: "Or paste the table here",
    textHint: "Straight from Excel is fine.",
    check: "Check",
    checkAgain: "Check again",
    nothing: "Please choose a file, or paste the table into the box.",
    changed:
      "The content is not what was checked, so nothing is entered. This is the result of a new check.",
    unreadable: "This file cannot be read. Nothing is entered.",
    bad: (problems) => `Things to correct: ${problems}. Nothing is entered.`,
    badLead:
      "Correct it in the box below, or correct the file and choose it again; then check again.",
    ignored: (columns) => `Columns not used: ${columns}.`,
  },
  problems: {
    empty: "The file is empty: it has no lines.",
    "too-large": (megabytes) => `The file is too large: at most ${megabytes} MB. Please split it.`,
    "too-many-rows": (rows) =>
      `Too many rows: at most ${rows.toLocaleString("en-GB")} at a time. Please split the file.`,
    "is-excel":
      "This is an Excel workbook. Open it in Excel, choose Save As, type “CSV UTF-8”, and choose that file; or copy the table and paste it into the box below.",
    "not-text": "This is no spreadsheet: only Excel (.xlsx) and CSV text files can be read.",
    "old-font":
      "The letters in this file are not Unicode (perhaps those of an old font, TCVN3 or VISCII). Please convert it to Unicode and choose it again.",
    "line-too-long": (signs) =>
      `This line is longer than ${signs.toLocaleString("en-GB")} characters. Please look at it: perhaps a double quote (") is opened and not closed.`,
    "old-excel":
      "This is an old Excel file (.xls), or one with a password. Open it in Excel, remove the password if there is one, choose Save As, type “Excel Workbook (.xlsx)”, and choose that file.",
    locked: "This file has a password. Please remove it and choose the file again.",
    "broken-file":
      "This Excel file is damaged and cannot be read. Open it in Excel and save it again.",
    "too-much-inside": (megabytes) =>
      `There is too much inside the file: at most ${megabytes} MB when unpacked. Please keep only the sheet with the list.`,
    "not-a-workbook": "This is not an Excel workbook (.xlsx).",
    "is-word":
      "This is a Word document. Copy the table and paste it into the box below, or into Excel and save it as .xlsx.",
    "has-macro":
      "This file has macros (program code) and is not taken. Save it as an Excel Workbook (.xlsx) without macros.",
    "has-links":
      "This file takes data from other files or sources and is not taken. Copy the table into a new file as values (Paste Special, Values).",
    "has-formula": (_: number, cell: string) =>
      `Cell ${cell} has a formula, which hides what was entered. Copy this column and paste it over itself as values (Paste Special, Values), or choose “not used” for it.`,
    "too-many-columns": (columns) =>
      `Too many columns: at most ${columns}. Please keep only the sheet with the list.`,
    "no-heading":
      "The first line must name the columns (for example: name, position, phone); none was recognised.",
    "no-rows": "There is only the line of column names, and no row below it.",
    "column-missing": "This column is missing.",
    "column-twice": "Two columns mean this; please leave one out.",
    "broken-quotes":
      'A double quote (") is opened and not closed, or stands inside a cell. A cell with quotes must be put in quotes as a whole, with each quote inside it written twice ("").',
    "too-many-cells":
      "This line has more cells than there are columns. A cell with the separator in it must be put in double quotes.",
  },
};
