import { folded, wordsOf } from "./folding.ts";
import { isTypeAt } from "./query.ts";

/** How a part of an address begins that names no unit: streets and numbers, hamlets and groups, buildings. */
const NO_UNIT = new RegExp(
  `^(\\d.*|(${[
    ...["so", "so nha", "duong", "pho", "ngo", "ngach", "hem", "kiet", "dai lo", "quoc lo", "ql"],
    ...["tinh lo", "tl", "km", "to", "to dan pho", "tdp", "khu pho", "kp", "khu vuc", "kv", "khom"],
    ...["ap", "thon", "xom", "buon", "ban", "lang", "soc", "plei", "doi", "khu", "cum", "lo"],
    ...["block", "toa", "toa nha", "tang", "phong", "can ho", "chung cu", "nha", "kcn", "kdc"],
    ...["kdt", "cau", "cho", "truong", "benh vien", "ben xe", "nga ba", "nga tu"],
  ].join("|")})( .*|\\d.*)?)$`,
);

/** More parts than any address has. */
const MOST_PARTS = 12;
const MOST_ENDINGS = 3;

/** A postal address without the parts that name no unit: số 12 đường Trần Hưng Đạo, tổ 5, ấp Hòa Phú. */
export function withoutStreet(text: string): string | undefined {
  const parts = partsOf(text);
  const units = unitsIn(parts);
  return units.length > 0 && written(units) !== written(parts) ? written(units) : undefined;
}

/** What remains when more and more is left out in front: first what comes before a type of unit. */
export function endingsOf(text: string): string[] {
  const units = unitsIn(partsOf(text));
  const typed = units.findIndex((words) => isTypeAt(words, 0));
  const endings = [
    ...(typed > 0 ? [units.slice(typed)] : []),
    ...units.slice(1).map((_, at) => units.slice(at + 1)),
  ];
  return [...new Set(endings.map(written))].slice(0, MOST_ENDINGS);
}

function partsOf(text: string): string[][] {
  return text
    .split(/[,;]|\s[-–—]\s/, MOST_PARTS)
    .map((part) => wordsOf(part))
    .filter(({ length }) => length > 0);
}

function unitsIn(parts: string[][]): string[][] {
  return parts.map(unitIn).filter(({ length }) => length > 0);
}

/** What a part says of a unit: all of it, what comes from a type on, or nothing. */
function unitIn(words: string[]): string[] {
  return NO_UNIT.test(words.map(folded).join(" ")) ? fromType(words) : words;
}

function fromType(words: string[]): string[] {
  const at = words.findIndex((_, i) => i > 0 && isTypeAt(words, i));
  return at < 0 ? [] : words.slice(at);
}

function written(parts: string[][]): string {
  return parts.map((words) => words.join(" ")).join(", ");
}
