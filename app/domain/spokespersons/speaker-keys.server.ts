import type { Db, Moment } from "#db/tables.ts";

/** Those in force at a moment, by what they are looked for. */
export function keysInForce(db: Db, at: Moment) {
  return db
    .selectFrom("speakerKey")
    .innerJoin("person", "person.id", "speakerKey.personId")
    .innerJoin("agency", "agency.id", "speakerKey.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("assignment", "assignment.id", "speakerKey.id")
    .leftJoin("delegation", "delegation.id", "speakerKey.id")
    .select(({ fn }) => [
      "speakerKey.id",
      "speakerKey.agencyId",
      "agency.areaId",
      "area.partOf",
      "person.name",
      fn.coalesce("assignment.phone", "delegation.phone").$notNull().as("phone"),
      "speakerKey.folded",
      "speakerKey.given",
      "speakerKey.phone as digits",
    ])
    .where("speakerKey.untilAt", ">", at)
    .where("speakerKey.fromAt", "<=", at);
}

/** The ids of all of them: many are read by these a few at a time. */
export async function idsInForce(db: Db, at: Moment): Promise<string[]> {
  const rows = await db
    .selectFrom("speakerKey")
    .select("id")
    .where("untilAt", ">", at)
    .where("fromAt", "<=", at)
    .execute();
  return rows.map(({ id }) => id);
}

/** The first moment after another at which somebody on the public list begins or ends; undefined when nobody does. */
export async function nextTurnAt(db: Db, at: Moment): Promise<Moment | undefined> {
  const next = (column: "fromAt" | "untilAt") =>
    db
      .selectFrom("speakerKey")
      .select(({ fn }) => fn.min(column).as("next"))
      .where(column, ">", at);
  const { begins, ends } = await db
    .selectNoFrom([next("fromAt").as("begins"), next("untilAt").as("ends")])
    .executeTakeFirstOrThrow();
  return [begins, ends].filter((moment) => moment !== null).toSorted()[0];
}
