import { allOrNothing } from "#db/all-or-nothing.ts";
import type { Db, Moment } from "#db/tables.ts";
import type { Officer } from "../accounts/officer.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import { post } from "../mail/outbox.server.ts";
import { officeOf } from "../press/scope.server.ts";
import type { Accreditation, ReviewForm } from "./accreditation.ts";
import { reviewLetter } from "./accreditation-letters.server.ts";
import {
  type AccreditationFound,
  type AccreditationOutcome,
  findAccreditationFor,
  findOwnAccreditation,
  holdAccreditation,
} from "./accreditations.server.ts";
import { byJournalist, type Visitor } from "./visitor.ts";

/** Objects to a decision, once: it goes to somebody other than who decided. Refused: `unknown`, `may-not-object`. */
export async function objectTo(
  db: Db,
  visitor: Visitor,
  id: string,
  objection: string,
  at: Moment,
): Promise<AccreditationOutcome> {
  return allOrNothing<AccreditationOutcome>(db, async (trx) => {
    const found = await findOwnAccreditation(trx, visitor, id);
    if (!found) return { ok: false, reason: "unknown" };
    const objected = await trx
      .updateTable("accreditation")
      .set({ objectedAt: at, objection })
      .where("id", "=", id)
      .where("objectedAt", "is", null)
      .where("decision", "in", ["limited", "waiting", "refused"])
      .returning("id")
      .executeTakeFirst();
    if (!objected) return { ok: false, reason: "may-not-object" };
    await record(trx, byJournalist({ id: found.journalistId, name: found.name }, at), {
      ...{ act: "accreditation.objected", about: { id } },
      agencyId: await officeOf(trx, found.provinceId),
      particulars: { name: found.name },
    });
    return { ok: true, id };
  });
}

/** Whether this officer may answer an objection: the province's office or an administrator, and never who decided. */
export function mayReview(officer: Officer, { decidedBy }: Pick<Accreditation, "decidedBy">) {
  return officer.reach !== "agency" && officer.id !== decidedBy;
}

/**
 * Answers an objection: the decision stands, or another takes its place. Refused: `unknown`, `may-not-object` where
 * nobody did, `reviewed-already`, `same-officer`; `pending-approval` as for a decision.
 */
export async function reviewObjection(
  db: Db,
  officer: Officer,
  id: string,
  { review, decision, limits, text }: ReviewForm,
  signed: Signature,
): Promise<AccreditationOutcome> {
  return allOrNothing<AccreditationOutcome>(db, async (trx) => {
    const found = await holdAccreditation(trx, officer, id);
    if (!found) return { ok: false, reason: "unknown" };
    if (!found.objectedAt) return { ok: false, reason: "may-not-object" };
    if (found.reviewedAt) return { ok: false, reason: "reviewed-already" };
    if (!mayReview(officer, found)) return { ok: false, reason: "same-officer" };
    const admits = review === "changed" && decision !== "waiting";
    if (admits && found.foreignKind && found.approval !== "given")
      return { ok: false, reason: "pending-approval" };
    await trx
      .updateTable("accreditation")
      .set({ review, reviewText: text, reviewedAt: signed.at })
      .set({ reviewedBy: signed.by.id, reviewedByName: signed.by.name })
      .$if(review === "changed", (row) =>
        row.set({
          ...{ decision: decision ?? "approved", limits: limits ?? null },
          ...{ ground: null, legalRef: null, groundVerifiedBy: null },
        }),
      )
      .where("id", "=", id)
      .execute();
    await record(trx, signed, {
      ...{ act: "accreditation.reviewed", about: found },
      agencyId: await officeOf(trx, found.provinceId),
      particulars: { name: found.name, review },
    });
    const reviewed = (await findAccreditationFor(trx, officer, id)) as AccreditationFound;
    await post(trx, [await reviewLetter(trx, reviewed, signed.at)], signed.at);
    return { ok: true, id };
  });
}
