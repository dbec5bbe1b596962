import type { Moment } from "#db/tables.ts";
import type { Closing } from "../agencies/successions.server.ts";
import { type NameWords, wordsOfName } from "./said-name.ts";
import type { Candidate } from "./speaker.ts";

/** Somebody on the public list, with what they are looked for by. */
export interface Keyed {
  id: string; // of the assignment or the delegation
  agencyId: string;
  areaId: string;
  partOf: string | null; // the province of that area
  name: string;
  phone: string;
  folded: string; // the name without case and marks
  given: string; // its last word
  digits: string; // the last six of the telephone number
}

/** The same in memory, where the words of their names lie ready. */
export interface Called extends Keyed {
  words: NameWords;
}

/** What a roll is made from. */
export interface RollCall {
  number: number; // the revision that it was read at
  from: Moment;
  until: Moment; // the first moment at which it may no longer hold, though nobody writes
  candidates: Map<string, Candidate[]>;
  keys: Keyed[];
  closings: Map<string, Closing>;
}

/**
 * Everybody who may speak between two moments between which nothing begins or ends, in memory: by agency,
 * by name and by telephone number.
 */
export class Roll {
  readonly #call: RollCall;
  readonly #byName: Called[];
  readonly #byGiven: Map<string, Called[]>;
  readonly #byDigits: Map<string, Called[]>;

  constructor(call: RollCall) {
    this.#call = call;
    const words = wordsOnce();
    const called = call.keys.map((key) => ({ ...key, words: words(key.name) }));
    this.#byName = called.toSorted((a, b) => (a.folded < b.folded ? -1 : 1));
    this.#byGiven = grouped(called, "given");
    this.#byDigits = grouped(called, "digits");
  }

  /** Whether it is what the books of a revision say of a moment. */
  holds(number: number, at: Moment): boolean {
    return number === this.#call.number && this.#call.from <= at && at < this.#call.until;
  }

  /** Everybody who may speak for an agency. */
  get(agencyId: string): Candidate[] | undefined {
    return this.#call.candidates.get(agencyId);
  }

  /** Since when an agency is closed, if it is. */
  closingOf(agencyId: string): Closing | undefined {
    return this.#call.closings.get(agencyId);
  }

  /** Those of one of these given names. */
  givenNames(given: string[]): Called[] {
    return given.flatMap((one) => this.#byGiven.get(one) ?? []);
  }

  /** Those whose name begins so. */
  beginningWith(begun: string): Called[] {
    const first = this.#placeOf(begun);
    let last = first;
    while (this.#byName[last]?.folded.startsWith(begun)) last++;
    return this.#byName.slice(first, last);
  }

  /** Those whose telephone number ends in these six digits. */
  withDigits(digits: string): Called[] {
    return this.#byDigits.get(digits) ?? [];
  }

  /** Where the names begin that are not before this one. */
  #placeOf(name: string): number {
    let low = 0;
    let high = this.#byName.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#byName[middle]?.folded ?? "") < name) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Reads names as words; what is said in many names lies in memory once. */
function wordsOnce() {
  const known = new Map<string, string>();
  const once = (word: string) => {
    const one = known.get(word) ?? word;
    known.set(word, one);
    return one;
  };
  return (name: string): NameWords => {
    const { folded, marked } = wordsOfName(name);
    return { folded: folded.map(once), marked: marked.map(once) };
  };
}

function grouped(keys: Called[], by: "given" | "digits"): Map<string, Called[]> {
  const groups = new Map<string, Called[]>();
  for (const key of keys) {
    const group = groups.get(key[by]);
    if (group) group.push(key);
    else groups.set(key[by], [key]);
  }
  return groups;
}
