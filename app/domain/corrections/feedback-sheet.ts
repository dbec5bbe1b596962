import { messagesIn } from "#app/i18n/messages.ts";
import type { CaseOfAgency } from "./cases.server.ts";
import type { CorrectionRound } from "./correction-case.ts";
import { articleFacts, askedFor } from "./feedback-text.ts";

/** A paragraph of the written feedback; what is bold stands alone as the title of what follows. */
export interface FeedbackLine {
  text: string;
  bold?: boolean;
}

/** The written feedback from its opening to its end, paragraph by paragraph: what the Word file and the PDF say alike. */
export function feedbackLines(
  kept: CaseOfAgency,
  round: CorrectionRound,
  enclosed: string[],
): FeedbackLine[] {
  const says = messagesIn("vi").pressCorrections.paper;
  const part = (title: string, text: string): FeedbackLine[] => [
    { text: title, bold: true },
    ...text
      .split("\n")
      .filter((line) => line.trim())
      .map((line) => ({ text: line })),
  ];
  return [
    { text: says.opening(kept.agencyName, round.round) },
    ...articleFacts(kept).map(({ label, value }) => ({ text: `- ${label}: ${value}.` })),
    ...part(says.wrong, `“${kept.wrong}”`),
    ...part(says.right, kept.right),
    ...part(says.grounds, kept.grounds),
    ...part(says.feedback, round.text),
    ...(round.conclusion ? [{ text: says.conclusion(round.conclusion) }] : []),
    { text: says.asksFor(kept.outletName), bold: true },
    ...askedFor(round).map((ask) => ({ text: `- ${ask}` })),
    ...(enclosed.length > 0 ? [{ text: says.enclosed(enclosed) }] : []),
  ];
}
