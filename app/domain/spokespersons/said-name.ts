import { folded, hasMarks, marked, wordsOf } from "../areas/folding.ts";

/** How well a name was said, in part of a question; the words that are left name a place or an agency. */
export interface SaidName {
  score: number;
  whole: boolean;
  rest: string;
}

/** A question that may be about a person. */
export interface NameQuestion {
  words: string[];
  folded: string[];
  /** Whether its writer used marks at all, and what they then meant. */
  usesMarks: boolean;
  marked: string[];
  /** How many words in front are a form of address or a position: ông, bà, chủ tịch. */
  addressed: number;
}

const SCORE = {
  whole: 100,
  unfinished: 84,
  anyOrder: 78,
  slipped: 70,
  ends: 66,
  tail: 50,
  each: 6,
};
const MARKS = { right: 3, wrong: -14 };

/** The words of somebody's name, as they are compared. */
export interface NameWords {
  folded: string[];
  marked: string[];
}

/** The words of a name for comparing with what somebody said: without marks, and with them. */
export function wordsOfName(name: string): NameWords {
  const words = wordsOf(name);
  return { folded: words.map(folded), marked: words.map(marked) };
}

/** More words than a name, a form of address and a place have together. */
const MOST_WORDS = 12;
const LONGEST_NAME = 6;

const ADDRESS = [
  ...["ông", "bà", "anh", "chị", "cô", "chú", "bác", "thầy", "mr", "ms", "mrs", "đồng chí", "đc"],
  ...["chủ tịch", "phó chủ tịch", "giám đốc", "phó giám đốc", "chánh văn phòng", "chánh thanh tra"],
  ...["phó chánh văn phòng", "trưởng phòng", "người phát ngôn", "phát ngôn viên"],
].map((words) => words.split(" ").map((word) => ({ plain: folded(word), meant: marked(word) })));

/** Reads a text as a name with what may stand around it; undefined when it can be none. */
export function readName(text: string): NameQuestion | undefined {
  const words = wordsOf(text);
  if (words.length === 0 || words.length > MOST_WORDS || words.some((word) => /\d/.test(word)))
    return undefined;
  const lengths = ADDRESS.filter((address) =>
    address.every(({ plain, meant }, at) => {
      const word = words[at] ?? "";
      return hasMarks(word) ? marked(word) === meant : folded(word) === plain;
    }),
  ).map(({ length }) => length);
  const addressed = Math.max(0, ...lengths);
  return {
    words,
    folded: words.map(folded),
    usesMarks: words.some(hasMarks),
    marked: words.map(marked),
    addressed: addressed < words.length ? addressed : 0,
  };
}

/** How a name was said in a question: at its beginning or at its end, best first; undefined if it was not. */
export function saidIn(question: NameQuestion, name: NameWords): SaidName | undefined {
  const { words, folded: typed, addressed, usesMarks } = question;
  let best: SaidName | undefined;
  for (const begin of new Set([addressed, 0]))
    for (let from = begin; from < words.length; from++)
      for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_NAME); to++) {
        if (from !== begin && to !== words.length) continue;
        const worth = worthOf(typed.slice(from, to), name.folded, to === words.length);
        if (!worth) continue;
        const marks = usesMarks ? marksIn(question, { from, to }, name) : 0;
        const score = worth.score + SCORE.each * (to - from) + marks;
        if (score <= (best?.score ?? 0)) continue;
        const rest = [...words.slice(begin, from), ...words.slice(to)].join(" ");
        best = { score, whole: worth.score >= SCORE.slipped, rest };
      }
  return best;
}

function worthOf(typed: string[], name: string[], isLast: boolean) {
  const k = typed.length;
  // H Hen Êban for H'Hen Êban.
  if (k !== name.length && typed.join("") === name.join("")) return { score: SCORE.whole };
  if (k > name.length) return undefined;
  const tail = name.slice(-k);
  const wrong = typed.filter((word, at) => word !== tail[at]);
  if (wrong.length === 0) return { score: k === name.length ? SCORE.whole : SCORE.tail };
  const last = typed.at(-1) ?? "";
  if (k === name.length) {
    const begun = wrong.length === 1 && wrong[0] === last && (name.at(-1) ?? "").startsWith(last);
    if (isLast && begun && k > 1) return { score: SCORE.unfinished };
    if (typed.toSorted().join() === name.toSorted().join()) return { score: SCORE.anyOrder };
    if (
      k > 2 &&
      wrong.length === 1 &&
      isSlip(wrong[0] ?? "", tail[typed.indexOf(wrong[0] ?? "")] ?? "")
    )
      return { score: SCORE.slipped };
  }
  // Surname and given name, without what stands between.
  if (k > 1 && last === name.at(-1) && typed.slice(0, -1).every((word, at) => word === name[at]))
    return { score: SCORE.ends };
  return undefined;
}

function marksIn(
  { folded: typed, marked: wanted }: NameQuestion,
  { from, to }: { from: number; to: number },
  name: NameWords,
): number {
  let sum = 0;
  for (let at = from; at < to; at++) {
    const known = name.marked[name.folded.lastIndexOf(typed[at] ?? "")];
    if (known !== undefined) sum += known === wanted[at] ? MARKS.right : MARKS.wrong;
  }
  return sum;
}

/** One letter changed, left out or put in. */
function isSlip(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < 2 || long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  const rest = short.length === long.length ? short.slice(at + 1) : short.slice(at);
  return rest === long.slice(at + 1);
}
