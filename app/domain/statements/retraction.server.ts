import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { postAll } from "../invitations/invitations.server.ts";
import { takesLetters } from "../press/journalists.server.ts";
import { retractionLetter } from "./letters.server.ts";
import { phaseOf, type StatementRefusal } from "./statement.ts";
import { findStatement, type StatementOfAgency, takeStatement } from "./statements.server.ts";

/**
 * Takes a published statement back: it stays to be read, with why it no longer holds above it, and everybody who got
 * it is told by letter. Refused: where it stands, `is-retracted`, `is-corrected` (then the correction is taken back).
 */
export async function retractStatement(
  db: Db,
  statement: { id: string },
  { reason, approver }: { reason: string; approver: string },
  signed: Signature,
): Promise<{ ok: true; letters: number } | { ok: false; reason: StatementRefusal }> {
  return allOrNothing<{ ok: true; letters: number } | { ok: false; reason: StatementRefusal }>(
    db,
    async (trx) => {
      const current = await takeStatement(trx, statement.id);
      const phase = phaseOf(current);
      if (phase !== "published") return { ok: false, reason: `is-${phase}` };
      if (current.retractedAt) return { ok: false, reason: "is-retracted" };
      const before = (await findStatement(trx, statement.id)) as StatementOfAgency;
      if (before.correctedById) return { ok: false, reason: "is-corrected" };
      await trx
        .updateTable("statement")
        .set({ retractedAt: signed.at, retractedBy: signed.by.id })
        .set({ retractReason: reason, retractApprover: approver })
        .where("id", "=", statement.id)
        .execute();
      const retracted = (await findStatement(trx, statement.id)) as StatementOfAgency;
      const recipients = await stillReachable(trx, statement.id);
      const compose = (recipient: (typeof recipients)[number]) =>
        retractionLetter(retracted, recipient, signed.at);
      await postAll(trx, recipients, compose, signed);
      const { agencyId, title } = current;
      await record(trx, signed, {
        ...{ act: "statement.retracted", about: statement, agencyId },
        particulars: { title, reason, letters: recipients.length },
      });
      return { ok: true, letters: recipients.length };
    },
  );
}

/** Whoever got a copy and still takes letters. */
function stillReachable(trx: Db, statementId: string) {
  return trx
    .selectFrom("statementCopy")
    .innerJoin("journalist", "journalist.id", "statementCopy.journalistId")
    .select(["statementCopy.id as copyId", "statementCopy.outletName"])
    .select(["journalist.name", "journalist.email", "journalist.language", "journalist.token"])
    .where("statementCopy.statementId", "=", statementId)
    .where((eb) => takesLetters(eb as never))
    .orderBy("statementCopy.id")
    .execute();
}
