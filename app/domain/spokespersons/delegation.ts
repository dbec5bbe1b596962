import { dayOf, startOf } from "#app/clock.ts";
import type { Day, Moment, Row } from "#db/tables.ts";
import type { EndRefusal } from "./assignment.ts";

export type Delegation = Row<"delegation">;

/** What a letter of delegation says. `untilAt` is the first moment at which it no longer holds. */
export interface DelegationDetails {
  name: string;
  position: string;
  phone: string;
  email: string;
  matter: string;
  documentNo: string;
  documentDay: Day;
  fromAt: Moment;
  untilAt: Moment;
  documentSigner?: string | null;
  documentFileId?: string | null;
  besideReason?: string | null; // why a second delegation for the same matter is intended
}

/** What is known so far of a delegation in the making. */
export type DelegationSketch = {
  [Part in keyof DelegationDetails]: DelegationDetails[Part] | null;
};

export type MissingCondition =
  | "missing-written"
  | "missing-matter"
  | "missing-limit"
  | "missing-person";

/**
 * Which of the law's three conditions a delegation does not meet yet (Decree 244/2026, art. 3.5: in
 * writing, for a specific matter, with a time limit), and whether it says for whom; empty when it may be activated.
 */
export function missingConditions(sketch: DelegationSketch): MissingCondition[] {
  const { documentNo, documentDay, matter, fromAt, untilAt } = sketch;
  const { name, position, phone, email } = sketch;
  return [
    ...(documentNo && documentDay ? [] : (["missing-written"] as const)),
    ...(matter ? [] : (["missing-matter"] as const)),
    ...(fromAt && untilAt ? [] : (["missing-limit"] as const)),
    ...(name && position && phone && email ? [] : (["missing-person"] as const)),
  ];
}

/** A head's assignment, as far as delegations rest on it; `untilDay` is its last day in fact. */
export interface Headship {
  name: string;
  fromDay: Day;
  untilDay: Day | null;
}

/** A delegation that stands already; it holds until `untilAt` in fact. */
export interface StandingDelegation {
  name: string;
  matter: string;
  documentNo: string;
  fromAt: Moment;
  untilAt: Moment;
}

export type DelegationRefusal =
  | "end-before-start"
  | "start-before-document"
  | "no-head"
  | "head-needs-none"
  | "already-delegated"
  | "agency-closed";

/**
 * The head in whose name a delegation is given: in office on the day of the document, and still (or
 * by a new assignment again) when it begins. A regular spokesperson or a delegate never can be the
 * grantor (Decree 244/2026, art. 3.6).
 */
export function grantorOf<Head extends Headship>(
  { documentDay, fromAt }: Pick<DelegationDetails, "documentDay" | "fromAt">,
  heads: Head[],
): Head | undefined {
  const signing = heads.filter((head) => holdsOn(head, documentDay));
  const then = heads.filter((head) => holdsOn(head, dayOf(fromAt)));
  return signing.find((head) => then.some(({ name }) => sameName(name, head.name)));
}

function holdsOn({ fromDay, untilDay }: Headship, day: Day): boolean {
  return fromDay <= day && (untilDay === null || untilDay >= day);
}

/** Why a delegation cannot be entered (art. 3.5: in writing, for one matter, with a time limit, by the head). */
export function delegationRefusal(
  details: DelegationDetails,
  heads: Headship[],
  standing: StandingDelegation[],
): DelegationRefusal | undefined {
  if (details.untilAt <= details.fromAt) return "end-before-start";
  if (details.fromAt < startOf(details.documentDay)) return "start-before-document";
  const grantor = grantorOf(details, heads);
  if (!grantor) return "no-head";
  if (sameName(grantor.name, details.name)) return "head-needs-none";
  if (standing.some((one) => isSameDelegation(one, details))) return "already-delegated";
  return undefined;
}

/** The delegation for the same matter at some of the same time that keeps another out, unless it is said why two are intended. */
export function otherOnMatter<Other extends StandingDelegation>(
  details: DelegationDetails,
  standing: Other[],
): Other | undefined {
  if (details.besideReason) return undefined;
  return standing.find(
    (one) => nameKey(one.matter) === nameKey(details.matter) && shareATime(one, details),
  );
}

type Span = Pick<StandingDelegation, "fromAt" | "untilAt">;

function shareATime(one: Span, other: Span): boolean {
  return one.fromAt < other.untilAt && other.fromAt < one.untilAt;
}

function isSameDelegation(one: StandingDelegation, details: DelegationDetails): boolean {
  return (
    sameName(one.name, details.name) &&
    one.documentNo === details.documentNo &&
    shareATime(one, details)
  );
}

/** Names are the same when they are written the same, however the letters were put together. */
export function sameName(a: string, b: string): boolean {
  return nameKey(a) === nameKey(b);
}

/** What two spellings of one name have in common: its letters put together, without case and spaces too many. */
export function nameKey(name: string): string {
  return name.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();
}

export interface Revocation {
  endAt: Moment;
  reason: string;
  documentNo?: string | null;
}

/** Why a delegation cannot be revoked from a moment on. From its very beginning means that it never held. */
export function revocationRefusal(
  delegation: Pick<Delegation, "fromAt" | "untilAt" | "endAt" | "annulledAt">,
  endAt: Moment,
): EndRefusal | undefined {
  if (delegation.annulledAt !== null) return "annulled";
  if (delegation.endAt !== null) return "already-ended";
  if (endAt < delegation.fromAt) return "end-before-start";
  if (endAt > delegation.untilAt) return "end-after-planned";
  return undefined;
}
