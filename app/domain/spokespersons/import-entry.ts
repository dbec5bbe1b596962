import type { AgencyOfArea } from "../agencies/agencies.server.ts";
import type { SheetProblem } from "../spreadsheets/sheet.ts";
import type { Standing } from "./assignment.ts";
import type { Draft } from "./import-row.ts";

/** A problem of a cell, with what it clashes with: an entry of the books, or another line of the sheet. */
export interface ImportProblem extends SheetProblem {
  other?: Standing & { line?: number };
}

/** What a row will enter. `padded` is the code it was found by, when the sheet's had lost its zeros. */
export interface ImportEntry {
  line: number;
  agency: AgencyOfArea;
  padded: string | null;
  draft: Draft;
}

export interface ImportOutcome {
  ok: boolean;
  rows: number;
  problems: ImportProblem[];
  entries: ImportEntry[];
}

export function agencyIdsOf(entries: ImportEntry[]): string[] {
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
