import { z } from "zod";
import { isAmber } from "../spokespersons/confirmation.ts";
import { plainly } from "../spreadsheets/sheet.ts";
import { LIST_KINDS, type ListEntry } from "./list-entry.ts";

/** Lines without anybody, or with an entry that nobody has confirmed this quarter. */
export const LIST_STATES = ["missing", "unconfirmed"] as const;
const LIST_ORDERS = ["agency", "name", "since"] as const;

/** What is asked of a list in its address; whatever is not understood is taken for not asked (see `unknownOf`). */
export const ListQuery = z.object({
  q: z
    .string()
    .transform((text) => text.normalize("NFC").slice(0, 200).trim())
    .catch(""),
  kind: z.enum(LIST_KINDS).optional().catch(undefined),
  state: z.enum(LIST_STATES).optional().catch(undefined),
  sort: z.enum(LIST_ORDERS).optional().catch(undefined),
});
export type ListQuery = z.infer<typeof ListQuery>;

const CHOICES = { kind: LIST_KINDS, state: LIST_STATES, sort: LIST_ORDERS } as const;
export type Choice = keyof typeof CHOICES;

/** What an address asks for that there is not: the parameter, and what it may be. */
export interface Unknown {
  name: Choice;
  value: string;
  allowed: readonly string[];
}

/** The filters and orders of an address that no list knows. An empty one asks for nothing. */
export function unknownOf(parameters: URLSearchParams): Unknown[] {
  return (Object.keys(CHOICES) as Choice[]).flatMap((name) => {
    const value = parameters.get(name);
    const allowed: readonly string[] = CHOICES[name];
    return value && !allowed.includes(value) ? [{ name, value: value.slice(0, 100), allowed }] : [];
  });
}

const VIETNAMESE = new Intl.Collator("vi", { numeric: true });

/** The lines that a question leaves, in the order it wants; without one the province comes first, as on paper. */
export function chosen(entries: ListEntry[], { q, kind, state, sort }: ListQuery): ListEntry[] {
  const words = plainly(q).split(" ").filter(Boolean);
  const left = entries.filter(
    (entry) =>
      (!kind || entry.agency.kind === kind) &&
      (!state || isIn(entry, state)) &&
      (words.length === 0 || holds(entry, words)),
  );
  return sort ? left.toSorted(ORDERS[sort]) : left;
}

/** How many lines there are of each state, of all of them. */
export function countsOf(entries: ListEntry[]) {
  return {
    all: entries.length,
    missing: entries.filter((entry) => isIn(entry, "missing")).length,
    unconfirmed: entries.filter((entry) => isIn(entry, "unconfirmed")).length,
  };
}

function isIn({ speakers }: ListEntry, state: (typeof LIST_STATES)[number]): boolean {
  return state === "missing"
    ? speakers.length === 0
    : speakers.some(({ confirmed }) => confirmed && isAmber(confirmed));
}

function holds({ agency, speakers }: ListEntry, words: string[]): boolean {
  const of = speakers.flatMap(({ name, position, phone, email }) => [name, position, phone, email]);
  const text = plainly([agency.name, agency.nameEn, agency.areaCode, ...of].join(" "));
  // A number is found however it is spaced.
  const digits = of.join(" ").replace(/(?<=\d)[\s.-]+(?=\d)/g, "");
  return words.every((word) => text.includes(word) || digits.includes(word));
}

const ORDERS: Record<(typeof LIST_ORDERS)[number], (a: ListEntry, b: ListEntry) => number> = {
  agency: (a, b) =>
    VIETNAMESE.compare(a.agency.areaName, b.agency.areaName) ||
    VIETNAMESE.compare(a.agency.name, b.agency.name),
  name: (a, b) => lastOf(a, b) || VIETNAMESE.compare(filedUnder(a), filedUnder(b)),
  since: (a, b) => lastOf(a, b) || VIETNAMESE.compare(sinceOf(b), sinceOf(a)),
};

/** Lines without anybody stand last. */
function lastOf(a: ListEntry, b: ListEntry): number {
  return Number(a.speakers.length === 0) - Number(b.speakers.length === 0);
}

function filedUnder({ speakers: [first] }: ListEntry): string {
  return first ? sortName(first.name) : "";
}

function sinceOf({ speakers: [first] }: ListEntry): string {
  return first?.from ?? "";
}

/** People in Viet Nam are filed by given name, the last word: Hà, Nguyễn Thị Thu. */
export function sortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const given = words.pop() ?? "";
  return words.length ? `${given}, ${words.join(" ")}` : given;
}
