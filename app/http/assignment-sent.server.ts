import type { z } from "zod";
import { readLocalTime } from "#app/clock.ts";
import type { AssignmentForm, CorrectionForm } from "#app/domain/spokespersons/assignment-form.ts";
import { isAboutFile, type Refusal, refusalSentence } from "#app/domain/spokespersons/refusal.ts";
import type { Messages } from "#app/i18n/messages.ts";
import { sentDocument } from "./sent-document.server.ts";

type Sent = z.output<typeof AssignmentForm> | z.output<typeof CorrectionForm>;

/** What a form says of an assignment, with the copy of the decision that came with it. */
export async function readAssignment(value: Sent) {
  const { name, position, phone, email, capacity, decisionNo, decisionDay, fromDay } = value;
  const { untilDay = null, besideReason = null, decisionSigner = null, decisionTime } = value;
  const decisionAt = (decisionTime && readLocalTime(decisionTime)) ?? null;
  const who = { name, position, phone, email, capacity };
  const basis = { decisionNo, decisionDay, decisionAt, decisionSigner, besideReason };
  return {
    details: { ...who, ...basis, fromDay, untilDay },
    sent: await sentDocument(value.decisionFile),
    supersede: "inPlace" in value && value.inPlace === "supersede",
    publish: !("publish" in value) || value.publish !== "later",
  };
}

/** Why it was not taken, beside the field that can mend it. */
export function assignmentProblems(words: Messages, refusal: Refusal): Record<string, string[]> {
  const isEnd = refusal.reason === "until-before-from" || refusal.reason === "agency-closed";
  const field = isEnd ? "untilDay" : "fromDay";
  return { [isAboutFile(refusal) ? "decisionFile" : field]: [refusalSentence(words, refusal)] };
}
