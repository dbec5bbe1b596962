import type { Generated } from "kysely";
import type { Day, Language, Moment } from "./values.ts";

/**
 * What the press asks an agency, from its arrival to its outcome. Private between the asker and the unit in charge
 * until it is public record (the scoop lock).
 */
interface Query {
  id: string;
  agencyId: string;
  number: string; // 12/2026, within the agency
  kind:
    | "question"
    | "editor_request" // by the head of a press agency (Press Law 2025, art. 18.1)
    | "forwarded_opinion" // 18.3
    | "forwarded_complaint" // 18.2: its status only, nobody's name
    | "interview";
  channel: "portal" | "area_page" | "mail" | "call" | "paper";
  journalistId: string | null;
  askerName: string | null;
  askerPosition: string | null;
  askerEmail: string | null;
  askerPhone: string | null;
  outletId: string | null;
  outletName: string | null;
  reference: string | null; // of the letter it came with
  title: string;
  text: string;
  language: Language;
  receivedAt: Moment;
  receivedBy: string | null; // the officer who typed it in
  takenAt: Moment | null; // in hand
  takenBy: string | null;
  outcome: "answered" | "partly" | "refused" | "withdrawn" | "forwarded" | null;
  outcomeAt: Moment | null;
  outcomeBy: string | null;
  confirmedAt: Moment | null; // the asker says that it is answered
  disputedAt: Moment | null; // the asker says that it is not
  publishedAt: Moment | null; // question and answer became public record
  nameWithheld: Generated<number>; // 1: the asker's name does not
  edition: Generated<number>; // counts what officers write
  token: string | null; // the key of the asker's own page
  arrivedAt: Moment | null; // at this agency, when another one had received it
  forwardedFromId: string | null; // the query that it was at that agency
  forwardedTo: string | null; // the agency it went to
  foreignPress: Generated<number>; // 1: asked by the foreign press
  concludedAt: Moment | null; // of a complaint: the competent body reached its conclusion
  heldAt: Moment | null; // the last holding answer, since it was opened or reopened
  promisedAt: Moment | null; // the house's last word on when; never hides the law's
  unit: string | null; // in charge within the agency
  ownerId: string | null; // the officer in charge
  opensAt: Moment | null; // from when on question and answer are public record; may be to come
  keptBackAt: Moment | null; // an officer keeps it off the public record
  keptBackReason: string | null;
  messageId: string | null; // of the letter that it came in
  lockBy: string | null; // who writes the draft right now
  lockName: string | null;
  lockUntil: Moment | null;
}

/** How many queries an agency received in a year: their numbers. */
interface QueryCounter {
  agencyId: string;
  year: number;
  last: number;
}

/** What a stranger wants to ask, until their address has proved theirs; then it is a query. */
interface QueryRequest {
  id: string;
  agencyId: string;
  token: string;
  kind: Query["kind"];
  askerName: string;
  askerPosition: string | null;
  askerEmail: string;
  askerPhone: string | null;
  outletName: string | null;
  foreignPress: Generated<number>;
  nameWithheld: Generated<number>;
  reference: string | null;
  title: string;
  text: string;
  language: Language;
  askedAt: Moment;
  expiresAt: Moment;
  confirmedAt: Moment | null;
  queryId: string | null;
}

/** Every moment that an answer was promised by, with the reason; the last one counts. */
interface QueryPromise {
  id: string;
  queryId: string;
  dueAt: Moment;
  reason: string;
  madeAt: Moment;
  madeBy: string;
  byName: string;
}

/** What a unit was asked to supply for an answer (Decree 244/2026, art. 4.2). */
interface QueryTask {
  id: string;
  queryId: string;
  agencyId: string | null; // an agency of the registry; else a unit without a desk of its own
  unit: string;
  email: string | null;
  token: string; // the key of the page on which it answers
  request: string;
  dueAt: Moment;
  askedAt: Moment;
  askedBy: string;
  answer: string | null;
  answeredAt: Moment | null;
  answeredBy: string | null;
  cancelledAt: Moment | null;
}

/** One saved version of the answer in the making; never written over. */
interface QueryDraft {
  id: string;
  queryId: string;
  version: number;
  text: string;
  speakerId: string | null; // the person
  figures: string; // JSON
  savedAt: Moment;
  savedBy: string;
  byName: string;
}

/** One signature in the chain under a version: reviewers in their order, the spokesperson last. */
interface QueryStep {
  id: string;
  queryId: string;
  version: number;
  place: number;
  role: "reviewer" | "speaker";
  personId: string; // a reviewer's account, the spokesperson's person
  name: string;
  askedAt: Moment;
  decision: "approved" | "returned" | null;
  note: string | null;
  decidedAt: Moment | null;
  decidedBy: string | null;
  decidedName: string | null;
}

/** What the asker was told under the name of somebody who may speak; never changed. */
interface QueryAnswer {
  id: string;
  queryId: string;
  kind: "holding" | "answer" | "refusal";
  outcome: "answered" | "partly" | "refused" | null;
  version: number | null; // of the draft
  text: string;
  ground: string | null; // of a refusal: a code of the list in force
  legalRef: string | null;
  speakerId: string | null;
  speakerName: string;
  speakerPosition: string;
  speakerCapacity: "head" | "regular" | "authorised";
  speakerMatter: string | null;
  nextAt: Moment | null; // a holding answer says when more follows
  sentAt: Moment;
  sentBy: string;
  confirmedAt: Moment | null;
  disputedAt: Moment | null;
  dispute: string | null;
}

/** What an agency may say again: an answer in force, from a day on. */
interface LineToTake {
  id: string;
  agencyId: string;
  topic: string;
  question: string;
  answer: string;
  folded: string; // all of it, to be searched
  fromDay: Day;
  untilDay: Day | null;
  writtenAt: Moment;
  writtenBy: string;
  edition: Generated<number>;
  archivedAt: Moment | null;
}

/** A figure that was said: by a line to take, or in an answer that was sent. */
interface Figure {
  id: string;
  agencyId: string;
  lineId: string | null;
  answerId: string | null;
  name: string;
  folded: string;
  value: string;
  unit: string;
  day: Day;
  source: string;
}

export interface QueriesTables {
  query: Query;
  queryCounter: QueryCounter;
  queryRequest: QueryRequest;
  queryPromise: QueryPromise;
  queryTask: QueryTask;
  queryDraft: QueryDraft;
  queryStep: QueryStep;
  queryAnswer: QueryAnswer;
  lineToTake: LineToTake;
  figure: Figure;
}
