import { foldedText } from "../areas/folding.ts";

export { foldedText as folded };

/**
 * Whether every word that was typed begins a word of the text, in any order and without regard to
 * marks. Not only occurs: "le" would find everybody at example.vn.
 */
export function holdsWords(text: string, typed: string): boolean {
  const within = ` ${foldedText(text)}`;
  return foldedText(typed)
    .split(" ")
    .every((word) => within.includes(` ${word}`));
}

const VIETNAMESE = new Intl.Collator("vi");

interface Named {
  name: string;
}

/** The order of a Vietnamese list of names, for sorting. */
export function byName(a: Named, b: Named): number {
  return VIETNAMESE.compare(a.name, b.name);
}

/** People in Viet Nam are filed by given name, the last word, and then by the whole name. */
export function byGivenName(a: Named, b: Named): number {
  return VIETNAMESE.compare(givenName(a), givenName(b)) || byName(a, b);
}

function givenName({ name }: Named): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}
