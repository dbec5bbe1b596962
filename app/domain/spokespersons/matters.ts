import { folded, wordsOf } from "../areas/folding.ts";

/** Words that say nothing of a matter: they stand in the name of every other one. */
const IDLE = new Set(
  "ve vu viec cua va tai tren dia ban o cac nhung cho trong tu den nay khi do theo voi la co duoc su tinh hinh cong tac the of in on at and for about"
    .split(" ")
    .map(folded),
);

/**
 * How far a delegation's matter is the one that was asked about: the share of the asked words that stand in
 * it, whatever the order and the marks; 0 when less than half do, for then it is another matter.
 */
export function likeness(asked: string, matter: string): number {
  const wanted = wordsThatTell(asked);
  if (wanted.size === 0) return 0;
  const there = wordsThatTell(matter);
  const share = [...wanted].filter((word) => there.has(word)).length / wanted.size;
  return share >= 0.5 ? share : 0;
}

function wordsThatTell(text: string): Set<string> {
  return new Set(
    wordsOf(text)
      .map(folded)
      .filter((word) => !IDLE.has(word)),
  );
}
