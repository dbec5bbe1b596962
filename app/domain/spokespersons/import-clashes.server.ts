import type { Db } from "#db/tables.ts";
import { assignmentRefusal, type Standing } from "./assignment.ts";
import { standingOf } from "./assignments.server.ts";
import { delegationRefusal, type StandingDelegation } from "./delegation.ts";
import { delegationsOf } from "./delegations.server.ts";
import { agencyIdsOf, grouped, type ImportEntry, type ImportProblem } from "./import-entry.ts";
import type { SpokespersonColumn } from "./import-row.ts";

type Placed = Standing & { line?: number };

/** What the rows clash with: heads and regular spokespersons first, since delegations rest on heads. */
export async function clashes(db: Db, entries: ImportEntry[]): Promise<ImportProblem[]> {
  const agencyIds = agencyIdsOf(entries);
  const [standing, delegations] = await Promise.all([
    standingOf(db, agencyIds),
    delegationsOf(db, agencyIds),
  ]);
  const placed = grouped<Placed>(standing);
  const written = grouped<StandingDelegation>(delegations);
  const problems: ImportProblem[] = [];

  for (const { line, agency, draft } of entries) {
    if (draft.kind !== "assignment") continue;
    const books = placed(agency.id);
    const refusal = assignmentRefusal(draft.details, books);
    if (refusal?.reason === "overlaps")
      problems.push({
        line,
        column: "from",
        problem: refusal.other.line ? "overlaps-line" : "overlaps",
        other: standingPart(refusal.other),
      });
    else if (refusal) problems.push({ line, column: "until", problem: refusal.reason });
    else books.push({ ...draft.details, line });
  }
  for (const { line, agency, draft } of entries) {
    if (draft.kind !== "delegation") continue;
    const heads = placed(agency.id).filter(({ capacity }) => capacity === "head");
    const books = written(agency.id);
    const refusal = delegationRefusal(draft.details, heads, books);
    if (refusal) problems.push({ line, column: COLUMN_OF[refusal], problem: refusal });
    else books.push(draft.details);
  }
  return problems;
}

const COLUMN_OF = {
  "end-before-start": "until",
  "start-before-document": "from",
  "no-head": "capacity",
  "head-needs-none": "name",
  "already-delegated": "decision_no",
  "agency-closed": "until",
} satisfies Record<string, SpokespersonColumn>;

function standingPart({ name, capacity, fromDay, untilDay, line }: Placed) {
  return { name, capacity, fromDay, untilDay, ...(line && { line }) };
}
