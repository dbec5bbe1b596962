import { readDay, readInstant } from "#app/clock.ts";
import type { Day, Moment } from "#db/tables.ts";

/** The longest text that is looked up, in characters. */
export const LONGEST_QUESTION = 200;
const MOST_ANSWERS = 50;
const USUAL_ANSWERS = 10;

/** What is wrong with a question; each has a sentence in the words. */
export type QuestionProblem =
  | "missing-query"
  | "query-too-long"
  | "bad-query"
  | "bad-encoding"
  | "bad-on"
  | "bad-known"
  | "bad-matter"
  | "bad-limit";

export interface Question {
  query: string;
  on: Day | Moment;
  at: Moment;
  matter?: string;
  known?: Moment;
  limit: number;
}

/** When a question is about, on what matter, and whether by the public list of some other moment. */
export interface Circumstances {
  on: Day | Moment;
  at: Moment;
  matter?: string;
  known?: Moment;
}

type Read<Kind> = { ok: true; value: Kind } | { ok: false; reason: QuestionProblem };

/** Reads `?q=&on=&matter=&known=&limit=` of an address; without `on` the question is about now. */
export function readQuestion(url: URL, now: Moment): Read<Question> {
  const query = readQuery(url);
  if (!query.ok) return query;
  const time = readCircumstances(url, now);
  if (!time.ok) return time;
  const limit = readLimit(url.searchParams.get("limit"));
  if (limit === undefined) return { ok: false, reason: "bad-limit" };
  return { ok: true, value: { query: query.value, ...time.value, limit } };
}

/** Reads `?on=&matter=&known=`. */
export function readCircumstances(url: URL, now: Moment): Read<Circumstances> {
  const time = readOn(url, now);
  if (!time.ok) return time;
  const matter = (url.searchParams.get("matter") ?? "").normalize("NFC").trim();
  if (matter.length > LONGEST_QUESTION || /\p{Cc}|\ufffd/u.test(matter))
    return { ok: false, reason: "bad-matter" };
  const known = instantIn(url, "known");
  if (known === null) return { ok: false, reason: "bad-known" };
  return { ok: true, value: { ...time.value, ...(matter && { matter }), ...(known && { known }) } };
}

/** Reads `?on=`: a day (2026-03-01, 01/03/2026) or an instant (2026-03-01T08:30:00+07:00). */
export function readOn(url: URL, now: Moment): Read<{ on: Day | Moment; at: Moment }> {
  const at = instantIn(url, "on");
  if (at === null) return { ok: false, reason: "bad-on" };
  if (at === undefined) return { ok: true, value: { on: now, at: now } };
  return { ok: true, value: { on: readDay(url.searchParams.get("on") ?? "") ?? at, at } };
}

/** Undefined where none is named, null where it cannot be read. */
function instantIn(url: URL, name: string): Moment | undefined | null {
  // A plus sign that was not encoded arrives as a blank.
  const text = (url.searchParams.get(name) ?? "").trim().replace(/ (?=\d\d:?\d\d$)/, "+");
  if (!text) return undefined;
  return (text.length <= 40 && readInstant(text)) || null;
}

function readQuery(url: URL): Read<string> {
  const typed = (url.searchParams.get("q") ?? "").replace(/[\t\r\n]/g, " ").trim();
  if (!typed) return { ok: false, reason: "missing-query" };
  if (typed.length > LONGEST_QUESTION * 10) return { ok: false, reason: "query-too-long" };
  const query = typed.normalize("NFC");
  if (query.length > LONGEST_QUESTION) return { ok: false, reason: "query-too-long" };
  // What stands for bytes that are no UTF-8.
  if (query.includes("\ufffd")) return { ok: false, reason: "bad-encoding" };
  return /\p{Cc}/u.test(query) ? { ok: false, reason: "bad-query" } : { ok: true, value: query };
}

function readLimit(text: string | null): number | undefined {
  if (!text) return USUAL_ANSWERS;
  const limit = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return limit >= 1 && limit <= MOST_ANSWERS ? limit : undefined;
}
