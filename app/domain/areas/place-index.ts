import { folded, marked, wordsOf } from "./folding.ts";
import { type Query, type QueryWord, readQuery, type TypeHint } from "./query.ts";
import { Vocabulary } from "./vocabulary.ts";

export type Via = "name" | "former" | "alias" | "code";

/** A unit as the index needs it: its names, and the larger units that people say along with it. */
export interface Place {
  id: string;
  code: string;
  current: boolean;
  level: "province" | "district" | "commune";
  type: string;
  name: string;
  names: { type: string; name: string; around: string[] }[]; // other names, each with its district then
  around: string[]; // the district and provinces it lies in, today's and former ones
  formerly: string[]; // the districts that a current unit was made from
}

export interface Match {
  id: string;
  via: Via;
  text: string;
}

/** One name of one place. Words are numbers of the vocabulary. */
interface Entry {
  place: Place;
  via: Via;
  type: string;
  name: string;
  words: number[];
  marks: string[];
  around: Set<number>;
  formerly: Set<number>;
}

/** How much each sign of being meant is worth. */
const WORTH = {
  wholeName: 100,
  inOrder: 40,
  first: 10,
  around: 6,
  formerly: -4,
  marksRight: 7,
  marksWrong: -14,
  typeRight: 14,
  typeWrong: -10,
  current: 6,
  alias: -5,
  province: 12,
  district: -3,
  slip: -16,
  unfinished: -4,
};

/** How a word of the question may be matched: by which words of the vocabulary, at what cost. */
type Readings = Map<number, number>;

/**
 * All names of the country's units, today's and former ones, in memory. Answers as a person would
 * who knows them all: words in any order, without marks, shortened, misspelt; whoever writes the
 * marks, the type or the district is taken at their word.
 */
export class PlaceIndex {
  readonly #vocabulary = new Vocabulary();
  readonly #entries: Entry[] = [];
  readonly #byWord: number[][] = [];
  readonly #byCode = new Map<string, Entry[]>();

  constructor(places: Iterable<Place>) {
    for (const place of places) this.#add(place);
    this.#vocabulary.close();
  }

  /** The places that a text may mean, best first; empty when none is known by it. */
  search(text: string, limit: number): Match[] {
    const query = readQuery(text);
    const codes = query.code ? (this.#byCode.get(query.code) ?? []) : [];
    const found = codes.map((entry) => ({
      id: entry.place.id,
      via: "code" as const,
      text: query.code ?? "",
    }));
    for (const { entry } of this.#ranked(query)) {
      if (found.length >= limit) break;
      if (found.some(({ id }) => id === entry.place.id)) continue;
      found.push({ id: entry.place.id, via: entry.via as never, text: entry.name });
    }
    return found.slice(0, limit);
  }

  #add(place: Place) {
    const around = this.#numbers(place.around);
    const formerly = this.#numbers(place.formerly);
    const own: Via = place.current ? "name" : "former";
    this.#enter({ place, via: own, type: place.type, name: place.name, around, formerly });
    for (const { type, name, around: then } of place.names)
      this.#enter({
        place,
        via: "alias",
        type,
        name,
        around: new Set([...around, ...this.#numbers(then)]),
        formerly,
      });
    const first = this.#entries.findLast((entry) => entry.place === place && entry.via === own);
    if (first)
      this.#byCode.set(
        place.code,
        [...(this.#byCode.get(place.code) ?? []), first].sort(currentFirst),
      );
  }

  #enter(named: Omit<Entry, "words" | "marks">) {
    const words = wordsOf(named.name);
    const entry = {
      ...named,
      words: words.map((word) => this.#vocabulary.add(folded(word))),
      marks: words.map(marked),
    };
    for (const word of new Set(entry.words)) {
      this.#byWord[word] ??= [];
      this.#byWord[word].push(this.#entries.length);
    }
    this.#entries.push(entry);
  }

  #numbers(texts: string[]): Set<number> {
    return new Set(texts.flatMap(wordsOf).map((word) => this.#vocabulary.add(folded(word))));
  }

  /** First as written; then words taken apart; then with slips forgiven. */
  #ranked(query: Query) {
    if (query.words.length === 0) return [];
    const exact = this.#score(query, (word, last) => this.#asWritten(word, last));
    if (exact.length > 0) return exact;
    const parted = this.#takenApart(query);
    if (parted) {
      const apart = this.#score(parted, (word, last) => this.#asWritten(word, last));
      if (apart.length > 0) return apart;
    }
    return this.#score(query, (word, last) => this.#withSlips(word, last));
  }

  #asWritten({ folded: word, also }: QueryWord, last: boolean): Readings {
    const readings: Readings = new Map();
    if (last && !/^\d/.test(word))
      for (const id of this.#vocabulary.beginningWith(word)) readings.set(id, WORTH.unfinished);
    for (const form of [word, also]) {
      const id = form === undefined ? undefined : this.#vocabulary.idOf(form);
      if (id !== undefined) readings.set(id, 0);
    }
    return readings;
  }

  #withSlips(word: QueryWord, last: boolean): Readings {
    const readings = this.#asWritten(word, last);
    for (const [id, slips] of this.#vocabulary.near(word.folded))
      readings.set(id, Math.max(readings.get(id) ?? -1000, slips * WORTH.slip));
    return readings;
  }

  #takenApart(query: Query): Query | undefined {
    let changed = false;
    const moved: number[] = [];
    const words = query.words.flatMap((word, i) => {
      const apart =
        this.#vocabulary.idOf(word.folded) === undefined ? this.#vocabulary.apart(word.folded) : [];
      const parts = apart.map((part) => ({ folded: part, marked: part, hasMarks: false }));
      changed ||= parts.length > 0;
      moved[i] = parts.length > 0 ? parts.length : 1;
      return parts.length > 0 ? parts : [word];
    });
    if (!changed) return undefined;
    const place = (i: number) => moved.slice(0, i).reduce((sum, n) => sum + n, 0);
    return {
      words,
      hints: query.hints.map((hint) => ({ ...hint, before: place(hint.before) })),
      soft: new Set([...query.soft].map(place)),
    };
  }

  #score(query: Query, read: (word: QueryWord, last: boolean) => Readings) {
    const lastWord = query.words.length - 1;
    const readings = query.words.map((word, i) => read(word, i === lastWord));
    const needed = query.words.map((_, i) => i).filter((i) => !query.soft.has(i));
    const anchors = needed.length > 0 ? needed : [...query.soft];
    if (needed.some((i) => readings[i]?.size === 0)) return [];

    const scored: { entry: Entry; score: number }[] = [];
    for (const candidate of this.#candidates(anchors, readings)) {
      const entry = this.#entries[candidate] as Entry;
      const score = scoreOf(entry, query, readings);
      if (score !== undefined) scored.push({ entry, score });
    }
    return scored.sort((a, b) => b.score - a.score || currentFirst(a.entry, b.entry));
  }

  /** The names in which at least one of the words occurs. */
  #candidates(anchors: number[], readings: Readings[]): Set<number> {
    const found = new Set<number>();
    for (const i of anchors)
      for (const id of readings[i]?.keys() ?? [])
        for (const entry of this.#byWord[id] ?? []) found.add(entry);
    return found;
  }
}

/** How well a name answers a question; undefined when a word of the question is nowhere about it. */
function scoreOf(
  entry: Entry,
  { words, hints, soft }: Query,
  readings: Readings[],
): number | undefined {
  const taken: number[] = new Array(entry.words.length).fill(-1);
  let score = 0;
  let matched = 0;
  for (let i = 0; i < words.length; i++) {
    const read = readings[i] as Readings;
    const place = placeOf(entry, taken, read, i);
    if (place >= 0) {
      taken[place] = i;
      matched++;
      score += read.get(entry.words[place] as number) ?? 0;
      score += marksWorth(
        words[i] as QueryWord,
        entry.marks[place] as string,
        read.get(entry.words[place] as number) ?? 0,
      );
    } else {
      const about = bestAround(entry, read);
      if (about !== undefined) score += about;
      else if (!soft.has(i)) return undefined;
    }
  }
  if (matched === 0) return undefined;

  score += (WORTH.wholeName * matched) / entry.words.length;
  if (matched === entry.words.length && isRun(taken)) {
    score += WORTH.inOrder;
    const lead = taken[0] as number;
    if (lead === 0 || [...Array(lead).keys()].every((i) => soft.has(i))) score += WORTH.first;
    if (entry.place.level === "province" && matched === words.length - soft.size)
      score += WORTH.province;
  }
  score += typeWorth(entry, hints, taken);
  if (entry.place.current) score += WORTH.current;
  if (entry.via === "alias") score += WORTH.alias;
  if (entry.place.level === "district") score += WORTH.district;
  return score;
}

/** Which word of the name a word of the question stands for: the one after the last, if it can be. */
function placeOf(entry: Entry, taken: number[], read: Readings, i: number): number {
  const previous = taken.indexOf(i - 1);
  if (previous >= 0 && taken[previous + 1] === -1 && read.has(entry.words[previous + 1] as number))
    return previous + 1;
  let best = -1;
  let bestCost = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < taken.length; k++) {
    const cost = read.get(entry.words[k] as number);
    if (taken[k] === -1 && cost !== undefined && cost > bestCost) {
      best = k;
      bestCost = cost;
    }
  }
  return best;
}

function bestAround({ around, formerly }: Entry, read: Readings): number | undefined {
  let best: number | undefined;
  for (const [id, cost] of read) {
    const worth = around.has(id) ? WORTH.around : formerly.has(id) ? WORTH.formerly : undefined;
    if (worth !== undefined && (best === undefined || worth + cost > best)) best = worth + cost;
  }
  return best;
}

function marksWorth(word: QueryWord, marks: string, cost: number): number {
  if (cost < 0 && !marks.startsWith(word.marked)) return 0;
  if (word.marked === marks) return word.hasMarks ? WORTH.marksRight : 0;
  return word.hasMarks && cost === 0 ? WORTH.marksWrong : 0;
}

function isRun(taken: number[]): boolean {
  return taken.every((at, k) => k === 0 || at === (taken[k - 1] as number) + 1);
}

/** A type right before the name speaks of this unit; elsewhere it speaks of the larger ones. */
function typeWorth(entry: Entry, hints: TypeHint[], taken: number[]): number {
  const begin = Math.min(...taken.filter((at) => at >= 0));
  const hint = hints.find(({ before }) => before === begin);
  if (!hint) return 0;
  return hint.type === entry.type ? WORTH.typeRight : WORTH.typeWrong;
}

function currentFirst(a: Entry, b: Entry): number {
  return Number(b.place.current) - Number(a.place.current) || (a.place.id < b.place.id ? -1 : 1);
}
