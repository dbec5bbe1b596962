import { PostgresAdapter, sql } from "kysely";
import { dayOf } from "#app/clock.ts";
import type { Db, Moment } from "#db/tables.ts";
import { type Freshness, freshnessAt, quarterOf } from "./confirmation.ts";

/** How fresh assignments are at a moment, by their ids: one query, however many. What was not public then is left out. */
export async function freshnessOn(
  db: Db,
  assignmentIds: string[],
  at: Moment,
): Promise<Map<string, Freshness>> {
  if (assignmentIds.length === 0) return new Map();
  const quarter = quarterOf(dayOf(at));
  const rows = await db
    .selectFrom("assignment")
    .leftJoin("confirmation", (join) =>
      join
        .onRef("confirmation.assignmentId", "=", "assignment.id")
        .on("confirmation.askedAt", "<=", at),
    )
    .select(["assignment.id", "assignment.publishedAt"])
    .select(({ fn, eb }) => {
      const thisQuarter = eb("confirmation.quarter", "=", quarter);
      return [
        fn
          .max<Moment | null>(
            eb
              .case()
              .when("confirmation.confirmedAt", "<=", at)
              .then(eb.ref("confirmation.confirmedAt"))
              .end(),
          )
          .as("confirmedAt"),
        fn
          .max<Moment | null>(
            eb.case().when(thisQuarter).then(eb.ref("confirmation.askedAt")).end(),
          )
          .as("askedAt"),
        fn
          .max<Moment | null>(
            eb
              .case()
              .when(eb.and([thisQuarter, eb("confirmation.bouncedAt", "<=", at)]))
              .then(eb.ref("confirmation.bouncedAt"))
              .end(),
          )
          .as("bouncedAt"),
      ];
    })
    .where("assignment.id", "in", listed(db, assignmentIds))
    .where("assignment.publishedAt", "is not", null)
    .groupBy(["assignment.id", "assignment.publishedAt"])
    .execute();
  const measure = freshnessAt(at);
  return new Map(
    rows.flatMap(({ id, publishedAt, ...upkeep }) => {
      const freshness = publishedAt && measure({ publishedAt, ...upkeep });
      return freshness ? [[id, freshness] as const] : [];
    }),
  );
}

/** Ids as one parameter: thousands of them would each cost time to put into a statement. */
function listed(db: Db, ids: string[]) {
  const json = JSON.stringify(ids);
  return db.getExecutor().adapter instanceof PostgresAdapter
    ? sql<string>`(select json_array_elements_text(${json}::json))`
    : sql<string>`(select value from json_each(${json}))`;
}
