import type { Generated } from "kysely";
import type { Language, Moment } from "./values.ts";

/**
 * What an agency says under a name. A draft until somebody approves it, then public and never changed again: what is
 * new is a statement of its own that follows the former.
 */
interface Statement {
  id: string;
  agencyId: string;
  kind: "initial_statement" | "press_release" | "answer" | "notice";
  incidentId: string | null;
  meetingId: string | null;
  followsId: string | null; // the statement that it carries on
  language: Language;
  title: string;
  known: string;
  unknown: string;
  doing: string;
  nextUpdateAt: Moment | null;
  speakerId: string | null; // the person; name, position and capacity as they were when it was published
  speakerName: string;
  speakerPosition: string;
  speakerCapacity: "head" | "regular" | "authorised";
  speakerMatter: string | null; // what an authorised one may speak of
  draftedAt: Moment;
  draftedBy: string;
  edition: Generated<number>; // counts what officers write
  approvedAt: Moment | null;
  approvedBy: string | null; // who recorded it
  approver: string | null; // who said yes
  agreedWith: string | null; // 7.2: with whom the content was agreed, and how
  publishedAt: Moment | null;
  publishedBy: string | null;
  dueAt: Moment | null; // by when the law wanted it, as far as it set a limit
  onTime: number | null; // 1 or 0
  withdrawnAt: Moment | null; // a draft that came to nothing
  withdrawnBy: string | null;
  body: Generated<string>; // formatted (see domain/markdown); empty where it is said in parts
  translationOfId: string | null; // the statement that it says in another language
  correctsId: string | null; // the published one that it puts right
  correctionReason: string | null;
  scheduledAt: Moment | null; // when it is to be published by itself
  scheduledBy: string | null;
  scheduledByName: string | null;
  scheduledTo: string | null; // JSON: to whom
  scheduleProblem: string | null; // why it was not published at the time
  retractedAt: Moment | null; // taken back after it was published; it stays to be read, with this said above it
  retractedBy: string | null;
  retractReason: string | null;
  retractApprover: string | null;
}

/** A file that goes with a statement: what it rests on, or the same text in another language. */
interface StatementFile {
  id: string;
  statementId: string;
  documentId: string;
  title: string;
  language: string;
  isTranslation: number; // 1: it says the same
  addedAt: Moment;
  addedBy: string;
}

/** Another agency whose word a statement is too; its yes counts for the edition it was given to, and no other. */
interface StatementSignOff {
  id: string;
  statementId: string;
  agencyId: string;
  askedAt: Moment;
  askedBy: string;
  edition: number | null; // that was signed, or objected to
  signer: string | null; // who said yes
  objection: string | null;
  answeredAt: Moment | null;
  answeredBy: string | null;
}

/** The public half of a key that receipts were signed with; none is ever removed. */
interface ReceiptKey {
  id: string;
  pem: string;
  firstUsedAt: Moment;
}

/** What was published, to the letter, with our signature: the proof of who prints what it was given (Decree 244/2026, art. 9.2). */
interface StatementReceipt {
  statementId: string;
  content: string; // the very text that is signed
  sha256: string;
  keyId: string;
  signature: string; // base64
  signedAt: Moment;
}

/** The copy of a statement that one journalist was sent, with the outlet as it was: what proves equal access. */
interface StatementCopy {
  id: string;
  statementId: string;
  journalistId: string | null;
  outletId: string | null;
  outletName: string | null;
}

export interface StatementsTables {
  statement: Statement;
  statementFile: StatementFile;
  statementSignOff: StatementSignOff;
  receiptKey: ReceiptKey;
  statementReceipt: StatementReceipt;
  statementCopy: StatementCopy;
}
