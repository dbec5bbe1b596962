import type { Db } from "#db/tables.ts";
import { effectiveEnd } from "./speaker.ts";
import type { Term } from "./term.ts";

/** Every entry an agency ever had, annulled ones too, with the decision and the end of each, newest first. */
export async function historyOf(db: Db, agencyId: string): Promise<Term[]> {
  const [assignments, delegations] = await Promise.all([
    assignmentTerms(db, agencyId),
    delegationTerms(db, agencyId),
  ]);
  return [...assignments, ...delegations].sort(
    (a, b) => compare(b.from, a.from) || compare(b.recordedAt, a.recordedAt),
  );
}

/** What of it is on the public list, newest first. */
export async function publicHistoryOf(db: Db, agencyId: string): Promise<Term[]> {
  return (await historyOf(db, agencyId)).filter(
    ({ publishedAt, annulledAt }) => publishedAt !== null && annulledAt === null,
  );
}

async function assignmentTerms(db: Db, agencyId: string): Promise<Term[]> {
  const rows = await db
    .selectFrom("assignment")
    .innerJoin("person", "person.id", "assignment.personId")
    .selectAll("assignment")
    .select("person.name")
    .where("assignment.agencyId", "=", agencyId)
    .execute();
  return rows.map((row) => ({
    ...shared(row),
    kind: "assignment",
    capacity: row.capacity,
    matter: null,
    grantorId: null,
    grantorName: null,
    from: row.fromDay,
    until: effectiveEnd(row.untilDay, row.endDay),
    planned: row.untilDay,
    ended: row.endDay,
    endKind: row.endKind,
    endDecisionNo: row.endDecisionNo,
    basis: {
      number: row.decisionNo,
      date: row.decisionDay,
      signedAt: row.decisionAt,
      signer: row.decisionSigner,
    },
    documentId: row.decisionFileId,
    besideReason: row.besideReason,
  }));
}

async function delegationTerms(db: Db, agencyId: string): Promise<Term[]> {
  const rows = await db
    .selectFrom("delegation")
    .innerJoin("person", "person.id", "delegation.personId")
    .innerJoin("assignment as grant", "grant.id", "delegation.grantorId")
    .innerJoin("person as grantor", "grantor.id", "grant.personId")
    .selectAll("delegation")
    .select(["person.name", "grantor.name as grantorName"])
    .where("delegation.agencyId", "=", agencyId)
    .execute();
  return rows.map((row) => ({
    ...shared(row),
    kind: "delegation",
    capacity: "authorised",
    matter: row.matter,
    grantorId: row.grantorId,
    grantorName: row.grantorName,
    from: row.fromAt,
    until: effectiveEnd(row.untilAt, row.endAt),
    planned: row.untilAt,
    ended: row.endAt,
    endKind: row.endAt ? "revoked" : null,
    endDecisionNo: row.endDocumentNo,
    basis: {
      number: row.documentNo,
      date: row.documentDay,
      signedAt: null,
      signer: row.documentSigner,
    },
    documentId: row.documentFileId,
    besideReason: row.besideReason,
  }));
}

type Shared =
  | "id"
  | "agencyId"
  | "personId"
  | "name"
  | "position"
  | "phone"
  | "email"
  | "endReason"
  | "recordedAt"
  | "publishedAt"
  | "annulledAt"
  | "annulReason";

function shared(row: Pick<Term, Shared>): Pick<Term, Shared> {
  const { id, agencyId, personId, name, position, phone, email } = row;
  const { endReason, recordedAt, publishedAt, annulledAt, annulReason } = row;
  const who = { id, agencyId, personId, name, position, phone, email };
  return { ...who, endReason, recordedAt, publishedAt, annulledAt, annulReason };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
