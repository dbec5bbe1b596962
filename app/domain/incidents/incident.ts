import { dayOf } from "#app/clock.ts";
import type { Day, Moment, Row } from "#db/tables.ts";

export type Incident = Row<"incident">;

/** Under which clause of Decree 244/2026, art. 7 an agency speaks, or does not. */
export const CLAUSES = ["7.1", "7.2", "7.3", "7.4", "7.5", "7.6"] as const;
export type Clause = (typeof CLAUSES)[number];

export const KINDS = [
  "flood",
  "fire",
  "food_poisoning",
  "traffic",
  "epidemic",
  "environment",
  "public_order",
  "other",
] as const;
export type Kind = (typeof KINDS)[number];

export const LEVELS = ["limited", "serious", "grave"] as const;
export type Level = (typeof LEVELS)[number];

/** What an officer decides about an incident; the moments of the office's books are not among it. */
export type IncidentDetails = Pick<
  Incident,
  | "title"
  | "known"
  | "kind"
  | "level"
  | "clause"
  | "occurredAt"
  | "receivedAt"
  | "determinedAt"
  | "leadBody"
  | "outlet"
  | "note"
>;

/** What may start the law's clock, in the order in which it comes to pass. */
export const STARTS = ["occurred", "received", "determined"] as const;
export type Start = (typeof STARTS)[number];

const INSTANT_OF = {
  occurred: "occurredAt",
  received: "receivedAt",
  determined: "determinedAt",
} as const satisfies Record<Start, keyof Incident>;
export type Instant = (typeof INSTANT_OF)[Start];

export type Instants = Pick<Incident, Instant>;

export const instantOf = (incident: Instants, start: Start): Moment | null =>
  incident[INSTANT_OF[start]];

/** What is wrong with an instant; each has a sentence in `words.incidents.problems`. */
export type InstantProblem = "in-the-future" | "out-of-order";

/**
 * What is wrong with the instants: nothing has happened yet that is to come, no agency receives what has not
 * occurred, and none finds out what something does to public opinion before it has received it.
 */
export function instantProblems(
  instants: Instants,
  now: Moment,
): Partial<Record<Instant, InstantProblem>> {
  const problems: Partial<Record<Instant, InstantProblem>> = {};
  let latest = "";
  for (const start of STARTS) {
    const at = instantOf(instants, start);
    if (!at) continue;
    if (at > now) problems[INSTANT_OF[start]] = "in-the-future";
    else if (at < latest) problems[INSTANT_OF[start]] = "out-of-order";
    else latest = at;
  }
  return problems;
}

/** Under these the law sets a time; the instant is the one that Decree 244/2026 counts from. */
const COUNTED_FROM: Partial<Record<Clause, Start>> = { "7.3": "received", "7.4": "determined" };

/** From which instant the clock runs; `at` is null as long as that instant is not known. */
export interface ClockStart {
  from: Start;
  at: Moment | null;
}

/**
 * From which instant the law's clock runs; undefined under clauses that set no time. It is the law of the day of the
 * instant that the clause counts from; until that is known, of the day on which the incident is first heard of, so
 * that what occurred before 01/07/2026 and was not handled since runs from its occurrence (Decree 09/2017, art. 6.3).
 */
export function clockStart(
  incident: Instants & Pick<Incident, "clause" | "openedAt">,
  choicesOn: (day: Day) => string[],
): ClockStart | undefined {
  const own = COUNTED_FROM[incident.clause];
  if (!own) return undefined;
  const choices = choicesOn(dayOf(instantOf(incident, own) ?? firstKnownOf(incident)));
  const from = [own, "occurred" as const].find((start) => choices.includes(start));
  return from && { from, at: instantOf(incident, from) };
}

/** When an incident was first heard of, as far as the books know. */
function firstKnownOf(incident: Instants & Pick<Incident, "openedAt">): Moment {
  const { occurredAt, receivedAt, determinedAt, openedAt } = incident;
  return occurredAt ?? receivedAt ?? determinedAt ?? openedAt;
}

/** When an incident came to its agency: by this it belongs to a period of a report. */
export function aroseAt(incident: Instants & Pick<Incident, "openedAt">): Moment {
  return incident.receivedAt ?? incident.determinedAt ?? firstKnownOf(incident);
}

/** Whether the agency may speak itself: of a national incident only the Prime Minister or the Government's spokesperson does (7.1). */
export function maySpeakOf({ clause }: Pick<Incident, "clause">): boolean {
  return clause !== "7.1";
}

/** What one clause asks for besides: the lead body, or the press agency that asked or published. */
export const ASKED_FOR: Partial<Record<Clause, "leadBody" | "outlet">> = {
  "7.2": "leadBody",
  "7.5": "outlet",
  "7.6": "outlet",
};

/** How an incident was answered, as reports count it: those not answered stay in the denominators. */
export type Outcome = "on_time" | "late" | "answered" | "running" | "overdue" | "unanswered";

/** Answered within its time, late, or where no time is set; else still running, overdue, or without a clock. */
export function outcomeOf(
  incident: { dueAt: Moment | null; statementAt: Moment | null; onTime: number | null },
  at: Moment,
): Outcome {
  const { dueAt, statementAt, onTime } = incident;
  if (statementAt) return onTime === null ? "answered" : onTime === 1 ? "on_time" : "late";
  if (!dueAt) return "unanswered";
  return at < dueAt ? "running" : "overdue";
}
