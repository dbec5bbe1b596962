import { zipSync } from "fflate";
import { SHEET_LIMITS } from "./csv.server.ts";
import type { SheetProblem } from "./sheet.ts";
import { unzip } from "./zip.server.ts";

/** What a workbook may hold; a list of the whole country takes a tenth of it. */
export const WORKBOOK_LIMITS = {
  megabytes: 10,
  inflated: 60,
  entries: 500,
  rows: 20_000,
  columns: 100,
};

const MEGABYTE = 1024 * 1024;

/** A sheet of a workbook as text with tabs, a line each row, so that it can be shown, corrected and pasted. */
export interface WorkbookSheet {
  name: string;
  text: string;
}

export type Workbook =
  | { ok: true; sheets: WorkbookSheet[] }
  | { ok: false; problems: SheetProblem[] };

/**
 * Reads the sheets of an XLSX workbook that have anything in them. Refused before anything in it is
 * interpreted: what is locked, broken, no workbook or too large even unpacked; macros and links to other
 * files. A formula stands in the text as it was written, so that `readSheet` refuses it where it matters.
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Workbook> {
  if (bytes.length > WORKBOOK_LIMITS.megabytes * MEGABYTE)
    return refuse(`too-large:${WORKBOOK_LIMITS.megabytes}`);
  const { entries, inflated } = WORKBOOK_LIMITS;
  const unpacked = unzip(bytes, { bytes: inflated * MEGABYTE, entries });
  if (!unpacked.ok)
    return refuse(
      unpacked.problem === "too-much-inside" ? `too-much-inside:${inflated}` : unpacked.problem,
    );
  const parts = unpacked.files;
  const kind = kindProblem(parts);
  if (kind) return refuse(kind);

  const sheets = sheetsOf(parts);
  const problem = sheets.map(sizeProblem).find(Boolean);
  if (problem) return { ok: false, problems: [problem] };
  for (const { path, xml } of sheets) parts.set(path, Buffer.from(xml));
  const { default: readXlsx } = await import("read-excel-file/node");
  try {
    // Packed again from what was looked at, so that nothing else can be read.
    const read = await readXlsx(Buffer.from(zipSync(Object.fromEntries(parts), { level: 0 })));
    const filled = read.map(({ sheet: name, data }, place) => ({
      name,
      text: textOf(data as Value[][], sheets[place]?.xml ?? ""),
    }));
    const written = filled.filter(({ text }) => text.trim());
    return written.length ? { ok: true, sheets: written } : refuse("empty");
  } catch {
    return refuse("broken-file");
  }
}

type Parts = Map<string, Uint8Array>;

function kindProblem(parts: Parts): string | undefined {
  const names = [...parts.keys()];
  const types = xmlOf(parts, "[Content_Types].xml");
  if (names.some((name) => name.startsWith("word/"))) return "is-word";
  if (!parts.has("xl/workbook.xml")) return "not-a-workbook";
  if (names.some((name) => /vbaProject/i.test(name)) || /macroEnabled|vbaProject/i.test(types))
    return "has-macro";
  if (names.some((name) => /^xl\/(externalLinks\/|connections\.xml|queryTables\/)/i.test(name)))
    return "has-links";
  // Entities are of no use in a workbook, and of much to those who want a reader to choke.
  if (
    names.some(
      (name) => /\.(xml|rels)$/i.test(name) && /<!(DOCTYPE|ENTITY)/i.test(xmlOf(parts, name)),
    )
  )
    return "not-a-workbook";
  return undefined;
}

interface Part {
  name: string;
  path: string;
  xml: string;
}

/** The worksheets in the order of the workbook, without cells and rows that hold nothing. */
function sheetsOf(parts: Parts): Part[] {
  const relations = tagsIn(xmlOf(parts, "xl/_rels/workbook.xml.rels"), "Relationship");
  const targets = new Map(relations.map((tag) => [attribute(tag, "Id"), attribute(tag, "Target")]));
  return tagsIn(xmlOf(parts, "xl/workbook.xml"), "sheet").flatMap((tag) => {
    const target = targets.get(/\w+:id="([^"]*)"/.exec(tag)?.[1] ?? "") ?? "";
    const path = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
    return parts.has(path)
      ? [
          {
            name: attribute(tag, "name"),
            path,
            xml: withFormulasShown(withoutBlanks(xmlOf(parts, path))),
          },
        ]
      : [];
  });
}

function withoutBlanks(xml: string): string {
  return xml
    .replace(/<(?:\w+:)?c\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?c>)/g, "")
    .replace(/<(?:\w+:)?row\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?row>)/g, "");
}

/** More rows or columns than anybody lists people in. */
function sizeProblem({ xml }: Part): SheetProblem | undefined {
  for (const [, column = "", row] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"/g)) {
    if (Number(row) > WORKBOOK_LIMITS.rows)
      return problemOf(`too-many-rows:${SHEET_LIMITS.rows}`, Number(row));
    if (columnNumber(column) > WORKBOOK_LIMITS.columns)
      return problemOf(`too-many-columns:${WORKBOOK_LIMITS.columns}`, Number(row));
  }
  return undefined;
}

const CELL = /<(?:(\w+):)?c\b([^>]*)>((?:(?!<\/(?:\w+:)?c>)[\s\S])*)<\/(?:\w+:)?c>/g;
const FORMULA = /<(?:\w+:)?f\b([^>]*?)(?:\/>|>([^<]*)<\/(?:\w+:)?f>)/;

/**
 * Puts in the place of what a formula gave the formula itself, as text: its value is not what somebody
 * entered. One for a whole block of cells stands in each of them.
 */
function withFormulasShown(xml: string): string {
  if (!FORMULA.test(xml)) return xml;
  const cells = [...xml.matchAll(CELL)].flatMap(([, , attributes = "", content = ""]) => {
    const formula = FORMULA.exec(content);
    return formula ? [{ attributes, of: formula[1] ?? "", text: formula[2] ?? "" }] : [];
  });
  const blocks = cells.flatMap(({ of, text }) => {
    const area = blockOf(attribute(of, "ref"));
    return area && /\st="(array|dataTable)"/.test(of) ? [{ ...area, text }] : [];
  });
  return xml.replace(CELL, (cell, prefix: string | undefined, attributes: string, content) => {
    const at = attribute(attributes, "r");
    const formula = FORMULA.exec(content);
    const text = formula ? formula[2] : blocks.find((block) => isWithin(at, block))?.text;
    if (text === undefined && !formula) return cell;
    const tag = (name: string) => (prefix ? `${prefix}:${name}` : name);
    return `<${tag("c")} r="${at}" t="inlineStr"><${tag("is")}><${tag("t")}>=${text || "…"}</${tag("t")}></${tag("is")}></${tag("c")}>`;
  });
}

interface Block {
  columns: [number, number];
  rows: [number, number];
}

function blockOf(ref: string): Block | undefined {
  const [, left = "", top, right = left, bottom = top] =
    /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(ref) ?? [];
  if (!left) return undefined;
  return {
    columns: [columnNumber(left), columnNumber(right)],
    rows: [Number(top), Number(bottom)],
  };
}

function isWithin(cell: string, { columns, rows }: Block): boolean {
  const at = blockOf(cell);
  if (!at) return false;
  const [column] = at.columns;
  const [row] = at.rows;
  return column >= columns[0] && column <= columns[1] && row >= rows[0] && row <= rows[1];
}

type Value = string | number | boolean | Date | null;

/** A sheet as lines with tabs. What one cell says for the rows it is merged across stands in each of them. */
function textOf(rows: Value[][], xml: string): string {
  const cells = rows.map((row) => row.map(written));
  for (const tag of tagsIn(xml, "mergeCell")) {
    const [, column = "", first, last] =
      /^([A-Z]+)(\d+):\1(\d+)$/.exec(attribute(tag, "ref")) ?? [];
    const place = columnNumber(column) - 1;
    const value = cells[Number(first) - 1]?.[place];
    if (!value) continue;
    for (let row = Number(first); row < Math.min(Number(last), cells.length); row++)
      (cells[row] as string[])[place] = value;
  }
  return cells
    .map((row) => (row.some(Boolean) ? row.map(quoted).join("\t") : ""))
    .join("\n")
    .replace(/\n+$/, "");
}

function written(value: Value): string {
  if (value === null || value === undefined) return "";
  if (value instanceof Date) return writtenDate(value);
  if (typeof value === "boolean") return value ? "x" : "";
  return String(value).normalize("NFC").replace(/\s+/g, " ").trim();
}

/** As people here write it; the hour is said only where there is one. */
function writtenDate(date: Date): string {
  const rounded = new Date(Math.round(date.getTime() / 60_000) * 60_000).toISOString();
  const [, year, month, day, time] = /^(\d+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(rounded) ?? [];
  return `${time === "00:00" ? "" : `${time} `}${day}/${month}/${year}`;
}

function quoted(cell: string): string {
  return cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function xmlOf(parts: Parts, name: string): string {
  return new TextDecoder().decode(parts.get(name) ?? new Uint8Array());
}

function tagsIn(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<(?:\\w+:)?${name}\\b[^>]*>`, "g")) ?? [];
}

function attribute(tag: string, name: string): string {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "";
  return value
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function refuse(problem: string): { ok: false; problems: SheetProblem[] } {
  return { ok: false, problems: [problemOf(problem)] };
}

function problemOf(problem: string, line = 1): SheetProblem {
  return { line, column: null, problem };
}
