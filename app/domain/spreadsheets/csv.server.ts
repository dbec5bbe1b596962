import { CsvError, parse } from "csv-parse/sync";
import {
  type Columns,
  columnOf,
  type Sheet,
  type SheetProblem,
  type SheetRow,
  type Wording,
} from "./sheet.ts";

/** What one sheet may hold; a province has a few hundred offices, the country four thousand. */
export const SHEET_LIMITS = { megabytes: 2, rows: 5000, cell: 20_000 };

const MEGABYTE = 1024 * 1024;
const LONGEST_LINE = SHEET_LIMITS.cell * 10;

/**
 * Signs that stand among letters only where the fonts of before Unicode (TCVN3) made letters of them (V¨n is Văn), and
 * marks that no letter of Vietnamese takes.
 */
const OLD_FONT = /[a-zà-ỹ][¨©ª¬®µ¶¸¹¼½¾][a-zà-ỹ]|\p{M}/iu;

/**
 * Reads a CSV as offices save it: UTF-8 with or without BOM, UTF-16, or Windows-1258; commas,
 * semicolons or tabs; headings in English or Vietnamese, with or without marks, below whatever title
 * the list has. Rows keep the line they begin on; those that only name a group, or an agency of which nothing is said, are left out. What
 * cannot be read is answered with problems, each with its line.
 */
export function readSheet<Name extends string>(
  bytes: Uint8Array,
  columns: Columns<Name>,
  wording: Wording<Name> = {},
): Sheet<Name> {
  const read = readText(bytes);
  return "problem" in read ? refuse(read.problem) : readTable(read.text, columns, wording);
}

/** The text of a file whatever its encoding, as NFC with \n for line ends, or what it is instead of text. */
export function readText(bytes: Uint8Array): { text: string } | { problem: string } {
  if (bytes.length > SHEET_LIMITS.megabytes * MEGABYTE)
    return { problem: `too-large:${SHEET_LIMITS.megabytes}` };
  if (begins(bytes, 0x50, 0x4b, 3, 4)) return { problem: "is-excel" };
  // What Excel wrote until 2007, and what it writes behind a password.
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return { problem: "old-excel" };
  const text = decode(bytes).normalize("NFC").replace(/\r\n?/g, "\n");
  if (text.includes("\0")) return { problem: "not-text" };
  if (OLD_FONT.test(text)) return { problem: "old-font" };
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

/** So many lines may stand above the names of the columns: the office, the title, the decision, a date. */
const TITLE_LINES = 30;

function readTable<Name extends string>(
  text: string,
  columns: Columns<Name>,
  { meanings, given = {} }: Wording<Name>,
): Sheet<Name> {
  const said = /^sep=([,;\t|])\n/.exec(text)?.[1];
  const delimiter = said ?? delimiterOf(text, columns);
  const split = splitRecords(text, delimiter);
  if ("problem" in split) return { ok: false, problems: [split] };

  const records = split.records.filter(
    ({ line, cells }) => !(said && line === 1) && cells.some((cell) => cell.trim() !== ""),
  );
  const top = headingPlace(records, columns);
  const heading = records[top];
  if (!heading) return refuse("empty");
  const body = records.slice(top + 1);
  if (body.length > SHEET_LIMITS.rows) return refuse(`too-many-rows:${SHEET_LIMITS.rows}`);

  const places = heading.cells.map((cell, place) =>
    meanings ? meanings[place] : columnOf(cell, columns),
  );
  const headings = heading.cells.map((cell, place) => ({
    text: cell.trim(),
    meaning: places[place],
    samples: samplesOf(body, place),
  }));
  const problems = headingProblems(heading, places, columns, given);
  if (problems.length) return { ok: false, problems, headings };
  const { rows: listed, groups } = withoutGroups(body, places, columns);
  if (!listed.length) return { ...refuse("no-rows", heading.line), headings };

  const overfull = listed.filter(({ cells }) =>
    cells.slice(places.length).some((cell) => cell.trim()),
  );
  if (overfull.length)
    return {
      ok: false,
      problems: overfull.map(({ line }) => ({ line, column: null, problem: "too-many-cells" })),
      headings,
    };
  const formulas = formulasIn(listed, places);
  if (formulas.length) return { ok: false, problems: formulas, headings };
  return {
    ok: true,
    columns: places.filter((name) => name !== undefined),
    unknown: heading.cells.filter((cell, place) => cell.trim() && !places[place]),
    rows: listed.map((record) => rowOf(record, places, columns, given)),
    headings,
    groups,
  };
}

/** Where the names of the columns stand: the line that names the most, or the widest when none is known. */
function headingPlace<Name extends string>(records: Line[], columns: Columns<Name>): number {
  const lines = records.slice(0, TITLE_LINES);
  const known = lines.map(
    ({ cells }) => new Set(cells.map((cell) => columnOf(cell, columns)).filter(Boolean)).size,
  );
  const most = Math.max(0, ...known);
  if (most > 0) return known.indexOf(most);
  const filled = lines.map(({ cells }) => cells.filter((cell) => cell.trim()).length);
  return Math.max(0, filled.indexOf(Math.max(...filled)));
}

const SAMPLES = 3;

function samplesOf(body: Line[], place: number): string[] {
  const samples = new Set<string>();
  for (const { cells } of body) {
    const cell = cells[place]?.trim();
    if (cell) samples.add(cell);
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
}

/**
 * Lists are divided by rows that only name a group ("II. Xã, phường"): nothing stands in the columns that
 * every row must have, and hardly anything elsewhere. A row that names an agency and says nothing of it (nobody is
 * designated there) is left out likewise.
 */
function withoutGroups<Name extends string>(
  body: Line[],
  places: (Name | undefined)[],
  columns: Columns<Name>,
): { rows: Line[]; groups: number[] } {
  const needed = places.flatMap((name, place) => (name && columns[name].required ? [place] : []));
  const said = places.flatMap((name, place) => (name && !columns[name].names ? [place] : []));
  const naming = places.flatMap((name, place) => (name && columns[name].names ? [place] : []));
  const isGroup = ({ cells }: Line) => {
    const holds = (place: number) => Boolean(cells[place]?.trim());
    if (naming.some(holds) && !said.some(holds)) return true;
    const filled = cells.filter((cell) => cell.trim()).length;
    const needs = needed.filter((place) => cells[place]?.trim()).length;
    return places.length > 3 && filled <= 2 && (needs === 0 || filled === 1);
  };
  return {
    rows: body.filter((line) => !isGroup(line)),
    groups: body.filter(isGroup).map(({ line }) => line),
  };
}

/** Formulas in the columns that are read, each by its cell; elsewhere, as in a running number, they do no harm. */
function formulasIn<Name extends string>(
  listed: Line[],
  places: (Name | undefined)[],
): SheetProblem[] {
  return listed.flatMap(({ line, cells }) =>
    places.flatMap((column, place) =>
      column && /^=\s*\S/.test(cells[place]?.trim() ?? "")
        ? [{ line, column, problem: `has-formula:${lettersOf(place)}${line}` }]
        : [],
    ),
  );
}

/** A column as spreadsheets call it: A, B, … Z, AA. */
function lettersOf(place: number): string {
  const letter = String.fromCharCode(65 + (place % 26));
  return place < 26 ? letter : lettersOf(Math.floor(place / 26) - 1) + letter;
}

/** The separator under which a line near the top names the most columns. */
function delimiterOf<Name extends string>(text: string, columns: Columns<Name>): string {
  const lines = text
    .slice(0, SHEET_LIMITS.cell)
    .split("\n")
    .filter((line) => line.trim())
    .slice(0, TITLE_LINES);
  const scored = [",", ";", "\t"].map((delimiter) => {
    const scores = lines.map((line) => {
      const cells = line.split(delimiter).map((cell) => cell.replaceAll('"', ""));
      const known = cells.filter((cell) => columnOf(cell, columns)).length;
      return known * 1000 + Math.min(cells.length, 999);
    });
    return { delimiter, score: Math.max(0, ...scores) };
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
      max_record_size: LONGEST_LINE,
      on_record: (record: string[], context) => {
        records.push({ line: lines + 1, cells: record });
        lines = context.lines;
        return null;
      },
    });
    return { records };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_MAX_RECORD_SIZE")
      return { line: lines + 1, column: null, problem: `line-too-long:${LONGEST_LINE}` };
    // A quote that never closes is only noticed at the end: the record it began in is the one to look at.
    return { line: lines + 1, column: null, problem: "broken-quotes" };
  }
}

function headingProblems<Name extends string>(
  heading: Line,
  places: (Name | undefined)[],
  columns: Columns<Name>,
  given: Partial<Record<Name, string>>,
): SheetProblem[] {
  const { line } = heading;
  if (places.every((name) => name === undefined))
    return [{ line, column: null, problem: "no-heading" }];
  const names = Object.keys(columns) as Name[];
  const missing = names.filter(
    (name) => columns[name].required && !places.includes(name) && !given[name]?.trim(),
  );
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
  given: Partial<Record<Name, string>>,
): SheetRow<Name> {
  const names = Object.keys(columns) as Name[];
  const cellOf = (name: Name) =>
    places.includes(name) ? cells[places.indexOf(name)]?.trim() : given[name]?.trim();
  const entries = names.map((name) => [name, cellOf(name) ?? ""] as const);
  return { line, cells: Object.fromEntries(entries) as SheetRow<Name>["cells"] };
}

function refuse(problem: string, line = 1): { ok: false; problems: SheetProblem[] } {
  return { ok: false, problems: [{ line, column: null, problem }] };
}
