import { folded, marked, wordsOf } from "./folding.ts";
import { initialsOf, nicknamesOf } from "./nicknames.ts";
import { Vocabulary } from "./vocabulary.ts";

export type Via = "name" | "former" | "alias" | "code";

export interface Unit {
  type: string;
  name: string;
}

/** How a larger unit stands to a smaller one: it lies or lay there, lies there now, was made of parts of it. */
export type Nearness = "district" | "province" | "later" | "formerly";

export interface LargerUnit extends Unit {
  nearness: Nearness;
}

/** A unit as the index needs it: its names, and the larger units that people say along with it. */
export interface Place extends Unit {
  id: string;
  code: string;
  current: boolean;
  level: "province" | "district" | "commune";
  larger: LargerUnit[];
  names: (Unit & { larger: LargerUnit[] })[]; // other names, perhaps with another district
}

/** A name in numbers of the vocabulary, and with its marks. Units of one name share it. */
export interface Name {
  words: number[];
  marks: string[];
}

/** One name of one place. */
export interface Entry {
  place: Place;
  via: Via;
  type: string;
  spelling: string;
  name: number;
  larger: number;
  order: number;
}

export interface Larger {
  name: number;
  type: string;
  nearness: Nearness;
  initials: boolean;
}

/** All names of all places, ready to be searched. */
export class Gazetteer {
  readonly vocabulary = new Vocabulary();
  readonly names: Name[] = [];
  /** Sorted by name: those of name n are the ones from `firstOf[n]` up to `firstOf[n + 1]`. */
  readonly entries: Entry[] = [];
  readonly firstOf: Int32Array;
  readonly largerOf: Int32Array;
  /** The sets of larger units; neighbours share one. */
  readonly larger: Larger[][] = [];
  /** For each word of the vocabulary the names that have it. */
  readonly byWord: number[][] = [];
  readonly byCode = new Map<string, Place[]>();
  readonly #nameIds = new Map<string, number>();
  readonly #largerIds = new Map<LargerUnit[], number>();
  readonly #folds = new Map<string, { word: number; marks: string }>();

  constructor(places: Iterable<Place>) {
    for (const place of places) this.#add(place);
    this.entries.sort((a, b) => a.name - b.name || a.order - b.order);
    this.largerOf = Int32Array.from(this.entries, ({ larger }) => larger);
    this.firstOf = new Int32Array(this.names.length + 1);
    for (const { name } of this.entries) this.firstOf[name + 1] = (this.firstOf[name + 1] ?? 0) + 1;
    for (let name = 0; name < this.names.length; name++)
      this.firstOf[name + 1] = (this.firstOf[name + 1] ?? 0) + (this.firstOf[name] ?? 0);
    this.vocabulary.close();
    for (const known of [this.#nameIds, this.#largerIds, this.#folds]) known.clear();
  }

  #add(place: Place) {
    const larger = this.#largerId(place.larger);
    this.#enter(place, place.current ? "name" : "former", place, larger);
    for (const named of place.names)
      this.#enter(place, "alias", named, this.#largerId(named.larger));
    for (const nickname of nicknamesOf(place)) this.#enter(place, "alias", nickname, larger);
    const sameCode = this.byCode.get(place.code);
    if (!sameCode) this.byCode.set(place.code, [place]);
    else if (place.current) sameCode.unshift(place);
    else sameCode.push(place);
  }

  #enter(place: Place, via: Via, named: Unit & { spelling?: string }, larger: number) {
    const { type, spelling = named.name } = named;
    const order = this.entries.length;
    this.entries.push({
      place,
      via,
      type,
      spelling,
      name: this.#nameId(named.name),
      larger,
      order,
    });
  }

  #nameId(spelling: string): number {
    const known = this.#nameIds.get(spelling);
    if (known !== undefined) return known;
    const parts = wordsOf(spelling).map((word) => this.#fold(word));
    const words = parts.map(({ word }) => word);
    const id = this.names.push({ words, marks: parts.map(({ marks }) => marks) }) - 1;
    this.#nameIds.set(spelling, id);
    for (const word of new Set(words)) {
      this.byWord[word] ??= [];
      this.byWord[word].push(id);
    }
    this.vocabulary.addGlued(words);
    return id;
  }

  #fold(spelling: string) {
    const known = this.#folds.get(spelling);
    if (known) return known;
    const fresh = { word: this.vocabulary.add(folded(spelling)), marks: marked(spelling) };
    this.#folds.set(spelling, fresh);
    return fresh;
  }

  #largerId(units: LargerUnit[]): number {
    const known = this.#largerIds.get(units);
    if (known !== undefined) return known;
    const larger = new Map<string, Larger>();
    for (const unit of units)
      for (const named of [unit, ...nicknamesOf(unit), ...initialsOf(unit)]) {
        const key = `${named.type} ${named.name}`;
        const { nearness } = unit;
        const initials = "initials" in named;
        if (!larger.has(key))
          larger.set(key, { name: this.#nameId(named.name), type: named.type, nearness, initials });
      }
    // The longer first: else Lắk takes the word that Đắk Lắk needs.
    const length = ({ name }: Larger) => this.names[name]?.words.length ?? 0;
    const sorted = [...larger.values()].sort((a, b) => length(b) - length(a));
    const id = this.larger.push(sorted) - 1;
    this.#largerIds.set(units, id);
    return id;
  }
}
