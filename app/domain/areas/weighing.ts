import type { Entry, Gazetteer, Larger } from "./gazetteer.ts";
import { type Mention, Mentions, SAID } from "./mentions.ts";
import type { Query } from "./query.ts";
import type { Readings } from "./vocabulary.ts";

/** How much each sign of being meant is worth, beside how a name was said. */
const WORTH = {
  eachWord: 9,
  first: 3,
  typeRight: 16,
  typeWrong: -12,
  // Each for a name of two words, as most are.
  district: 20,
  province: 17,
  later: 14,
  formerly: 8,
  largerTypeRight: 5,
  largerTypeWrong: -5,
  scrap: -9, // a word that is only part of a larger unit's name
  unexplained: -25,
  largerUnit: 10, // of a place whose smaller unit nobody knows
  current: 6,
  alias: -5,
  wholeProvince: 15,
  wholeDistrict: 2,
  askedForFormer: 9,
};

/** Answers that much worse than the best are not worth showing. */
export const SPREAD = 60;

export interface Weighed {
  entry: Entry;
  score: number;
  /** The name was said whole, and every other word names something larger around it. */
  sure: boolean;
  /** Its type was said beside the name. */
  typed: boolean;
  slips: number;
}

/** What may be forgiven: names said in part; slips; words that nothing explains. */
export type Leniency = "parts" | "slips" | "gaps";

/** One question, read in one way, weighed against every name in the gazetteer. */
export class Weighing {
  readonly #gazetteer: Gazetteer;
  readonly #query: Query;
  readonly #leniency: Leniency;
  /** The words that must be explained, as bits. */
  readonly #needed: number;
  readonly #hopeless: boolean;
  readonly #mentions: Mentions;
  readonly #around: Int32Array;

  constructor(gazetteer: Gazetteer, query: Query, readings: Readings[], leniency: Leniency) {
    this.#gazetteer = gazetteer;
    this.#query = query;
    this.#leniency = leniency;
    this.#needed = query.words.reduce(
      (bits, { optional }, at) => (optional ? bits : bits | (1 << at)),
      0,
    );
    this.#hopeless =
      leniency !== "gaps" && readings.some(({ size }, at) => !size && this.#needed & (1 << at));
    this.#mentions = new Mentions(gazetteer, query, this.#hopeless ? [] : readings, this.#needed);
    this.#around = new Int32Array(gazetteer.larger.length).fill(-1);
  }

  /** The names that answer the question and are not much worse than the best, in no order. */
  answers(): Weighed[] {
    const { firstOf, entries } = this.#gazetteer;
    const found: Weighed[] = [];
    let best = 0;
    for (const name of this.#mentions.names) {
      if (!(this.#mentions.bitsOf(name) & this.#needed)) continue;
      if (this.#leniency !== "parts" && !this.#mentions.maybeWhole(name)) continue;
      const end = firstOf[name + 1] ?? 0;
      for (let i = firstOf[name] ?? 0; i < end; i++) {
        const weighed = this.#mayAnswer(name, i) ? this.#weigh(entries[i] as Entry) : undefined;
        if (!weighed || weighed.score < best - SPREAD) continue;
        best = Math.max(best, weighed.score);
        found.push(weighed);
      }
    }
    return found.filter(({ score }) => score >= best - SPREAD);
  }

  /** Whether every word that must be is somewhere about a name. */
  #mayAnswer(name: number, entry: number): boolean {
    const missing = this.#needed & ~this.#mentions.bitsOf(name);
    if (missing === 0 || this.#leniency === "gaps") return true;
    return !(missing & ~this.#bitsAround(this.#gazetteer.largerOf[entry] ?? 0));
  }

  #bitsAround(larger: number): number {
    const known = this.#around[larger] ?? -1;
    if (known >= 0) return known;
    let bits = 0;
    for (const { name } of this.#gazetteer.larger[larger] ?? [])
      bits |= this.#mentions.bitsOf(name);
    this.#around[larger] = bits;
    return bits;
  }

  #weigh(entry: Entry): Weighed | undefined {
    const around = this.#bitsAround(entry.larger);
    let best: Weighed | undefined;
    for (const mention of this.#mentions.of(entry.name)) {
      const missing = this.#needed & ~(mention.bits | around);
      if (missing && !this.#mayMiss(entry, mention, missing)) continue;
      const weighed = this.#weighMention(entry, mention, missing);
      if (weighed && weighed.score > (best?.score ?? 0)) best = weighed;
    }
    return best;
  }

  /** Words that nothing explains are passed over beside a name said in full that is no chance word. */
  #mayMiss({ type }: Entry, mention: Mention, missing: number): boolean {
    if (this.#leniency !== "gaps" || !mention.whole) return false;
    if (count(missing) * 2 > count(this.#needed)) return false;
    return mention.end - mention.begin > 1 || this.#typeWorth(type, mention, 1, 0) > 0;
  }

  #weighMention(entry: Entry, mention: Mention, missing: number): Weighed | undefined {
    const { level, current } = entry.place;
    let { worth: score, slips } = mention;
    let rest = this.#needed & ~mention.bits;
    if (rest) {
      const around = this.#weighAround(this.#gazetteer.larger[entry.larger] ?? [], mention.bits);
      rest &= ~around.bits;
      const scraps = count(rest & ~missing);
      slips += around.slips + scraps;
      score += around.worth + WORTH.scrap * scraps + WORTH.unexplained * count(missing);
      if (missing && level !== "commune") score += WORTH.largerUnit;
    } else if (mention.whole && level !== "commune")
      score += level === "province" ? WORTH.wholeProvince : WORTH.wholeDistrict;
    if (this.#leniency === "slips" && slips * 2 > count(this.#needed) + 1) return undefined;

    score += WORTH.eachWord * count(mention.bits);
    score += this.#typeWorth(entry.type, mention, WORTH.typeRight, WORTH.typeWrong);
    if (!(this.#needed & ((1 << mention.begin) - 1))) score += WORTH.first;
    if (current) score += WORTH.current;
    else if (this.#query.former) score += WORTH.askedForFormer;
    if (entry.via === "alias") score += WORTH.alias;
    const typed = this.#typeWorth(entry.type, mention, 1, 0) > 0;
    return { entry, score, sure: mention.whole && rest === 0, typed, slips };
  }

  /** A type right before a name (in English also behind it) says what is named. */
  #typeWorth(type: string, { begin, end }: Mention, right: number, wrong: number): number {
    for (const hint of this.#query.hints)
      if (hint.end === begin || (hint.follows && hint.begin === end))
        return hint.types.includes(type) ? right : wrong;
    return 0;
  }

  /** The larger units that are named in full beside a name: first those whose type is named as well. */
  #weighAround(larger: Larger[], taken: number) {
    const around = { worth: 0, bits: 0, slips: 0 };
    const counted = new Set<Larger>();
    for (const byType of [true, false])
      for (const unit of larger) {
        const { name, type, nearness, initials } = unit;
        if (!(this.#mentions.bitsOf(name) & this.#needed & ~(taken | around.bits))) continue;
        const free = (mention: Mention) =>
          mention.whole &&
          !(initials && mention.slips) &&
          !(mention.bits & (taken | around.bits)) &&
          (!byType || this.#typeWorth(type, mention, 1, 0) > 0);
        const mention = counted.has(unit) ? undefined : this.#mentions.of(name).find(free);
        if (!mention) continue;
        const { largerTypeRight, largerTypeWrong } = WORTH;
        counted.add(unit);
        around.worth += (WORTH[nearness] * count(mention.bits)) / 2 + mention.worth - SAID.whole;
        around.worth += this.#typeWorth(type, mention, largerTypeRight, largerTypeWrong);
        around.bits |= mention.bits;
        around.slips += mention.slips;
      }
    return around;
  }
}

function count(bits: number): number {
  let number = 0;
  for (let left = bits; left !== 0; left &= left - 1) number++;
  return number;
}
