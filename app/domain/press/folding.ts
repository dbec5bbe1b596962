/** A text as it is searched: without marks, đ as d, small letters, one blank between words. */
export function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/đ/gi, "d")
    .toLowerCase()
    .replace(/\s+/g, " ")
    .trim();
}

/** Whether every word that was typed occurs in the text, in any order and without regard to marks. */
export function holdsWords(text: string, typed: string): boolean {
  const within = folded(text);
  return folded(typed)
    .split(" ")
    .every((word) => within.includes(word));
}

const VIETNAMESE = new Intl.Collator("vi");

/** People in Viet Nam are filed by given name, the last word, and then by the whole name. */
export function byGivenName(a: { name: string }, b: { name: string }): number {
  return (
    VIETNAMESE.compare(givenName(a.name), givenName(b.name)) || VIETNAMESE.compare(a.name, b.name)
  );
}

export function byName(a: { name: string }, b: { name: string }): number {
  return VIETNAMESE.compare(a.name, b.name);
}

function givenName(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}
