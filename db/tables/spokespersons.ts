import type { Day, Language, Moment } from "./values.ts";

interface Person {
  id: string;
  name: string;
}

/**
 * A head of agency, or a regular spokesperson by decision (Decree 244/2026, art. 3.2 a and b).
 * `untilDay` is what the decision said; the `end…` columns are filled once, when it ended earlier.
 * Two times are kept: from when until when it holds, and from when until when the public list said so
 * (`publishedAt`, `annulledAt`); a mistake is annulled and replaced, never written over.
 */
interface Assignment {
  id: string;
  agencyId: string;
  personId: string;
  capacity: "head" | "regular";
  position: string;
  phone: string;
  email: string;
  decisionNo: string;
  decisionDay: Day;
  decisionAt: Moment | null; // when it was signed, where that is known
  decisionSigner: string | null;
  decisionFileId: string | null;
  besideReason: string | null; // why a second regular spokesperson is intended
  fromDay: Day;
  untilDay: Day | null; // its last day
  recordedAt: Moment;
  recordedBy: string;
  publishedAt: Moment | null; // when it went on the public list (art. 3.3: 24 hours from the decision)
  publishedBy: string | null;
  endDay: Day | null; // its last day in fact
  endKind: "superseded" | "revoked" | "ended" | null;
  endReason: string | null;
  endDecisionNo: string | null;
  endDecisionDay: Day | null;
  endSigner: string | null;
  endFileId: string | null;
  endRecordedAt: Moment | null;
  endRecordedBy: string | null;
  supersededBy: string | null; // the assignment that took its place
  annulledAt: Moment | null; // entered by mistake: it never held
  annulledBy: string | null;
  annulReason: string | null;
  replacesId: string | null; // the annulled entry that this one puts right
  importId: string | null;
}

/** Written, for one matter, time-limited, granted by the head, never passed on (art. 3.5, 3.6). */
interface Delegation {
  id: string;
  agencyId: string;
  personId: string;
  grantorId: string; // the head's assignment
  matter: string;
  position: string;
  phone: string;
  email: string;
  documentNo: string;
  documentDay: Day;
  documentSigner: string | null;
  documentFileId: string | null;
  besideReason: string | null; // why a second delegation for the same matter is intended
  fromAt: Moment;
  untilAt: Moment; // the first moment it no longer holds
  recordedAt: Moment;
  recordedBy: string;
  publishedAt: Moment | null;
  publishedBy: string | null;
  endAt: Moment | null;
  endReason: string | null;
  endDocumentNo: string | null;
  endRecordedAt: Moment | null;
  endRecordedBy: string | null;
  annulledAt: Moment | null;
  annulledBy: string | null;
  annulReason: string | null;
  replacesId: string | null;
  importId: string | null;
}

/** A delegation in the making: what is not yet known of it is null. It holds nothing until it is activated. */
interface DelegationDraft {
  id: string;
  agencyId: string;
  askedById: string | null; // the regular spokesperson's assignment who cannot speak (art. 3.4)
  askReason: string | null;
  name: string | null;
  position: string | null;
  phone: string | null;
  email: string | null;
  matter: string | null;
  fromAt: Moment | null;
  untilAt: Moment | null;
  documentNo: string | null;
  documentDay: Day | null;
  documentSigner: string | null;
  documentFileId: string | null;
  besideReason: string | null;
  createdAt: Moment;
  createdBy: string;
  closedAt: Moment | null; // activated or withdrawn
  closedBy: string | null;
  delegationId: string | null; // what it became
}

/** The question, once a quarter, whether a spokesperson's entry is still right; the token is the key of the letter's link. */
interface Confirmation {
  id: string;
  agencyId: string;
  assignmentId: string;
  quarter: string; // 2026-Q4
  token: string;
  askedAt: Moment;
  confirmedAt: Moment | null;
  confirmedBy: string | null;
  bouncedAt: Moment | null;
  bounce: string | null; // what the mail server said
}

/** A reader's word that a published contact is wrong, until an officer decides on it. */
interface ContactReport {
  id: string;
  agencyId: string;
  assignmentId: string | null;
  delegationId: string | null;
  field: "phone" | "email" | "position" | "name" | "other";
  proposal: string;
  note: string;
  reporterEmail: string | null; // for the answer, where one is wished for
  language: Language;
  reportedAt: Moment;
  decision: "applied" | "declined" | null;
  answer: string | null;
  decidedAt: Moment | null;
  decidedBy: string | null;
}

/** A sheet of spokespersons that was entered as a whole, and may be taken back as a whole. */
interface SpokespersonImport {
  id: string;
  fileName: string;
  rows: number;
  importedAt: Moment;
  importedBy: string;
  undoneAt: Moment | null;
  undoneBy: string | null;
}

/** One row: when the public list was last written to. Held while it is: see `holdBooks`. */
interface ChangeStamp {
  at: Moment; // empty before the first time
}

/** By what somebody on the public list is looked for, kept by triggers: one row for an assignment or a delegation. */
interface SpeakerKey {
  id: string; // of the assignment or the delegation
  agencyId: string;
  personId: string;
  folded: string; // the name without case and marks
  given: string; // its last word
  phone: string; // the last six digits
  fromAt: Moment;
  untilAt: Moment; // the first moment it no longer holds
}

export interface SpokespersonsTables {
  person: Person;
  assignment: Assignment;
  delegation: Delegation;
  delegationDraft: DelegationDraft;
  confirmation: Confirmation;
  contactReport: ContactReport;
  spokespersonImport: SpokespersonImport;
  changeStamp: ChangeStamp;
  speakerKey: SpeakerKey;
}
