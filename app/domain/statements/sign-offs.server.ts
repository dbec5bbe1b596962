import { randomUUID } from "node:crypto";
import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { withinReach } from "../agencies/agencies.server.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { type StatementRefusal, whyNotRewrite } from "./statement.ts";
import {
  findStatement,
  findStatementFor,
  type StatementOfAgency,
  takeStatement,
  touch,
} from "./statements.server.ts";

type Outcome = { ok: true } | { ok: false; reason: StatementRefusal };

/**
 * Makes a statement the word of another agency too (Decree 244/2026, art. 7.2): it is not published before that agency
 * has said yes to the very edition. Whose word it is, is part of what is said: every yes so far falls.
 * Refused: where it stands, `own-agency`, `already-asked`.
 */
export async function askSignOff(
  db: Db,
  statement: { id: string },
  agency: { id: string; name: string },
  signed: Signature,
): Promise<Outcome> {
  return allOrNothing<Outcome>(db, async (trx) => {
    const current = await takeStatement(trx, statement.id);
    const reason = whyNotRewrite(current);
    if (reason) return { ok: false, reason };
    if (current.agencyId === agency.id) return { ok: false, reason: "own-agency" };
    const asked = await trx
      .insertInto("statementSignOff")
      .values({
        ...{ id: randomUUID(), statementId: current.id, agencyId: agency.id },
        ...{ askedAt: signed.at, askedBy: signed.by.id },
      })
      .onConflict((clash) => clash.columns(["statementId", "agencyId"]).doNothing())
      .returning("id")
      .executeTakeFirst();
    if (!asked) return { ok: false, reason: "already-asked" };
    await touch(trx, current);
    const { agencyId, title } = current;
    await record(trx, signed, {
      ...{ act: "statement.sign-off-asked", about: statement, agencyId },
      particulars: { title, agency: agency.name },
    });
    return { ok: true };
  });
}

/** Makes a statement no longer that agency's word. Refused where it stands. */
export async function dropSignOff(
  db: Db,
  signOff: { id: string; statementId: string; agencyName: string },
  signed: Signature,
): Promise<Outcome> {
  return allOrNothing<Outcome>(db, async (trx) => {
    const current = await takeStatement(trx, signOff.statementId);
    const reason = whyNotRewrite(current);
    if (reason) return { ok: false, reason };
    await trx.deleteFrom("statementSignOff").where("id", "=", signOff.id).execute();
    await touch(trx, current);
    const { id, agencyId, title } = current;
    await record(trx, signed, {
      ...{ act: "statement.sign-off-dropped", about: { id }, agencyId },
      particulars: { title, agency: signOff.agencyName },
    });
    return { ok: true };
  });
}

/**
 * Records another agency's answer to the edition that its officer saw: whose yes it is, or what it objects to.
 * Refused: where it stands, `changed-meanwhile`.
 */
export async function answerSignOff(
  db: Db,
  signOff: { id: string; statementId: string; agencyId: string },
  answer: { edition: number } & ({ signer: string } | { objection: string }),
  signed: Signature,
): Promise<Outcome> {
  return allOrNothing<Outcome>(db, async (trx) => {
    const current = await takeStatement(trx, signOff.statementId);
    const reason = whyNotRewrite(current);
    if (reason) return { ok: false, reason };
    if (current.edition !== answer.edition) return { ok: false, reason: "changed-meanwhile" };
    const [signer, objection] =
      "signer" in answer ? [answer.signer, null] : [null, answer.objection];
    await trx
      .updateTable("statementSignOff")
      .set({ edition: answer.edition, signer, objection })
      .set({ answeredAt: signed.at, answeredBy: signed.by.id })
      .where("id", "=", signOff.id)
      .execute();
    const { id, title } = current;
    const about = { about: { id }, agencyId: signOff.agencyId };
    if (signer)
      await record(trx, signed, {
        ...{ act: "statement.signed-off", ...about, particulars: { title, signer } },
      });
    else
      await record(trx, signed, {
        ...{ act: "statement.objected", ...about, particulars: { title } },
      });
    return { ok: true };
  });
}

/** Whose word a statement is too, and how each stands to the edition that there is now. */
export async function signOffsOf(db: Db, statement: { id: string; edition: number }) {
  const rows = await db
    .selectFrom("statementSignOff")
    .innerJoin("agency", "agency.id", "statementSignOff.agencyId")
    .selectAll("statementSignOff")
    .select(["agency.name as agencyName", "agency.nameEn as agencyNameEn"])
    .where("statementId", "=", statement.id)
    .orderBy("statementSignOff.askedAt")
    .orderBy("statementSignOff.id")
    .execute();
  return rows.map((row) => ({ ...row, state: stateOf(row, statement.edition) }));
}

export type SignOff = Awaited<ReturnType<typeof signOffsOf>>[number];

/** `void`: a yes, or a no, to a text that has changed since. */
function stateOf(
  row: { edition: number | null; signer: string | null },
  edition: number,
): "waiting" | "void" | "signed" | "objected" {
  if (row.edition === null) return "waiting";
  if (row.edition !== edition) return "void";
  return row.signer === null ? "objected" : "signed";
}

/** Whether every agency whose word it is too said yes to the very edition. */
export async function isSignedByAll(db: Db, statement: { id: string; edition: number }) {
  return (await signOffsOf(db, statement)).every(({ state }) => state === "signed");
}

/** A question for an agency's yes, with the statement, if that agency is this officer's to work for. */
export async function findSignOffFor(
  db: Db,
  officer: Officer,
  id: string,
): Promise<{ signOff: SignOff; statement: StatementOfAgency } | undefined> {
  const row = await db
    .selectFrom("statementSignOff")
    .innerJoin("agency", "agency.id", "statementSignOff.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .select("statementId")
    .where("statementSignOff.id", "=", id)
    .where(withinReach(officer))
    .executeTakeFirst();
  const statement = row && (await findStatement(db, row.statementId));
  if (!statement || statement.withdrawnAt) return undefined;
  const signOff = (await signOffsOf(db, statement)).find((one) => one.id === id);
  return signOff && { signOff, statement };
}

/** The same for whoever works on the statement itself. */
export async function findOwnSignOffFor(db: Db, officer: Officer, id: string) {
  const row = await db
    .selectFrom("statementSignOff")
    .select("statementId")
    .where("id", "=", id)
    .executeTakeFirst();
  const statement = row && (await findStatementFor(db, officer, row.statementId));
  const signOff = statement && (await signOffsOf(db, statement)).find((one) => one.id === id);
  return signOff && { signOff, statement };
}

/** What other agencies wait for a yes to, from those this officer works for. */
export async function listSignOffsFor(db: Db, officer: Officer) {
  const rows = await db
    .selectFrom("statementSignOff")
    .innerJoin("statement", "statement.id", "statementSignOff.statementId")
    .innerJoin("agency", "agency.id", "statementSignOff.agencyId")
    .innerJoin("area", "area.id", "agency.areaId")
    .innerJoin("agency as author", "author.id", "statement.agencyId")
    .select(["statementSignOff.id", "statementSignOff.askedAt", "statement.title"])
    .select(["statementSignOff.edition", "statement.edition as statementEdition"])
    .select(["author.name as agencyName", "author.nameEn as agencyNameEn"])
    .where("statement.publishedAt", "is", null)
    .where("statement.withdrawnAt", "is", null)
    .where(withinReach(officer))
    .orderBy("statementSignOff.askedAt")
    .execute();
  return rows
    .filter(({ edition, statementEdition }) => edition !== statementEdition)
    .map(({ id, askedAt, title, agencyName, agencyNameEn }) => {
      return { id, askedAt, title, agencyName, agencyNameEn };
    });
}
