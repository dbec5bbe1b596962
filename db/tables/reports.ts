import type { Generated } from "kysely";
import type { Day, Moment } from "./values.ts";

/** An agency came to a press coordination meeting (giao ban báo chí) and gave information of its own accord (annual report, indicator 2). */
interface Appearance {
  id: string;
  agencyId: string;
  day: Day;
  host: string; // who held it
  told: string; // what was given
  meetingId: string | null; // where it was one of our own
  recordedAt: Moment;
  recordedBy: string;
  removedAt: Moment | null;
  removedBy: string | null;
}

/** The report that an agency makes of a year (Decree 244/2026, art. 10): a draft all year, sent as `annualReportSending`. */
interface AnnualReport {
  id: string;
  agencyId: string;
  year: number;
  fromDay: Day | null; // its figures begin later than the law has it, since the law itself does
  fromNote: string | null;
  edition: Generated<number>; // of its text
  openedAt: Moment;
  openedBy: string;
}

/** Part II of an annual report as it was written; the last edition is the one that goes out. */
interface AnnualReportText {
  reportId: string;
  edition: number; // 1, 2, 3 …
  difficulties: string;
  proposals: string;
  writtenAt: Moment;
  writtenBy: string;
  writtenByName: string;
}

/** An annual report as it was sent, with its evidence; a later version takes the place of one and says why. */
interface AnnualReportSending {
  id: string;
  reportId: string;
  version: number; // 1, 2, 3 …
  number: string;
  day: Day;
  signer: string;
  office: string;
  sentAt: Moment;
  fileId: string | null; // the signed paper
  reason: string | null; // of a later version
  snapshot: string; // JSON: figures and what is behind each
  sha256: string; // of the snapshot
  recordedAt: Moment;
  recordedBy: string;
  recordedByName: string;
}

/** A round of letting go of what is kept no longer; `day` is that of one that began by itself, once a day. */
interface RetentionRun {
  id: string;
  day: Day | null;
  beganAt: Moment;
  endedAt: Moment | null;
  by: string;
  byName: string;
  removed: string | null; // JSON: how many of each kind
}

export interface ReportsTables {
  appearance: Appearance;
  annualReport: AnnualReport;
  annualReportText: AnnualReportText;
  annualReportSending: AnnualReportSending;
  retentionRun: RetentionRun;
}
