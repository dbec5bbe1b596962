import { z } from "zod";
import { localTime, readLocalTime } from "#app/clock.ts";
import type { Day, Moment, Row } from "#db/tables.ts";
import { documentFile } from "../documents/document-form.ts";
import {
  choice,
  count,
  day,
  email,
  line,
  localMoment,
  optional,
  paragraphs,
  webAddress,
} from "../fields.ts";
import {
  ANSWERS,
  ASKS,
  type CorrectionCase,
  isNetwork,
  OUTCOMES,
  OUTLET_KINDS,
  type OutletKind,
  PARTS,
  WAYS,
} from "./correction-case.ts";
import { isPeriodical } from "./press-clocks.ts";

const said = (limit: number) => paragraphs(limit).refine((text) => text !== "", "required");

/** An article's address: http or https, nobody's password in it, and not on a social network. Nothing is fetched from it. */
const articleAddress = webAddress
  .refine((text) => {
    const url = URL.parse(text);
    return url !== null && !url.username && !url.password;
  }, "not-a-url")
  .refine((text) => !isNetwork(text), "social-network");

const edition = count(0, 1_000_000);

/** What is typed about a case; what its parts mean together is `readCase`'s affair. */
export const CaseForm = z.object({
  outletName: line(160),
  outletKind: choice(OUTLET_KINDS),
  outletEmail: optional(email),
  articleTitle: line(300),
  articleUrl: optional(articleAddress),
  articleSection: optional(line(160)),
  articleIssue: optional(line(80)),
  articlePlace: optional(line(80)),
  articleDay: day,
  wrong: said(5000),
  right: said(5000),
  grounds: said(5000),
  foundAt: localMoment,
  incidentId: optional(line(60)),
  queryId: optional(line(60)),
  meetingLinkId: optional(line(60)),
  file: documentFile,
  edition: optional(edition), // of the case that the writer saw
});
export type CaseForm = z.output<typeof CaseForm>;

/** What an officer decides about a case. */
export type CaseDetails = Pick<
  CorrectionCase,
  | "outletName"
  | "outletKind"
  | "outletEmail"
  | "articleTitle"
  | "articleUrl"
  | "articleSection"
  | "articleIssue"
  | "articlePlace"
  | "articleDay"
  | "wrong"
  | "right"
  | "grounds"
  | "foundAt"
>;

export type CaseProblem = "in-the-future" | "found-before" | "where";
export type CaseProblems = Partial<Record<keyof CaseForm, CaseProblem>>;

/** Makes of a filled form what the office keeps, or says per field what cannot be. */
export function readCase(
  form: CaseForm,
  now: Moment,
): { ok: true; details: CaseDetails } | { ok: false; problems: CaseProblems } {
  const { outletName, outletKind, articleTitle, articleDay, wrong, right, grounds } = form;
  const foundAt = readLocalTime(form.foundAt) as Moment;
  const problems: CaseProblems = {
    ...(foundAt > now && { foundAt: "in-the-future" as const }),
    ...(articleDay > localTime(now).slice(0, 10) && { articleDay: "in-the-future" as const }),
    ...(!(form.articleUrl || form.articleSection || form.articleIssue || form.articlePlace) && {
      articleUrl: "where" as const,
    }),
  };
  if (!problems.foundAt && !problems.articleDay && localTime(foundAt).slice(0, 10) < articleDay)
    problems.foundAt = "found-before";
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  const details = {
    ...{ outletName, outletKind, articleTitle, articleDay, wrong, right, grounds, foundAt },
    outletEmail: form.outletEmail ?? null,
    articleUrl: form.articleUrl ?? null,
    articleSection: form.articleSection ?? null,
    articleIssue: form.articleIssue ?? null,
    articlePlace: form.articlePlace ?? null,
  };
  return { ok: true, details };
}

/** A case as the form's default values. */
export function formOf(kept: CorrectionCase): Record<keyof CaseDetails | "edition", string> {
  return {
    ...{ outletName: kept.outletName, outletKind: kept.outletKind },
    ...{ outletEmail: kept.outletEmail ?? "", articleTitle: kept.articleTitle },
    ...{ articleUrl: kept.articleUrl ?? "", articleSection: kept.articleSection ?? "" },
    ...{ articleIssue: kept.articleIssue ?? "", articlePlace: kept.articlePlace ?? "" },
    ...{ articleDay: kept.articleDay, wrong: kept.wrong, right: kept.right },
    ...{ grounds: kept.grounds, foundAt: localTime(kept.foundAt), edition: String(kept.edition) },
  };
}

/** A paper of a case, with a word on what it shows. */
export const EvidenceForm = z.object({
  note: line(200),
  file: documentFile.refine((file) => file !== undefined && file.size > 0, "required"),
});

/** A written feedback, as it is drafted. */
export const FeedbackForm = z.object({
  text: said(10_000),
  asks: z.array(choice(ASKS), { error: "required" }).min(1, "required"),
  conclusion: optional(line(300)),
  letterNo: optional(line(40)),
  letterDay: optional(day),
  speakerId: line(60),
  edition,
});
export type FeedbackForm = z.output<typeof FeedbackForm>;

/** That a feedback went out otherwise than by this office's mail. */
export const SendingForm = z.object({
  sentAt: localMoment,
  sentHow: choice(WAYS),
  letterNo: line(40),
  letterDay: day,
  nextIssueDay: optional(day),
  edition,
});

/** That it is to go by this office's mail, now. */
export const MailingForm = z.object({
  to: email,
  letterNo: line(40),
  letterDay: day,
  nextIssueDay: optional(day),
  edition,
});

export type IssueProblem = "issue-needed" | "issue-before";

/** A weekly or magazine publishes in its next issue: its day is asked for, and comes after the sending. */
export function issueProblem(
  kind: OutletKind,
  sentDay: Day,
  nextIssueDay: Day | undefined,
): IssueProblem | undefined {
  if (!isPeriodical(kind)) return undefined;
  if (!nextIssueDay) return "issue-needed";
  return nextIssueDay < sentDay ? "issue-before" : undefined;
}

/** What a press agency did on a feedback. */
export const AnswerForm = z.object({
  answer: choice(ANSWERS),
  answeredAt: localMoment,
  answerUrl: optional(articleAddress),
  answerPlace: optional(line(160)),
  answerText: optional(paragraphs(5000)),
  checked: z.array(choice(PARTS as [string, ...string[]])).default([]),
  file: documentFile,
  edition,
});

export const OutcomeForm = z.object({
  outcome: choice(OUTCOMES),
  reason: optional(paragraphs(1000)),
  edition,
});

/** Under whose name a closed case goes on the public ledger. */
export const LedgerForm = z.object({ speakerId: line(60) });

/** What a case came of, where an officer came to the form from there. */
export type Origin = Pick<Row<"correctionCase">, "incidentId" | "queryId" | "meetingLinkId">;
