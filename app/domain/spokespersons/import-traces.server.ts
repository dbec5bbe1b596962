import type { Db, Row } from "#db/tables.ts";
import { grouped } from "./import-entry.ts";
import { effectiveEnd } from "./speaker.ts";

export type Traces = Awaited<ReturnType<typeof tracesOf>>;

/** The lines that an import left in the books, what they replaced, and who made room for them. */
export async function tracesOf(db: Db, id: string) {
  const entries = await named(db)
    .where("assignment.importId", "=", id)
    .orderBy("agency.name")
    .execute();
  const live = entries.filter(({ annulledAt }) => annulledAt === null);
  // An entry that another undoing brought back under the same import is not lost.
  const termOf = (one: (typeof entries)[number]) =>
    [one.agencyId, one.capacity, one.personId, one.fromDay].join(" ");
  const back = new Set(live.map(termOf));
  const lost = entries.filter((one) => one.annulledAt !== null && !back.has(termOf(one)));
  const delegations = await db
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .innerJoin("agency", "agency.id", "delegation.agencyId")
    .selectAll("delegation")
    .select(["person.name", "agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("delegation.importId", "=", id)
    .execute();
  const before = await db
    .selectFrom("assignment")
    .innerJoin("assignment as copy", "copy.replacesId", "assignment.id")
    .selectAll("assignment")
    .select(["copy.id as copyId", "copy.publishedAt as copyPublished"])
    .where("copy.importId", "=", id)
    .where("copy.annulledAt", "is", null)
    .where((eb) =>
      eb.or([eb("assignment.importId", "is", null), eb("assignment.importId", "!=", id)]),
    )
    .execute();
  const formers = await named(db)
    .innerJoin("assignment as successor", "successor.id", "assignment.supersededBy")
    .where("successor.importId", "=", id)
    .where("successor.annulledAt", "is", null)
    .where("successor.replacesId", "is", null)
    .where("assignment.annulledAt", "is", null)
    .where((eb) =>
      eb.or([eb("assignment.importId", "is", null), eb("assignment.importId", "!=", id)]),
    )
    .execute();
  return { live, lost, delegations, before, formers };
}

function named(db: Db) {
  return db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .selectAll("assignment")
    .select(["person.name", "agency.name as agencyName", "agency.nameEn as agencyNameEn"]);
}

/** Somebody of an agency, as they are told of. */
export interface Named {
  agencyId: string;
  agencyName: string;
  agencyNameEn: string;
  name: string;
}

/** Delegations that rest on heads of the import and came later. */
export async function grantsSince(db: Db, id: string, importedAt: string): Promise<Named[]> {
  return db
    .selectFrom("delegation")
    .innerJoin("assignment as grantor", "grantor.id", "delegation.grantorId")
    .innerJoin("person", "person.id", "delegation.personId")
    .innerJoin("agency", "agency.id", "delegation.agencyId")
    .select(["delegation.agencyId", "person.name"])
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("grantor.importId", "=", id)
    .where("delegation.annulledAt", "is", null)
    .where("delegation.recordedAt", ">", importedAt)
    .where((eb) =>
      eb.or([eb("delegation.importId", "is", null), eb("delegation.importId", "!=", id)]),
    )
    .execute();
}

type Room = Pick<
  Row<"assignment">,
  "id" | "agencyId" | "capacity" | "besideReason" | "fromDay" | "untilDay"
>;

/** Entries that have since taken days which those who made room, or were put right, would have again. */
export async function othersBeside(db: Db, id: string, formers: Room[]): Promise<Named[]> {
  const agencyIds = [...new Set(formers.map(({ agencyId }) => agencyId))];
  const standing = await named(db)
    .where("assignment.agencyId", "in", agencyIds)
    .where("assignment.annulledAt", "is", null)
    .where("assignment.besideReason", "is", null)
    .where((eb) =>
      eb.or([eb("assignment.importId", "is", null), eb("assignment.importId", "!=", id)]),
    )
    .execute();
  const formersOf = grouped(formers);
  return standing.filter((one) =>
    formersOf(one.agencyId).some((former) => {
      const last = effectiveEnd(one.untilDay, one.endDay);
      return (
        former.id !== one.id &&
        former.capacity === one.capacity &&
        former.besideReason === null &&
        (last === null || last >= former.fromDay) &&
        (former.untilDay === null || former.untilDay >= one.fromDay)
      );
    }),
  );
}
