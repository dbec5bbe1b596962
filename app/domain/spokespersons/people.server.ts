import { randomUUID } from "node:crypto";
import type { Day, Db } from "#db/tables.ts";
import { formerUnitOf } from "../areas/committee.ts";
import { nameKey } from "./delegation.ts";

/** Everybody who has ever spoken for these agencies, each once an agency, by name. */
export async function peopleOf(db: Db, agencyIds: string[]) {
  const [assigned, delegated] = await Promise.all(
    (["assignment", "delegation"] as const).map((table) =>
      db
        .selectFrom(table)
        .innerJoin("person", "person.id", `${table}.personId`)
        .select(["person.id", "person.name", `${table}.agencyId`])
        .distinct()
        .where(`${table}.agencyId`, "in", agencyIds)
        .where(`${table}.annulledAt`, "is", null)
        .execute(),
    ),
  );
  const people = [...(assigned ?? []), ...(delegated ?? [])];
  const once = new Map(people.map((person) => [`${person.agencyId} ${person.id}`, person]));
  return [...once.values()].sort((a, b) => a.name.localeCompare(b.name, "vi"));
}

/** The person of that name at the agency, entered now if nobody there is called so. */
export async function personNamed(trx: Db, agency: { id: string }, name: string): Promise<string> {
  const people = await peopleOf(trx, [agency.id]);
  const known = people.find((person) => nameKey(person.name) === nameKey(name));
  if (known) return known.id;
  const id = randomUUID();
  await trx.insertInto("person").values({ id, name }).execute();
  return id;
}

/**
 * The last day of whoever spoke for a former unit and has none of their own: the unit's. Any other day stays as it
 * is, null too.
 */
export async function lastDayWithin(
  trx: Db,
  agency: { id: string },
  { fromDay, untilDay }: { fromDay: Day; untilDay: Day | null },
): Promise<Day | null> {
  const unit = untilDay === null ? formerUnitOf(agency.id) : undefined;
  if (!unit) return untilDay;
  const area = await trx
    .selectFrom("area")
    .select("untilDay")
    .where("id", "=", unit)
    .executeTakeFirst();
  return area?.untilDay && fromDay <= area.untilDay ? area.untilDay : null;
}

/** Whether an agency is closed before somebody's last day (null: no end is known), so that nobody outlasts it. */
export async function isClosedBefore(trx: Db, agency: { id: string }, lastDay: Day | null) {
  const { untilDay } = await trx
    .selectFrom("agency")
    .select("untilDay")
    .where("id", "=", agency.id)
    .executeTakeFirstOrThrow();
  return untilDay !== null && (lastDay === null || lastDay > untilDay);
}
