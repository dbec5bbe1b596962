import type { Db, Moment } from "#db/tables.ts";
import { hasMarks, wordsOf } from "../areas/folding.ts";
import { readName, type SaidName, saidIn } from "./said-name.ts";

/** Somebody on the public list who may be meant: one of an agency's assignments or delegations in force. */
export interface PersonFound extends SaidName {
  id: string; // of the assignment or the delegation
  agencyId: string;
  areaId: string;
  name: string;
  phone: string;
}

/** So many of one given name are looked at; no more can be told apart by it. */
const MOST_NAMESAKES = 400;
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
  const rows = await inForce(db, at)
    .where("speakerKey.phone", "=", digits.slice(-LEAST_DIGITS))
    .limit(MOST_NAMESAKES)
    .execute();
  return rows.filter(({ phone }) => national(phone).endsWith(digits));
}

/**
 * Those in force at a moment whose name a text may say: whole, by its last words (given name first),
 * unfinished, with a slip; with a place or an agency before or behind it. Best first.
 */
export async function searchPeople(db: Db, text: string, at: Moment): Promise<PersonFound[]> {
  const question = readName(text);
  if (!question) return [];
  const { words, addressed } = question;
  const givens = [...new Set(words.slice(addressed).flatMap((word) => spellings(plainly(word))))];
  const begun = plainly(words.slice(addressed).join(" "));
  const query = inForce(db, at);
  const [namesakes, unfinished] = await Promise.all([
    query.where("speakerKey.given", "in", givens).limit(MOST_NAMESAKES).execute(),
    begun.includes(" ")
      ? query
          .where("speakerKey.folded", ">=", begun)
          .where("speakerKey.folded", "<", `${begun}~`)
          .limit(MOST_NAMESAKES)
          .execute()
      : [],
  ]);
  const rows = new Map([...namesakes, ...unfinished].map((row) => [row.id, row]));
  return [...rows.values()]
    .flatMap((row) => {
      const said = saidIn(question, row.name);
      return said ? [{ ...row, ...said }] : [];
    })
    .sort((a, b) => b.score - a.score || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function inForce(db: Db, at: Moment) {
  return db
    .selectFrom("speakerKey")
    .innerJoin("person", "person.id", "speakerKey.personId")
    .innerJoin("agency", "agency.id", "speakerKey.agencyId")
    .leftJoin("assignment", "assignment.id", "speakerKey.id")
    .leftJoin("delegation", "delegation.id", "speakerKey.id")
    .select(({ fn }) => [
      "speakerKey.id",
      "speakerKey.agencyId",
      "agency.areaId",
      "person.name",
      fn.coalesce("assignment.phone", "delegation.phone").$notNull().as("phone"),
    ])
    .where("speakerKey.untilAt", ">", at)
    .where("speakerKey.fromAt", "<=", at);
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
