import { folded, soundOf, withoutTelex } from "./folding.ts";

/** What a slip of the fingers, or of the ear, costs. */
const SLIP = -17;
const SOUNDS_ALIKE = -11;
const TELEX = -4;

const GLUED_TYPE = /^(phuong|huyen|quan|tinh|xa|tp|tx|tt)(?=..)/;

/** A word of the vocabulary that may have been meant, with what it costs to think so. */
export type Readings = Map<number, number>;

/** The folded words of all names, with what people may have meant by a word that is not among them. */
export class Vocabulary {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();
  readonly #letters: number[] = [];
  readonly #bySound = new Map<string, number[]>();
  readonly #glued = new Map<string, number[]>();
  readonly #near = new Map<string, Readings>();
  #sorted: string[] = [];

  add(word: string): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    const id = this.words.push(word) - 1;
    this.#ids.set(word, id);
    this.#letters.push(lettersOf(word));
    const alike = this.#bySound.get(soundOf(word));
    if (alike) alike.push(id);
    else this.#bySound.set(soundOf(word), [id]);
    return id;
  }

  /** Words that are also written as one: longxuyen. */
  addGlued(ids: number[]) {
    if (ids.length > 1) this.#glued.set(gluedKey(ids.map((id) => this.words[id]).join("")), ids);
  }

  /** Call once when all words are in. */
  close() {
    this.#sorted = this.words.toSorted();
  }

  idOf(word: string): number | undefined {
    return this.#ids.get(word);
  }

  /** The words that begin so. */
  beginningWith(prefix: string): number[] {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sorted[middle] ?? "") < prefix) low = middle + 1;
      else high = middle;
    }
    const found: number[] = [];
    for (let i = low; this.#sorted[i]?.startsWith(prefix); i++)
      found.push(this.#ids.get(this.#sorted[i] ?? "") ?? 0);
    return found;
  }

  /** What a word may stand for when it was mistyped: one slip away (two in a long word), or alike in sound. */
  near(word: string): Readings {
    const kept = this.#near.get(word);
    if (kept) return kept;
    const found: Readings = new Map();
    if (word.length > 1 && word.length <= 12 && !/\d/.test(word)) this.#gather(word, found);
    if (this.#near.size > 2_000) this.#near.clear();
    this.#near.set(word, found);
    return found;
  }

  #gather(word: string, found: Readings) {
    const most = word.length >= 6 ? 2 : 1;
    const letters = lettersOf(word);
    for (let id = 0; id < this.words.length; id++) {
      const known = this.words[id] ?? "";
      if (Math.abs(known.length - word.length) > most || known.length < 2) continue;
      if (bits(letters ^ (this.#letters[id] ?? 0)) > 2 * most) continue;
      const slips = slipsBetween(word, known, most);
      if (slips > most || slips === 0) continue;
      // So short a word is another one when a letter changes, but not when two are swapped.
      if (word.length === 2 && (known.length > 2 || letters !== this.#letters[id])) continue;
      found.set(id, slips * SLIP);
    }
    for (const id of this.#bySound.get(soundOf(word)) ?? [])
      if (this.words[id] !== word && (this.words[id] ?? "").length > 1) found.set(id, SOUNDS_ALIKE);
    const meant = this.#ids.get(folded(withoutTelex(word)));
    if (meant !== undefined && !this.#ids.has(word)) found.set(meant, TELEX);
  }

  /** Words written together taken apart: a whole name if it is one, else as few known words as can be. */
  apart(glued: string, isLast: boolean): string[] {
    if (glued.length < 4 || glued.length > 40) return [];
    const whole = this.#glued.get(gluedKey(glued));
    if (whole) return whole.map((id) => this.words[id] ?? "");
    const type = GLUED_TYPE.exec(glued)?.[0];
    const named = type && glued.slice(type.length);
    if (named && this.#ids.has(folded(named))) return [type, named];
    const name = named ? this.apart(named, isLast) : [];
    return type && name.length > 0 ? [type, ...name] : this.#apartByWords(glued, isLast);
  }

  #apartByWords(glued: string, isLast: boolean): string[] {
    const best: (string[] | undefined)[] = [[]];
    for (let end = 1; end <= glued.length; end++)
      for (let begin = Math.max(0, end - 7); begin < end; begin++) {
        const before = best[begin];
        const piece = glued.slice(begin, end);
        if (!before || !this.#isPiece(piece, isLast && end === glued.length)) continue;
        if (before.length + 1 < (best[end]?.length ?? Number.POSITIVE_INFINITY))
          best[end] = [...before, folded(piece)];
      }
    const words = best[glued.length] ?? [];
    return words.length > 1 ? words : [];
  }

  #isPiece(piece: string, isLast: boolean): boolean {
    if (/^\d+$/.test(piece)) return true;
    if (piece.length < 2) return false;
    return this.#ids.has(folded(piece)) || (isLast && this.beginningWith(piece).length > 0);
  }
}

/** A lone y was folded to i: so is every one in words that were run together. */
function gluedKey(glued: string): string {
  return glued.replaceAll("y", "i");
}

function lettersOf(word: string): number {
  let letters = 0;
  for (let i = 0; i < word.length; i++) letters |= 1 << (word.charCodeAt(i) & 31);
  return letters;
}

function bits(number: number): number {
  let count = 0;
  for (let left = number; left !== 0; left &= left - 1) count++;
  return count;
}

/** Letters left out, put in, changed or swapped between two words, counted up to a limit (Damerau's distance). */
function slipsBetween(a: string, b: string, limit: number): number {
  let older: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const changed = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(
        (previous[j] ?? 0) + 1,
        (row[j - 1] ?? 0) + 1,
        (previous[j - 1] ?? 0) + changed,
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (older[j - 2] ?? 0) + 1);
      row.push(cost);
      least = Math.min(least, cost);
    }
    if (least > limit) return limit + 1;
    older = previous;
    previous = row;
  }
  return previous[b.length] ?? limit + 1;
}
