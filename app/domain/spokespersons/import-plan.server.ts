import { setImmediate } from "node:timers/promises";
import type { Db } from "#db/tables.ts";
import { termRulesFor } from "./delegation-rules.server.ts";
import { enteredBy } from "./import-assignment.server.ts";
import { booksOf } from "./import-books.server.ts";
import { comparedBy, knownBy } from "./import-comparison.server.ts";
import { delegatedBy } from "./import-delegation.server.ts";
import {
  agencyIdsOf,
  type ImportEntry,
  type ImportProblem,
  type ReadRow,
  type Stamp,
} from "./import-entry.ts";

export interface Plan {
  entries: ImportEntry[];
  problems: ImportProblem[];
}

/**
 * What the rows do to the books, and what they clash with. First those that say of somebody what the
 * books say (or that something about them has changed), then those that put somebody in another's
 * place or where nobody is, last the delegations, since they rest on heads.
 */
export async function planOf(db: Db, rows: ReadRow[], stamp: Stamp): Promise<Plan> {
  const books = await booksOf(db, agencyIdsOf(rows));
  const planned = new Map<number, ImportEntry | ImportProblem>();
  for (const row of rows) {
    const known = knownBy(row, books, stamp);
    if (known) planned.set(row.line, comparedBy(row, known, books, stamp));
  }
  for (const [place, row] of rows.entries()) {
    if (place % 200 === 0) await setImmediate();
    if (!planned.has(row.line) && row.draft.kind === "assignment")
      planned.set(row.line, enteredBy(row, row.draft.details, books, stamp));
  }
  const delegations = rows.filter(({ draft }) => draft.kind === "delegation");
  const rules = await termRulesFor(
    db,
    delegations.map(({ agency, draft }) => ({
      agencyId: agency.id,
      day: "documentDay" in draft.details ? draft.details.documentDay : "",
    })),
  );
  for (const [place, row] of delegations.entries())
    planned.set(row.line, delegatedBy(row, books, stamp, rules[place]));

  const all = rows.map(({ line }) => planned.get(line) as ImportEntry | ImportProblem);
  return {
    entries: all.filter((one) => "verdict" in one),
    problems: all.filter((one) => "problem" in one),
  };
}
