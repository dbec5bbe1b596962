import type { Row } from "#db/tables.ts";
import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { SheetProblem, SheetRow } from "../spreadsheets/sheet.ts";
import type { Standing } from "./assignment.ts";
import type { Draft, Remark, SpokespersonColumn } from "./import-row.ts";

/** A problem of a cell, with what it clashes with: an entry of the books, or another line of the sheet. */
export interface ImportProblem extends SheetProblem {
  other?: Standing & { line?: number };
  /** The agencies that a name may mean. */
  candidates?: string[];
}

/** A row whose cells and agency are in order. `padded` is the code it was found by, when the sheet's had lost its zeros. */
export interface ReadRow {
  line: number;
  agency: AgencyOfArea;
  padded: string | null;
  draft: Draft;
  remarks: Remark[];
}

/** What a cell says now and what the sheet says instead. */
export interface Change {
  column: SpokespersonColumn;
  before: string;
  after: string;
}

/** The columns that the sheet itself has; what was given once for all rows says nothing of somebody who is on the books. */
export type Stated = ReadonlySet<SpokespersonColumn>;

/** What every row of an import has in common. */
export interface Stamp {
  importId: string;
  signed: Signature;
  stated: Stated;
}

/** A line of the books of assignments, as they are or as they will be. */
export type Booked = Row<"assignment"> & { name: string; line?: number };

/** What a row does to the books: it enters somebody, perhaps in another's place, puts an entry right, or says what they say. */
export type Step =
  | { verdict: "new"; enter: Booked }
  | { verdict: "changed"; enter: Booked; instead: Booked }
  | { verdict: "changed"; enter: Booked; corrects: Booked; changes: Change[] }
  | { verdict: "new"; delegate: Row<"delegation"> & { name: string } }
  | { verdict: "same" };

export type ImportEntry = ReadRow & Step;

export type Verdict = Step["verdict"] | "problem";

export interface ImportOutcome {
  ok: boolean;
  rows: number;
  problems: ImportProblem[];
  entries: ImportEntry[];
  counts: Record<Verdict, number>;
  /** The import that was written; none in a dry run, and none when the books say all of it already. */
  id: string | null;
}

/** How far an import has come. */
export interface Progress {
  phase: "reading" | "writing";
  done: number;
  total: number;
}

export type OnProgress = (progress: Progress) => void;

/** A line of the sheet as it is shown: what it says, what it would do, and what is wrong with it. */
export interface CheckedLine {
  line: number;
  verdict: Verdict;
  cells: SheetRow<SpokespersonColumn>["cells"];
  entry: ImportEntry | null;
  problems: ImportProblem[];
}

/** Every line of a sheet with its verdict, in the order of the sheet. */
export function linesOf(
  rows: SheetRow<SpokespersonColumn>[],
  { entries, problems }: ImportOutcome,
): CheckedLine[] {
  const entryOn = new Map(entries.map((entry) => [entry.line, entry]));
  const problemsOn = new Map<number, ImportProblem[]>();
  for (const problem of problems)
    problemsOn.set(problem.line, [...(problemsOn.get(problem.line) ?? []), problem]);
  return rows.map(({ line, cells }) => {
    const wrong = problemsOn.get(line) ?? [];
    const entry = entryOn.get(line) ?? null;
    const verdict = wrong.length || !entry ? "problem" : entry.verdict;
    return { line, verdict, cells, entry, problems: wrong };
  });
}

/** The agencies that rows speak of, each once. */
export function agencyIdsOf(entries: { agency: { id: string } }[]): string[] {
  return [...new Set(entries.map(({ agency }) => agency.id))];
}

/** Lists by agency, made when first asked for, to be added to. */
export function grouped<Item>(rows: (Item & { agencyId: string })[]): (agencyId: string) => Item[] {
  const lists = new Map<string, Item[]>();
  const listOf = (agencyId: string) => {
    const list = lists.get(agencyId) ?? [];
    lists.set(agencyId, list);
    return list;
  };
  for (const row of rows) listOf(row.agencyId).push(row);
  return listOf;
}
