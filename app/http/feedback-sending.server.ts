import type { CaseOfAgency, CaseRefusal } from "#app/domain/corrections/cases.server.ts";
import type { SendingRefusal } from "#app/domain/corrections/rounds.server.ts";
import { speakerChoices } from "#app/domain/meetings/speaker-choice.ts";
import { speakersOf } from "#app/domain/spokespersons/speakers.server.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Db, Moment } from "#db/tables.ts";

const FIELDS: Partial<Record<CaseRefusal | SendingRefusal, string>> = {
  "in-the-future": "sentAt",
  "before-draft": "sentAt",
  "issue-needed": "nextIssueDay",
  "issue-before": "nextIssueDay",
};

/** Why a feedback was not sent, beside the field that it is about; who may sign is named. */
export async function sendingProblem(
  db: Db,
  words: Messages,
  kept: CaseOfAgency,
  reason: CaseRefusal | SendingRefusal,
  at: Moment,
) {
  const { refusals, feedback } = words.pressCorrections;
  if (reason === "not-a-speaker") {
    const may = speakerChoices(await speakersOf(db, { id: kept.agencyId }, at));
    return { formErrors: [feedback.maySpeak(may.map(({ name }) => name))] };
  }
  const field = FIELDS[reason];
  return field
    ? { fieldErrors: { [field]: [refusals[reason]] } }
    : { formErrors: [refusals[reason]] };
}
