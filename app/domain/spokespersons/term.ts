import { dayOf, endOf } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";
import { type Capacity, isDay } from "./speaker.ts";

/** An assignment or a delegation with its dates, as the books hold it for good. */
export interface Term {
  id: string;
  kind: "assignment" | "delegation";
  agencyId: string;
  personId: string;
  name: string;
  position: string;
  phone: string;
  email: string;
  capacity: Capacity;
  matter: string | null;
  grantorId: string | null; // the assignment of the head who delegated
  grantorName: string | null;
  from: Day | Moment;
  until: Day | Moment | null; // the earlier of planned and actual
  planned: Day | Moment | null;
  ended: Day | Moment | null; // set once somebody recorded an end
  endReason: string | null;
  endDecisionNo: string | null;
  endKind: "superseded" | "revoked" | "ended" | null;
  basis: { number: string; date: Day; signedAt: Moment | null; signer: string | null };
  documentId: string | null;
  besideReason: string | null; // why a second regular spokesperson at once is intended
  recordedAt: Moment;
  publishedAt: Moment | null; // null: not on the public list yet
  annulledAt: Moment | null; // set: entered by mistake, it never held
  annulReason: string | null;
}

type TermPhase = "coming" | "current" | "past";

/** Where an entry stands: annulled, still kept from the public list, or in one of its phases. */
export function stateOf(term: Term, at: Moment): TermPhase | "annulled" | "unpublished" {
  if (term.annulledAt !== null) return "annulled";
  return term.publishedAt === null ? "unpublished" : termPhaseOf(term, at);
}

/** Where a term stands at a moment. An assignment's last day still counts, a delegation's end does not. */
export function termPhaseOf({ from, until }: Pick<Term, "from" | "until">, at: Moment): TermPhase {
  if (from > (isDay(from) ? dayOf(at) : at)) return "coming";
  if (until === null) return "current";
  return (isDay(until) ? until < dayOf(at) : until <= at) ? "past" : "current";
}

/** From when the time to publish runs: the hour of signing, or the end of its day where that hour is not known. */
export function publicationAsked({ basis }: Pick<Term, "basis">): Moment {
  return basis.signedAt ?? endOf(basis.date);
}

/** Official addresses end in .gov.vn; another is worth a remark, not a refusal (Decree 244/2026, art. 3.3). */
export function isOfficialEmail(email: string): boolean {
  return /\.gov\.vn$/i.test(email);
}
