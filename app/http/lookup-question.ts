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
  | "bad-matter"
  | "bad-limit";

export interface Question {
  query: string;
  on: Day | Moment;
  at: Moment;
  matter?: string;
  limit: number;
}

type Read<Kind> = { ok: true; value: Kind } | { ok: false; reason: QuestionProblem };

/** Reads `?q=&on=&matter=&limit=` of an address; without `on` the question is about now. */
export function readQuestion(url: URL, now: Moment): Read<Question> {
  const query = readQuery(url);
  if (!query.ok) return query;
  const time = readOn(url, now);
  if (!time.ok) return time;
  const matter = readMatter(url);
  if (!matter.ok) return matter;
  const limit = readLimit(url.searchParams.get("limit"));
  if (limit === undefined) return { ok: false, reason: "bad-limit" };
  return { ok: true, value: { query: query.value, ...time.value, matter: matter.value, limit } };
}

/** Reads `?matter=`: what somebody wants to ask about, in their own words. */
export function readMatter(url: URL): Read<string | undefined> {
  const typed = (url.searchParams.get("matter") ?? "").trim().normalize("NFC");
  const isText = typed.length <= LONGEST_QUESTION && !/[\p{Cc}\ufffd]/u.test(typed);
  return isText ? { ok: true, value: typed || undefined } : { ok: false, reason: "bad-matter" };
}

/** Reads `?on=`: a day (2026-03-01, 01/03/2026) or an instant (2026-03-01T08:30:00+07:00). */
export function readOn(url: URL, now: Moment): Read<{ on: Day | Moment; at: Moment }> {
  // A plus sign that was not encoded arrives as a blank.
  const text = (url.searchParams.get("on") ?? "").trim().replace(/ (?=\d\d:?\d\d$)/, "+");
  if (!text) return { ok: true, value: { on: now, at: now } };
  const at = text.length <= 40 ? readInstant(text) : undefined;
  if (!at) return { ok: false, reason: "bad-on" };
  return { ok: true, value: { on: readDay(text) ?? at, at } };
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
