import type { Generated } from "kysely";
import type { Moment } from "./values.ts";

/** The letters of a press query: to who asked, to a unit that is to supply something, to whoever is to answer. */
type QueryLetter =
  | "query-check"
  | "query-receipt"
  | "query-promise"
  | "query-holding"
  | "query-answer"
  | "query-refusal"
  | "query-forwarded"
  | "query-moved"
  | "query-task"
  | "query-arrival"; // to the officers of the agency

/** The outbox. Everything that makes the bytes of a letter is fixed when it is posted. */
interface Mail {
  id: string;
  kind:
    | "invitation"
    | "change"
    | "postponement"
    | "cancellation"
    | "confirmation"
    | "report-answer"
    | "promise-answer"
    | "statement"
    | "press-feedback"
    | "statement-retraction"
    | "place"
    | "portal-link"
    | "portal-data"
    | "portal-accreditation"
    | "reminder"
    | "last-reminder"
    | "decision" // asks those who are silent
    | "thanks"
    | QueryLetter;
  invitationId: string | null;
  repeatedForId: string | null; // the invitation to which it says again what another said at this revision
  promiseId: string | null; // the promise that it keeps
  confirmationId: string | null; // the question that it puts
  statementCopyId: string | null; // the copy of a statement that it brings
  correctionRoundId: string | null; // the written feedback that it brings
  agencyId: string | null; // whose letter it is, where no invitation says so
  queryId: string | null; // the press query that it tells of
  revision: number;
  to: string; // one address
  toName: string;
  from: string;
  messageId: string;
  subject: string;
  text: string;
  html: string;
  calendarMethod: "REQUEST" | "CANCEL" | null;
  calendar: string | null;
  unsubscribeUrl: string | null;
  unsubscribeAddress: string | null; // mail to it says the same
  replyTo: string | null; // null: the sender's address
  returnToken: string | null; // of the address to which mail servers return it
  enclosures: string | null; // ids of files that go with it, one on a line
  postedAt: Moment;
  dueAt: Moment;
  quiet: string | null; // 21:00-07:00 Asia/Ho_Chi_Minh: in these hours it does not leave
  expiresAt: Moment; // no use after the meeting has begun
  raw: string | null; // the bytes (ASCII) while it is on its way, a mark in place of each enclosure: every retry repeats them
  digest: string | null; // SHA-256 of bytes that left or may have left: what was sent can be told by it
  stage: Generated<"queued" | "sending" | "sent" | "refused" | "skipped">;
  claimedAt: Moment | null;
  claimedBy: string | null;
  attempts: Generated<number>;
  sentAt: Moment | null;
  problem: string | null; // what the mail server said last
  receipt: string | null; // what it said when it took the letter, its queue's number in it
  fault: "address" | "policy" | null; // what a final no was about, where it tells more than of this letter
  refusedAt: Moment | null;
  putBackAt: Moment | null; // when it was first put off
}

/** A file that goes with letters: kept once by what it is (name, type and content), however many letters bring it. */
interface Enclosure {
  id: string; // the hash of all three
  name: string;
  type: string;
  content: string; // base64, in lines as a letter has them
}

/** What the office's own receiver got, while no mail server is configured (the trial mailbox). */
interface ReceivedMail {
  id: string;
  receivedAt: Moment;
  from: string;
  to: string;
  subject: string;
  raw: string;
}

/**
 * Mail that came in to the office's address: what it was taken for, what came of it, and whose it is. What a person
 * must look at has no `settledAt` yet; see domain/inbound.
 */
interface InboundMail {
  id: string;
  fingerprint: string; // of Message-ID, address and content: the same mail is taken in once
  receivedAt: Moment;
  from: string; // as its header says, or its envelope
  to: string;
  subject: string;
  bytes: number;
  raw: Buffer | null; // as it came, cut where it is too large; let go long after it was settled
  kind: "answer" | "bounce" | "unsubscription" | "query" | "other";
  outcome:
    | "applied"
    | "older" // an answer to an older version of the meeting: it is asked again
    | "overtaken" // a later answer of the same calendar came first
    | "too-late"
    | "not-delivered"
    | "delayed"
    | "delivered"
    | "unsubscribed"
    | "asked" // it is a press query now
    | "review"
    | "ignored";
  reason: string | null; // of `review`, `ignored` and `too-late`, see domain/inbound/reasons.ts
  trust: "verified" | "matched" | "other_address" | null; // of its sender, see domain/inbound/trust.ts
  words: string | null; // what the mail server said
  reply: "coming" | "tentative" | "declined" | null;
  sequence: number | null; // the version that was answered, and when its sender says so
  stamp: Moment | null;
  invitationId: string | null;
  mailId: string | null; // the letter of ours that came back
  journalistId: string | null; // who unsubscribed
  settledAt: Moment | null; // nothing is left to look at
  settledBy: string | null; // null: settled by itself
  settledByName: string | null;
  settledAs: "taken" | "dismissed" | "asked" | null;
  settleReason: string | null;
  agencyId: string | null; // the agency whose own mailbox it came to: its officers' alone to read
  queryId: string | null; // the press query that it became
}

export interface MailTables {
  mail: Mail;
  enclosure: Enclosure;
  receivedMail: ReceivedMail;
  inboundMail: InboundMail;
}
