import { CsvError, parse } from "csv-parse/sync";
import { type Columns, columnOf, type Sheet, type SheetProblem, type SheetRow } from "./sheet.ts";

/** What one sheet may hold; a province has a few hundred offices, the country four thousand. */
export const SHEET_LIMITS = { megabytes: 2, rows: 5000, cell: 20_000 };

const MEGABYTE = 1024 * 1024;

/**
 * Reads a CSV as offices save it: UTF-8 with or without BOM, UTF-16, or Windows-1258; commas,
 * semicolons or tabs; headings in English or Vietnamese, with or without marks. Rows keep the line
 * they begin on. What cannot be read is answered with problems, each with its line.
 */
export function readSheet<Name extends string>(
  bytes: Uint8Array,
  columns: Columns<Name>,
): Sheet<Name> {
  const read = readText(bytes);
  return "problem" in read ? refuse(read.problem) : readTable(read.text, columns);
}

/** The text of a file whatever its encoding, as NFC with \n for line ends, or what it is instead of text. */
export function readText(bytes: Uint8Array): { text: string } | { problem: string } {
  if (bytes.length > SHEET_LIMITS.megabytes * MEGABYTE)
    return { problem: `too-large:${SHEET_LIMITS.megabytes}` };
  if (begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    return { problem: "is-excel" };
  const text = decode(bytes).normalize("NFC").replace(/\r\n?/g, "\n");
  if (text.includes("\0")) return { problem: "not-text" };
  return text.trim() ? { text } : { problem: "empty" };
}

function decode(bytes: Uint8Array): string {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder("utf-16le").decode(bytes);
  if (begins(bytes, 0xfe, 0xff)) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // What a Vietnamese Windows calls "ANSI"; its tone marks stand apart until NFC joins them.
    return new TextDecoder("windows-1258").decode(bytes);
  }
}

function begins(bytes: Uint8Array, ...signature: number[]): boolean {
  return signature.every((byte, place) => bytes[place] === byte);
}

interface Line {
  line: number;
  cells: string[];
}

function readTable<Name extends string>(text: string, columns: Columns<Name>): Sheet<Name> {
  const said = /^sep=([,;\t|])\n/.exec(text)?.[1];
  const delimiter = said ?? delimiterOf(text, columns);
  const split = splitRecords(text, delimiter);
  if ("problem" in split) return { ok: false, problems: [split] };

  const records = split.records.filter(
    ({ line, cells }) => !(said && line === 1) && cells.some((cell) => cell.trim() !== ""),
  );
  const [heading, ...body] = records;
  if (!heading) return refuse("empty");
  if (body.length > SHEET_LIMITS.rows) return refuse(`too-many-rows:${SHEET_LIMITS.rows}`);

  const places = heading.cells.map((cell) => columnOf(cell, columns));
  const problems = headingProblems(heading, places, columns);
  if (problems.length) return { ok: false, problems };
  if (!body.length) return refuse("no-rows", heading.line);

  const overfull = body.filter(({ cells }) =>
    cells.slice(places.length).some((cell) => cell.trim()),
  );
  if (overfull.length)
    return {
      ok: false,
      problems: overfull.map(({ line }) => ({ line, column: null, problem: "too-many-cells" })),
    };
  return {
    ok: true,
    columns: places.filter((name) => name !== undefined),
    unknown: heading.cells.filter((cell, place) => cell.trim() && !places[place]),
    rows: body.map((record) => rowOf(record, places, columns)),
  };
}

/** The separator under which the first line that says anything names the most columns. */
function delimiterOf<Name extends string>(text: string, columns: Columns<Name>): string {
  const first =
    text
      .slice(0, SHEET_LIMITS.cell)
      .split("\n")
      .find((line) => line.trim()) ?? "";
  const scored = [",", ";", "\t"].map((delimiter) => {
    const cells = first.split(delimiter).map((cell) => cell.replaceAll('"', ""));
    const known = cells.filter((cell) => columnOf(cell, columns)).length;
    return { delimiter, score: known * 1000 + Math.min(cells.length, 999) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

function splitRecords(text: string, delimiter: string): { records: Line[] } | SheetProblem {
  const records: Line[] = [];
  let lines = 0;
  try {
    parse(text, {
      delimiter,
      record_delimiter: "\n",
      relax_column_count: true,
      max_record_size: SHEET_LIMITS.cell * 10,
      on_record: (record: string[], context) => {
        records.push({ line: lines + 1, cells: record });
        lines = context.lines;
        return null;
      },
    });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that never closes is only noticed at the end: the record it began in is the one to look at.
    return { line: lines + 1, column: null, problem: "broken-quotes" };
  }
}

function headingProblems<Name extends string>(
  heading: Line,
  places: (Name | undefined)[],
  columns: Columns<Name>,
): SheetProblem[] {
  const { line } = heading;
  if (places.every((name) => name === undefined))
    return [{ line, column: null, problem: "no-heading" }];
  const names = Object.keys(columns) as Name[];
  const missing = names.filter((name) => columns[name].required && !places.includes(name));
  const twice = names.filter((name) => places.filter((place) => place === name).length > 1);
  return [
    ...missing.map((column) => ({ line, column, problem: "column-missing" })),
    ...twice.map((column) => ({ line, column, problem: "column-twice" })),
  ];
}

function rowOf<Name extends string>(
  { line, cells }: Line,
  places: (Name | undefined)[],
  columns: Columns<Name>,
): SheetRow<Name> {
  const names = Object.keys(columns) as Name[];
  const entries = names.map((name) => [name, cells[places.indexOf(name)]?.trim() ?? ""] as const);
  return { line, cells: Object.fromEntries(entries) as SheetRow<Name>["cells"] };
}

function refuse(problem: string, line = 1): { ok: false; problems: SheetProblem[] } {
  return { ok: false, problems: [{ line, column: null, problem }] };
}
