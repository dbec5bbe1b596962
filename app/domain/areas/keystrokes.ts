/**
 * What a Vietnamese keyboard would have made of the keys that were left in a text: Telex (myx binhf,
 * dduwowngf) and VNI (my4 bi2nh), also where a part was composed already (mỹ bìnhf, xuyeên).
 */

interface Letter {
  base: string;
  shape: string; // its circumflex, breve or horn
}

const CIRCUMFLEX = "\u0302";
const BREVE = "\u0306";
const HORN = "\u031b";

const TONE_OF: Record<string, string> = {
  ...{ s: "\u0301", f: "\u0300", r: "\u0309", x: "\u0303", j: "\u0323" },
  ...{ 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323" },
};
const TONES = new Set(Object.values(TONE_OF));
const SHAPES = new Set([CIRCUMFLEX, BREVE, HORN]);
const VOWEL = /[aeiouy]/;

/** A syllable of Vietnamese or of a highland name, by its letters alone. */
const SYLLABLE =
  /^(ngh|ng|nh|gh|kh|ph|th|tr|ch|qu|gi|[kbp]r|[kbp]l|[bcdđghklmnpqrstvx])?[aeiouy]{1,3}(ng|nh|ch|[ckmnptl])?$/;

const NO_WORD = /(.)\1\1|.{13}|^\d/u;

/** Keys: what each does to the letters typed before it. False when it does nothing and is a letter itself. */
const KEYS: Record<string, (letters: Letter[]) => boolean> = {
  a: (letters) => doubled(letters, "a"),
  e: (letters) => doubled(letters, "e"),
  o: (letters) => doubled(letters, "o"),
  d: (letters) => struck(letters),
  w: (letters) => horned(letters) || pushed(letters, "u", HORN),
  6: (letters) => shaped(letters, /[aeo]/, CIRCUMFLEX),
  7: (letters) => shaped(letters, /[ou]/, HORN),
  8: (letters) => shaped(letters, /a/, BREVE),
  9: (letters) => struck(letters),
};

/** The word that the keys of another were meant for, decomposed, its tone last; undefined if there are none. */
export function composed(word: string): string | undefined {
  if (NO_WORD.test(word)) return undefined;
  const letters: Letter[] = [];
  let tone = "";
  let keys = 0;
  let toneKeys = 0;
  for (const typed of word.toLowerCase().normalize("NFD")) {
    const last = letters.at(-1);
    const toneKey = TONE_OF[typed];
    if (TONES.has(typed)) tone = typed;
    else if (SHAPES.has(typed) && last) last.shape = typed;
    else if (toneKey && letters.some(({ base }) => VOWEL.test(base))) {
      tone = toneKey;
      toneKeys++;
    } else if (KEYS[typed]?.(letters)) keys++;
    else letters.push({ base: typed, shape: "" });
  }
  const isSyllable = SYLLABLE.test(letters.map(({ base }) => base).join(""));
  if (keys + toneKeys === 0 || toneKeys > 1 || !isSyllable) return undefined;
  return letters.map(({ base, shape }) => base + shape).join("") + tone;
}

/** aa → â, also when the second comes late: tana → tân. */
function doubled(letters: Letter[], base: string): boolean {
  const at = letters.findLastIndex(({ base: letter }) => VOWEL.test(letter));
  const letter = letters[at];
  if (letter?.base !== base) return false;
  letter.shape ||= CIRCUMFLEX;
  return true;
}

function struck(letters: Letter[]): boolean {
  const [first] = letters;
  if (first?.base !== "d" && first?.base !== "đ") return false;
  first.base = "đ";
  return true;
}

/** w after uo makes both of them horned: ươ; after a it is a breve. */
function horned(letters: Letter[]): boolean {
  return shaped(letters, /[ou]/, HORN) || shaped(letters, /a/, BREVE);
}

function shaped(letters: Letter[], which: RegExp, shape: string): boolean {
  const at = letters.findLastIndex(({ base }) => which.test(base));
  const letter = letters[at];
  if (!letter) return false;
  letter.shape = shape;
  const before = letters[at - 1];
  if (
    shape === HORN &&
    letter.base === "o" &&
    before?.base === "u" &&
    letters[at - 2]?.base !== "q"
  )
    before.shape = HORN;
  return true;
}

function pushed(letters: Letter[], base: string, shape: string): boolean {
  letters.push({ base, shape });
  return true;
}
