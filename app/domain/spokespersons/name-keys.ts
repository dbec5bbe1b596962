import { hasMarks, wordsOf } from "../areas/folding.ts";

/** As the database folds a name: y stays y. */
export function plainly(text: string): string {
  return wordsOf(text)
    .map((word) => (hasMarks(word) ? unmarked(word) : word))
    .join(" ");
}

function unmarked(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** Mỹ is also written Mĩ. */
export function spellings(word: string): string[] {
  return /[iy]$/.test(word) ? [`${word.slice(0, -1)}i`, `${word.slice(0, -1)}y`] : [word];
}
