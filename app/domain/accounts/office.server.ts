import type { Day, Db } from "#db/tables.ts";

/** More agencies in a row have not gone into one another within anybody's office. */
const FURTHEST = 20;

/**
 * Where an officer of an agency works on a day: there, or, once it is closed, wherever its work went, as long as it
 * went to one agency alone. Undefined when nobody or several took it over: then a person has to decide.
 */
export async function officeFollowed(
  db: Db,
  agencyId: string,
  day: Day,
): Promise<string | undefined> {
  let at = agencyId;
  for (let step = 0; step < FURTHEST; step++) {
    const [one, another] = await db
      .selectFrom("agency")
      .leftJoin("agencySuccession", "agencySuccession.formerId", "agency.id")
      .select(["agency.untilDay", "agencySuccession.successorId"])
      .where("agency.id", "=", at)
      .execute();
    if (one?.untilDay === null || (one?.untilDay && one.untilDay >= day)) return at;
    if (!one?.successorId || another) return undefined;
    at = one.successorId;
  }
  return undefined;
}
