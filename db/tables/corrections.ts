import type { Generated } from "kysely";
import type { Day, Moment } from "./values.ts";

/** Something that a press outlet published wrong about what an agency does, and what was asked of it (Decree 244/2026, art. 7.6). */
interface CorrectionCase {
  id: string;
  agencyId: string;
  number: string; // 3/2026, within the agency
  outletId: string | null;
  outletName: string;
  outletKind: Generated<"online" | "daily" | "broadcast" | "weekly" | "magazine" | "rare_magazine">; // by which the law's time is counted
  outletEmail: string | null; // the newsroom's own address
  articleTitle: string;
  articleUrl: string | null; // typed in by an officer
  articleSection: string | null; // section or programme
  articleIssue: string | null; // number of the issue, hour of the broadcast
  articlePlace: string | null; // page
  articleDay: Day;
  wrong: string; // what it says
  right: string; // what is so
  grounds: Generated<string>; // on what that rests
  foundAt: Moment;
  openedAt: Moment;
  openedBy: string;
  feedbackSentAt: Moment | null; // the first written feedback went out
  outcome:
    | "corrected"
    | "apologised"
    | "feedback_published"
    | "refused"
    | "no_answer"
    | "dropped"
    | null;
  outcomeAt: Moment | null;
  outcomeBy: string | null;
  outcomeReason: string | null;
  incidentId: string | null; // the incident (7.6), query or article of a meeting that it came of
  queryId: string | null;
  meetingLinkId: string | null;
  publishedAt: Moment | null; // on the public ledger, under the name of who may speak
  publishedBy: string | null;
  publisherName: string | null;
  publisherPosition: string | null;
  publisherAgency: string | null; // whose case it was then
  edition: Generated<number>;
}

/** One written feedback of ours on a case, from its draft to what the press agency answered. */
interface CorrectionRound {
  id: string;
  caseId: string;
  round: Generated<number>; // the first is 1
  text: string;
  asks: string; // codes of what is asked for, parted by commas
  speakerId: string | null;
  speakerName: string;
  speakerPosition: string;
  speakerCapacity: "head" | "regular" | "authorised";
  speakerMatter: string | null;
  draftedAt: Moment;
  draftedBy: string;
  letterNo: string | null; // 15/UBND-VP
  letterDay: Day | null;
  conclusion: string | null; // the written conclusion of a competent body that is enclosed
  sentAt: Moment | null; // when the press agency got it, as far as is known
  sentBy: string | null;
  sentHow: "mail" | "post" | "hand" | "document_system" | null;
  sentTo: string | null;
  nextIssueDay: Day | null; // of a weekly or magazine, typed in
  answer:
    | "corrected"
    | "apologised"
    | "feedback_published"
    | "refused"
    | "asked_more"
    | "no_answer"
    | null;
  answeredAt: Moment | null;
  answerUrl: string | null;
  answerPlace: string | null;
  answerText: string | null;
  answerChecked: string | null; // codes of what the published correction holds, parted by commas
  answerRecordedAt: Moment | null;
  answerRecordedBy: string | null;
}

/** A paper that shows what was published, what is so, or what was answered in a round. */
interface CorrectionEvidence {
  id: string;
  caseId: string;
  roundId: string | null; // with the answer to which it came
  fileId: string;
  note: string;
  addedAt: Moment;
  addedBy: string;
  removedAt: Moment | null;
  removedBy: string | null;
}

/** The last number that an agency gave to a case in a year. */
interface CorrectionCaseCounter {
  id: string; // agency and year
  agencyId: string;
  last: number;
}

export interface CorrectionsTables {
  correctionCase: CorrectionCase;
  correctionRound: CorrectionRound;
  correctionEvidence: CorrectionEvidence;
  correctionCaseCounter: CorrectionCaseCounter;
}
