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
  names: (Unit & { around: Unit[] })[]; // other names, each with its district then
  around: Unit[]; // the district and province it lies or lay in
  later: Unit[]; // the province that a former unit is in now
  formerly: Unit[]; // the districts and provinces that a current unit was made from
}

export interface Unit {
  type: string;
  name: string;
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
  later: Set<number>;
  formerly: Set<number>;
  larger: { type: string; words: number[] }[];
}

/** How much each sign of being meant is worth. */
const WORTH = {
  wholeName: 100,
  eachWord: 8,
  inOrder: 40,
  first: 10,
  around: 6,
  later: 5,
  formerly: -4,
  largerWhole: 8,
  largerTypeRight: 9,
  marksRight: 7,
  marksWrong: -14,
  marksMissing: -8,
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
  /** For each word the entries that have it, in the name or in what lies around. */
  readonly #byWord: number[][] = [];
  readonly #byCode = new Map<string, Entry[]>();
  readonly #shared = new Map<string, Set<number>>();

  constructor(places: Iterable<Place>) {
    for (const place of places) this.#add(place);
    this.#vocabulary.close();
    this.#shared.clear();
  }

  /** The places that a text may mean, best first; empty when none is known by it. */
  search(text: string, limit: number): Match[] {
    const query = readQuery(text);
    const codes = query.code ? (this.#byCode.get(query.code) ?? []) : [];
    const found: Match[] = codes.map((entry) => ({
      id: entry.place.id,
      via: "code",
      text: query.code ?? "",
    }));
    for (const { entry } of this.#ranked(query)) {
      if (found.length >= limit) break;
      if (found.some(({ id }) => id === entry.place.id)) continue;
      found.push({ id: entry.place.id, via: entry.via, text: entry.name });
    }
    return found.slice(0, limit);
  }

  #add(place: Place) {
    const own: Via = place.current ? "name" : "former";
    const first = this.#enter(place, own, place, place.around);
    for (const named of place.names)
      this.#enter(place, "alias", named, [...named.around, ...place.around]);
    const sameCode = this.#byCode.get(place.code) ?? [];
    this.#byCode.set(place.code, [...sameCode, first].sort(currentFirst));
  }

  #enter(place: Place, via: Via, { type, name }: Unit, around: Unit[]): Entry {
    const words = wordsOf(name);
    const entry: Entry = {
      place,
      via,
      type,
      name,
      words: this.#numbers(name),
      marks: words.map(marked),
      around: this.#allNumbers(around),
      later: this.#allNumbers(place.later),
      formerly: this.#allNumbers(place.formerly),
      larger: around.map((unit) => ({ type: unit.type, words: this.#numbers(unit.name) })),
    };
    const mentioned = [
      entry.words,
      [...entry.around],
      [...entry.later],
      [...entry.formerly],
    ].flat();
    for (const word of new Set(mentioned)) {
      this.#byWord[word] ??= [];
      this.#byWord[word].push(this.#entries.length);
    }
    this.#entries.push(entry);
    return entry;
  }

  #numbers(text: string): number[] {
    return wordsOf(text).map((word) => this.#vocabulary.add(folded(word)));
  }

  /** Neighbours lie in the same district: they share what is around them, which keeps the index small. */
  #allNumbers(units: Unit[]): Set<number> {
    const key = units.map(({ name }) => name).join("|");
    const shared =
      this.#shared.get(key) ?? new Set(units.flatMap(({ name }) => this.#numbers(name)));
    this.#shared.set(key, shared);
    return shared;
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
      hasMarks: query.hasMarks,
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

  /** What has the rarest of the words, in the name or around it: nothing else can have them all. */
  #candidates(anchors: number[], readings: Readings[]): Set<number> {
    const lists = anchors.map((i) =>
      [...(readings[i]?.keys() ?? [])].map((id) => this.#byWord[id] ?? []),
    );
    const size = (list: number[][]) => list.reduce((sum, { length }) => sum + length, 0);
    const rarest = lists.reduce((a, b) => (size(b) < size(a) ? b : a), lists[0] ?? []);
    return new Set(rarest.flat());
  }
}

/** How well a name answers a question; undefined when a word of the question is nowhere about it. */
function scoreOf(entry: Entry, query: Query, readings: Readings[]): number | undefined {
  const { words, hints, soft } = query;
  const taken: number[] = new Array(entry.words.length).fill(-1);
  let score = 0;
  const take = (i: number, place: number) => {
    const cost = readings[i]?.get(entry.words[place] as number) ?? 0;
    taken[place] = i;
    score += cost + marksWorth(words[i] as QueryWord, query, entry.marks[place] as string, cost);
  };
  const aside: number[] = [];
  for (const i of words.keys()) {
    // What may be a type only gets what the others leave, beside a neighbour if it can.
    if (soft.has(i)) {
      aside.push(i);
      continue;
    }
    const read = readings[i] as Readings;
    const place = besideOf(entry, taken, read, i) ?? bestOf(entry, taken, read);
    const about = place === undefined ? bestAround(entry, read) : undefined;
    if (place !== undefined) take(i, place);
    else if (about !== undefined) score += about;
    else return undefined;
  }
  const alone: number[] = [];
  for (const i of aside.reverse()) {
    const place = besideOf(entry, taken, readings[i] as Readings, i);
    if (place === undefined) alone.push(i);
    else take(i, place);
  }
  for (const i of alone) {
    const place = bestOf(entry, taken, readings[i] as Readings);
    if (place !== undefined) take(i, place);
  }
  const matched = taken.filter((at) => at >= 0).length;
  if (matched === 0) return undefined;

  score += (WORTH.wholeName * matched) / entry.words.length + WORTH.eachWord * matched;
  if (matched === entry.words.length && isRun(taken)) {
    score += WORTH.inOrder;
    const lead = taken[0] as number;
    if ([...Array(lead).keys()].every((i) => soft.has(i))) score += WORTH.first;
    if (entry.place.level === "province" && matched === words.length - soft.size)
      score += WORTH.province;
  }
  score += typeWorth(entry, hints, taken) + largerWorth(entry, query, taken, readings);
  if (entry.place.current) score += WORTH.current;
  if (entry.via === "alias") score += WORTH.alias;
  if (entry.place.level === "district") score += WORTH.district;
  return score;
}

/** The word of the name next to where a neighbour in the question stands, if it can be this one. */
function besideOf(
  { words }: Entry,
  taken: number[],
  read: Readings,
  i: number,
): number | undefined {
  const after = taken.indexOf(i - 1) + 1;
  const before = taken.indexOf(i + 1) - 1;
  const fits = (place: number) => taken[place] === -1 && read.has(words[place] as number);
  if (i > 0 && after > 0 && fits(after)) return after;
  return before >= 0 && fits(before) ? before : undefined;
}

/** The free word of the name that this one stands for at the least cost. */
function bestOf({ words }: Entry, taken: number[], read: Readings): number | undefined {
  let best: number | undefined;
  let least = Number.NEGATIVE_INFINITY;
  for (let place = 0; place < taken.length; place++) {
    const cost = read.get(words[place] as number);
    if (taken[place] !== -1 || cost === undefined || cost <= least) continue;
    best = place;
    least = cost;
  }
  return best;
}

function bestAround({ around, later, formerly }: Entry, read: Readings): number | undefined {
  let best: number | undefined;
  for (const [id, cost] of read) {
    const worth = around.has(id)
      ? WORTH.around
      : later.has(id)
        ? WORTH.later
        : formerly.has(id)
          ? WORTH.formerly
          : undefined;
    if (worth !== undefined && (best === undefined || worth + cost > best)) best = worth + cost;
  }
  return best;
}

/** Whoever writes marks means them, also where none is; who writes none at all leaves it open. */
function marksWorth(word: QueryWord, query: Query, marks: string, cost: number): number {
  if (cost < 0 && !marks.startsWith(word.marked)) return 0;
  if (word.marked === marks) return word.hasMarks ? WORTH.marksRight : 0;
  if (cost < 0) return 0;
  if (word.hasMarks) return WORTH.marksWrong;
  return query.hasMarks ? WORTH.marksMissing : 0;
}

function isRun(taken: number[]): boolean {
  return taken.every((at, k) => k === 0 || at === (taken[k - 1] as number) + 1);
}

/** A type right before the name speaks of this unit. */
function typeWorth({ type }: Entry, hints: TypeHint[], taken: number[]): number {
  const begin = Math.min(...taken.filter((at) => at >= 0));
  const hint = hints.find(({ before }) => before === begin);
  if (!hint) return 0;
  return hint.type === type ? WORTH.typeRight : WORTH.typeWrong;
}

/** A district or province that was named in full beside the name, perhaps with its type, is where to look. */
function largerWorth(
  { larger }: Entry,
  { words, hints }: Query,
  taken: number[],
  readings: Readings[],
): number {
  const spent = new Set(taken);
  let worth = 0;
  for (const unit of larger) {
    const begin = words.findIndex((_, at) =>
      unit.words.every((word, k) => !spent.has(at + k) && readings[at + k]?.has(word)),
    );
    if (begin < 0) continue;
    for (const k of unit.words.keys()) spent.add(begin + k);
    worth += WORTH.largerWhole;
    if (hints.some(({ type, before }) => before === begin && type === unit.type))
      worth += WORTH.largerTypeRight;
  }
  return worth;
}

function currentFirst(a: Entry, b: Entry): number {
  return Number(b.place.current) - Number(a.place.current) || (a.place.id < b.place.id ? -1 : 1);
}
