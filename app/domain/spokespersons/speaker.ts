import { shortDay, shortTime } from "#app/i18n/dates.ts";
import type { Messages } from "#app/i18n/messages.ts";
import type { Day, Moment } from "#db/tables.ts";
import type { Freshness } from "./confirmation.ts";
import { likeness } from "./matters.ts";

/** The three kinds of spokesperson (Decree 244/2026, art. 3.2 a, b, c). */
export type Capacity = "head" | "regular" | "authorised";

/** Why someone is listed, and why first or not; each has a sentence in the words. */
export type Why =
  | "regular" // assigned by decision: ask them first
  | "regular-beside" // the same, but somebody else comes before them here
  | "head-alone" // nobody is assigned, so the head speaks
  | "head-beside" // the head always may; somebody is assigned
  | "authorised-asked" // for the very matter that was asked about: ask them first
  | "authorised" // for one matter, in writing, until a moment
  | "authorised-alone"; // the same, and nobody else is on record

/** Someone who may speak for an agency at the moment that was asked about. */
export interface Speaker {
  id: string; // of the assignment or the delegation
  personId: string;
  agencyId: string;
  name: string;
  position: string;
  phone: string;
  email: string;
  capacity: Capacity;
  matter: string | null; // what a delegation is for
  from: Day | Moment; // an assignment's first day, a delegation's first moment
  until: Day | Moment | null; // an assignment's last day, a delegation's end; the earlier of planned and actual
  basis: { number: string; date: Day };
  documentId: string | null; // the decision or the delegation itself, where it was filed
  publishedAt: Moment | null; // when the entry went on the public list
  recommended: boolean;
  why: Why;
  confirmed?: Freshness; // of an assignment; a delegation is over before it could be asked about
}

export type Candidate = Omit<Speaker, "recommended" | "why">;

const RANK: Record<Capacity, number> = { regular: 0, head: 1, authorised: 2 };

/**
 * Puts everyone who may speak in the order in which to ask: the one delegated for the matter that was
 * asked about, if one was, then regular, head, and each other delegation for its matter. Exactly one
 * is recommended, if there is anyone.
 */
export function inOrder(candidates: Candidate[], asked = ""): Speaker[] {
  const fitting = new Map(
    candidates.map(({ id, matter }) => [id, matter && asked ? likeness(asked, matter) : 0]),
  );
  const fits = ({ id }: Candidate) => fitting.get(id) ?? 0;
  const sorted = candidates.toSorted(
    (a, b) =>
      fits(b) - fits(a) ||
      RANK[a.capacity] - RANK[b.capacity] ||
      compare(
        a.capacity === "authorised" ? a.from : b.from,
        a.capacity === "authorised" ? b.from : a.from,
      ) ||
      compare(a.id, b.id),
  );
  const standing = new Set(candidates.map(({ capacity }) => capacity));
  return sorted.map((candidate, place) => ({
    ...candidate,
    recommended: place === 0,
    why: reasonFor(candidate, { isFirst: place === 0, fits: fits(candidate) > 0, standing }),
  }));
}

function reasonFor(
  { capacity }: Candidate,
  { isFirst, fits, standing }: { isFirst: boolean; fits: boolean; standing: Set<Capacity> },
): Why {
  if (capacity === "regular") return isFirst ? "regular" : "regular-beside";
  if (capacity === "head") return standing.has("regular") ? "head-beside" : "head-alone";
  if (fits && isFirst) return "authorised-asked";
  return isFirst ? "authorised-alone" : "authorised";
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The reason in a sentence of the reader's language. */
export function whyOf(words: Messages, { why, basis, matter, until }: Speaker): string {
  return words.spokespersons.why[why]({
    number: basis.number,
    date: shortDay(basis.date),
    matter: matter ?? "",
    until: until ? shortWhen(until) : "",
  });
}

/** A day as 25/11/2026, a moment as 17:00 25/11/2026. */
export function shortWhen(when: Day | Moment): string {
  return isDay(when) ? shortDay(when) : shortTime(when);
}

/** Assignments run by whole days, delegations by moments. */
export function isDay(when: Day | Moment): boolean {
  return when.length === 10;
}

/** The earlier of what was planned and what happened; null when neither has an end. */
export function effectiveEnd<When extends Day | Moment>(
  planned: When | null,
  actual: When | null,
): When | null {
  if (planned === null || actual === null) return planned ?? actual;
  return actual < planned ? actual : planned;
}
