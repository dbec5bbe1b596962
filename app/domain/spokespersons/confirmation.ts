import { dayOf } from "#app/clock.ts";
import { shortDay } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Day, Moment } from "#db/tables.ts";

/** For so many days after it was asked, an entry waits for its answer; then it is unconfirmed. */
const ANSWER_DAYS = 14;

/** How far an entry can be relied upon: the last two are shown in amber. */
export type FreshnessState = "confirmed" | "asked" | "unconfirmed" | "bounced";

export interface Freshness {
  state: FreshnessState;
  on: Day; // when somebody last stood by it
  by: "confirmation" | "publication"; // how
  quarter: string; // the one that it was measured by
}

/** What is known of an entry's upkeep; `asked` and `bounced` are those of the quarter in question. */
export interface Upkeep {
  publishedAt: Moment;
  confirmedAt: Moment | null;
  askedAt: Moment | null;
  bouncedAt: Moment | null;
}

/** The quarter of a day: 2026-Q4. */
export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

/** The first day of a quarter, and of the next. */
export function quarterDays(quarter: string): { first: Day; next: Day } {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(6))];
  const dayAt = (index: number) =>
    `${year + Math.floor(index / 4)}-${String((index % 4) * 3 + 1).padStart(2, "0")}-01`;
  return { first: dayAt(number - 1), next: dayAt(number) };
}

/**
 * How fresh entries are at a moment. Publication in the quarter counts as a confirmation. It only ever changes by
 * itself at midnight in Viet Nam. Undefined before an entry was public.
 */
export function freshnessAt(at: Moment) {
  const today = dayOf(at);
  const quarter = quarterOf(today);
  const { first } = quarterDays(quarter);
  return ({ publishedAt, confirmedAt, askedAt, bouncedAt }: Upkeep): Freshness | undefined => {
    if (publishedAt > at) return undefined;
    const isConfirmed = confirmedAt !== null && confirmedAt > publishedAt;
    const on = dayOf(isConfirmed ? confirmedAt : publishedAt);
    const by = isConfirmed ? "confirmation" : "publication";
    if (on >= first) return { state: "confirmed", on, by, quarter };
    if (bouncedAt) return { state: "bounced", on, by, quarter };
    return { state: waits(askedAt, today) ? "asked" : "unconfirmed", on, by, quarter };
  };
}

function waits(askedAt: Moment | null, today: Day): boolean {
  if (!askedAt) return false;
  const days = (Date.parse(today) - Date.parse(dayOf(askedAt))) / 86_400_000;
  return days < ANSWER_DAYS;
}

/** Whether an entry is shown in amber: nobody stood by it this quarter, or nobody could be asked. */
export function isAmber({ state }: Pick<Freshness, "state">): boolean {
  return state === "unconfirmed" || state === "bounced";
}

/** How far an entry can be relied upon, in a line of the reader's language. */
export function freshnessSentence(words: Messages, { state, on, by, quarter }: Freshness): string {
  const last = words.confirmations.last[by](shortDay(on));
  return words.confirmations.freshness[state](last, words.confirmations.quarter(quarter));
}

/** Whether a question from a letter can still be answered, or why not. */
export type QuestionState = "open" | "confirmed" | "superseded" | "annulled" | "ended";

export interface Question {
  quarter: string;
  confirmedAt: Moment | null;
  publishedAt: Moment | null;
  annulledAt: Moment | null;
  lastDay: Day | null;
}

/** A question is about an entry as it stands: once that is annulled or over, or the quarter is, it cannot be answered. */
export function questionStateOf(question: Question, today: Day): QuestionState {
  const { quarter, confirmedAt, publishedAt, annulledAt, lastDay } = question;
  if (annulledAt || !publishedAt) return "annulled";
  if (confirmedAt) return "confirmed";
  if (lastDay !== null && lastDay < today) return "ended";
  return quarter === quarterOf(today) ? "open" : "superseded";
}
