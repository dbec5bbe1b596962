import type { Db } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { speakerAt } from "../statements/statements.server.ts";
import { type CaseOutcomeOf, moveCase } from "./cases.server.ts";
import { type CaseOutcome, type CorrectionCase, outcomesOf } from "./correction-case.ts";

/**
 * Closes a case with what came of it. Refused: where it stands, `changed-meanwhile`, `not-answered-so` for an outcome
 * that no answer of the press agency bears out, `reason-needed` when it is dropped without a reason.
 */
export function closeCase(
  db: Db,
  { id }: { id: string },
  { outcome, reason }: { outcome: CaseOutcome; reason: string | null },
  edition: number,
  signed: Signature,
): Promise<CaseOutcomeOf<"not-answered-so" | "reason-needed">> {
  return moveCase<"not-answered-so" | "reason-needed">(
    db,
    { id },
    "close",
    edition,
    async (trx, current, rounds) => {
      if (!outcomesOf(rounds).includes(outcome)) return { ok: false, reason: "not-answered-so" };
      if (outcome === "dropped" && !reason) return { ok: false, reason: "reason-needed" };
      await trx
        .updateTable("correctionCase")
        .set({ outcome, outcomeReason: reason, outcomeAt: signed.at, outcomeBy: signed.by.id })
        .where("id", "=", id)
        .execute();
      const { number, agencyId } = current;
      await record(trx, signed, {
        ...{ act: "correction-case.closed", about: { id }, agencyId },
        particulars: { number, outcome, reason: reason ?? "" },
      });
      return { ok: true };
    },
  );
}

/**
 * Puts a closed case on the public ledger, under the name of somebody who may speak for the agency at that moment.
 * Refused: where it stands, `published-already`, `was-dropped` (a case that came to nothing accuses nobody), `not-a-speaker`.
 */
export function publishCase(
  db: Db,
  { id, agencyName }: { id: string; agencyName: string },
  speakerId: string,
  signed: Signature,
): Promise<CaseOutcomeOf<PublishRefusal | "not-a-speaker">> {
  return moveCase<PublishRefusal | "not-a-speaker">(
    db,
    { id },
    "publish",
    undefined,
    async (trx, { agencyId, number, publishedAt, outcome }) => {
      const refusal = whyNotPublish({ outcome, publishedAt });
      if (refusal) return { ok: false, reason: refusal };
      const speaker = await speakerAt(trx, { id: agencyId }, speakerId, signed.at);
      if (!speaker) return { ok: false, reason: "not-a-speaker" };
      const { speakerName: name, speakerPosition: position } = speaker;
      await trx
        .updateTable("correctionCase")
        .set({ publishedAt: signed.at, publishedBy: signed.by.id, publisherName: name })
        .set({ publisherPosition: position, publisherAgency: agencyName })
        .where("id", "=", id)
        .execute();
      await record(trx, signed, {
        ...{ act: "correction-case.published", about: { id }, agencyId },
        particulars: { number, name },
      });
      return { ok: true };
    },
  );
}

export type PublishRefusal = "not-closed" | "published-already" | "was-dropped";

/** Why a case does not go on the public ledger; undefined when it may. */
export function whyNotPublish({
  outcome,
  publishedAt,
}: Pick<CorrectionCase, "outcome" | "publishedAt">): PublishRefusal | undefined {
  if (!outcome) return "not-closed";
  if (publishedAt) return "published-already";
  return outcome === "dropped" ? "was-dropped" : undefined;
}
