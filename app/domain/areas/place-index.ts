import { Gazetteer, type Place, type Via } from "./gazetteer.ts";
import { type Query, readQuery, respelled } from "./query.ts";
import type { Readings } from "./vocabulary.ts";
import { type Leniency, SPREAD, type Weighed, Weighing } from "./weighing.ts";

export type { Place, Via } from "./gazetteer.ts";

export interface Match {
  id: string;
  via: Via;
  text: string;
}

/** With slips forgiven, less than this is chance. */
const LEAST_WITH_SLIPS = 60;

/** What a word that is perhaps not finished costs, and each letter it lacks. */
const UNFINISHED = -3;
const LACKING = -0.25;

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
      found.set(id, { id, via: "code", text: code });
    for (const { entry } of this.#ranked(text, query)) {
      if (found.size >= limit) break;
      const { id } = entry.place;
      if (!found.has(id)) found.set(id, { id, via: entry.via, text: entry.spelling });
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

  /** First as written; while that is not plainly a place, words are taken apart, then slips forgiven, then gaps. */
  #weighed(text: string, query: Query): Weighed[] {
    if (query.words.length === 0) return [];
    const isSure = ({ sure }: Weighed) => sure;
    const found = this.#weigh(query, "parts", (at) => this.#asWritten(query, at));
    if (found.some(isSure) || query.onlyTypes) return found;

    const apart = this.#takenApart(text);
    if (apart) found.push(...this.#weigh(apart, "parts", (at) => this.#asWritten(apart, at)));
    for (const all of [false, true])
      for (const spelt of apart ? [query, apart] : [query]) {
        if (found.some(isSure)) return found;
        const close = this.#weigh(spelt, "slips", (at) => this.#withSlips(spelt, at, all));
        found.push(...close.filter(({ score }) => score >= LEAST_WITH_SLIPS));
      }
    return found.length > 0
      ? found
      : this.#weigh(query, "gaps", (at) => this.#asWritten(query, at));
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
    for (const [id, cost] of this.#gazetteer.vocabulary.near(word.folded))
      if (!readings.has(id)) readings.set(id, cost);
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
