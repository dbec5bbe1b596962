import { randomUUID } from "node:crypto";
import { dayOf } from "#app/clock.ts";
import type { Day, Db, Moment } from "#db/tables.ts";
import { record } from "../audit/audit.server.ts";
import type { Signature } from "../audit/entry.ts";
import type { DocumentRefusal, SentFile } from "../documents/document.ts";
import { enclose } from "../mail/enclosures.server.ts";
import { post } from "../mail/outbox.server.ts";
import { speakerAt } from "../statements/statements.server.ts";
import { type IssueProblem, issueProblem } from "./case-form.ts";
import { type CaseOfAgency, type CaseOutcomeOf, moveCase } from "./cases.server.ts";
import type { Answer, Ask, CorrectionCase, CorrectionRound, Way } from "./correction-case.ts";
import { PUBLISHED, partsOf } from "./correction-case.ts";
import { evidenceOf, keepEvidence } from "./evidence.server.ts";
import { feedbackLetter } from "./letters.server.ts";
import { FORMATS, feedbackPaper } from "./paper.server.ts";

/** What a written feedback says and asks for, and who signs it. */
export interface Feedback {
  text: string;
  asks: Ask[];
  conclusion: string | null;
  letterNo: string | null;
  letterDay: Day | null;
  speakerId: string;
}

/**
 * Drafts the next written feedback (Decree 244/2026, art. 7.6), or writes the draft anew. Refused: where the case
 * stands, `changed-meanwhile`, and `not-a-speaker` for anybody who may not speak for the agency at that moment.
 */
export function draftFeedback(
  db: Db,
  { id }: { id: string },
  { speakerId, asks, ...feedback }: Feedback,
  edition: number,
  signed: Signature,
): Promise<CaseOutcomeOf<"not-a-speaker">> {
  return moveCase<"not-a-speaker">(
    db,
    { id },
    "draft-feedback",
    edition,
    async (trx, current, rounds) => {
      const speaker = await speakerAt(trx, { id: current.agencyId }, speakerId, signed.at);
      if (!speaker) return { ok: false, reason: "not-a-speaker" };
      const contents = { ...feedback, ...speaker, asks: asks.join(",") };
      const last = rounds.at(-1);
      const draft = last && !last.sentAt ? last : undefined;
      const round = draft?.round ?? (last?.round ?? 0) + 1;
      if (draft)
        await trx.updateTable("correctionRound").set(contents).where("id", "=", draft.id).execute();
      else
        await trx
          .insertInto("correctionRound")
          .values({
            ...{ id: randomUUID(), caseId: id, round, ...contents },
            ...{ draftedAt: signed.at, draftedBy: signed.by.id },
          })
          .execute();
      const { number, agencyId } = current;
      await record(trx, signed, {
        act: draft ? "correction-case.feedback-changed" : "correction-case.feedback-drafted",
        ...{ about: { id }, agencyId, particulars: { number, round } },
      });
      return { ok: true };
    },
  );
}

interface Sending {
  letterNo: string;
  letterDay: Day;
  nextIssueDay: Day | null;
}

export type SendingRefusal = "not-a-speaker" | "in-the-future" | "before-draft" | IssueProblem;

/**
 * Records that the drafted feedback went out: when, how, under which number. With the first the case has its written
 * feedback. Refused: where the case stands, `changed-meanwhile`, `in-the-future`, `not-a-speaker` when its signer may
 * not speak for the agency at that moment, and without the day of the next issue where one is needed.
 */
export function markSent(
  db: Db,
  { id }: { id: string },
  { sentAt, sentHow, ...sending }: Sending & { sentAt: Moment; sentHow: Way },
  edition: number,
  signed: Signature,
): Promise<CaseOutcomeOf<SendingRefusal>> {
  return moveCase<SendingRefusal>(
    db,
    { id },
    "send-feedback",
    edition,
    async (trx, current, rounds) => {
      if (sentAt > signed.at) return { ok: false, reason: "in-the-future" };
      if (dayOf(sentAt) < dayOf(current.foundAt)) return { ok: false, reason: "before-draft" };
      const sent = { ...sending, sentAt, sentHow, sentTo: null };
      const trouble = await send(trx, current, rounds, sent, signed);
      return trouble ? { ok: false, reason: trouble } : { ok: true };
    },
  );
}

/** Sends the drafted feedback to the newsroom by the outbox, and records it as sent by mail. Refused as `markSent` is. */
export function mailFeedback(
  db: Db,
  kept: CaseOfAgency,
  { to, ...sending }: Sending & { to: string },
  edition: number,
  signed: Signature,
): Promise<CaseOutcomeOf<SendingRefusal>> {
  return moveCase<SendingRefusal>(
    db,
    kept,
    "send-feedback",
    edition,
    async (trx, current, rounds) => {
      const draft = rounds.at(-1) as CorrectionRound;
      const sent = { ...sending, sentAt: signed.at, sentHow: "mail" as const, sentTo: to };
      const trouble = await send(trx, current, rounds, sent, signed);
      if (trouble) return { ok: false, reason: trouble };
      const one = { ...kept, ...current };
      const round = { ...draft, ...sent };
      const letter = feedbackLetter(one, round, to, signed.at);
      const enclosures = await enclose(trx, await papersOf(trx, one, round));
      await post(trx, [{ ...letter, enclosures }], signed.at);
      return { ok: true };
    },
  );
}

/** The paper of a round in every format in which it is made. */
async function papersOf(trx: Db, kept: CaseOfAgency, round: CorrectionRound) {
  const evidence = (await evidenceOf(trx, kept)).filter(({ roundId }) => roundId === null);
  return Promise.all(FORMATS.map((format) => feedbackPaper(trx, kept, round, evidence, format)));
}

async function send(
  trx: Db,
  current: CorrectionCase,
  rounds: CorrectionRound[],
  sent: Sending & { sentAt: Moment; sentHow: Way; sentTo: string | null },
  signed: Signature,
): Promise<SendingRefusal | undefined> {
  const draft = rounds.at(-1) as CorrectionRound;
  const { id, agencyId, number, outletKind, feedbackSentAt } = current;
  const speaker = await speakerAt(trx, { id: agencyId }, draft.speakerId, sent.sentAt);
  if (!speaker) return "not-a-speaker";
  const issue = issueProblem(outletKind, dayOf(sent.sentAt), sent.nextIssueDay ?? undefined);
  if (issue) return issue;
  await trx
    .updateTable("correctionRound")
    .set({ ...sent, ...speaker, sentBy: signed.by.id })
    .where("id", "=", draft.id)
    .execute();
  if (!feedbackSentAt)
    await trx
      .updateTable("correctionCase")
      .set({ feedbackSentAt: sent.sentAt })
      .where("id", "=", id)
      .execute();
  const { sentHow, letterNo } = sent;
  await record(trx, signed, {
    ...{ act: "correction-case.feedback-sent", about: { id }, agencyId },
    particulars: { number, round: draft.round, letterNo, how: sentHow },
  });
  return undefined;
}

/** What a press agency did, and where that is to be seen. */
export interface AnswerDetails {
  answer: Answer;
  answeredAt: Moment;
  answerUrl: string | null;
  answerPlace: string | null;
  answerText: string | null;
  checked: string[];
}

export type AnswerRefusal = "in-the-future" | "before-sending" | "reasons-needed" | "where-needed";

/**
 * Records what the press agency did on the feedback that it has, with the paper that shows it. Refused: where the case
 * stands, `changed-meanwhile`, `in-the-future`, `before-sending`, `where-needed` for something published nowhere,
 * `reasons-needed` for a refusal without the reasons that the law asks it for, and as `storeDocument` is.
 */
export function recordAnswer(
  db: Db,
  { id }: { id: string },
  { checked, ...details }: AnswerDetails,
  file: SentFile | undefined,
  edition: number,
  signed: Signature,
): Promise<CaseOutcomeOf<AnswerRefusal | DocumentRefusal>> {
  return moveCase<AnswerRefusal | DocumentRefusal>(
    db,
    { id },
    "record-answer",
    edition,
    async (trx, current, rounds) => {
      const last = rounds.at(-1) as CorrectionRound;
      const reason = whyNotAnswer(last, details, file !== undefined, signed.at);
      if (reason) return { ok: false, reason };
      const parts: string[] = partsOf(details.answer, current.outletKind);
      await trx
        .updateTable("correctionRound")
        .set({
          ...details,
          answerChecked: checked.filter((part) => parts.includes(part)).join(","),
          ...{ answerRecordedAt: signed.at, answerRecordedBy: signed.by.id },
        })
        .where("id", "=", last.id)
        .execute();
      const { number, agencyId, outletName } = current;
      if (file) {
        const paper = { note: outletName, roundId: last.id };
        const kept = await keepEvidence(trx, current, paper, file, signed);
        if (!kept.ok) return kept;
      }
      await record(trx, signed, {
        ...{ act: "correction-case.answered", about: { id }, agencyId },
        particulars: { number, round: last.round, answer: details.answer },
      });
      return { ok: true };
    },
  );
}

function whyNotAnswer(
  { sentAt }: CorrectionRound,
  { answer, answeredAt, answerUrl, answerPlace, answerText }: Omit<AnswerDetails, "checked">,
  hasFile: boolean,
  at: Moment,
): AnswerRefusal | undefined {
  if (answeredAt > at) return "in-the-future";
  if (sentAt && answeredAt < sentAt) return "before-sending";
  if (answer === "refused" && !answerText && !hasFile) return "reasons-needed";
  return PUBLISHED.includes(answer) && !answerUrl && !answerPlace ? "where-needed" : undefined;
}
