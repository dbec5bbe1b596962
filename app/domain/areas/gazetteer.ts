import { folded, marked, wordsOf } from "./folding.ts";
import { nicknamesOf } from "./nicknames.ts";
import { Vocabulary } from "./vocabulary.ts";

export type Via = "name" | "former" | "alias" | "code";

export interface Unit {
  type: string;
  name: string;
}

/** A unit as the index needs it: its names, and the larger units that people say along with it. */
export interface Place extends Unit {
  id: string;
  code: string;
  current: boolean;
  level: "province" | "district" | "commune";
  names: (Unit & { around: Unit[] })[]; // other names, each with its district then
  around: Unit[]; // the district and province it lies or lay in
  later: Unit[]; // the province that a former unit is in now
  formerly: Unit[]; // the districts and provinces that a current unit was made from
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

/** How a larger unit stands to a smaller one: it lies there, lay there, will lie there, was made of parts of it. */
export type Nearness = "district" | "province" | "later" | "formerly";

export interface Larger {
  name: number;
  type: string;
  nearness: Nearness;
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
  readonly #largerIds = new Map<string, number>();
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
    this.#enter(place, place.current ? "name" : "former", place, this.#largerId(place, []));
    for (const named of place.names)
      this.#enter(place, "alias", named, this.#largerId(place, named.around));
    for (const nickname of nicknamesOf(place))
      this.#enter(place, "alias", nickname, this.#largerId(place, []));
    const sameCode = this.byCode.get(place.code) ?? [];
    this.byCode.set(place.code, place.current ? [place, ...sameCode] : [...sameCode, place]);
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

  #largerId(place: Place, then: Unit[]): number {
    const province = place.around.at(-1);
    const units: [Unit, Nearness][] = [
      ...[...then, ...place.around].map((unit): [Unit, Nearness] => [
        unit,
        unit === province ? "province" : "district",
      ]),
      ...place.later.map((unit): [Unit, Nearness] => [unit, "later"]),
      ...place.formerly.map((unit): [Unit, Nearness] => [unit, "formerly"]),
    ];
    const key = units.map(([{ type, name }, nearness]) => `${nearness} ${type} ${name}`).join("/");
    const known = this.#largerIds.get(key);
    if (known !== undefined) return known;
    const id = this.larger.push(this.#allNames(units)) - 1;
    this.#largerIds.set(key, id);
    return id;
  }

  #allNames(units: [Unit, Nearness][]): Larger[] {
    const larger = new Map<string, Larger>();
    for (const [unit, nearness] of units)
      for (const { type, name } of [unit, ...nicknamesOf(unit)]) {
        const key = `${type} ${name}`;
        if (!larger.has(key)) larger.set(key, { name: this.#nameId(name), type, nearness });
      }
    // The longer first: else Lắk takes the word that Đắk Lắk needs.
    const length = ({ name }: Larger) => this.names[name]?.words.length ?? 0;
    return [...larger.values()].sort((a, b) => length(b) - length(a));
  }
}
