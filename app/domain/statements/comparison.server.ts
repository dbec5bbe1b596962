import { withoutHidden } from "../markdown/hidden-signs.ts";
import { type Stretch, signDifference, wordDifference } from "./text-difference.ts";

export const LONGEST_PASTED = 100_000;

export interface Comparison {
  result: "same" | "part" | "differs";
  places: number; // how many stretches differ
  stretches: Stretch[];
  hidden: string[]; // signs that were left out of what was pasted
}

/**
 * Compares what somebody has with the text that was signed, sign by sign; blanks at the ends, line ends and the two
 * ways of writing a Vietnamese letter (NFC, NFD) count as the same. A whole passage of it counts as `part`.
 */
export function compareWith(signed: string, pasted: string): Comparison {
  const { text, removed } = withoutHidden(pasted.normalize("NFC").replace(/\r\n?/g, "\n"));
  const [ours, theirs] = [tidied(signed), tidied(text)];
  if (ours === theirs) return { result: "same", places: 0, stretches: [], hidden: removed };
  const isPart = theirs !== "" && ours.includes(theirs);
  if (isPart) return { result: "part", places: 0, stretches: [], hidden: removed };
  const bySign = signDifference(ours, theirs);
  // Texts that have little in common read better by words.
  const stretches = bySign.length > 200 ? wordDifference(ours, theirs) : bySign;
  const places = stretches.filter(
    ({ kind }, i) => kind !== "same" && (i === 0 || stretches[i - 1]?.kind === "same"),
  ).length;
  return { result: "differs", places, stretches, hidden: removed };
}

function tidied(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n")
    .trim();
}
