import { folded, hasMarks, marked, romanNumber, wordsOf } from "./folding.ts";

/** One word of a question, in the forms in which it may be compared. */
export interface QueryWord {
  folded: string;
  marked: string;
  hasMarks: boolean;
  /** Another reading of it: a Roman number as digits. */
  also?: string;
}

/** A type of unit that was named, and before which word it stood. */
export interface TypeHint {
  type: string;
  before: number;
}

export interface Query {
  words: QueryWord[];
  /** Whether its writer used marks at all. */
  hasMarks: boolean;
  hints: TypeHint[];
  /** Places among the words that may as well be part of a type (the xã of Phú Xá, the tỉnh of Tịnh Biên). */
  soft: Set<number>;
  code?: string;
}

/** More words than any address has: what comes after them is not looked at. */
const MOST_WORDS = 14;

/** Types by how people write them, longest first. Folded, since the marks are the first to be left out. */
const TYPES: [words: string[], type: string][] = [
  [["thanh", "pho"], "thành phố"],
  [["thi", "tran"], "thị trấn"],
  [["thi", "xa"], "thị xã"],
  [["dac", "khu"], "đặc khu"],
  [["phuong"], "phường"],
  [["xa"], "xã"],
  [["huyen"], "huyện"],
  [["quan"], "quận"],
  [["tinh"], "tỉnh"],
  [["tp"], "thành phố"],
  [["tx"], "thị xã"],
  [["tt"], "thị trấn"],
  [["dk"], "đặc khu"],
  [["p"], "phường"],
  [["f"], "phường"],
  [["q"], "quận"],
  [["h"], "huyện"],
  [["x"], "xã"],
  [["t"], "tỉnh"],
];

/** Words around a name that say nothing about where it is. */
const IDLE = [["uy", "ban", "nhan", "dan"], ["nguoi", "phat", "ngon"], ["viet", "nam"], ["ubnd"]];

/** What people call a place besides its name. */
const NICKNAMES: Record<string, string> = {
  tphcm: "thành phố hồ chí minh",
  hcm: "hồ chí minh",
  hcmc: "hồ chí minh",
  tphn: "hà nội",
  hn: "hà nội",
  brvt: "bà rịa vũng tàu",
  tth: "thừa thiên huế",
  dbscl: "",
};

/** Reads what somebody typed as words, types and perhaps a code. */
export function readQuery(text: string): Query {
  const code = /^\s*(\d{5}|\d{2,3})\s*$/.exec(text)?.[1];
  const raw = wordsOf(ungluedTypes(text)).flatMap((word) =>
    Object.hasOwn(NICKNAMES, folded(word)) ? wordsOf(NICKNAMES[folded(word)] ?? "") : [word],
  );
  const all = withoutIdle(raw.filter(folded)).slice(0, MOST_WORDS);
  const words: QueryWord[] = [];
  const hints: TypeHint[] = [];
  const soft = new Set<number>();

  for (let i = 0; i < all.length; ) {
    const found = typeAt(all, i);
    if (!found) {
      words.push(queryWord(all[i++] ?? ""));
      continue;
    }
    const { type, length } = found;
    // An abbreviation is never part of a name; a word may be (Phú Xá, Phường Đúc).
    const written = all.slice(i, i + length).map(queryWord);
    if (written.some((word) => word.folded.length > 2 || word.folded === "xa"))
      for (const word of written) {
        soft.add(words.length);
        words.push(word);
      }
    hints.push({ type, before: words.length });
    i += length;
  }
  return { words, hasMarks: words.some((word) => word.hasMarks), hints, soft, code };
}

/** P.1, p1, Q.Bình Thạnh, TP.HCM: the abbreviated type comes off what it is glued to. */
function ungluedTypes(text: string): string {
  return text
    .normalize("NFC")
    .replace(/(?<![\p{L}\p{N}])(tp|tx|tt|đk|dk|p|f|q|h|x|t)\s*\.\s*/giu, " $1 ")
    .replace(
      /(?<![\p{L}\p{N}])(p|f|q|phường|phuong|quận|quan)(\d{1,2})(?![\p{L}\p{N}])/giu,
      " $1 $2 ",
    );
}

function withoutIdle(words: string[]): string[] {
  const plain = words.map(folded);
  const kept: string[] = [];
  for (let i = 0; i < words.length; ) {
    const idle = IDLE.find((phrase) => phrase.every((word, k) => plain[i + k] === word));
    if (idle && words.length > idle.length) i += idle.length;
    else kept.push(words[i++] ?? "");
  }
  return kept;
}

function typeAt(words: string[], at: number): { type: string; length: number } | undefined {
  // The last word of all is a name: "Phường" alone asks for nothing.
  for (const [phrase, type] of TYPES) {
    if (at + phrase.length >= words.length) continue;
    if (!phrase.every((word, k) => folded(words[at + k] ?? "") === word)) continue;
    // Whoever wrote the marks meant them: tịnh is not tỉnh, quán is not quận.
    const meant = type.split(" ");
    const isOther = (word: string, k: number) =>
      hasMarks(word) && word !== meant[k] && folded(word) === folded(meant[k] ?? "");
    if (words.slice(at, at + phrase.length).some(isOther)) continue;
    return { type, length: phrase.length };
  }
  return undefined;
}

function queryWord(word: string): QueryWord {
  const plain = folded(word);
  return {
    folded: plain,
    marked: marked(word),
    hasMarks: hasMarks(word),
    also: romanNumber(plain),
  };
}
