import type { Db } from "#db/tables.ts";
import { closures, dissolutions, renamings } from "./agency-changes.server.ts";
import { assignmentChanges } from "./assignment-changes.server.ts";
import type { ChangeRange } from "./change-stream.server.ts";
import type { Change } from "./changes.ts";
import { delegationChanges } from "./delegation-changes.server.ts";

/** Whose changes: an agency's, a province's, or all. */
type ChangeScope = { agencyId: string } | { provinceId: string } | { all: true };

/**
 * What changed on the public list of an agency, a province or the country, one entry for each change,
 * by moment and id. Read on with `since` and `oldestFirst`, or back with `before`. A dozen small queries
 * that each follow an index, however much there is.
 */
export async function changesOf(db: Db, scope: ChangeScope, range: ChangeRange): Promise<Change[]> {
  const agencies = await agenciesOf(db, scope);
  const streams = await Promise.all([
    assignmentChanges(db, agencies, range),
    delegationChanges(db, agencies, range),
    renamings(db, agencies, range),
    closures(db, agencies, range),
    dissolutions(db, agencies, range),
  ]);
  const direction = range.oldestFirst ? 1 : -1;
  return streams
    .flat()
    .sort((a, b) => direction * (compare(a.at, b.at) || compare(a.id, b.id)))
    .slice(0, range.limit);
}

/** The agencies meant; undefined for all. Named one by one, so that only their own entries are read. */
async function agenciesOf(db: Db, scope: ChangeScope): Promise<string[] | undefined> {
  if ("all" in scope) return undefined;
  if ("agencyId" in scope) return [scope.agencyId];
  const rows = await db
    .selectFrom("agency")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("agency.id")
    .where(({ eb, or }) =>
      or([
        eb("area.id", "=", scope.provinceId),
        eb("area.partOf", "=", scope.provinceId),
        eb("agency.provinceId", "=", scope.provinceId),
      ]),
    )
    .execute();
  return rows.map(({ id }) => id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
