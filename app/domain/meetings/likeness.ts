import { folded } from "../press/folding.ts";

/** How people are addressed, which is no part of their names. */
const ADDRESS = /^(?:(?:ong|ba|dong chi|dc|d c|gs|pgs|ts|ths|bs|ks|luat su) )+(?=\S+ \S)/;

/** What names an office and not a person: in two agencies these are two people. */
const OFFICE =
  /^(?:pho |quyen |nguyen )*(?:chu tich|bi thu|giam doc|truong|chanh|thu truong|bo truong|lanh dao|dai dien|nguoi)\b/;

/** Shorter ways to write what stands in the names of places. */
const SHORT: [short: RegExp, long: string][] = [
  [/\bubnd\b/g, "uy ban nhan dan"],
  [/\bhdnd\b/g, "hoi dong nhan dan"],
  [/\btp\b/g, "thanh pho"],
  [/\bp\b(?= \D)/g, "phuong"],
  [/\b(?:so nha|so) (?=\d)/g, ""],
  [/(?<=\d\w{0,2} )duong /g, ""],
];

/** A text's parts, from the first that names the thing to those that say more of it, each folded. */
function partsOf(text: string): string[] {
  return text
    .split(/[,;()[\]–—]|\s-\s/)
    .map(folded)
    .filter(Boolean);
}

/**
 * Whether two texts name one person, however they are written: marks, case, blanks, how they are addressed
 * (ông, đồng chí) and what is said of them behind a comma make no difference. An office (Chủ tịch) is one person
 * within an agency only.
 */
export function isSamePerson(a: string, b: string, within: { agency: boolean }): boolean {
  const [one, other] = [personIn(a), personIn(b)];
  return one !== "" && one === other && (within.agency || !OFFICE.test(one));
}

function personIn(text: string): string {
  return (partsOf(text)[0] ?? "").replace(ADDRESS, "");
}

/**
 * Whether two texts name one place: marks, case, blanks, signs between words and common abbreviations make no
 * difference. Within an agency a hall is the same with its address and without.
 */
export function isSamePlace(a: string, b: string, within: { agency: boolean }): boolean {
  const [one, other] = [placeIn(a), placeIn(b)];
  if (one.length === 0 || other.length === 0) return false;
  if (one.join(" ") === other.join(" ")) return true;
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  return within.agency && short.every((part, place) => part === long[place]);
}

function placeIn(text: string): string[] {
  return partsOf(text).map((part) =>
    SHORT.reduce((written, [short, long]) => written.replace(short, long), part),
  );
}
