import { type SelectQueryBuilder, sql } from "kysely";
import { type Place, placeOf } from "./page.ts";

/** One page of the rows that a query finds, in its order, and where it stands: two questions to the database. */
export async function pageFound<Database, Table extends keyof Database, Found>(
  query: SelectQueryBuilder<Database, Table, Found>,
  asked: number,
  size: number,
): Promise<Place & { shown: Found[] }> {
  const { total } = (await query
    .clearSelect()
    .clearOrderBy()
    .select(sql<number>`count(*)`.as("total"))
    .executeTakeFirstOrThrow()) as { total: number };
  const { before, ...place } = placeOf(Number(total), asked, size);
  const shown = await query.limit(size).offset(before).execute();
  return { ...place, shown: shown as Found[] };
}
