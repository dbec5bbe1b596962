import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { provinceOf, withinReach } from "../agencies/agencies.server.ts";
import { OF_AGENCY, type OfAgency, onProvinceBeside } from "../agencies/of-agency.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { speakersOf } from "../spokespersons/speakers.server.ts";
import {
  type Statement,
  type StatementRefusal,
  whyNotApprove,
  whyNotRewrite,
} from "./statement.ts";
import type { Contents } from "./statement-form.ts";

/** A statement with the agency whose it is, and the incident that it is about. */
export interface StatementOfAgency extends Statement, OfAgency {
  incidentTitle: string | null;
  clause: string | null;
  leadBody: string | null;
  correctedById: string | null; // the published one that puts it right
}

export type StatementOutcome = { ok: true } | { ok: false; reason: StatementRefusal };

/**
 * Who speaks, as they are at a moment; undefined when that person may not speak for the agency then (Decree 244/2026,
 * art. 3): a statement of anyone else would not be the agency's word.
 */
export async function speakerAt(
  db: Db,
  agency: { id: string },
  speakerId: string | null,
  at: Moment,
) {
  const speaker = await entryOf(db, agency, speakerId, at);
  return (
    speaker && {
      speakerId: speaker.personId,
      speakerName: speaker.name,
      speakerPosition: speaker.position,
      speakerCapacity: speaker.capacity,
      speakerMatter: speaker.matter,
    }
  );
}

/** The entry by which somebody may speak for an agency at a moment; undefined where there is none. */
export async function entryOf(
  db: Db,
  agency: { id: string },
  speakerId: string | null,
  at: Moment,
) {
  const speakers = speakerId ? await speakersOf(db, agency, at) : [];
  return speakers.find(({ personId }) => personId === speakerId);
}

/**
 * Drafts a statement on an incident; the second and every later one follows the last that was published. Refused:
 * `refer-up` of what is not the agency's to speak of, `not-a-speaker`.
 */
export async function draftStatement(
  db: Db,
  incident: { id: string },
  contents: Contents,
  speakerId: string,
  signed: Signature,
): Promise<{ ok: true; id: string } | { ok: false; reason: StatementRefusal }> {
  return allOrNothing(db, async (trx) => {
    const { agencyId, clause } = await trx
      .selectFrom("incident")
      .select(["agencyId", "clause"])
      .where("id", "=", incident.id)
      .executeTakeFirstOrThrow();
    if (clause === "7.1") return { ok: false, reason: "refer-up" } as const;
    const speaker = await speakerAt(trx, { id: agencyId }, speakerId, signed.at);
    if (!speaker) return { ok: false, reason: "not-a-speaker" } as const;
    const former = await lastOf(trx, incident.id);
    const id = randomUUID();
    await trx
      .insertInto("statement")
      .values({
        ...{ id, agencyId, incidentId: incident.id, ...contents, ...speaker },
        kind: former ? "notice" : "initial_statement",
        followsId: former?.id ?? null,
        ...{ draftedAt: signed.at, draftedBy: signed.by.id },
      })
      .execute();
    const particulars = { title: contents.title };
    await record(trx, signed, { act: "statement.drafted", about: { id }, agencyId, particulars });
    return { ok: true, id } as const;
  });
}

/** The last statement that was published on an incident. */
function lastOf(db: Db, incidentId: string) {
  return db
    .selectFrom("statement")
    .select(["id"])
    .where("incidentId", "=", incidentId)
    .where("publishedAt", "is not", null)
    .orderBy("publishedAt", "desc")
    .limit(1)
    .executeTakeFirst();
}

/**
 * Writes a draft anew; what had been approved has to be approved again. Refused: where it stands, `not-a-speaker`, and
 * `changed-meanwhile` when somebody else wrote after the edition that this writer saw.
 */
export async function changeStatement(
  db: Db,
  statement: { id: string },
  contents: Contents,
  { speakerId, edition }: { speakerId: string; edition: number },
  signed: Signature,
): Promise<StatementOutcome> {
  return allOrNothing(db, async (trx) => {
    const current = await takeStatement(trx, statement.id);
    const reason = whyNotRewrite(current);
    if (reason) return { ok: false, reason } as const;
    if (current.edition !== edition) return { ok: false, reason: "changed-meanwhile" } as const;
    const { agencyId } = current;
    const speaker = await speakerAt(trx, { id: agencyId }, speakerId, signed.at);
    if (!speaker) return { ok: false, reason: "not-a-speaker" } as const;
    await trx
      .updateTable("statement")
      .set({ ...contents, ...speaker, edition: edition + 1, ...UNAPPROVED })
      .where("id", "=", statement.id)
      .execute();
    const particulars = { title: contents.title };
    await record(trx, signed, {
      ...{ act: "statement.changed", about: statement, agencyId, particulars },
    });
    return { ok: true } as const;
  });
}

/** What was decided about a text that is no longer the same. */
const UNAPPROVED = {
  ...{ approvedAt: null, approvedBy: null, approver: null, agreedWith: null },
  ...{ scheduledAt: null, scheduledBy: null, scheduledByName: null, scheduledTo: null },
  scheduleProblem: null,
};

/** Counts a change to what goes with a statement as one to itself: approval, schedule and every agency's yes fall. */
export async function touch(trx: Db, { id, edition }: Pick<Statement, "id" | "edition">) {
  await trx
    .updateTable("statement")
    .set({ edition: edition + 1, ...UNAPPROVED })
    .where("id", "=", id)
    .execute();
}

/**
 * Records who approved the text as it stands. Refused: where it stands or as the law has it (see `whyNotApprove`),
 * `not-a-speaker`, `changed-meanwhile` when it is no longer the text that was approved.
 */
export async function approveStatement(
  db: Db,
  statement: { id: string },
  { approver, agreedWith, edition }: { approver: string; agreedWith?: string; edition: number },
  signed: Signature,
): Promise<StatementOutcome> {
  return allOrNothing(db, async (trx) => {
    const current = await takeStatement(trx, statement.id);
    const incident = await incidentOf(trx, current);
    const reason = whyNotApprove(current, incident, agreedWith ?? null, signed.at);
    if (reason) return { ok: false, reason } as const;
    if (current.edition !== edition) return { ok: false, reason: "changed-meanwhile" } as const;
    const { agencyId, speakerId, title } = current;
    if (!(await speakerAt(trx, { id: agencyId }, speakerId, signed.at)))
      return { ok: false, reason: "not-a-speaker" } as const;
    await trx
      .updateTable("statement")
      .set({ approvedAt: signed.at, approvedBy: signed.by.id, approver })
      .set({ agreedWith: agreedWith ?? null })
      .where("id", "=", statement.id)
      .execute();
    const particulars = { title, approver };
    await record(trx, signed, {
      ...{ act: "statement.approved", about: statement, agencyId, particulars },
    });
    return { ok: true } as const;
  });
}

/** Lays a draft aside that comes to nothing; it stays in the books. Refused where it stands. */
export async function withdrawStatement(
  db: Db,
  statement: { id: string },
  signed: Signature,
): Promise<StatementOutcome> {
  return allOrNothing(db, async (trx) => {
    const current = await takeStatement(trx, statement.id);
    const reason = whyNotRewrite(current);
    if (reason) return { ok: false, reason } as const;
    await trx
      .updateTable("statement")
      .set({ withdrawnAt: signed.at, withdrawnBy: signed.by.id })
      .where("id", "=", statement.id)
      .execute();
    const { agencyId, title } = current;
    await record(trx, signed, {
      ...{ act: "statement.withdrawn", about: statement, agencyId, particulars: { title } },
    });
    return { ok: true } as const;
  });
}

/** The statement as it stands now, and nobody else's to change until the transaction ends. */
export async function takeStatement(trx: Db, id: string): Promise<Statement> {
  return trx
    .updateTable("statement")
    .set((row) => ({ edition: row.ref("edition") }))
    .where("id", "=", id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** The incident that a statement is about. */
export function incidentOf(db: Db, { incidentId }: Pick<Statement, "incidentId">) {
  return db
    .selectFrom("incident")
    .selectAll()
    .where("id", "=", incidentId ?? "")
    .executeTakeFirst();
}

/** The statement with its agency, if it is this officer's to work on. */
export function findStatementFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<StatementOfAgency | undefined> {
  return statementsOfAgencies(db)
    .where("statement.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst() as Promise<StatementOfAgency | undefined>;
}

/** The statement with its agency, for the office's own use. */
export function findStatement(db: Db, id: string): Promise<StatementOfAgency | undefined> {
  return statementsOfAgencies(db).where("statement.id", "=", id).executeTakeFirst() as Promise<
    StatementOfAgency | undefined
  >;
}

/** What was said, and is being written, about an incident; oldest first. */
export function statementsOn(db: Db, incident: { id: string }): Promise<StatementOfAgency[]> {
  return statementsOfAgencies(db)
    .where("statement.incidentId", "=", incident.id)
    .orderBy("statement.draftedAt")
    .orderBy("statement.id")
    .execute() as Promise<StatementOfAgency[]>;
}

/** Statements joined with their agencies and areas: what a scope is asked of. */
export function statementsOfAgencies(db: Db) {
  return db
    .selectFrom("statement")
    .innerJoin("agency", "agency.id", "statement.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .leftJoin("incident", "incident.id", "statement.incidentId")
    .leftJoin("area as province", onProvinceBeside)
    .selectAll("statement")
    .select(OF_AGENCY)
    .select((eb) => [
      provinceOf(eb as never).as("provinceId"),
      "incident.title as incidentTitle",
      "incident.clause",
      "incident.leadBody",
      eb
        .selectFrom("statement as correction")
        .select("correction.id")
        .whereRef("correction.correctsId", "=", "statement.id")
        .where("correction.publishedAt", "is not", null)
        .limit(1)
        .as("correctedById"),
    ]);
}
