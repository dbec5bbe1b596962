import { later } from "#app/clock.ts";
import { messagesIn } from "#app/i18n/messages.ts";
import type { Moment } from "#db/tables.ts";
import type { Letter } from "../mail/letter.ts";
import type { LetterBody } from "../mail/letter-body.ts";
import { plainLetter } from "../mail/plain-letter.server.ts";
import { oneLine } from "../meetings/calendar-values.ts";
import type { CaseOfAgency } from "./cases.server.ts";
import type { CorrectionRound } from "./correction-case.ts";
import { articleFacts, askedFor, letterName } from "./feedback-text.ts";

const DAYS_TO_ARRIVE = 7;

/** The written feedback as a letter to the newsroom: the same words as the paper. Always in Vietnamese. */
export function feedbackLetter(
  kept: CaseOfAgency,
  round: CorrectionRound,
  to: string,
  at: Moment,
): Letter {
  const { paper, letter } = messagesIn("vi").pressCorrections;
  const sender = kept.agencyName;
  const body: LetterBody = {
    ...{ language: "vi", sender, subject: oneLine(letter.subject(kept.articleTitle)) },
    heading: paper.title,
    salutation: paper.to(kept.outletName),
    lead: `${letterName(round)}. ${paper.opening(sender, round.round)}`,
    ...{ changes: [], factsLead: null, facts: articleFacts(kept) },
    paragraphs: [
      `${paper.wrong} “${kept.wrong}”`,
      `${paper.right} ${kept.right}`,
      `${paper.grounds} ${kept.grounds}`,
      `${paper.feedback} ${round.text}`,
      ...(round.conclusion ? [paper.conclusion(round.conclusion)] : []),
      [paper.asksFor(kept.outletName), ...askedFor(round).map((ask) => `- ${ask}`)].join("\n"),
    ],
    action: null,
    closing: `${paper.end(sender)} ${letter.signed(round.speakerName, round.speakerPosition)}`,
    ...{ footer: letter.footer, unsubscribe: null },
  };
  return plainLetter(
    body,
    { name: oneLine(kept.outletName), email: to },
    {
      ...{ kind: "press-feedback", correctionRoundId: round.id, agencyId: kept.agencyId },
      expiresAt: later(at, { days: DAYS_TO_ARRIVE }),
    },
  );
}
