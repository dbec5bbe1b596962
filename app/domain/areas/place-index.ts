import { endingsOf, withoutStreet } from "./address.ts";
import { romanNumber } from "./folding.ts";
import { Gazetteer, type Place, type Via } from "./gazetteer.ts";
import { composedText, type Query, type QueryWord, readQuery, respelled } from "./query.ts";
import type { Readings } from "./vocabulary.ts";
import { type Leniency, SPREAD, type Weighed, Weighing } from "./weighing.ts";

export type { Place, Via } from "./gazetteer.ts";

export interface Match {
  id: string;
  via: Via;
  text: string;
  /** Named whole, and every other word of the question names something larger around it. */
  sure: boolean;
  /** Its type was said beside the name: xã Gò Quao is none of the others of that name. */
  typed: boolean;
  /** How many words were taken for mistyped ones, or left out with a part of an address. */
  slips: number;
}

/** With slips forgiven, less than this is chance. */
const LEAST_WITH_SLIPS = 60;

/** What a word that is perhaps not finished costs, and each letter it lacks. */
const UNFINISHED = -3;
const LACKING = -0.25;

/** In so long a question slips are forgiven: where every word may be one, and where only unknown ones. */
const MOST_MISTYPED = 10;
const MOST_WITH_SLIPS = 16;

/** What a word costs of which no more than a letter or two was typed, and how many of them are completed. */
const BEGUN = -14;
const MOST_BEGUN = 2;

/**
 * All names of the country's units, today's and former ones, in memory. Answers as a person would
 * who knows them all: words in any order, without marks, shortened, misspelt; whoever writes the
 * marks, the type or the district is taken at their word.
 */
export class PlaceIndex {
  readonly #gazetteer: Gazetteer;

  constructor(places: Iterable<Place>) {
    this.#gazetteer = new Gazetteer(places);
  }

  /** The places that a text may mean, best first; empty when none is known by it. */
  search(text: string, limit: number): Match[] {
    const query = readQuery(text);
    const found = new Map<string, Match>();
    for (const { id, code } of this.#gazetteer.byCode.get(query.code ?? "") ?? [])
      found.set(id, { id, via: "code", text: code, sure: true, typed: false, slips: 0 });
    for (const { entry, sure, typed, slips } of this.#ranked(text, query)) {
      if (found.size >= limit) break;
      const { id } = entry.place;
      if (!found.has(id))
        found.set(id, { id, via: entry.via, text: entry.spelling, sure, typed, slips });
    }
    return [...found.values()].slice(0, limit);
  }

  #ranked(text: string, query: Query): Weighed[] {
    const found = this.#weighed(text, query);
    const least = found.reduce((best, { score }) => Math.max(best, score), 0) - SPREAD;
    return found
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.entry.order - b.entry.order);
  }

  /**
   * First as written; while that is not plainly a place, keys are read as Telex or VNI, then what is no
   * unit is left out of an address, then words are taken apart, then slips forgiven, then gaps.
   */
  #weighed(text: string, query: Query): Weighed[] {
    if (query.words.length === 0) return [];
    const found = this.#asTyped(query);
    if (found.some(isSure) || query.onlyTypes) return found;

    const { vocabulary } = this.#gazetteer;
    // Two letters of which one is a tone's key are somebody's initials at best (ys, Yên Sơn), and a word to type (ý).
    const isWord = (word: string) =>
      vocabulary.idOf(word) !== undefined && !TONED_LETTER.test(word);
    const keyed = composedText(text, isWord);
    const meant = keyed === undefined ? query : readQuery(keyed);
    if (keyed !== undefined) found.push(...this.#asTyped(meant));
    if (found.some(isSure)) return found;
    const address = withoutStreet(keyed ?? text);
    const there = address === undefined ? [] : this.#asTyped(readQuery(address));
    if (there.some(isSure)) return there.map(inPart);

    const apart = this.#takenApart(keyed ?? text);
    if (apart) found.push(...this.#asTyped(apart));
    // A lone word that is in names already is the beginning of one, and no other mistyped.
    const isBeginning = found.length > 0 && query.words.length === 1;
    for (const all of isBeginning ? [] : [false, true])
      for (const spelt of new Set([meant, apart ?? meant, query])) {
        if (found.some(isSure)) return found;
        if (spelt.words.length > (all ? MOST_MISTYPED : MOST_WITH_SLIPS)) continue;
        const close = this.#weigh(spelt, "slips", (at) => this.#withSlips(spelt, at, all));
        found.push(...close.filter(({ score }) => score >= LEAST_WITH_SLIPS));
      }
    for (const ending of found.some(isSure) ? [] : endingsOf(keyed ?? text)) {
      const close = this.#asTyped(readQuery(ending));
      if (close.some(isSure)) return close.map(inPart);
    }
    return found.length > 0
      ? found
      : this.#weigh(meant, "gaps", (at) => this.#asWritten(meant, at));
  }

  #asTyped(query: Query): Weighed[] {
    return this.#weigh(query, "parts", (at) => this.#asWritten(query, at));
  }

  #weigh(query: Query, leniency: Leniency, read: (at: number) => Readings): Weighed[] {
    const readings = query.words.map((_, at) => read(at));
    return new Weighing(this.#gazetteer, query, readings, leniency).answers();
  }

  #asWritten({ words }: Query, at: number): Readings {
    const { vocabulary } = this.#gazetteer;
    const { folded: word = "", marked: typed = "", also } = words[at] ?? {};
    const readings: Readings = new Map();
    // Only the last is perhaps not finished. (My folds to mi, and is no beginning of minh.)
    if (at === words.length - 1 && !/^\d/.test(word) && !(word.endsWith("i") && /y/.test(typed)))
      for (const id of vocabulary.beginningWith(word)) {
        if (romanNumber(vocabulary.words[id] ?? "")) continue;
        const lacking = (vocabulary.words[id] ?? "").length - word.length;
        readings.set(id, UNFINISHED + LACKING * Math.min(lacking, 4));
      }
    for (const form of [word, also]) {
      const id = form === undefined ? undefined : vocabulary.idOf(form);
      if (id !== undefined) readings.set(id, 0);
    }
    return readings;
  }

  /** First only words that are in no name are taken for mistyped ones, then all. */
  #withSlips(query: Query, at: number, all: boolean): Readings {
    const readings = this.#asWritten(query, at);
    const word = query.words[at];
    if (!word || word.optional || (!all && readings.size > 0)) return readings;
    const { vocabulary } = this.#gazetteer;
    for (const [id, cost] of vocabulary.near(word.folded))
      if (!readings.has(id)) readings.set(id, cost);
    if (isBegun(word) && query.words.filter(isBegun).length <= MOST_BEGUN)
      for (const id of vocabulary.beginningWith(word.folded))
        if (!readings.has(id)) readings.set(id, BEGUN);
    return readings;
  }

  #takenApart(text: string): Query | undefined {
    const { vocabulary } = this.#gazetteer;
    return respelled(text, {
      isKnown: (word) => vocabulary.idOf(word) !== undefined,
      apart: (word, isLast) => vocabulary.apart(word, isLast),
    });
  }
}

const TONED_LETTER = /^[aeiouy][sfrxj]$/;

/** A letter or two in the midst of a question: perhaps a word that is still being composed. */
function isBegun({ folded, optional }: QueryWord): boolean {
  return !optional && /^[a-z]{1,2}$/.test(folded);
}

/** Something of the question was left out, and counts as a slip. */
function inPart(weighed: Weighed): Weighed {
  return { ...weighed, slips: weighed.slips + 1 };
}

function isSure({ sure }: Weighed): boolean {
  return sure;
}
