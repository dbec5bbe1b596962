import type { Db, Moment } from "#db/tables.ts";
import { type Capacity, effectiveEnd } from "./speaker.ts";
import { termPhaseOf } from "./term.ts";

/** An assignment or a delegation as the public list shows it. */
export type PublicEntry = NonNullable<Awaited<ReturnType<typeof findPublicEntry>>>;

/**
 * An assignment or a delegation by its id, with everything that is published of it and where it stands at a
 * moment. What is not on the public list, not yet or because it was entered by mistake, is not found.
 */
export async function findPublicEntry(db: Db, id: string, at: Moment) {
  const entry = (await assignmentOf(db, id, at)) ?? (await delegationOf(db, id, at));
  return entry && { ...entry, state: termPhaseOf(entry, at) };
}

async function assignmentOf(db: Db, id: string, at: Moment) {
  const row = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .innerJoin("agency", "agency.id", "assignment.agencyId")
    .selectAll("assignment")
    .select(["person.name", "agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("assignment.id", "=", id)
    .where("assignment.publishedAt", "<=", at)
    .where("assignment.annulledAt", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...contactOf(row),
    kind: "assignment" as const,
    capacity: row.capacity as Capacity,
    matter: null,
    from: row.fromDay,
    until: effectiveEnd(row.untilDay, row.endDay),
    planned: row.untilDay,
    basis: { number: row.decisionNo, date: row.decisionDay, signer: row.decisionSigner },
    grantor: null,
    end: row.endDay ? { kind: row.endKind, on: row.endDay, number: row.endDecisionNo } : null,
  };
}

async function delegationOf(db: Db, id: string, at: Moment) {
  const row = await db
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .innerJoin("agency", "agency.id", "delegation.agencyId")
    .innerJoin("assignment as grant", "grant.id", "delegation.grantorId")
    .innerJoin("person as grantor", "grantor.id", "grant.personId")
    .selectAll("delegation")
    .select(["person.name", "agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .select("grantor.name as grantorName")
    .where("delegation.id", "=", id)
    .where("delegation.publishedAt", "<=", at)
    .where("delegation.annulledAt", "is", null)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...contactOf(row),
    kind: "delegation" as const,
    capacity: "authorised" as const,
    matter: row.matter,
    from: row.fromAt,
    until: effectiveEnd(row.untilAt, row.endAt),
    planned: row.untilAt,
    basis: { number: row.documentNo, date: row.documentDay, signer: row.documentSigner },
    grantor: { id: row.grantorId, name: row.grantorName },
    end: row.endAt ? { kind: "revoked" as const, on: row.endAt, number: row.endDocumentNo } : null,
  };
}

interface Listed {
  id: string;
  agencyId: string;
  agencyName: string;
  agencyNameEn: string;
  name: string;
  position: string;
  phone: string;
  email: string;
  publishedAt: Moment | null;
}

function contactOf(row: Listed) {
  const { id, agencyId, agencyName, agencyNameEn, name, position, phone, email } = row;
  const agency = { id: agencyId, name: agencyName, nameEn: agencyNameEn };
  return { id, agency, name, position, phone, email, published: row.publishedAt as Moment };
}
