import type { Gazetteer } from "./gazetteer.ts";
import type { Query } from "./query.ts";
import type { Readings } from "./vocabulary.ts";

/** How much it is worth that a name was said whole, in part, and with which marks. */
export const SAID = {
  whole: 100,
  anyOrder: 74,
  beginning: 40,
  somewhere: 20,
  share: 30, // of the words of a name that is not whole
  marksRight: 4,
  marksWrong: -15,
  noneRight: 2, // whoever writes marks means none where there is none
  noneWrong: -9,
};

/** A word that costs more than being unfinished does was mistyped. */
const SLIPPED = -5;

/** More than any question has words. */
const NOWHERE = 31;

/** Where and how well the words of a question stand for a name. Sets of words are bits. */
export interface Mention {
  begin: number;
  end: number;
  bits: number;
  worth: number;
  whole: boolean; // the whole name, in order
  slips: number;
}

/** Where a question, read in one way, mentions the names of the gazetteer. */
export class Mentions {
  /** The names in which a word of the question occurs. */
  readonly names: number[] = [];
  readonly #gazetteer: Gazetteer;
  readonly #query: Query;
  readonly #readings: Readings[];
  readonly #needed: number;
  readonly #bits: Int32Array;
  readonly #hits: Uint8Array;
  readonly #kept = new Map<number, Mention[]>();

  constructor(gazetteer: Gazetteer, query: Query, readings: Readings[], needed: number) {
    this.#gazetteer = gazetteer;
    this.#query = query;
    this.#readings = readings;
    this.#needed = needed;
    this.#bits = new Int32Array(gazetteer.names.length);
    this.#hits = new Uint8Array(gazetteer.names.length);
    for (const [at, words] of readings.entries())
      for (const word of words.keys())
        for (const name of gazetteer.byWord[word] ?? []) {
          const bits = this.bitsOf(name);
          if (bits === 0) this.names.push(name);
          this.#bits[name] = bits | (1 << at);
          this.#hits[name] = (this.#hits[name] ?? 0) + 1;
        }
  }

  /** The words of the question that occur in a name. */
  bitsOf(name: number): number {
    return this.#bits[name] ?? 0;
  }

  /** Whether as many words occur as the name has: if not, it cannot have been said whole. */
  maybeWhole(name: number): boolean {
    return (this.#hits[name] ?? 0) >= (this.#gazetteer.names[name]?.words.length ?? 0);
  }

  /** Each place where a name was said whole; or else the one way in which it was said in part. */
  of(name: number): Mention[] {
    const known = this.#kept.get(name);
    if (known) return known;
    const mentions = this.maybeWhole(name) ? this.#whole(name) : [];
    if (mentions.length === 0) mentions.push(this.#inPart(name));
    this.#kept.set(name, mentions);
    return mentions;
  }

  #whole(name: number): Mention[] {
    const length = this.#gazetteer.names[name]?.words.length ?? 0;
    const found: Mention[] = [];
    for (let begin = 0; length > 0 && begin + length <= this.#readings.length; begin++) {
      const bits = ((1 << length) - 1) << begin;
      const whole = { begin, end: begin + length, bits, worth: SAID.whole, whole: true, slips: 0 };
      let k = 0;
      while (k < length && this.#take(whole, name, k, begin + k)) k++;
      if (k === length) found.push(whole);
    }
    return found;
  }

  /** As much of a name as was said, in whatever order. */
  #inPart(name: number): Mention {
    const length = this.#gazetteer.names[name]?.words.length ?? 0;
    const part = { begin: NOWHERE, end: 0, bits: 0, worth: 0, whole: false, slips: 0 };
    let said = 0;
    let inOrder = true;
    for (let k = 0, next = -1; k < length; k++) {
      const at = this.#placeOf(name, k, part.bits, next);
      if (at < 0) continue;
      this.#take(part, name, k, at);
      inOrder &&= k === said && (said === 0 || at === next);
      part.bits |= 1 << at;
      part.begin = Math.min(part.begin, at);
      part.end = Math.max(part.end, at + 1);
      next = at + 1;
      said++;
    }
    if (said === length) part.worth += SAID.anyOrder;
    else part.worth += (inOrder ? SAID.beginning : SAID.somewhere) + (SAID.share * said) / length;
    return part;
  }

  /** Where the k-th word of a name was said: right behind the one before it if it can be. */
  #placeOf(name: number, k: number, taken: number, next: number): number {
    const word = this.#gazetteer.names[name]?.words[k] ?? -1;
    const stands = (at: number) =>
      this.#readings[at]?.has(word) && !(taken & (1 << at)) && !this.#meansType(name, k, at);
    if (next >= 0 && stands(next)) return next;
    for (let at = 0; at < this.#readings.length; at++)
      if (this.#needed & (1 << at) && stands(at)) return at;
    return -1;
  }

  /** Whoever wrote the marks of a type meant the type: phường is not the Phượng of Phượng Vĩ. */
  #meansType(name: number, k: number, at: number): boolean {
    const word = this.#query.words[at];
    return (
      !!word?.optional && word.hasMarks && word.marked !== this.#gazetteer.names[name]?.marks[k]
    );
  }

  /** Lets a word of the question stand for the k-th of a name, if it can. */
  #take(mention: Mention, name: number, k: number, at: number): boolean {
    const { words, marks } = this.#gazetteer.names[name] ?? { words: [], marks: [] };
    const cost = this.#readings[at]?.get(words[k] ?? -1);
    const word = this.#query.words[at];
    if (cost === undefined || !word || this.#meansType(name, k, at)) return false;
    mention.worth += cost;
    if (cost < SLIPPED) mention.slips++;
    if (!this.#query.hasMarks) return true;
    if (word.marked === marks[k]) mention.worth += word.hasMarks ? SAID.marksRight : SAID.noneRight;
    else if (cost === 0) mention.worth += word.hasMarks ? SAID.marksWrong : SAID.noneWrong;
    return true;
  }
}
