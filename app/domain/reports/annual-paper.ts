import { messagesIn } from "#app/i18n/messages.ts";
import type { Day, Moment } from "#db/tables.ts";
import { figureOf, INDICATORS, type Snapshot, writtenFigure } from "./annual.ts";

/** What the form of the annual report holds (Decree 244/2026, annex), ready to be put on paper. Always in Vietnamese. */
export interface AnnualPaper {
  title: string;
  agency: string;
  place: string;
  number: string;
  day: Day | null;
  madeAt: Moment;
  figuresHeading: string;
  figures: string[]; // the six lines of part I
  note: string | null;
  wordsHeading: string;
  words: { heading: string; paragraphs: string[] }[]; // of part II
  recipients: string[];
  signature: string[];
  signer: string;
}

export interface PaperDetails {
  agency: { name: string };
  place: string;
  recipient: string;
  year: number;
  number: string;
  day: Day | null;
  signature: string[];
  signer: string;
}

/** The paper of a report, from its figures as they stand now or as they were frozen. */
export function annualPaper(
  { indicators, madeAt, note, difficulties, proposals }: Snapshot,
  { agency, recipient, year, ...details }: PaperDetails,
): AnnualPaper {
  const words = messagesIn("vi").reports;
  const written = INDICATORS.map((n) => {
    const figure = writtenFigure(n, figureOf(indicators[n]));
    return `${n}. ${words.indicators[n]}: ${figure}.`;
  });
  const parts = [
    { heading: words.paper.difficulties, paragraphs: paragraphsOf(difficulties) },
    { heading: words.paper.proposals, paragraphs: paragraphsOf(proposals) },
  ].filter(({ paragraphs }) => paragraphs.length > 0);
  return {
    ...{ ...details, madeAt, agency: agency.name, title: words.paper.title(year) },
    ...{ figuresHeading: words.paper.figures, figures: written, note },
    wordsHeading: words.paper.words,
    words: parts.length > 0 ? parts : [{ heading: "", paragraphs: [words.paper.nothing] }],
    recipients: [recipient, words.paper.archive],
  };
}

function paragraphsOf(text: string): string[] {
  return text
    .split("\n")
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
}
