import type { Db, Moment } from "#db/tables.ts";
import { spellings } from "./name-keys.ts";
import type { Keyed, Roll } from "./roll.ts";
import { rollAt } from "./roll-keeping.server.ts";
import { keysInForce } from "./speaker-keys.server.ts";

/** So many of one name are looked at; no more can be told apart by it. */
const MOST_NAMESAKES = 100;

/** The agencies and areas that the words beside a name may mean. */
export interface Scope {
  agencies: Set<string>;
  areas: Set<string>; // a province stands for all that lies in it
}

/** Those in force at a moment by what they are called, from the roll or from the database alike. */
export interface Books {
  /** By the given name and one word more: the one before it, or the surname. */
  byTwoWords(words: string[]): Promise<Keyed[]>;
  /** By a name that is being typed. */
  unfinished(begun: string): Promise<Keyed[]>;
  /** By one of these given names, among those of some agencies and areas if any are named. */
  byGivenName(given: string[], scope?: Scope): Promise<Keyed[]>;
  /** By the whole name. */
  named(folded: string): Promise<Keyed[]>;
  /** By the last six digits of the telephone number. */
  withDigits(digits: string): Promise<Keyed[]>;
}

/**
 * Who speaks for whom at a moment, to be asked many times: from the roll in memory, or from the database where it is
 * not at hand.
 */
export async function booksOf(db: Db, at: Moment): Promise<Books> {
  const roll = await rollAt(db, at);
  return roll ? inMemory(roll) : inDatabase(db, at);
}

function inMemory(roll: Roll): Books {
  return {
    async byTwoWords(words) {
      const { given, endings, surnames } = twoWords(words);
      return roll
        .givenNames(given)
        .filter(
          ({ folded }) =>
            endings.some((ending) => folded.endsWith(ending)) ||
            surnames.some((surname) => folded.startsWith(surname)),
        )
        .slice(0, MOST_NAMESAKES);
    },
    async unfinished(begun) {
      return begun.includes(" ") ? roll.beginningWith(begun).slice(0, MOST_NAMESAKES) : [];
    },
    async byGivenName(given, scope) {
      const called = roll.givenNames(given);
      const meant = scope ? called.filter((one) => isWithin(scope, one)) : called;
      return meant.slice(0, MOST_NAMESAKES);
    },
    async named(name) {
      return roll.beginningWith(name).filter(({ folded }) => folded === name);
    },
    async withDigits(digits) {
      return roll.withDigits(digits);
    },
  };
}

function isWithin({ agencies, areas }: Scope, { agencyId, areaId, partOf }: Keyed): boolean {
  return agencies.has(agencyId) || areas.has(areaId) || (partOf !== null && areas.has(partOf));
}

function inDatabase(db: Db, at: Moment): Books {
  const inForce = () => keysInForce(db, at).limit(MOST_NAMESAKES);
  return {
    async byTwoWords(words) {
      const { given, endings, surnames } = twoWords(words);
      if (given.length === 0) return [];
      return inForce()
        .where("speakerKey.given", "in", given)
        .where((eb) =>
          eb.or([
            ...endings.map((ending) => eb("speakerKey.folded", "like", `%${ending}`)),
            ...surnames.map((surname) => eb("speakerKey.folded", "like", `${surname}%`)),
          ]),
        )
        .execute();
    },
    async unfinished(begun) {
      if (!begun.includes(" ")) return [];
      return inForce()
        .where("speakerKey.folded", ">=", begun)
        .where("speakerKey.folded", "<", `${begun}~`)
        .execute();
    },
    async byGivenName(given, scope) {
      const called = inForce().where("speakerKey.given", "in", given);
      if (!scope) return called.execute();
      const { agencies, areas } = scope;
      return called
        .where((eb) =>
          eb.or([
            eb("agency.id", "in", [...agencies]),
            eb("area.id", "in", [...areas]),
            eb("area.partOf", "in", [...areas]),
          ]),
        )
        .execute();
    },
    async named(folded) {
      return inForce().where("speakerKey.folded", "=", folded).execute();
    },
    async withDigits(digits) {
      return inForce().where("speakerKey.phone", "=", digits).execute();
    },
  };
}

/** What two words of a name may be: the last two (no blank before them: H Hen Êban is written H'Hen Êban), or the first and the last. */
function twoWords(words: string[]) {
  if (words.length < 2) return { given: [], endings: [], surnames: [] };
  const spelt = words.map(spellings);
  const endings = spelt
    .slice(1)
    .flatMap((given, i) => given.flatMap((one) => (spelt[i] ?? []).map((two) => `${two} ${one}`)));
  const given = [...new Set(spelt.flat())];
  return { given, endings, surnames: given.map((one) => `${one} `) };
}
