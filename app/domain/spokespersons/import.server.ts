import { randomUUID } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/tables.ts";
import type { Reach } from "../accounts/officer.ts";
import { holdBooks } from "../agencies/agencies.server.ts";
import { isFormer } from "../agencies/former-committees.server.ts";
import type { Signature } from "../audit/entry.ts";
import { readSheet } from "../spreadsheets/csv.server.ts";
import type { Sheet, SheetRow, Wording } from "../spreadsheets/sheet.ts";
import { agencyOf, directoryOf, type Found, withCandidates } from "./import-agency.server.ts";
import {
  agencyIdsOf,
  type ImportEntry,
  type ImportOutcome,
  type ImportProblem,
  type OnProgress,
  type ReadRow,
} from "./import-entry.ts";
import { cappedDraft } from "./import-former.server.ts";
import { planOf } from "./import-plan.server.ts";
import {
  type Draft,
  draftOf,
  type Remark,
  SPOKESPERSON_COLUMNS,
  type SpokespersonColumn,
} from "./import-row.ts";
import { enterAll } from "./import-writing.server.ts";

const AGENCY_COLUMNS = ["area_code", "agency_code", "agency_name"] as const;

/** Reads a list of spokespersons as offices keep it (see `readSheet`); an agency may be told by code or by name. */
export function readSpokespersonSheet(
  bytes: Uint8Array,
  wording: Wording<SpokespersonColumn> = {},
): Sheet<SpokespersonColumn> {
  const sheet = readSheet(bytes, SPOKESPERSON_COLUMNS, wording);
  if (!sheet.ok) return sheet;
  const isTold = AGENCY_COLUMNS.some(
    (name) => sheet.columns.includes(name) || wording.given?.[name]?.trim(),
  );
  if (isTold) return sheet;
  const problems = [{ line: 1, column: "area_code", problem: "column-missing" }];
  return { ok: false, problems, headings: sheet.headings };
}

interface Importing {
  dryRun?: boolean;
  fileName?: string;
  onProgress?: OnProgress;
}

/**
 * Enters a whole list of spokespersons, all of it or nothing; a dry run only says what it would do and
 * what is wrong. Who is on the books already is left alone or put right, who takes another's place ends
 * the other's term. Every problem is named with its line and column: in a cell, out of reach, against
 * another line or against the books, which may have changed since the dry run.
 */
export async function importSpokespersons(
  db: Db,
  reach: Reach,
  sheet: Sheet<SpokespersonColumn>,
  given: Signature,
  { dryRun = false, fileName = "", onProgress }: Importing = {},
): Promise<ImportOutcome> {
  if (!sheet.ok) return outcomeOf(0, sheet.problems, []);
  const read = await readRows(db, sheet.rows, reach, onProgress);
  const id = randomUUID();
  const plan = async (trx: Db, signed: Signature) => {
    const stamp = { importId: id, signed, stated: new Set(sheet.columns) };
    const { entries, problems } = await planOf(trx, read.rows, stamp);
    const all = [...read.problems, ...problems].sort((a, b) => a.line - b.line);
    return outcomeOf(sheet.rows.length, all, entries);
  };
  if (dryRun || read.problems.length) return plan(db, given);

  return db.transaction().execute(async (trx) => {
    const signed = await holdBooks(trx, agencyIdsOf(read.rows), given);
    const outcome = await plan(trx, signed);
    if (!outcome.ok || outcome.counts.same === outcome.rows) return outcome;
    const written = { id, fileName, rows: outcome.rows };
    await enterAll(trx, written, outcome.entries, signed, onProgress);
    return { ...outcome, id };
  });
}

function outcomeOf(rows: number, problems: ImportProblem[], entries: ImportEntry[]): ImportOutcome {
  const counts = { new: 0, changed: 0, same: 0, problem: 0 };
  for (const { verdict } of entries) counts[verdict]++;
  counts.problem = new Set(problems.map(({ line }) => line)).size;
  return { ok: problems.length === 0, rows, problems, entries, counts, id: null };
}

function readRow(
  line: number,
  { agency, padded, remarks = [] }: Found,
  read: { draft: Draft; remarks: Remark[] },
): ReadRow {
  const { draft, remarks: capped } = isFormer(agency)
    ? cappedDraft(read.draft, agency)
    : { ...read, remarks: [] };
  return { line, agency, padded, draft, remarks: [...remarks, ...read.remarks, ...capped] };
}

const BATCH = 200;

async function readRows(
  db: Db,
  sheet: SheetRow<SpokespersonColumn>[],
  reach: Reach,
  onProgress: OnProgress = () => {},
) {
  const directory = await directoryOf(db);
  const rows: ReadRow[] = [];
  const problems: ImportProblem[] = [];
  const names = new Map<number, string>();
  for (const [place, row] of sheet.entries()) {
    if (place % BATCH === 0) {
      onProgress({ phase: "reading", done: place, total: sheet.length });
      await setImmediate();
    }
    const read = draftOf(row);
    const found = agencyOf(row, "draft" in read ? read.draft : undefined, directory, reach);
    names.set(row.line, row.cells.agency_name);
    if ("problem" in found) problems.push({ line: row.line, ...found });
    if ("problems" in read) problems.push(...read.problems);
    if ("agency" in found && "draft" in read) rows.push(readRow(row.line, found, read));
  }
  const nameOn = (line: number) => names.get(line) ?? "";
  return { rows, problems: await withCandidates(db, problems, nameOn, directory, reach) };
}
