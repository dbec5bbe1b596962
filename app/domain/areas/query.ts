import { folded, hasMarks, marked, romanNumber, wordsOf } from "./folding.ts";
import { composed } from "./keystrokes.ts";

/** One word of a question, in the forms in which it may be compared. */
export interface QueryWord {
  folded: string;
  marked: string;
  hasMarks: boolean;
  /** May go unanswered: part of a type (the xã of "xã Phú Xá"), or said of any unit (Việt Nam). */
  optional: boolean;
  /** Another reading of it: a Roman number as digits. */
  also?: string;
}

/** A type of unit that was named, and the words it takes: those before `end`, from `begin` on. */
export interface TypeHint {
  types: string[];
  begin: number;
  end: number;
  /** English puts the type behind the name. */
  follows: boolean;
}

export interface Query {
  words: QueryWord[];
  /** Whether its writer used marks at all. */
  hasMarks: boolean;
  hints: TypeHint[];
  /** Nothing but a type was typed. */
  onlyTypes: boolean;
  /** "(cũ)": asks for the unit of before. */
  former: boolean;
  code?: string;
}

/** More words than any address has: what comes after them is not looked at. */
const MOST_WORDS = 24;

type Written = [written: string, types: string[]];

/** Types by how people write them, longest first. */
const TYPES: Written[] = [
  ["thành phố", ["thành phố"]],
  ["thị trấn", ["thị trấn"]],
  ["thị xã", ["thị xã"]],
  ["đặc khu", ["đặc khu"]],
  ["huyện đảo", ["huyện", "đặc khu"]],
  ["phường", ["phường"]],
  ["xã", ["xã"]],
  ["huyện", ["huyện"]],
  ["quận", ["quận"]],
  ["tỉnh", ["tỉnh"]],
  ["tp", ["thành phố"]],
  ["tx", ["thị xã"]],
  ["tt", ["thị trấn"]],
  ["đk", ["đặc khu"]],
  ["p", ["phường"]],
  ["f", ["phường"]],
  ["q", ["quận"]],
  ["h", ["huyện"]],
  ["x", ["xã"]],
  ["t", ["tỉnh"]],
  ["special zone", ["đặc khu"]],
  ["urban district", ["quận"]],
  ["ward", ["phường"]],
  ["commune", ["xã"]],
  ["township", ["thị trấn"]],
  ["town", ["thị xã", "thị trấn"]],
  ["district", ["huyện", "quận"]],
  ["province", ["tỉnh"]],
  ["city", ["thành phố"]],
];
const ENGLISH = /^(special zone|urban district|ward|commune|town|township|district|province|city)$/;

/** Said around a name, and no part of it. */
const FORMER = "cũ";
const ASIDES = [
  "ủy ban nhân dân",
  "ủy ban",
  "phó chủ tịch",
  "chủ tịch",
  "trụ sở",
  "người phát ngôn",
  "phát ngôn",
  "việt nam",
  "ubnd",
  "ub",
  "vietnam",
  "vn",
  FORMER,
  "peoples committee",
];

/** Said before a name, of an office there that is no agency of ours, or of what kind of land it is. */
const ISLAND = "đảo";
const LEADING = ["hội đồng nhân dân", "hđnd", "đảng ủy", ISLAND];

interface Phrase {
  marked: string[];
  plain: string[];
  types: string[];
  follows: boolean;
  leads: boolean;
  withMarks: boolean;
}

/** By their first word. */
const PHRASES = new Map<string, Phrase[]>();
for (const [written, types] of [
  ...TYPES,
  ...[...ASIDES, ...LEADING].map((aside): Written => [aside, []]),
]) {
  const words = written.split(" ");
  const plain = words.map(folded);
  const phrase = {
    ...{ marked: words.map(marked), plain, types, follows: ENGLISH.test(written) },
    ...{ leads: LEADING.includes(written), withMarks: written === ISLAND },
  };
  PHRASES.set(plain[0] ?? "", [...(PHRASES.get(plain[0] ?? "") ?? []), phrase]);
}

/** Types that are also glued to a name or number: P1, Q.10, TP.HCM, tplongxuyen. */
const GLUED_NUMBER = /^(p|f|q|phường|phuong|quận|quan|ward|district)(\d{1,2})$/u;

/** Reads what somebody typed as words, types and perhaps a code. */
export function readQuery(text: string): Query {
  const code = /^\s*(\d{5}|\d{2,3})\s*$/.exec(text)?.[1];
  return queryOf(typedWords(text), code);
}

/** The keys lie side by side. */
const ZERO_FOR_O = /(?<=\p{L})0(?!\d)/gu;

/** The same text with keys that were meant for a Vietnamese keyboard put to use; if there are any. */
export function composedText(text: string, isKnown: (word: string) => boolean): string | undefined {
  const written = text.normalize("NFKC");
  const read = written.replace(/[\p{L}\p{M}\p{N}]+/gu, (word) =>
    isKnown(folded(word)) || GLUED_NUMBER.test(word.toLowerCase())
      ? word
      : (composed(word) ?? word.replace(ZERO_FOR_O, "o")),
  );
  return read === written ? undefined : read;
}

/** Whether a type of unit is named at a place among words, with something behind it. */
export function isTypeAt(words: string[], at: number): boolean {
  const phrase = phraseAt(words, words.map(folded), at);
  return !!phrase && phrase.types.length > 0 && at + phrase.plain.length < words.length;
}

/** How a question's words may be written otherwise. */
export interface Spelling {
  isKnown(word: string): boolean;
  /** Words that were run together. */
  apart(word: string, isLast: boolean): string[];
}

/** The same question with unknown words taken apart, and lone letters put to what follows (Ea H leo); if there are any. */
export function respelled(text: string, spelling: Spelling): Query | undefined {
  const raw = typedWords(text);
  const words: string[] = [];
  for (let i = 0; i < raw.length; i++) {
    const word = folded(raw[i] ?? "");
    const joined = word.length === 1 ? word + folded(raw[i + 1] ?? "") : word;
    const apart = spelling.isKnown(word) ? [] : spelling.apart(word, i === raw.length - 1);
    if (joined !== word && spelling.isKnown(joined)) {
      words.push(joined);
      i++;
    } else words.push(...(apart.length > 0 ? apart : [raw[i] ?? ""]));
  }
  return words.join() === raw.join() ? undefined : queryOf(words.slice(0, MOST_WORDS));
}

function queryOf(raw: string[], code?: string): Query {
  const plain = raw.map(folded);
  const query: Query = {
    words: [],
    hasMarks: false,
    hints: [],
    onlyTypes: false,
    former: false,
    code,
  };

  for (let i = 0; i < raw.length; ) {
    const phrase = phraseAt(raw, plain, i);
    const length = phrase?.plain.length ?? 1;
    const begin = query.words.length;
    // A letter or two is never part of a name that has a type before it; a word may be.
    if (!phrase || phrase.plain.join("").length > 2 || phrase.plain[0] === "xa")
      for (let k = i; k < i + length; k++)
        query.words.push(queryWord(raw[k] ?? "", plain[k] ?? "", phrase !== undefined));
    if (phrase && phrase.types.length > 0)
      query.hints.push({
        types: phrase.types,
        begin,
        end: query.words.length,
        follows: phrase.follows,
      });
    if (raw[i] === FORMER) query.former = true;
    i += length;
  }
  query.hasMarks = raw.some(hasMarks);
  for (const { end, types } of query.hints) {
    const word = query.words[end];
    if (word && !word.hasMarks && (types[0] === "phường" || types[0] === "quận"))
      word.also = romanNumber(word.folded);
  }
  query.onlyTypes = query.words.every(({ optional }) => optional);
  if (query.onlyTypes) for (const word of query.words) word.optional = false;
  return query;
}

function typedWords(text: string): string[] {
  return wordsOf(text)
    .slice(0, MOST_WORDS)
    .flatMap((word) => GLUED_NUMBER.exec(word)?.slice(1) ?? [word])
    .filter(folded)
    .slice(0, MOST_WORDS);
}

function phraseAt(raw: string[], plain: string[], at: number): Phrase | undefined {
  return PHRASES.get(plain[at] ?? "")?.find(
    ({ marked: meant, plain: wanted, types, follows, leads, withMarks }) =>
      !(leads && at > 0) &&
      // Without marks it begins a name: Đạo Đức.
      !(withMarks && !raw.slice(0, wanted.length).some(hasMarks)) &&
      wanted.every((word, k) => plain[at + k] === word) &&
      // Whoever wrote the marks meant them: tịnh is not tỉnh, quán is not quận.
      meant.every(
        (word, k) => !hasMarks(raw[at + k] ?? "") || marked(raw[at + k] ?? "") === word,
      ) &&
      (wanted[0] !== "cu" || raw[at] === FORMER) &&
      // An abbreviation at the very end is the beginning of a name.
      (at + wanted.length < raw.length ||
        wanted.join("").length > 2 ||
        types.length === 0 ||
        follows),
  );
}

function queryWord(word: string, plain: string, optional: boolean): QueryWord {
  return { folded: plain, marked: marked(word), hasMarks: hasMarks(word), optional };
}
