import type { Generated } from "kysely";
import type { Moment } from "./values.ts";

/**
 * Somebody who came to a meeting: invited, sent in an invited one's place, or come unasked. No more is kept than
 * that they were there; what was undone never counted.
 */
interface Attendance {
  id: string; // made where it was taken down, so that sent twice it is one
  meetingId: string;
  guest: string; // one person, by the invitation or by name and outlet: nobody is in twice
  invitationId: string | null;
  name: string | null; // of a walk-in; the invitation knows the others
  outletName: string | null;
  email: string | null; // of a walk-in who wants the answers that are owed
  paper: "press_card" | "intro_letter" | null; // which was seen; nothing of it is kept
  inAt: Moment; // by our clock
  inBy: string;
  inByName: string;
  saidAt: Moment | null; // by the phone's
  undoneAt: Moment | null;
  undoneBy: string | null;
}

/** In which order a meeting's questions are called; a lot's seed is told once the meeting begins, its hash before. */
interface QuestionOrder {
  meetingId: string;
  rule: "first_come" | "rotation" | "lot";
  seed: string | null;
  commitment: string | null;
  chosenAt: Moment;
  chosenBy: string;
}

/** What a journalist wants to know at a meeting, sent ahead or taken in the room; public once it was asked aloud. */
interface Question {
  id: string;
  meetingId: string;
  number: number; // in the order in which the meeting's came in
  invitationId: string | null;
  askerName: string | null; // where no invitation knows it
  outletName: string | null;
  nameAgreed: number; // 1: the name may stand in public
  remote: number; // 1: asked from afar
  text: string;
  receivedAt: Moment;
  receivedBy: string | null; // the officer who took it; null when it came by the link
  askedAt: Moment | null;
  answeredAt: Moment | null;
  openAt: Moment | null; // left open, with a promise
  withdrawnAt: Moment | null;
  answererId: string | null; // may speak at that moment
  answererName: string | null;
  answererPosition: string | null;
  answererCapacity: "head" | "regular" | "authorised" | null;
  answer: string | null; // notes
  answerPublic: Generated<number>; // 1: the notes stand on the public page
}

/** A question left open in the room: who answers it and by when; the answer goes to everybody who was present. */
interface Promised {
  id: string;
  questionId: string;
  agencyId: string; // whose it is to keep; a closed agency's goes to its successor
  owner: string;
  promisedAt: Moment;
  promisedBy: string;
  dueAt: Moment; // the first moment that is too late
  keptAt: Moment | null;
  keptBy: string | null;
  answer: string | null;
  answererId: string | null;
  answererName: string | null;
  answererPosition: string | null;
  answererCapacity: "head" | "regular" | "authorised" | null;
}

export interface TheDayTables {
  attendance: Attendance;
  questionOrder: QuestionOrder;
  question: Question;
  promise: Promised;
}
