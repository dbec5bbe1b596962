import type { Db, Moment } from "#db/tables.ts";
import { hasMarks, wordsOf } from "../areas/folding.ts";
import type { Keyed, Roll } from "./roll.ts";
import { rollAt } from "./roll-keeping.server.ts";
import { readName, type SaidName, saidIn } from "./said-name.ts";
import { keysInForce } from "./speaker-keys.server.ts";

/** Somebody on the public list who may be meant: one of an agency's assignments or delegations in force. */
export interface PersonFound extends SaidName {
  id: string; // of the assignment or the delegation
  agencyId: string;
  areaId: string;
  name: string;
  phone: string;
}

/** So many of one name are looked at; no more can be told apart by it. */
const MOST_NAMESAKES = 100;
const LEAST_DIGITS = 6;
const NUMBER =
  /^(?:(?:số )?(?:điện thoại|dien thoai|sđt|sdt|đt|dt|tel|phone)\s*[:.]?)?\s*(\+?[\d\s().-]+)$/i;

/** The digits of a text that is a telephone number, or the end of one, without the country's 84 and the leading 0. */
export function phoneIn(text: string): string | undefined {
  const number = NUMBER.exec(text.trim().normalize("NFC"))?.[1];
  const digits = number && national(number);
  return digits && digits.length >= LEAST_DIGITS && digits.length <= 12 ? digits : undefined;
}

function national(number: string): string {
  const digits = number.replace(/\D/g, "");
  if (/^(00)?84\d{8,}$/.test(digits)) return digits.replace(/^(00)?84/, "");
  return digits.replace(/^0/, "");
}

/** Those in force at a moment whose telephone number is this one, or ends so. */
export async function findByPhone(
  db: Db,
  digits: string,
  at: Moment,
): Promise<Omit<PersonFound, keyof SaidName>[]> {
  const last = digits.slice(-LEAST_DIGITS);
  const roll = await rollAt(db, at);
  const rows =
    roll?.withDigits(last) ??
    (await keysInForce(db, at)
      .where("speakerKey.phone", "=", last)
      .limit(MOST_NAMESAKES)
      .execute());
  return rows.filter(({ phone }) => national(phone).endsWith(digits));
}

/** The agencies and areas that the words beside a name may mean. */
export interface Scope {
  agencies: Set<string>;
  areas: Set<string>; // a province stands for all that lies in it
}

/**
 * Those in force at a moment whose name a text may say: whole, by its last words (given name first),
 * unfinished, with a slip; with a place or an agency before or behind it, which `scopeOf` reads. Best first.
 */
export async function searchPeople(
  db: Db,
  text: string,
  at: Moment,
  scopeOf: (rest: string) => Promise<Scope>,
): Promise<PersonFound[]> {
  const question = readName(text);
  if (!question) return [];
  const roll = await rollAt(db, at);
  const words = question.words.slice(question.addressed);
  const found = roll ? calledIn(roll, words) : await calledInBooks(db, words, at, scopeOf);
  return [...new Map(found.map((row) => [row.id, row])).values()]
    .flatMap((row) => {
      const said = saidIn(question, row.name);
      return said ? [{ ...row, ...said }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** Whose given name is among the words, or whose name begins with them: all that the books could tell, and more. */
function calledIn(roll: Roll, words: string[]): Keyed[] {
  const begun = plainly(words.join(" "));
  const given = new Set(words.map(plainly).flatMap(spellings));
  return [
    ...roll.givenNames([...given]),
    ...(begun.includes(" ") ? roll.beginningWith(begun) : []),
  ];
}

/** The same of a moment that the roll does not hold, narrowed by the database as far as it can. */
async function calledInBooks(
  db: Db,
  words: string[],
  at: Moment,
  scopeOf: (rest: string) => Promise<Scope>,
): Promise<Keyed[]> {
  const found = await Promise.all([
    byTwoWords(db, words.map(plainly), at),
    unfinished(db, plainly(words.join(" ")), at),
    byGivenName(db, words[0] ?? "", words.slice(1).join(" "), at, scopeOf),
    ...(words.length > 1
      ? [byGivenName(db, words.at(-1) ?? "", words.slice(0, -1).join(" "), at, scopeOf)]
      : []),
  ]);
  return found.flat();
}

/** By the given name and one word more: the one before it, or the surname. */
async function byTwoWords(db: Db, words: string[], at: Moment) {
  if (words.length < 2) return [];
  const spelt = words.map(spellings);
  const pairs = spelt
    .slice(1)
    .flatMap((given, i) => given.flatMap((one) => (spelt[i] ?? []).map((two) => `${two} ${one}`)));
  return keysInForce(db, at)
    .where("speakerKey.given", "in", [...new Set(spelt.flat())])
    .where((eb) =>
      eb.or([
        // No blank before it: H Hen Êban is written H'Hen Êban.
        ...pairs.map((pair) => eb("speakerKey.folded", "like", `%${pair}`)),
        ...[...new Set(spelt.flat())].map((one) => eb("speakerKey.folded", "like", `${one} %`)),
      ]),
    )
    .limit(MOST_NAMESAKES)
    .execute();
}

/** By a name that is being typed. */
async function unfinished(db: Db, begun: string, at: Moment) {
  if (!begun.includes(" ")) return [];
  return keysInForce(db, at)
    .where("speakerKey.folded", ">=", begun)
    .where("speakerKey.folded", "<", `${begun}~`)
    .limit(MOST_NAMESAKES)
    .execute();
}

/** By the given name alone; where more was said, among those whom the rest may mean. */
async function byGivenName(
  db: Db,
  given: string,
  rest: string,
  at: Moment,
  scopeOf: (rest: string) => Promise<Scope>,
) {
  const query = keysInForce(db, at)
    .where("speakerKey.given", "in", spellings(plainly(given)))
    .limit(MOST_NAMESAKES);
  if (!rest) return query.execute();
  const { agencies, areas } = await scopeOf(rest);
  if (agencies.size + areas.size === 0) return [];
  return query
    .innerJoin("area", "area.id", "agency.areaId")
    .where((eb) =>
      eb.or([
        eb("agency.id", "in", [...agencies]),
        eb("area.id", "in", [...areas]),
        eb("area.partOf", "in", [...areas]),
      ]),
    )
    .execute();
}

/** Those in force at a moment whose whole name is a text that is also the name of a place. */
export async function findNamesakes(db: Db, text: string, at: Moment): Promise<PersonFound[]> {
  const question = readName(text);
  if (!question) return [];
  const name = plainly(question.words.slice(question.addressed).join(" "));
  const roll = await rollAt(db, at);
  const rows = roll
    ? roll.beginningWith(name).filter(({ folded }) => folded === name)
    : await keysInForce(db, at)
        .where("speakerKey.folded", "=", name)
        .limit(MOST_NAMESAKES)
        .execute();
  return rows.flatMap((row) => {
    const said = saidIn(question, row.name);
    return said?.whole && !said.rest ? [{ ...row, ...said }] : [];
  });
}

/** As the database folds a name: y stays y. */
function plainly(text: string): string {
  return wordsOf(text)
    .map((word) => (hasMarks(word) ? unmarked(word) : word))
    .join(" ");
}

function unmarked(word: string): string {
  return word.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d");
}

/** Mỹ is also written Mĩ. */
function spellings(word: string): string[] {
  return /[iy]$/.test(word) ? [`${word.slice(0, -1)}i`, `${word.slice(0, -1)}y`] : [word];
}
