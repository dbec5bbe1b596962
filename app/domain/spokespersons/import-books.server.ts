import type { Db, Row } from "#db/tables.ts";
import { type Booked, grouped } from "./import-entry.ts";

/** What stands for each agency, to which an import adds as it goes: a row of a sheet meets those above it. */
export interface Books {
  assignments: (agencyId: string) => Booked[];
  delegations: (agencyId: string) => (Row<"delegation"> & { name: string })[];
}

/** Everything that stands for these agencies, with the columns that a correction copies. */
export async function booksOf(db: Db, agencyIds: string[]): Promise<Books> {
  const [assigned, delegations] = await Promise.all([
    db
      .selectFrom("assignment")
      .innerJoin("person", "person.id", "assignment.personId")
      .selectAll("assignment")
      .select("person.name")
      .where("assignment.agencyId", "in", agencyIds)
      .where("assignment.annulledAt", "is", null)
      .orderBy("assignment.fromDay")
      .execute(),
    db
      .selectFrom("delegation")
      .innerJoin("person", "person.id", "delegation.personId")
      .selectAll("delegation")
      .select("person.name")
      .where("delegation.agencyId", "in", agencyIds)
      .where("delegation.annulledAt", "is", null)
      .execute(),
  ]);
  return { assignments: grouped<Booked>(assigned), delegations: grouped(delegations) };
}
