import type { Db, Moment } from "#db/tables.ts";
import { plainly, spellings } from "./name-keys.ts";
import type { Called, Keyed } from "./roll.ts";
import { type NameWords, readName, type SaidName, saidIn, wordsOfName } from "./said-name.ts";
import { type Books, booksOf, type Scope } from "./speaker-books.server.ts";

/** Somebody on the public list who may be meant: one of an agency's assignments or delegations in force. */
export interface PersonFound extends SaidName {
  id: string; // of the assignment or the delegation
  agencyId: string;
  areaId: string;
  name: string;
  phone: string;
}

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
  const rows = await (await booksOf(db, at)).withDigits(digits.slice(-LEAST_DIGITS));
  return rows.filter(({ phone }) => national(phone).endsWith(digits));
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
  const words = question.words.slice(question.addressed);
  const books = await booksOf(db, at);
  const found = await Promise.all([
    books.byTwoWords(words.map(plainly)),
    books.unfinished(plainly(words.join(" "))),
    byGivenName(books, words[0] ?? "", words.slice(1).join(" "), scopeOf),
    ...(words.length > 1
      ? [byGivenName(books, words.at(-1) ?? "", words.slice(0, -1).join(" "), scopeOf)]
      : []),
  ]);
  return [...new Map(found.flat().map((row) => [row.id, row])).values()]
    .flatMap((row) => {
      const said = saidIn(question, wordsIn(row));
      return said ? [{ ...row, ...said }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

/** By the given name alone; where more was said, among those whom the rest may mean. */
async function byGivenName(
  books: Books,
  given: string,
  rest: string,
  scopeOf: (rest: string) => Promise<Scope>,
): Promise<Keyed[]> {
  const spelt = spellings(plainly(given));
  if (!rest) return books.byGivenName(spelt);
  const scope = await scopeOf(rest);
  return scope.agencies.size + scope.areas.size === 0 ? [] : books.byGivenName(spelt, scope);
}

/** Those in force at a moment whose whole name is a text that is also the name of a place. */
export async function findNamesakes(db: Db, text: string, at: Moment): Promise<PersonFound[]> {
  const question = readName(text);
  if (!question) return [];
  const name = plainly(question.words.slice(question.addressed).join(" "));
  const rows = await (await booksOf(db, at)).named(name);
  return rows.flatMap((row) => {
    const said = saidIn(question, wordsIn(row));
    return said?.whole && !said.rest ? [{ ...row, ...said }] : [];
  });
}

function wordsIn(row: Keyed | Called): NameWords {
  return "words" in row ? row.words : wordsOfName(row.name);
}
