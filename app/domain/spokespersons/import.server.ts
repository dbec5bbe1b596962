import type { Db } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import type { Signature } from "../audit/entry.ts";
import { readSheet } from "../spreadsheets/csv.server.ts";
import type { Sheet, SheetRow } from "../spreadsheets/sheet.ts";
import { agencyOf, type Directory, directoryOf } from "./import-agency.server.ts";
import { clashes } from "./import-clashes.server.ts";
import {
  agencyIdsOf,
  type ImportEntry,
  type ImportOutcome,
  type ImportProblem,
} from "./import-entry.ts";
import { draftOf, SPOKESPERSON_COLUMNS, type SpokespersonColumn } from "./import-row.ts";
import { enterAll } from "./import-writing.server.ts";
import { holdBooks } from "./people.server.ts";

/** Reads a list of spokespersons as offices keep it (see `readSheet`). */
export function readSpokespersonSheet(bytes: Uint8Array): Sheet<SpokespersonColumn> {
  const sheet = readSheet(bytes, SPOKESPERSON_COLUMNS);
  if (!sheet.ok || sheet.columns.includes("agency_code") || sheet.columns.includes("area_code"))
    return sheet;
  return { ok: false, problems: [{ line: 1, column: "area_code", problem: "column-missing" }] };
}

/**
 * Enters a whole list of spokespersons, all of it or nothing; a dry run only says what is wrong.
 * Every problem is named with its line and column: in a cell, out of reach, against another line or
 * against the books, which may have changed since the dry run.
 */
export async function importSpokespersons(
  db: Db,
  reach: Reach,
  sheet: Sheet<SpokespersonColumn>,
  signed: Signature,
  { dryRun = false }: { dryRun?: boolean } = {},
): Promise<ImportOutcome> {
  if (!sheet.ok) return { ok: false, rows: 0, problems: sheet.problems, entries: [] };
  const { entries, problems } = readRows(sheet.rows, await directoryOf(db), reach);
  const rows = sheet.rows.length;
  const check = async (trx: Db) => {
    const all = [...problems, ...(await clashes(trx, entries))].sort((a, b) => a.line - b.line);
    return { ok: all.length === 0, rows, problems: all, entries };
  };
  if (dryRun || problems.length) return check(db);

  return db.transaction().execute(async (trx) => {
    await holdBooks(trx, agencyIdsOf(entries));
    const outcome = await check(trx);
    if (outcome.ok) await enterAll(trx, entries, signed);
    return outcome;
  });
}

function readRows(rows: SheetRow<SpokespersonColumn>[], directory: Directory, reach: Reach) {
  const entries: ImportEntry[] = [];
  const problems: ImportProblem[] = [];
  for (const row of rows) {
    const found = agencyOf(row, directory, reach);
    const read = draftOf(row);
    if ("problem" in found) problems.push({ line: row.line, ...found });
    if ("problems" in read) problems.push(...read.problems);
    if ("agency" in found && "draft" in read) entries.push({ line: row.line, ...found, ...read });
  }
  return { entries, problems };
}
