/**
 * How Vietnamese place names are made comparable. Folding drops case, marks and the difference of
 * đ and d; `marked` keeps the marks but puts every tone on the syllable as a whole, so that hòa and
 * hoà are one, and writes a lone y as i, so that Mỹ and Mĩ are one.
 */

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const MARKS = /[\u0300-\u036f]/g;

/** my, ky, ly, quy may be written with an i; thuy, tay, nguyen may not. */
const LONE_Y = /^([bcdghklmnpqrstvx]*|qu)y$/;

/** The words of a text: letters and digits; an apostrophe joins (H'Leo, H' Drai). */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLowerCase()
      // Old fonts wrote the Icelandic letter.
      .replaceAll("ð", "đ")
      .replace(/(?<!\p{L})(\p{L})['’‘`ʼ] ?/gu, "$1")
      .replace(/['’‘`ʼ]/g, "")
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}

/** A word without case and marks: Mỹ → mi, Đức → duc, 01 → 1. */
export function folded(word: string): string {
  if (/^\d+$/.test(word)) return word.replace(/^0+(?=\d)/, "");
  return word
    .toLowerCase()
    .normalize("NFD")
    .replace(MARKS, "")
    .replaceAll("đ", "d")
    .replace(LONE_Y, "$1i");
}

/** A word with its marks in one order, whatever convention placed the tone: hòa and hoà → hoa + tone. */
export function marked(word: string): string {
  const spread = word.toLowerCase().normalize("NFD");
  const tone = spread.match(TONES)?.join("") ?? "";
  const bare = spread.replace(TONES, "");
  return (hasMarks(bare) ? bare : bare.replace(LONE_Y, "$1i")) + tone;
}

/** Whether a word carries a mark or a đ, so that its writer meant the marks. */
export function hasMarks(word: string): boolean {
  return /đ/i.test(word) || /[\u0300-\u036f]/.test(word.normalize("NFD"));
}

/** A text folded whole, for sorting and for lists that are searched by what they contain. */
export function foldedText(text: string): string {
  return wordsOf(text).map(folded).join(" ");
}

const ROMAN: Record<string, string> = {
  i: "1",
  ii: "2",
  iii: "3",
  iv: "4",
  v: "5",
  vi: "6",
  vii: "7",
  viii: "8",
  ix: "9",
  x: "10",
  xi: "11",
  xii: "12",
};

/** The number that a folded word is in Roman numerals, if it is one. */
export function romanNumber(word: string): string | undefined {
  return ROMAN[word];
}

/** What a keyboard left in Telex wrote, without its marks: myx → my, dduwowngf → duong. */
export function withoutTelex(word: string): string {
  return word
    .replace(/(?<=[aeiouyw][a-z]{0,3})[sfrxj](?=[a-z]{0,2}$)/, "")
    .replace(/dd/g, "d")
    .replace(/([aeo])\1/g, "$1")
    .replace(/([auo])w/g, "$1")
    .replace(/w/g, "u");
}

/** How a word sounds to those who do not tell tr from ch, s from x, n from l, or a final n from ng. */
export function soundOf(word: string): string {
  return word
    .replace(/^ngh?/, "ŋ")
    .replace(/^(tr|ch)/, "c")
    .replace(/^f/, "ph")
    .replace(/^(gi|[rdvjz])/, "d")
    .replace(/^gh/, "g")
    .replace(/^[kq]/, "c")
    .replace(/^s/, "x")
    .replace(/^n/, "l")
    .replace(/y/g, "i")
    .replace(/ng$/, "n")
    .replace(/c$/, "t");
}

/** Whether every word that was typed occurs somewhere in a text, in any order, marks or none. */
export function holding(typed: string): (...texts: (string | null)[]) => boolean {
  const words = foldedText(typed).split(" ").filter(Boolean);
  return (...texts) => {
    if (words.length === 0) return true;
    const within = foldedText(texts.join(" "));
    return words.every((word) => within.includes(word));
  };
}
